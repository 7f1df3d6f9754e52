/* How much of a scale's answers is told while it goes on. Told at once, each answer could be read off two
 * frames: it is the difference. So counts move by five persons' answers at least, and the last five are never
 * in them before the scale has closed, when their difference to what all had seen would be that of a few. */
#ifndef SAMSKAP_CORE_ROUNDS_SCALE_TOLD_H
#define SAMSKAP_CORE_ROUNDS_SCALE_TOLD_H

#include "core/rounds/scale.h"

/* Of one statement. */
struct told {
    int64_t counts[SCALE_STEPS];                       /* are told */
    int64_t next[SCALE_STEPS];                         /* will be, once as many more have answered */
    const struct voter *fresh[PROCESS_WITHHOLD_BELOW]; /* who has answered, or changed it, since */
    size_t fresh_count;
};

/* The first member is what all kinds of rounds with a sheet have. */
struct scale {
    struct sheet sheet;
    struct told *told; /* one a statement */
};

/* Somebody has answered the statement, or has taken it back. */
void scale_told_answer(struct scale *scale, const struct voter *voter, size_t statement);
void scale_told_all(struct scale *scale);                                         /* the scale has closed */
void scale_told_move(struct scale *scale, const size_t *from, size_t statements); /* as sheet_move */
/* How many chose each step as it is, from the first; how many these are. */
int64_t scale_count(const struct scale *scale, size_t statement, int64_t counts[SCALE_STEPS]);
/* The same as all may know it; *told: whether that is anything. What is returned is always as it is. */
int64_t scale_count_told(const struct scale *scale, size_t statement, int64_t counts[SCALE_STEPS],
                         bool *told);

#endif
