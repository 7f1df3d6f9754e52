/* A diary as its round keeps it; for its own files. */
#ifndef SAMSKAP_CORE_ROUNDS_DIARY_H
#define SAMSKAP_CORE_ROUNDS_DIARY_H

#include "core/rounds/day.h"
#include "core/rounds/round_kind.h"

struct diary_entry {
    struct id id;
    struct tracked tracked;
    struct round_entry *round;
    struct person *person;
    enum diary_about about;
    char day[DAY_TEXT_LENGTH + 1];
    struct str text, tags, answer;
    int64_t rev;
    bool removed, redacted, erased, consent;
    const struct study_set *studies;
    struct id role;
    struct str organisation_type;
    int64_t text_seq, answer_seq; /* the events that they are of; 0 */
};

/* round->data */
struct diary {
    struct diary_entry **list;
    size_t count, capacity;
    struct tracked pattern;
    struct round_entry *round;
};

extern const struct tracked_kind diary_tracking, diary_pattern_tracking;

struct diary *diary_of(const struct round_entry *round);
struct diary_entry *diary_find(const struct process *process, struct id id); /* NULL */
bool diary_is_on_record(const struct diary_entry *entry);
/* To be called when something about an entry has changed. */
struct tracked *diary_changed(struct process *process, struct diary_entry *entry, bool was_on_record);

/* diary_put.c */
enum reason diary_judge_put(const struct process *process, const struct event *event);
struct tracked *diary_apply_put(struct process *process, const struct event *event);
enum reason diary_judge_answer(const struct process *process, const struct event *event);
struct tracked *diary_apply_answer(struct process *process, const struct event *event);

#endif
