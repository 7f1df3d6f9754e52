/* How the people of a session are divided into groups, and who stands where; for the files of core alone. */
#ifndef SAMSKAP_CORE_GROUPINGS_H
#define SAMSKAP_CORE_GROUPINGS_H

#include "core/handler.h"
#include "core/state.h"

struct grouping_entry {
    struct grouping grouping;
    struct counted_group *groups; /* grouping.groups, to be changed */
    struct tracked tracked;
    struct session_entry *session;
    struct placing **placings; /* in the order they were made */
    size_t placing_count, placing_capacity;
    int64_t rounds; /* that go by it and are not removed */
    struct id like; /* the grouping that it was dealt like; none */
    bool can_be_undone, dealt_before;
    enum deal_method method_before;
    struct id like_before;
};

/* Where one participant stands in one grouping; there is none before they are first given a group there,
 * or left out of a deal. */
struct placing {
    struct tracked tracked;
    struct grouping_entry *grouping;
    struct participant_entry *person;
    struct id group; /* none: in none */
    bool chosen;
    int64_t rev, changed;
    struct id before; /* where they stood before the last deal */
    bool before_chosen;
};

struct grouping_entry *grouping_find(const struct process *process, struct id id); /* NULL where removed */
/* A round goes by it (1), or does not any more (-1); none: nothing. */
void grouping_count_round(const struct process *process, struct id id, int64_t more);
struct counted_group *grouping_group(const struct grouping_entry *entry, struct id group); /* NULL */
/* The smallest group, the first of several; none where there is no group. */
struct id grouping_smallest(const struct grouping_entry *entry);

/* placings.c */
struct placing *placing_find(const struct participant_entry *person, const struct grouping_entry *grouping);
struct placing *placing_get(struct process *process, struct participant_entry *person,
                            struct grouping_entry *grouping); /* makes one */
/* The event that is being applied gives them another group, or none. */
void placing_move(struct process *process, struct placing *placing, struct id group, bool chosen);
/* Where those with whom they stood in the other grouping belong, group by group; the count of entry's groups
 * where they stood in none, or there are not so many here. */
size_t grouping_place_like(const struct grouping_entry *entry, const struct grouping_entry *other,
                           const struct participant_entry *person);
/* Somebody has come to a session for the first time: where its people were dealt, they are too. */
void groupings_greet(struct process *process, const struct session_entry *session,
                     struct participant_entry *person);
/* The group that a person stands in, of the round's grouping; none. */
struct id person_group_in(const struct process *process, const struct participant_entry *person,
                          const struct round *round);

/* deals.c */
enum reason deal_judge(const struct process *process, const struct event *event);
struct tracked *deal_apply(struct process *process, const struct event *event);

#endif
