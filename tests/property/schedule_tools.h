/* What random commands are made with. */
#ifndef SAMSKAP_TESTS_PROPERTY_SCHEDULE_TOOLS_H
#define SAMSKAP_TESTS_PROPERTY_SCHEDULE_TOOLS_H

#include "../unit/core/support.h"
#include "schedule.h"

bool one_in(struct schedule *schedule, unsigned n);
struct id pick(struct schedule *schedule, unsigned range, unsigned count);
int64_t next_rev(struct schedule *schedule);
struct event make(struct schedule *schedule, struct actor actor, enum event_kind kind);
int64_t base_of(struct schedule *schedule, const struct process *process);
/* Who somebody is in a round: an author of its scope, or the participant; sometimes wrongly. */
struct actor actor_in(struct schedule *schedule, const struct process *process, struct id round, unsigned n);
struct str pick_text(struct schedule *schedule);
/* As a journal keeps them: what is filled in is borrowed from a process that may go first. */
const struct study_version *keep_consents(struct schedule *schedule, const struct study_version *consents,
                                          size_t count);

/* schedule_rounds.c: raised hands, paper notes, support, scales and diaries. */
struct event schedule_other(struct schedule *schedule, const struct process *process);
/* schedule_groups.c: groupings, who stands where in them, lines that are said to groups. */
struct event schedule_groups(struct schedule *schedule, const struct process *process);
/* process: NULL to begin with. */
struct event schedule_grouping(struct schedule *schedule, const struct process *process, unsigned n);
struct event schedule_themes(struct schedule *schedule, const struct process *process);
/* schedule_people.c: seats and who holds them, next steps, return links and slips. */
struct event schedule_people(struct schedule *schedule, const struct process *process);

#endif
