/* A workbook in the making, by libxlsxwriter: sheets one after the other, rows from above, cells from the
 * left. Nothing is kept but the row in hand. What fails is kept and said at the end; calls after that do
 * nothing. */
#ifndef SAMSKAP_TRANSCRIPT_XLSX_BOOK_H
#define SAMSKAP_TRANSCRIPT_XLSX_BOOK_H

#include "transcript/tables.h"

enum { XLSX_ROWS = 1048576, XLSX_COLUMNS = 16384 }; /* most of a sheet, its headings with them */

struct xlsx_options {
    const char *path; /* of the file that the workbook is written into at the end */
    struct str zone;  /* of times */
    enum language language;
    struct str title;  /* absent: none */
    int64_t at;        /* when it was made */
    int64_t most_rows; /* of a sheet; what is more goes on in the next one */
};

struct xlsx_book;

/* The options' texts must outlive it. */
struct xlsx_book *xlsx_book_create(const struct xlsx_options *options);
void xlsx_book_destroy(struct xlsx_book *book); /* takes NULL */

/* Name and headings must live until the sheet's end. A name has at most 31 characters. */
void xlsx_begin_sheet(struct xlsx_book *book, const char *name, const char *const *headings, size_t count);
void xlsx_put_cell(struct xlsx_book *book, size_t column, const struct cell *cell);
void xlsx_put_text(struct xlsx_book *book, size_t column, struct str text);
void xlsx_end_row(struct xlsx_book *book);
void xlsx_end_sheet(struct xlsx_book *book);

/* What stands at the end of a text that was cut. */
struct str xlsx_cut_mark(const struct xlsx_book *book);
bool xlsx_has_failed(const struct xlsx_book *book);
/* Writes the file. Nothing may follow. IO: something could not be written. */
MUST_CHECK enum status xlsx_book_finish(struct xlsx_book *book);

#endif
