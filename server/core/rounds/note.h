/* A note as the round of notes keeps it; for its two files. */
#ifndef SAMSKAP_CORE_ROUNDS_NOTE_H
#define SAMSKAP_CORE_ROUNDS_NOTE_H

#include "core/rounds/round_kind.h"

enum { NOTE_FIELDS = 3 }; /* most that a round may have */

struct note_entry {
    struct note note;
    struct tracked tracked;
    struct round_entry *round;
    struct person *person;
    int64_t hide_seq; /* the event that hide_reason is of */
};

extern const struct tracked_kind note_tracking;

struct note_entry *note_entry_of(const struct note *note);
struct note_entry *note_of_tracked(const struct tracked *tracked);
/* Whether it says anything, and where the round has fields, one word or phrase a line. */
enum reason note_judge_text(struct str text, int64_t fields);
/* Empties what it holds of the event's texts. */
void note_redact(struct process *process, struct tracked *tracked, int64_t seq);

#endif
