/* Those who write and vote, each as the actor that the journal names: a participant, or an author within one
 * scope. What they have done, for caps, and what is their own. */
#ifndef SAMSKAP_CORE_PERSONS_H
#define SAMSKAP_CORE_PERSONS_H

#include "core/entities.h"

struct round_entry;
struct session_entry;

struct contribution {
    struct round_entry *round;
    int64_t made;      /* notes or entries ever put */
    int64_t standing;  /* not removed */
    int64_t on_record; /* and counted */
};

/* Of the caps of a session. */
struct usage {
    const struct session_entry *session; /* NULL: what belongs to none */
    int64_t notes, supports, bytes;
};

struct own_thing {
    struct tracked *tracked;
    struct round_entry *round; /* NULL: it belongs to none */
};

struct person {
    struct actor actor;
    bool entered; /* somebody without a device, for whom hosts enter notes */
    struct contribution *contributions;
    size_t contribution_count, contribution_capacity;
    struct usage *usages;
    size_t usage_count, usage_capacity;
    struct own_thing *own;
    size_t own_count, own_capacity;
};

struct persons {
    struct map by_actor;
};

void persons_init(struct persons *persons, struct map_seed seed);
void persons_finish(struct persons *persons);
struct person *persons_find(const struct persons *persons, struct actor actor); /* NULL */
struct person *persons_get(struct persons *persons, struct actor actor);        /* makes one */

/* Zeros where the person (who may be NULL) has done nothing there. */
struct contribution person_contribution(const struct person *person, const struct round_entry *round);
struct usage person_usage(const struct person *person, const struct session_entry *session);
/* To be changed; valid until the next such call for the person. */
struct contribution *person_contribution_in(struct person *person, struct round_entry *round);
struct usage *person_usage_in(struct person *person, const struct session_entry *session);
/* round may be NULL. */
void person_add_own(struct person *person, struct round_entry *round, struct tracked *tracked);
/* The person's own thing of that kind in the round: NULL. */
struct tracked *person_own_in(const struct person *person, const struct round_entry *round,
                              const struct tracked_kind *kind);
/* Whether an event would go beyond the bytes that an actor may write in a session. */
enum reason persons_judge_bytes(const struct process *process, const struct event *event,
                                const struct session_entry *session);
/* Counts an accepted event's bytes. */
struct person *persons_count_bytes(struct process *process, const struct event *event,
                                   const struct session_entry *session);

#endif
