/* Which figures of a table may be told. Pure: arrays in, flags out.
 *
 * A cell of one to four persons is withheld. So is what gives it away: who knows the total of a row (it
 * stands in the list itself) takes what is told from it, and what is left must be no small figure either, nor
 * that of a single cell, nor one that the columns' persons leave a single way to come to; and where persons
 * stand in one row each, so that columns add up too, that holds for columns, and no withheld cell may follow
 * from all the sums together. 0 may be told: that nobody of many wrote a word is what a comparison is for. It
 * is withheld where it would give others away. */
#ifndef SAMSKAP_PROTOCOL_WITHHOLDING_H
#define SAMSKAP_PROTOCOL_WITHHOLDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct withholding {
    const int64_t *cells; /* row by row */
    const int64_t
        *column_persons; /* told of each column, PROCESS_WITHHOLD_BELOW at least: no cell has more */
    size_t row_count, column_count;
    bool columns_add_up; /* the columns' persons are the sums of these cells, or nearly so */
    bool has_rest;       /* the last row is of those who stand in no other: nothing is told of it */
    /* For each cell: true where it is told. In: false where it is withheld whatever it is (then the row
     * counts as withheld already); out: decided. */
    bool *told;
};

void withholding_decide(const struct withholding *table);

#endif
