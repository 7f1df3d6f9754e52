/* The record once more, as survey tools take it: a row a person, a column a question. It is turned out of the
 * rows of notes, votes, answers and diary as they stand in the same record, and knows nothing else: so it
 * says nothing that they do not say. Scope by scope, since persons are one and the same only within one: no
 * more than one scope's contributions are kept. */
#ifndef SAMSKAP_TRANSCRIPT_WIDE_H
#define SAMSKAP_TRANSCRIPT_WIDE_H

#include "transcript/tables.h"

/* What each of its columns asks. For record_walk; stands in no list of tables. */
extern const struct table wide_columns_table;
enum {
    WIDE_LEADS = 4,           /* most columns that say whose a row is */
    WIDE_MOST_COLUMNS = 16384 /* with the leads: as many as a sheet has. What would be more is left out */
};

struct wide;

struct wide *wide_create(struct record *record); /* which must outlive it */
void wide_destroy(struct wide *wide);            /* takes NULL */
/* 0: nothing in this record says whose an answer is. Otherwise those of the leads too. */
size_t wide_column_count(const struct wide *wide);
/* Valid as long as it is. */
const char *const *wide_headings(const struct wide *wide);
/* What its leads mean, in their order; how many there are. */
const struct column *wide_leads(const struct wide *wide, size_t *count);

struct wide_writer {
    void (*put)(void *context, size_t column, const struct cell *cell); /* columns from the left */
    bool (*end_row)(void *context);                                     /* false ends it */
    void *context;
};

/* False: it was ended. */
bool wide_write(struct wide *wide, const struct wide_writer *writer);

#endif
