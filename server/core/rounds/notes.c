/* The round of notes: a question answered on sticky notes.
 *
 * What is decided here must never hang on a text that may be emptied later, nor may what is counted: a refold
 * of redacted events gives the same verdicts. So emptiness and fields are judged only of events that have
 * their texts (those refused for it cannot be redacted, see redactions.c), sizes are those of the original
 * bodies, and flags that follow from a redaction are set by its event, never by the gap it left. */
#include <stdlib.h>

#include "base/memory.h"
#include "core/rounds/note.h"

/* ---- settings ---- */

static enum reason judge_settings(const struct process *process, const struct round_entry *old,
                                  const struct event_round_put *put) {
    int64_t fields = put->notes ? put->notes->fields : 0, cap = put->notes ? put->notes->cap : 0;
    (void)process;
    if (!round_puts_only(put, ROUND_FORM_NOTES) || fields < 0 || fields > NOTE_FIELDS || cap < 0) {
        return REASON_WRONG_FORM;
    }
    bool answered = old && old->round.contributions > 0;
    return answered && fields != old->round.notes.fields ? REASON_HAS_ANSWERS : REASON_ABSENT;
}

static void begin(struct process *process, struct round_entry *round) {
    (void)process;
    round->data = memory_allocate(sizeof(struct notes));
}

static int compare_turns(const void *left, const void *right) {
    const struct note *a = *(const struct note *const *)left, *b = *(const struct note *const *)right;
    return a->turn != b->turn ? (a->turn > b->turn) - (a->turn < b->turn) : id_compare(a->id, b->id);
}

/* By turn and id, so that the order of changes does not give away the order in which people wrote. */
static void touch_all(struct process *process, struct round_entry *round) {
    struct notes *notes = notes_in(round);
    const struct note **shuffled = memory_allocate(notes->count * sizeof(struct note *));
    for (size_t i = 0; i < notes->count; i++) {
        shuffled[i] = notes->list[i];
    }
    if (notes->count > 0) {
        qsort(shuffled, notes->count, sizeof(struct note *), compare_turns);
    }
    for (size_t i = 0; i < notes->count; i++) {
        struct note_entry *entry = note_entry_of(shuffled[i]);
        tracked_touch(process, &entry->tracked);
        sortings_follow_note(process, entry);
    }
    memory_free(shuffled);
}

static void apply_settings(struct process *process, struct round_entry *round,
                           const struct event_round_put *put) {
    bool supports = round->round.notes.supports;
    round->round.notes = put->notes ? *put->notes : (struct notes_settings){0};
    if (supports != round->round.notes.supports) {
        touch_all(process, round);
    }
}

static void state_changed(struct process *process, struct round_entry *round) {
    (void)process, (void)round;
}

/* What names a note names the round with it, once the note is there. */
static struct subject subject(const struct process *process, const struct event *event) {
    const union event_body *body = &event->body;
    struct id id = {{0}};
    switch (event->kind) {
    case EVENT_NOTE_PUT:
        return (struct subject){body->note_put.round, body->note_put.id};
    case EVENT_NOTE_ENTER:
        return (struct subject){body->note_enter.round, body->note_enter.id};
    case EVENT_NOTE_REMOVE:
        id = body->note_remove.id;
        break;
    case EVENT_NOTE_HIDE:
        id = body->note_hide.id;
        break;
    case EVENT_NOTE_ADMIT:
        id = body->note_admit.id;
        break;
    default:
        id = body->note_support.note;
    }
    const struct note_entry *entry = note_find(process, id);
    return (struct subject){entry ? entry->round->round.id : (struct id){{0}}, id};
}

/* ---- texts that are due to be emptied ---- */

/* A text that was refused is nobody's to see: it goes with the superseded ones of the round that it was meant
 * for, or by itself where there is no such round. */
static void refused(struct process *process, const struct event *event, enum reason reason) {
    bool has_text = event->kind == EVENT_NOTE_PUT || event->kind == EVENT_NOTE_ENTER ||
                    (event->kind == EVENT_NOTE_HIDE && !str_is_empty(event->body.note_hide.reason));
    if (!has_text || reason == REASON_EMPTY || reason == REASON_BAD_FIELDS) {
        return;
    }
    struct subject about = subject(process, event);
    struct round_entry *round = round_find(process, about.round);
    const struct note_entry *note = note_find(process, about.thing);
    bool is_ours = round && round->kind == &notes_round_kind && !(note && note->note.erased);
    seqs_add(is_ours ? &notes_in(round)->spent : &process->stray, event->seq);
}

void notes_let_go(struct process *process, struct round_entry *round) {
    struct seqs *spent = &notes_in(round)->spent;
    for (size_t i = 0; i < spent->count; i++) {
        seqs_add(&process->stray, spent->list[i]);
    }
    spent->count = 0;
}

static bool is_redacted(const struct process *process, int64_t seq) {
    return commands_at(&process->commands, seq)->redacted;
}

