/* What becomes of notes: removed by their authors; hidden, and let in where they were late, by hosts. */
#include "core/rounds/note.h"

enum reason note_judge_remove(const struct process *process, const struct event *event) {
    const struct event_note_remove *remove = &event->body.note_remove;
    const struct note_entry *entry = note_find(process, remove->id);
    if (!entry) {
        return REASON_UNKNOWN_NOTE;
    }
    if (!actor_equal(entry->note.author, event->actor)) {
        return REASON_NOT_YOURS;
    }
    if (remove->rev <= entry->note.rev) {
        return REASON_STALE;
    }
    if (entry->note.redacted) {
        return REASON_REDACTED;
    }
    if (!round_takes(&entry->round->round, event->at) && !note_is_waiting_to_be_let_in(&entry->note)) {
        return REASON_CLOSED;
    }
    /* Taking back a removal must not get round the cap. */
    int64_t cap = entry->round->round.notes.cap;
    struct contribution contribution = person_contribution(entry->person, entry->round);
    if (!remove->removed && entry->note.removed && cap > 0 && contribution.standing >= cap) {
        return REASON_OVER_NOTE_CAP;
    }
    return persons_judge_bytes(process, event, entry->round->session);
}

struct tracked *note_apply_remove(struct process *process, const struct event *event) {
    const struct event_note_remove *remove = &event->body.note_remove;
    struct note_entry *entry = note_find(process, remove->id);
    bool was_on_record = note_is_on_record(&entry->note);
    person_contribution_in(entry->person, entry->round)->standing += entry->note.removed - remove->removed;
    entry->note.removed = remove->removed;
    entry->note.rev = remove->rev;
    persons_count_bytes(process, event, entry->round->session);
    return note_changed(process, entry, was_on_record);
}

enum reason note_judge_hide(const struct process *process, const struct event *event) {
    const struct note_entry *entry = note_find(process, event->body.note_hide.id);
    if (!entry) {
        return REASON_UNKNOWN_NOTE;
    }
    return entry->note.removed ? REASON_REMOVED : REASON_ABSENT;
}

struct tracked *note_apply_hide(struct process *process, const struct event *event) {
    const struct event_note_hide *hide = &event->body.note_hide;
    struct note_entry *entry = note_find(process, hide->id);
    struct seqs *spent = &notes_in(entry->round)->spent;
    bool was_on_record = note_is_on_record(&entry->note);
    bool has_reason = hide->hidden && !event->redacted;
    if (entry->hide_seq > 0) {
        seqs_add(spent, entry->hide_seq);
    }
    if (!hide->hidden) {
        seqs_add(spent, event->seq);
    }
    entry->hide_seq = hide->hidden ? event->seq : 0;
    entry->note.hidden = hide->hidden;
    keep_str(&entry->note.hide_reason, has_reason ? hide->reason : (struct str){0});
    return note_changed(process, entry, was_on_record);
}

enum reason note_judge_admit(const struct process *process, const struct event *event) {
    const struct note_entry *entry = note_find(process, event->body.note_admit.id);
    if (!entry) {
        return REASON_UNKNOWN_NOTE;
    }
    if (!entry->note.late) {
        return REASON_NOT_LATE;
    }
    return entry->note.removed ? REASON_REMOVED : REASON_ABSENT;
}

struct tracked *note_apply_admit(struct process *process, const struct event *event) {
    struct note_entry *entry = note_find(process, event->body.note_admit.id);
    bool was_on_record = note_is_on_record(&entry->note);
    entry->note.admitted = event->body.note_admit.admitted;
    return note_changed(process, entry, was_on_record);
}
