/* Notes as their authors put them. */
#include "base/memory.h"
#include "core/rounds/note.h"

enum reason note_judge_new(const struct process *process, const struct round_entry *round,
                           const struct event *event) {
    const struct person *person = persons_find(&process->persons, event->actor);
    struct contribution contribution = person_contribution(person, round);
    int64_t cap = round->round.notes.cap;
    if (cap > 0 && contribution.standing >= cap) {
        return REASON_OVER_NOTE_CAP;
    }
    bool full = person_usage(person, round->session).notes >= PROCESS_NOTES_PER_SESSION;
    return full ? REASON_TOO_MANY_NOTES : REASON_ABSENT;
}

static enum reason judge_again(const struct round_entry *round, const struct note *note,
                               const struct event *event) {
    const struct event_note_put *put = &event->body.note_put;
    if (put->rev <= note->rev) {
        return REASON_STALE;
    }
    if (note->removed) {
        return REASON_REMOVED;
    }
    if (note->redacted) {
        return REASON_REDACTED;
    }
    bool in_time = round_takes(&round->round, event->at) && !put->late;
    return in_time || note_is_waiting_to_be_let_in(note) ? REASON_ABSENT : REASON_CLOSED;
}

/* Whether it is some group's, where it must be; a note that is there has its group. */
static bool has_group(const struct process *process, const struct round_entry *round,
                      const struct note_entry *old, const struct event_note_put *put) {
    if (id_is_none(round->round.grouping)) {
        return put->group_size == 0 || !id_is_none(put->table);
    }
    return old || note_group_stands(process, round, put->group);
}

enum reason note_judge_put(const struct process *process, const struct event *event) {
    const struct event_note_put *put = &event->body.note_put;
    const struct note_entry *old = note_find(process, put->id);
    enum reason reason;
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_NOTES, &reason);
    if (!round || (reason = round_judge_contributor(process, round, event)) != REASON_ABSENT) {
        return reason;
    }
    if (old ? old->round != round || !actor_equal(old->note.author, event->actor)
            : thing_find(process, put->id) != NULL) {
        return REASON_ID_TAKEN;
    }
    if (put->rev < 1) {
        return REASON_STALE;
    }
    if (event->actor.kind == ACTOR_AUTHOR && (put->language != LANGUAGE_ABSENT || put->shared)) {
        return REASON_WRONG_FORM; /* what tells one writer from another must not be kept of the anonymous */
    }
    if (round->round.opened == 0) {
        return REASON_NOT_OPEN;
    }
    if (!has_group(process, round, old, put)) {
        return REASON_NOT_A_GROUP;
    }
    reason = old ? judge_again(round, &old->note, event) : note_judge_new(process, round, event);
    if (reason == REASON_ABSENT) {
        reason = persons_judge_bytes(process, event, round->session);
    }
    return reason == REASON_ABSENT && !event->redacted ? note_judge_text(put->text, round->round.notes.fields)
                                                       : reason;
}

struct note_entry *note_add(struct process *process, struct round_entry *round, struct id id,
                            const struct event *event) {
    struct notes *notes = notes_in(round);
    struct note_entry *entry = memory_allocate(sizeof *entry);
    notes->list = memory_grow(notes->list, &notes->capacity, notes->count + 1, sizeof(struct note *));
    notes->list[notes->count++] = &entry->note;
    entry->round = round;
    entry->person = persons_get(&process->persons, event->actor);
    entry->note.id = id;
    entry->note.round = &round->round;
    entry->note.author = event->actor;
    entry->note.created_at = event->at;
    tracked_init(&entry->tracked, &note_tracking, id);
    thing_add(process, &entry->tracked);
    struct contribution *contribution = person_contribution_in(entry->person, round);
    entry->note.turn = contribution->made++;
    contribution->standing++;
    person_usage_in(entry->person, round->session)->notes++;
    person_add_own(entry->person, round, &entry->tracked);
    round_count_contribution(round);
    return entry;
}

void note_set_text(struct note_entry *entry, const struct event *event, struct str text, int64_t rev) {
    struct note *note = &entry->note;
    if (note->text_seq > 0) {
        seqs_add(&notes_in(entry->round)->spent, note->text_seq);
        note->edits++;
    }
    keep_str(&note->text, event->redacted ? (struct str){0} : text);
    note->text_seq = event->seq;
    note->rev = rev;
    note->changed_at = event->at;
}

struct tracked *note_apply_put(struct process *process, const struct event *event) {
    const struct event_note_put *put = &event->body.note_put;
    struct round_entry *round = round_find(process, put->round);
    struct note_entry *entry = note_find(process, put->id);
    bool was_on_record = entry && note_is_on_record(&entry->note);
    if (!entry) {
        entry = note_add(process, round, put->id, event);
        entry->note.table = put->table;
        note_set_group(process, entry, put->group);
        entry->note.late = put->late || !round_takes(&round->round, event->at);
        process_mark_used(process, put->table);
    }
    struct note *note = &entry->note;
    note_set_text(entry, event, put->text, put->rev);
    note->group_size = put->group_size;
    note->sight = round_is_open_to_all(&round->round) ? VISIBILITY_ALL : round->round.visibility;
    note->after_reveal = round->round.revealed;
    note->language = put->language;
    note->shared_phone = put->shared;
    note->consent = put->consent;
    note->studies = study_set_of(process, put->consents, put->consents_count);
    note->role = put->role;
    note->level = put->level;
    keep_str(&note->organisation_type, put->organisation_type);
    process_mark_used(process, put->role);
    process_mark_used(process, put->level);
    persons_count_bytes(process, event, round->session);
    return note_changed(process, entry, was_on_record);
}
