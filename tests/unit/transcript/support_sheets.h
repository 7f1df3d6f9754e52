/* A workbook that was written, as a reader finds it: the cells of its sheets, by libarchive and libxml2. */
#ifndef SAMSKAP_TESTS_TRANSCRIPT_SHEETS_H
#define SAMSKAP_TESTS_TRANSCRIPT_SHEETS_H

#include "base/arena.h"
#include "base/buffer.h"

struct sheets;

struct sheets *sheets_open(const struct buffer *bytes);
void sheets_close(struct sheets *sheets);
/* Of the zip; a NUL behind it. Fails the test where it is not there. */
const char *sheets_entry(const struct sheets *sheets, const char *name);
/* "about dictionary sessions …" */
struct str sheets_names(struct sheets *sheets);
/* Rows and columns from 0. */
size_t sheets_rows(const struct sheets *sheets, const char *sheet);
/* Strings begin with ', numbers do not; empty: nothing there. */
const char *sheets_cell(struct sheets *sheets, const char *sheet, size_t row, size_t column);
/* Of a heading; fails the test where there is none. */
size_t sheets_column(struct sheets *sheets, const char *sheet, const char *heading);

#endif
