/* A table in the making; for the files of withholding alone. */
#ifndef SAMSKAP_PROTOCOL_WITHHOLDING_MAKING_H
#define SAMSKAP_PROTOCOL_WITHHOLDING_MAKING_H

#include "protocol/withholding.h"

struct decision {
    const struct withholding *table;
    int64_t *row_persons;
    bool *seen;    /* room for a search: of rows, then of columns */
    size_t *queue; /* of these */
};

/* A row, or a column: cells with a known sum. */
struct line {
    size_t first, step, count;
};

static inline struct line row_of(const struct withholding *table, size_t row) {
    return (struct line){row * table->column_count, 1, table->column_count};
}

static inline struct line column_of(const struct withholding *table, size_t column) {
    return (struct line){column, table->column_count, table->row_count};
}

static inline size_t cell_of(struct line line, size_t i) {
    return line.first + i * line.step;
}

/* A cell of a row without persons is known to be 0, and hides nothing. */
static inline bool may_hide(const struct decision *decision, size_t cell) {
    return decision->row_persons[cell / decision->table->column_count] > 0;
}

static inline size_t listed_rows(const struct withholding *table) {
    return table->row_count - table->has_rest;
}

static inline bool hides(const struct decision *decision, size_t cell) {
    return !decision->table->told[cell] && may_hide(decision, cell);
}

/* Whether the cell, which is withheld, follows from all sums together. */
bool withholding_is_known(const struct decision *decision, size_t row, size_t column);

#endif
