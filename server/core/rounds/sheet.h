/* A sheet: what each person put on each of a round's columns, which are a ballot's choices or a scale's
 * statements. For the kinds of rounds that have one. */
#ifndef SAMSKAP_CORE_ROUNDS_SHEET_H
#define SAMSKAP_CORE_ROUNDS_SHEET_H

#include "core/rounds/round_kind.h"

struct sheet_row {
    struct voter voter;
    struct tracked tracked;
    struct round_entry *round;
    int64_t *votes, *revs; /* the voter's, to be written */
};

/* Stands first in the round's data. */
struct sheet {
    const struct voter **voters;
    size_t count, capacity;
    struct tracked tally; /* the id is the round's */
    struct round_entry *round;
};

/* One command: on a column, this. */
struct sheet_put {
    size_t column;
    int64_t rev, votes;
    int64_t more; /* what it adds to the row's total */
    bool consent;
    const struct study_set *studies;
    struct id role;
    struct str organisation_type;
};

void sheet_init(struct sheet *sheet, struct round_entry *round, const struct tracked_kind *tally);
void sheet_finish(struct sheet *sheet);
struct sheet_row *sheet_row_at(const struct sheet *sheet, size_t index);
struct sheet_row *sheet_row_of_tracked(const struct tracked *tracked);
struct sheet *sheet_of_tally(const struct tracked *tracked);
/* The person's row, which is their own thing of that kind; NULL. */
struct sheet_row *sheet_find(const struct process *process, const struct round_entry *round,
                             struct actor actor, const struct tracked_kind *own);
struct sheet_row *sheet_add(struct process *process, struct sheet *sheet, struct actor actor, size_t columns,
                            const struct tracked_kind *own);
/* Applies it, with all that is counted and touched by it. */
struct tracked *sheet_apply(struct process *process, const struct event *event, struct sheet_row *row,
                            const struct sheet_put *put);
/* The columns are others now: from says of each where it stood, SIZE_MAX: nowhere. */
void sheet_move(struct process *process, struct sheet *sheet, const size_t *from, size_t columns);
/* A row of numbers, one a column, moved in that way; frees the old one. */
int64_t *sheet_move_numbers(int64_t *numbers, const size_t *from, size_t columns);

#endif
