/* Entries of a diary as their authors put them, and what the organiser answers. As with notes, nothing that
 * is decided or counted here hangs on a text that may be emptied later. */
#include <string.h>

#include "base/memory.h"
#include "core/rounds/blank.h"
#include "core/rounds/diary.h"

enum { DAYS_BEFORE = 366, DAYS_AFTER = 5 * 366 };

/* Around the opening of the round, so that a diary has no more weeks than a screen can show. */
static bool is_day_of(const struct round *round, struct str text) {
    int64_t day, opened = round->opened / DAY_MILLISECONDS;
    return day_parse(text, &day) && day >= opened - DAYS_BEFORE && day <= opened + DAYS_AFTER;
}

static enum reason judge_entry(const struct process *process, const struct round_entry *round,
                               const struct diary_entry *old, const struct event *event) {
    const struct event_diary_put *put = &event->body.diary_put;
    if (put->rev < 1 || (old && put->rev <= old->rev)) {
        return REASON_STALE;
    }
    if (old && old->redacted && (!old->removed || old->erased)) {
        return REASON_REDACTED;
    }
    const struct person *person = persons_find(&process->persons, event->actor);
    if (!old && person_contribution(person, round).made >= PROCESS_DIARY_ENTRIES) {
        return REASON_TOO_MANY;
    }
    if (put->about == DIARY_ABOUT_ABSENT) {
        return REASON_WRONG_FORM;
    }
    return is_day_of(&round->round, put->day) ? persons_judge_bytes(process, event, round->session)
                                              : REASON_BAD_TIME;
}

enum reason diary_judge_put(const struct process *process, const struct event *event) {
    const struct event_diary_put *put = &event->body.diary_put;
    const struct diary_entry *old = diary_find(process, put->id);
    enum reason reason;
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_DIARY, &reason);
    if (!round || (reason = round_judge_contributor(process, round, event)) != REASON_ABSENT) {
        return reason;
    }
    if (old ? old->round != round || !actor_equal(old->person->actor, event->actor)
            : thing_find(process, put->id) != NULL) {
        return REASON_ID_TAKEN;
    }
    if ((reason = round_judge_time(&round->round, event->at)) != REASON_ABSENT ||
        (reason = judge_entry(process, round, old, event)) != REASON_ABSENT) {
        return reason;
    }
    bool is_read = !put->removed && !event->redacted;
    return is_read && text_is_blank(put->text) && text_is_blank(put->tags) ? REASON_EMPTY : REASON_ABSENT;
}

static struct diary_entry *add_entry(struct process *process, struct round_entry *round,
                                     const struct event *event) {
    const struct event_diary_put *put = &event->body.diary_put;
    struct diary *diary = diary_of(round);
    struct diary_entry *entry = memory_allocate(sizeof *entry);
    diary->list = memory_grow(diary->list, &diary->capacity, diary->count + 1, sizeof(struct diary_entry *));
    diary->list[diary->count++] = entry;
    entry->id = put->id;
    entry->round = round;
    entry->person = persons_get(&process->persons, event->actor);
    tracked_init(&entry->tracked, &diary_tracking, put->id);
    thing_add(process, &entry->tracked);
    person_contribution_in(entry->person, round)->made++;
    person_add_own(entry->person, round, &entry->tracked);
    round_count_contribution(round);
    return entry;
}

struct tracked *diary_apply_put(struct process *process, const struct event *event) {
    const struct event_diary_put *put = &event->body.diary_put;
    struct round_entry *round = round_find(process, put->round);
    struct diary_entry *entry = diary_find(process, put->id);
    bool was_on_record = entry && diary_is_on_record(entry);
    if (!entry) {
        entry = add_entry(process, round, event);
    } else if (!entry->removed) {
        seqs_add(&process->stray, entry->text_seq);
    }
    if (put->removed) {
        seqs_add(&process->stray, event->seq);
    }
    keep_str(&entry->text, event->redacted ? (struct str){0} : put->text);
    keep_str(&entry->tags, event->redacted ? (struct str){0} : put->tags);
    memcpy(entry->day, put->day.data, DAY_TEXT_LENGTH);
    entry->about = put->about;
    entry->text_seq = event->seq;
    entry->redacted = false; /* whatever event->redacted says: a redaction comes by its own event */
    entry->rev = put->rev;
    entry->removed = put->removed;
    entry->consent = put->consent;
    entry->studies = study_set_of(process, put->consents, put->consents_count);
    entry->role = put->role;
    keep_str(&entry->organisation_type, put->organisation_type);
    process_mark_used(process, put->role);
    persons_count_bytes(process, event, round->session);
    return diary_changed(process, entry, was_on_record);
}

/* ---- the organiser's answer ---- */

/* The base is the entry's, whose own changes are its author's and put no answer aside. */
enum reason diary_judge_answer(const struct process *process, const struct event *event) {
    const struct event_diary_answer *answer = &event->body.diary_answer;
    const struct diary_entry *entry = diary_find(process, answer->id);
    if (!entry) {
        return REASON_UNKNOWN_DIARY;
    }
    if (entry->removed) {
        return REASON_REMOVED;
    }
    if (entry->redacted) {
        return REASON_REDACTED;
    }
    bool is_stale = answer->base < entry->answer_seq || answer->base > process->head;
    return is_stale ? REASON_STALE : REASON_ABSENT;
}

struct tracked *diary_apply_answer(struct process *process, const struct event *event) {
    const struct event_diary_answer *answer = &event->body.diary_answer;
    struct diary_entry *entry = diary_find(process, answer->id);
    if (entry->answer_seq > 0) {
        seqs_add(&process->stray, entry->answer_seq);
    }
    keep_str(&entry->answer, event->redacted ? (struct str){0} : answer->text);
    entry->answer_seq = event->seq;
    return diary_changed(process, entry, diary_is_on_record(entry));
}
