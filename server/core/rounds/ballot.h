/* The ballot's parts, for its own files. */
#ifndef SAMSKAP_CORE_ROUNDS_BALLOT_H
#define SAMSKAP_CORE_ROUNDS_BALLOT_H

#include "core/rounds/sheet.h"

/* round->data */
struct votes {
    struct sheet sheet;
    struct choice_tally *sums; /* of phones, for each of the choices */
    struct hands hands;
    int64_t *hands_votes; /* the hands', to be written */
    int64_t hands_changed;
    struct tracked hands_tracked; /* touched first when hands are entered */
};

extern const struct tracked_kind hands_tracking;

struct votes *votes_of(const struct round_entry *round);
bool ballot_result_is_seen(const struct round *round);

/* ballot_settings.c */
bool ballot_find_choice(const struct ballot_settings *ballot, struct id id, size_t *index);
int64_t ballot_cap(const struct ballot_settings *ballot); /* most votes of one person on one choice */
enum reason ballot_judge_settings(const struct process *process, const struct round_entry *old,
                                  const struct event_round_put *put);
struct ballot_settings ballot_copy_settings(const struct ballot_settings *ballot);
void ballot_free_settings(struct ballot_settings *ballot);

/* hands.c */
enum reason hands_judge(const struct process *process, const struct event *event);
struct tracked *hands_apply(struct process *process, const struct event *event);

#endif
