/* Tables of text: comma-separated as RFC 4180 has it (quoted cells may hold separators, quotes and line
 * ends), or tab-separated without quotes. The first row names the columns. */
#ifndef REPLAY_CSV_H
#define REPLAY_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"
#include "base/str.h"

enum csv_form { CSV_COMMA, CSV_TAB };

struct csv {
    struct buffer text; /* the file, with its cells unquoted in place */
    struct str *cells;  /* row by row; a short row is filled up with absent cells */
    size_t columns;
    size_t rows; /* without the first */
};

/* The caller finishes it, also after a failure. NOT_FOUND: no such file; INVALID: a row with too many cells,
 * or an open quote at the end. */
MUST_CHECK enum status csv_read(const char *path, enum csv_form form, struct csv *csv);
void csv_finish(struct csv *csv);
/* The column of that name; false if there is none. */
bool csv_column(const struct csv *csv, const char *name, size_t *column);
struct str csv_name(const struct csv *csv, size_t column);
struct str csv_cell(const struct csv *csv, size_t row, size_t column);

#endif
