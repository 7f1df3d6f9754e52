/* The round of notes: a question answered on sticky notes.
 *
 * What is decided here must never hang on a text that may be emptied later, nor may what is counted: a refold
 * of redacted events gives the same verdicts. So emptiness and fields are judged only of events that have
 * their texts (those refused for it cannot be redacted, see redactions.c), sizes are those of the original
 * bodies, and flags that follow from a redaction are set by its event, never by the gap it left. */
#include <stdlib.h>

#include "base/memory.h"
#include "core/rounds/note.h"

/* round->data */
struct notes {
    const struct note **list;
    size_t count, capacity;
    struct seqs spent; /* events with texts that nothing shows any more */
};

static struct notes *notes_in(const struct round_entry *round) {
    return round->data;
}

static struct note_entry *find_note(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &note_tracking);
    return tracked ? note_of_tracked(tracked) : NULL;
}

/* ---- settings ---- */

static enum reason judge_settings(const struct process *process, const struct round_entry *old,
                                  const struct event_round_put *put) {
    int64_t fields = put->notes ? put->notes->fields : 0, cap = put->notes ? put->notes->cap : 0;
    (void)process;
    if (put->ballot || fields < 0 || fields > NOTE_FIELDS || cap < 0) {
        return REASON_WRONG_FORM;
    }
    bool answered = old && old->round.contributions > 0;
    return answered && fields != old->round.notes.fields ? REASON_HAS_ANSWERS : REASON_ABSENT;
}

static void begin(struct process *process, struct round_entry *round) {
    (void)process;
    round->data = memory_allocate(sizeof(struct notes));
}

static void apply_settings(struct process *process, struct round_entry *round,
                           const struct event_round_put *put) {
    (void)process;
    round->round.notes = put->notes ? *put->notes : (struct notes_settings){0};
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
        tracked_touch(process, &note_entry_of(shuffled[i])->tracked);
    }
    memory_free(shuffled);
}

static void state_changed(struct process *process, struct round_entry *round) {
    (void)process, (void)round;
}

/* ---- put ---- */

