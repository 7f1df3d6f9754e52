/* What stands in the columns of the wide sheet: for those who turn the record round, and for wide_columns. */
#ifndef SAMSKAP_TRANSCRIPT_WIDE_COLUMNS_H
#define SAMSKAP_TRANSCRIPT_WIDE_COLUMNS_H

#include "base/map.h"
#include "transcript/tables.h"

/* Of a round, or of one of its choices or statements. */
struct wide_question {
    const struct round *round;
    struct id part; /* the choice or statement; none */
    struct str part_text;
    int64_t number;   /* the part's place, from 1; 0 */
    const char *name; /* q5, q5_2: the fifth of the table rounds, and its second choice or statement */
};

/* Those whose answers say in this record whose they are, in the order of rounds. */
struct wide_questions {
    struct wide_question *list;
    size_t count;
    struct map by_part;
    struct arena arena;
};

void wide_questions_init(struct wide_questions *questions, struct record *record);
void wide_questions_finish(struct wide_questions *questions);
/* NULL: it has no column. */
const struct wide_question *wide_questions_find(const struct wide_questions *questions, struct id round,
                                                struct id part);

#endif
