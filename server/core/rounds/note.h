/* A note as the round of notes keeps it; for its own files. */
#ifndef SAMSKAP_CORE_ROUNDS_NOTE_H
#define SAMSKAP_CORE_ROUNDS_NOTE_H

#include "core/rounds/round_kind.h"

enum { NOTE_FIELDS = 3 }; /* most that a round may have */

struct note_entry {
    struct note note;
    struct tracked tracked;
    struct round_entry *round;
    struct person *person;
    int64_t hide_seq;           /* the event that hide_reason is of */
    struct person **supporters; /* who support it now */
    size_t supporter_count, supporter_capacity;
    struct sorting_entry *sortings; /* where it stands on boards: the first of a list; NULL */
};

struct supporter;
struct sorting_entry;

/* round->data */
struct notes {
    const struct note **list;
    size_t count, capacity;
    struct seqs spent; /* events with texts that nothing shows any more */
    struct supporter **supporters;
    size_t supporter_count, supporter_capacity;
};

extern const struct tracked_kind note_tracking;

struct notes *notes_in(const struct round_entry *round);
struct note_entry *note_find(const struct process *process, struct id id); /* NULL */
struct note_entry *note_entry_of(const struct note *note);
struct note_entry *note_of_tracked(const struct tracked *tracked);
bool note_is_waiting_to_be_let_in(const struct note *note);
/* Whether the round goes by a grouping that has the group. */
bool note_group_stands(const struct process *process, const struct round_entry *round, struct id group);
/* Of a new note: it stays in that group, where the round goes by a grouping. */
void note_set_group(struct process *process, struct note_entry *entry, struct id group);
/* Whether it says anything, and where the round has fields, one word or phrase a line. */
enum reason note_judge_text(struct str text, int64_t fields);
/* To be called when something about a note has changed that others see, or that is counted. */
struct tracked *note_changed(struct process *process, struct note_entry *entry, bool was_on_record);
/* Empties what it holds of the event's texts. */
void note_redact(struct process *process, struct tracked *tracked, int64_t seq);

/* notes.c: texts of the round that nothing shows any more are due at once, though it goes on. */
void notes_let_go(struct process *process, struct round_entry *round);

/* note_put.c; the event's actor is the author. */
enum reason note_judge_new(const struct process *process, const struct round_entry *round,
                           const struct event *event);
struct note_entry *note_add(struct process *process, struct round_entry *round, struct id id,
                            const struct event *event);
/* A text takes the place of the one before. */
void note_set_text(struct note_entry *entry, const struct event *event, struct str text, int64_t rev);
enum reason note_judge_put(const struct process *process, const struct event *event);
struct tracked *note_apply_put(struct process *process, const struct event *event);

/* note_marks.c */
enum reason note_judge_remove(const struct process *process, const struct event *event);
struct tracked *note_apply_remove(struct process *process, const struct event *event);
enum reason note_judge_hide(const struct process *process, const struct event *event);
struct tracked *note_apply_hide(struct process *process, const struct event *event);
enum reason note_judge_admit(const struct process *process, const struct event *event);
struct tracked *note_apply_admit(struct process *process, const struct event *event);

/* paper.c */
enum reason paper_judge_enter(const struct process *process, const struct event *event);
struct tracked *paper_apply_enter(struct process *process, const struct event *event);

/* support.c */
enum reason support_judge(const struct process *process, const struct event *event);
struct tracked *support_apply(struct process *process, const struct event *event);
void supporters_finish(struct notes *notes);

/* core/sortings.c: to be called when a note, or who sees it, has changed; and when one who supports it comes
 * (1) or goes (-1). */
void sortings_follow_note(struct process *process, const struct note_entry *note);
void sortings_count_vote(struct process *process, const struct note_entry *note, struct person *person,
                         int64_t more);

#endif
