/* Paper notes: entered by hosts for people who have no device. Each of these people is an author, known by an
 * id that the host's page draws for every new one, and is counted as the others are. Their notes come while
 * the round is open or when it has closed, so they are never late; they carry no consent and no role. */
#include "core/rounds/note.h"

/* As if the person had sent it. */
static struct event by_person(const struct event *event) {
    struct event entered = *event;
    entered.actor = (struct actor){ACTOR_AUTHOR, event->body.note_enter.person};
    return entered;
}

/* Nobody enters notes in the name of somebody who writes themself. */
static enum reason judge_person(const struct process *process, struct actor actor) {
    const struct person *person = persons_find(&process->persons, actor);
    if (person) {
        return person->entered ? REASON_ABSENT : REASON_ID_TAKEN;
    }
    return process->entered_count >= PROCESS_PARTICIPANTS ? REASON_FULL : REASON_ABSENT;
}

static enum reason judge_again(const struct round_entry *round, const struct note_entry *entry,
                               const struct event_note_enter *enter) {
    int64_t cap = round->round.notes.cap;
    if (enter->rev <= entry->note.rev) {
        return REASON_STALE;
    }
    if (entry->note.erased) {
        return REASON_REDACTED;
    }
    bool comes_back = entry->note.removed && !enter->removed;
    bool is_full = cap > 0 && person_contribution(entry->person, round).standing >= cap;
    return comes_back && is_full ? REASON_OVER_NOTE_CAP : REASON_ABSENT;
}

/* Where the round goes by a grouping or by tables, hosts may say whose it is. */
static enum reason judge_new(const struct process *process, const struct round_entry *round,
                             const struct event *entered, struct id group) {
    bool goes_by_groups = round->round.visibility == VISIBILITY_GROUP;
    enum reason reason = id_is_none(group) ? REASON_ABSENT
                         : goes_by_groups  ? round_judge_group(process, round, group)
                                           : REASON_WRONG_FORM;
    return reason == REASON_ABSENT ? note_judge_new(process, round, entered) : reason;
}

enum reason paper_judge_enter(const struct process *process, const struct event *event) {
    const struct event_note_enter *enter = &event->body.note_enter;
    const struct event entered = by_person(event);
    const struct note_entry *old = note_find(process, enter->id);
    enum reason reason;
    const struct round_entry *round = round_find_form(process, enter->round, ROUND_FORM_NOTES, &reason);
    if (!round || (reason = judge_person(process, entered.actor)) != REASON_ABSENT) {
        return reason;
    }
    if (old ? old->round != round || !old->note.entered || !actor_equal(old->note.author, entered.actor)
            : thing_find(process, enter->id) != NULL) {
        return REASON_ID_TAKEN;
    }
    if (enter->rev < 1) {
        return REASON_STALE;
    }
    if (round->round.opened == 0) {
        return REASON_NOT_OPEN;
    }
    if (round->round.authorship == AUTHORSHIP_ORGANISATION) { /* the answer would be nobody's */
        return REASON_UNKNOWN_ORGANISATION;
    }
    reason = old ? judge_again(round, old, enter) : judge_new(process, round, &entered, enter->group);
    if (reason == REASON_ABSENT) {
        reason = persons_judge_bytes(process, &entered, round->session);
    }
    bool is_read = reason == REASON_ABSENT && !enter->removed && !event->redacted;
    return is_read ? note_judge_text(enter->text, round->round.notes.fields) : reason;
}

/* Its text comes with it every time, so a note whose text was emptied meanwhile is whole again. */
struct tracked *paper_apply_enter(struct process *process, const struct event *event) {
    const struct event_note_enter *enter = &event->body.note_enter;
    const struct event entered = by_person(event);
    struct round_entry *round = round_find(process, enter->round);
    struct note_entry *entry = note_find(process, enter->id);
    bool was_on_record = entry && note_is_on_record(&entry->note);
    struct person *person = persons_get(&process->persons, entered.actor);
    if (!person->entered) {
        person->entered = true;
        process->entered_count++;
    }
    if (!entry) {
        entry = note_add(process, round, enter->id, &entered);
        entry->note.entered = true;
        note_set_group(process, entry, enter->group);
        if (round_goes_by_tables(&round->round)) {
            entry->note.table = enter->group;
            process_mark_used(process, enter->group);
        }
    }
    person_contribution_in(person, round)->standing += entry->note.removed - enter->removed;
    note_set_text(entry, event, enter->text, enter->rev);
    entry->note.removed = enter->removed;
    entry->note.redacted = false;
    persons_count_bytes(process, &entered, round->session);
    return note_changed(process, entry, was_on_record);
}
