/* A random meeting: many clients that join, write, vote, drop, come again with their old place, send twice
 * and late, are slow for long; a host who opens, closes, reveals and hides. Then all come to rest, and what
 * must hold is checked. */
#ifndef SAMSKAP_SIMULATION_SCHEDULE_H
#define SAMSKAP_SIMULATION_SCHEDULE_H

#include "meeting.h"

enum { SCHEDULE_PEOPLE = 8 };

struct schedule {
    struct meeting meeting;
    struct fake people[SCHEDULE_PEOPLE];
    struct fake display;
    struct id notes[400]; /* that were put, by anyone */
    struct id rounds[400];
    int writers[400];
    int64_t revs[400];
    size_t note_count;
    bool revealed;
};

/* Keeps the faults that stand in the world. */
void schedule_create(struct schedule *schedule, uint64_t seed, const struct live_limits *limits);
void schedule_run(struct schedule *schedule, int steps);
/* Everybody comes again and has all answered; then checks. */
void schedule_rest_and_check(struct schedule *schedule);
void schedule_destroy(struct schedule *schedule);

#endif
