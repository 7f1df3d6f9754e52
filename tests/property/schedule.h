/* Random commands of all kinds by several people, which come in any order and late: the same for the same
 * seed. */
#ifndef SAMSKAP_TESTS_PROPERTY_SCHEDULE_H
#define SAMSKAP_TESTS_PROPERTY_SCHEDULE_H

#include "base/arena.h"
#include "core/model.h"

enum {
    PEOPLE = 14,
    SESSIONS = 2,
    ROUNDS = 9,
    ITEMS = 3,
    LISTS = 2,
    ENTRIES = 5,
    NOTES = 60,
    PAPERS = 12,
    ENTRIES_OF_DIARY = 30,
    BOARDS = 2,
    COMPARISONS = 8,
    THEMES = 8,
    GROUPINGS = 4, /* two in each session */
    GROUPS_OF_ONE = 4,
    WAITING = 12
};

struct schedule {
    uint64_t chance;
    int64_t at;
    unsigned commands;
    int64_t clock;                 /* of revs, so that most are newer than those before */
    struct event waiting[WAITING]; /* made, and not sent yet */
    size_t waiting_count;
    struct arena arena; /* of what the events borrow */
};

void schedule_init(struct schedule *schedule, uint64_t seed);
void schedule_finish(struct schedule *schedule);
unsigned schedule_below(struct schedule *schedule, unsigned limit); /* 0 … limit - 1 */
/* The commands that make a meeting to begin with; false when there are no more. */
bool schedule_opening(struct schedule *schedule, unsigned step, struct event *event);
/* The next command to arrive. */
struct event schedule_next(struct schedule *schedule, const struct process *process);

#endif