static enum reason judge_new(const struct process *process, const struct round_entry *round,
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

static bool is_waiting_to_be_let_in(const struct note *note) {
    return note->late && !note->admitted;
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
    return in_time || is_waiting_to_be_let_in(note) ? REASON_ABSENT : REASON_CLOSED;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_note_put *put = &event->body.note_put;
    const struct note_entry *old = find_note(process, put->id);
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
    if (round->round.opened == 0) {
        return REASON_NOT_OPEN;
    }
    if (put->group_size > 0 && id_is_none(put->table)) {
        return REASON_NOT_A_GROUP;
    }
    reason = old ? judge_again(round, &old->note, event) : judge_new(process, round, event);
    if (reason == REASON_ABSENT) {
        reason = persons_judge_bytes(process, event, round->session);
    }
    return reason == REASON_ABSENT && !event->redacted ? note_judge_text(put->text, round->round.notes.fields)
                                                       : reason;
}

static struct note_entry *add_note(struct process *process, struct round_entry *round,
                                   const struct event *event) {
    const struct event_note_put *put = &event->body.note_put;
    struct notes *notes = notes_in(round);
    struct note_entry *entry = memory_allocate(sizeof *entry);
    notes->list = memory_grow(notes->list, &notes->capacity, notes->count + 1, sizeof(struct note *));
    notes->list[notes->count++] = &entry->note;
    entry->round = round;
    entry->person = persons_get(&process->persons, event->actor);
    entry->note.id = put->id;
    entry->note.round = &round->round;
    entry->note.author = event->actor;
    entry->note.table = put->table;
    entry->note.late = put->late || !round_takes(&round->round, event->at);
    entry->note.created_at = event->at;
    tracked_init(&entry->tracked, &note_tracking, put->id);
    thing_add(process, &entry->tracked);
    struct contribution *contribution = person_contribution_in(entry->person, round);
    entry->note.turn = contribution->made++;
    contribution->standing++;
    person_usage_in(entry->person, round->session)->notes++;
    person_add_own(entry->person, round, &entry->tracked);
    round_count_contribution(round);
    process_mark_used(process, put->table);
    return entry;
}

/* To be called when something about a note has changed that others see, or that is counted. */
static struct tracked *note_changed(struct process *process, struct note_entry *entry, bool was_on_record) {
    bool on_record = note_is_on_record(&entry->note);
    struct contribution *contribution = person_contribution_in(entry->person, entry->round);
    int64_t before = contribution->on_record;
    contribution->on_record += on_record - was_on_record;
    tracked_touch(process, &entry->tracked);
    if ((before > 0) != (contribution->on_record > 0)) {
        round_count_answered(process, entry->round, contribution->on_record > 0 ? 1 : -1);
    }
    word_lists_touch_round(process, entry->round->round.id);
    return &entry->tracked;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_note_put *put = &event->body.note_put;
    struct round_entry *round = round_find(process, put->round);
    struct note_entry *entry = find_note(process, put->id);
    bool was_on_record = entry && note_is_on_record(&entry->note);
    if (entry) {
        seqs_add(&notes_in(round)->spent, entry->note.text_seq);
        entry->note.edits++;
    } else {
        entry = add_note(process, round, event);
    }
    struct note *note = &entry->note;
    keep_str(&note->text, event->redacted ? (struct str){0} : put->text);
    note->text_seq = event->seq;
    note->rev = put->rev;
    note->group_size = put->group_size;
    note->consent = put->consent;
    note->role = put->role;
    keep_str(&note->organisation_type, put->organisation_type);
    note->changed_at = event->at;
    process_mark_used(process, put->role);
    persons_count_bytes(process, event, round->session);
    return note_changed(process, entry, was_on_record);
}

/* ---- remove, hide, admit ---- */

static enum reason judge_remove(const struct process *process, const struct event *event) {
    const struct event_note_remove *remove = &event->body.note_remove;
    const struct note_entry *entry = find_note(process, remove->id);
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
    if (!round_takes(&entry->round->round, event->at) && !is_waiting_to_be_let_in(&entry->note)) {
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

static struct tracked *apply_remove(struct process *process, const struct event *event) {
    const struct event_note_remove *remove = &event->body.note_remove;
    struct note_entry *entry = find_note(process, remove->id);
    bool was_on_record = note_is_on_record(&entry->note);
    person_contribution_in(entry->person, entry->round)->standing += entry->note.removed - remove->removed;
    entry->note.removed = remove->removed;
    entry->note.rev = remove->rev;
    persons_count_bytes(process, event, entry->round->session);
    return note_changed(process, entry, was_on_record);
}

static enum reason judge_hide(const struct process *process, const struct event *event) {
    const struct note_entry *entry = find_note(process, event->body.note_hide.id);
    if (!entry) {
        return REASON_UNKNOWN_NOTE;
    }
    return entry->note.removed ? REASON_REMOVED : REASON_ABSENT;
}

static struct tracked *apply_hide(struct process *process, const struct event *event) {
    const struct event_note_hide *hide = &event->body.note_hide;
    struct note_entry *entry = find_note(process, hide->id);
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

static enum reason judge_admit(const struct process *process, const struct event *event) {
    const struct note_entry *entry = find_note(process, event->body.note_admit.id);
    if (!entry) {
        return REASON_UNKNOWN_NOTE;
    }
    if (!entry->note.late) {
        return REASON_NOT_LATE;
    }
    return entry->note.removed ? REASON_REMOVED : REASON_ABSENT;
}

static struct tracked *apply_admit(struct process *process, const struct event *event) {
    struct note_entry *entry = find_note(process, event->body.note_admit.id);
    bool was_on_record = note_is_on_record(&entry->note);
    entry->note.admitted = event->body.note_admit.admitted;
    return note_changed(process, entry, was_on_record);
}

/* ---- texts that are due to be emptied ---- */

/* A text that was refused is nobody's to see: it goes with the superseded ones of the round that it was meant
 * for, or by itself where there is no such round. */
static void refused(struct process *process, const struct event *event, enum reason reason) {
    if (event->kind != EVENT_NOTE_PUT || reason == REASON_EMPTY || reason == REASON_BAD_FIELDS) {
        return;
    }
    struct round_entry *round = round_find(process, event->body.note_put.round);
    bool is_ours = round && round->kind == &notes_round_kind;
    seqs_add(is_ours ? &notes_in(round)->spent : &process->stray, event->seq);
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

void note_redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct note_entry *entry = note_of_tracked(tracked);
    bool was_on_record = note_is_on_record(&entry->note);
    if (entry->note.text_seq == seq) {
        memory_free_str(&entry->note.text);
        entry->note.redacted = true;
    } else if (entry->hide_seq == seq) {
        memory_free_str(&entry->note.hide_reason);
    } else {
        return;
    }
    note_changed(process, entry, was_on_record);
}

/* ---- what only the server may say ---- */

/* A removal that the fold must refuse, which the round's opening as its time would not tell it. */
static bool comes_too_late(const struct note_entry *entry, int64_t arrived) {
    return !round_takes(&entry->round->round, arrived) && !is_waiting_to_be_let_in(&entry->note);
}

static bool complete(const struct process *process, const struct participant_entry *person, int64_t arrived,
                     struct event *event) {
    struct event_note_put *put = &event->body.note_put;
    enum reason reason;
    const struct note_entry *entry =
        event->kind == EVENT_NOTE_REMOVE ? find_note(process, event->body.note_remove.id) : NULL;
    const struct round_entry *round = entry ? entry->round : NULL;
    if (event->kind == EVENT_NOTE_PUT) {
        round = round_find_form(process, put->round, ROUND_FORM_NOTES, &reason);
    }
    if (!round) {
        return false;
    }
    bool anonymous = round->round.authorship == AUTHORSHIP_ANONYMOUS;
    if (event->kind == EVENT_NOTE_PUT) {
        struct bearings bearings = round_bearings(process, round, person);
        bool needs_table = !anonymous || put->group_size > 0 || round->round.visibility == VISIBILITY_GROUP;
        put->consent = bearings.consent;
        put->role = bearings.role;
        put->organisation_type = bearings.organisation_type;
        put->table = needs_table ? bearings.table : (struct id){0};
        put->late = round->round.opened > 0 && !round_takes(&round->round, arrived);
    }
    if (!anonymous || round->round.opened == 0 || (entry && comes_too_late(entry, arrived))) {
        return false;
    }
    event->at = round->round.opened;
    return true;
}

static const struct handler handlers[] = {
    {EVENT_NOTE_PUT, BY_CONTRIBUTOR, judge_put, apply_put},
    {EVENT_NOTE_REMOVE, BY_CONTRIBUTOR, judge_remove, apply_remove},
    {EVENT_NOTE_HIDE, BY_HOST, judge_hide, apply_hide},
    {EVENT_NOTE_ADMIT, BY_HOST, judge_admit, apply_admit},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* The round turns into one of another kind. Nobody has written in it, but texts may have been refused. */
static void end(struct process *process, struct round_entry *round) {
    const struct seqs *spent = &notes_in(round)->spent;
    for (size_t i = 0; i < spent->count; i++) {
        seqs_add(&process->stray, spent->list[i]);
    }
}

static void finish(struct round_entry *round) {
    struct notes *notes = notes_in(round);
    for (size_t i = 0; i < notes->count; i++) {
        struct note_entry *entry = note_entry_of(notes->list[i]);
        memory_free_str(&entry->note.text);
        memory_free_str(&entry->note.organisation_type);
        memory_free_str(&entry->note.hide_reason);
        memory_free(entry);
    }
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
    .complete = complete,
    .end = end,
    .finish = finish,
    .handlers = handlers,
};

const struct note *process_note(const struct process *process, struct id id) {
    const struct note_entry *entry = find_note(process, id);
    return entry ? &entry->note : NULL;
}

const struct note *const *process_notes(const struct process *process, const struct round *round,
                                        size_t *count) {
    const struct round_entry *entry = round_find(process, round->id);
    const struct notes *notes = entry && entry->kind == &notes_round_kind ? notes_in(entry) : NULL;
    *count = notes ? notes->count : 0;
    return notes ? notes->list : NULL;
}