static void due(const struct process *process, const struct round_entry *round, struct seqs *seqs) {
    const struct notes *notes = notes_in(round);
    for (size_t i = 0; i < notes->spent.count; i++) {
        if (!is_redacted(process, notes->spent.list[i])) {
            seqs_add(seqs, notes->spent.list[i]);
        }
    }
    for (size_t i = 0; i < notes->count; i++) {
        const struct note *note = notes->list[i];
        if (note->removed && !is_redacted(process, note->text_seq)) {
            seqs_add(seqs, note->text_seq);
        }
    }
}

/* ---- what only the server may say ---- */

/* A removal that the fold must refuse, which the round's opening as its time would not tell it. */
static bool comes_too_late(const struct note_entry *entry, int64_t arrived) {
    return !round_takes(&entry->round->round, arrived) && !note_is_waiting_to_be_let_in(&entry->note);
}

/* A note stays with its group, or table, when its author is moved: what goes along with it is shared by many
 * there. */
static struct id group_of(const struct process *process, const struct round_entry *round,
                          const struct participant_entry *person, struct id note) {
    const struct note_entry *old = note_find(process, note);
    return old && old->round == round ? note_group(&old->note)
                                      : person_group_or_table(process, person, round);
}

static void complete_put(const struct process *process, const struct round_entry *round,
                         const struct participant_entry *person, int64_t arrived,
                         struct event_note_put *put) {
    struct id group = group_of(process, round, person, put->id);
    bool is_told = put->group_size > 0 || round->round.visibility == VISIBILITY_GROUP;
    struct bearings bearings = round_bearings(process, round, person, is_told ? &group : NULL);
    bool has_grouping = !id_is_none(round->round.grouping);
    bool needs_table = !has_grouping && (is_told || round->round.authorship != AUTHORSHIP_ANONYMOUS);
    put->consent = bearings.consent;
    put->consents = study_set_list(bearings.studies, &put->consents_count);
    put->role = bearings.role;
    put->organisation_type = bearings.organisation_type;
    put->level = bearings.level;
    put->table = needs_table ? group : (struct id){0};
    put->group = has_grouping ? group : (struct id){0};
    put->late = round->round.opened > 0 && !round_takes(&round->round, arrived);
}

static bool complete(const struct process *process, const struct participant_entry *person, int64_t arrived,
                     struct event *event) {
    struct subject about = subject(process, event);
    enum reason reason;
    const struct round_entry *round = round_find_form(process, about.round, ROUND_FORM_NOTES, &reason);
    const struct note_entry *entry =
        event->kind == EVENT_NOTE_REMOVE ? note_find(process, about.thing) : NULL;
    if (!round) {
        return false;
    }
    if (event->kind == EVENT_NOTE_SUPPORT) {
        return round_fixes_time(round, arrived, event);
    }
    if (event->kind == EVENT_NOTE_PUT) {
        complete_put(process, round, person, arrived, &event->body.note_put);
    }
    if (round->round.authorship != AUTHORSHIP_ANONYMOUS || round->round.opened == 0 ||
        (entry && comes_too_late(entry, arrived))) {
        return false;
    }
    event->at = round->round.opened;
    return true;
}

static const struct handler handlers[] = {
    {EVENT_NOTE_PUT, BY_CONTRIBUTOR, note_judge_put, note_apply_put},
    {EVENT_NOTE_REMOVE, BY_CONTRIBUTOR, note_judge_remove, note_apply_remove},
    {EVENT_NOTE_HIDE, BY_HOST, note_judge_hide, note_apply_hide},
    {EVENT_NOTE_ADMIT, BY_HOST, note_judge_admit, note_apply_admit},
    {EVENT_NOTE_ENTER, BY_HOST, paper_judge_enter, paper_apply_enter},
    {EVENT_NOTE_SUPPORT, BY_CONTRIBUTOR, support_judge, support_apply},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static void finish(struct round_entry *round) {
    struct notes *notes = notes_in(round);
    for (size_t i = 0; i < notes->count; i++) {
        struct note_entry *entry = note_entry_of(notes->list[i]);
        memory_free_str(&entry->note.text);
        memory_free_str(&entry->note.organisation_type);
        memory_free_str(&entry->note.hide_reason);
        memory_free(entry->supporters);
        memory_free(entry);
    }
    supporters_finish(notes);
    memory_free(notes->list);
    memory_free(notes->spent.list);
    memory_free(notes);
}

const struct round_kind notes_round_kind = {
    .form = ROUND_FORM_NOTES,
    .reveals = true,
    .judge_settings = judge_settings,
    .begin = begin,
    .apply_settings = apply_settings,
    .sight_changed = touch_all,
    .state_changed = state_changed,
    .due = due,
    .refused = refused,
    .subject = subject,
    .complete = complete,
    .end = notes_let_go, /* nobody has written in it, but texts may have been refused */
    .finish = finish,
    .handlers = handlers,
};

const struct note *process_note(const struct process *process, struct id id) {
    const struct note_entry *entry = note_find(process, id);
    return entry ? &entry->note : NULL;
}

const struct note *const *process_notes(const struct process *process, const struct round *round,
                                        size_t *count) {
    const struct round_entry *entry = round_find(process, round->id);
    const struct notes *notes = entry && entry->kind == &notes_round_kind ? notes_in(entry) : NULL;
    *count = notes ? notes->count : 0;
    return notes ? notes->list : NULL;
}
