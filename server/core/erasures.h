/* What can be erased for good, as the files that keep it tell of it; for the files of core alone. */
#ifndef SAMSKAP_CORE_ERASURES_H
#define SAMSKAP_CORE_ERASURES_H

#include "core/handler.h"

/* Whose a thing is, and where it stands. */
struct erasable {
    struct actor author; /* kind 0: hosts alone may erase it */
    struct id round, session;
    bool erased;
};

/* From its own file, one pair for each kind: what it is; and to let go of every text that it holds, so that
 * it is on no screen and in no record any more, and stays so. */
struct erasable note_erasable(const struct tracked *tracked);
void note_erase(struct process *process, struct tracked *tracked);
struct erasable diary_erasable(const struct tracked *tracked);
void diary_erase(struct process *process, struct tracked *tracked);
struct erasable step_erasable(const struct tracked *tracked);
void step_erase(struct process *process, struct tracked *tracked);
struct erasable entry_erasable(const struct tracked *tracked);
void entry_erase(struct process *process, struct tracked *tracked);
struct erasable picture_erasable(const struct tracked *tracked);
void picture_erase(struct process *process, struct tracked *tracked);

/* False: it is nothing that can be erased. */
bool erasable_of(const struct tracked *tracked, struct erasable *erasable);
/* Which round's author erases the thing, as process_subject. */
struct subject erasure_subject(const struct process *process, struct id thing);
/* As process_complete. */
bool erasure_complete(const struct process *process, struct event *event);

/* holds.c: whether a hold keeps it. */
bool thing_is_held(const struct process *process, struct id thing, const struct erasable *erasable);

#endif
