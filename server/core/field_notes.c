/* What people who observe a session write down. A field note is its observer's alone: no screen sees it, and
 * of records only the material of its study has it. It keeps the time at which it was first put; texts that
 * were superseded, removed or refused are due to be emptied at once. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/state.h"
#include "core/studies.h"

static struct field_note_entry *field_note_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &field_note_tracking);
    return tracked ? LIST_ENTRY(tracked, struct field_note_entry, tracked) : NULL;
}

const struct field_note *process_field_note(const struct process *process, struct id id) {
    const struct field_note_entry *entry = field_note_find(process, id);
    return entry ? &entry->note : NULL;
}

/* A study may be removed later: what was written for it stays its own. */
static bool study_is_there(const struct process *process, const struct field_note *old, struct id study) {
    const struct study_entry *entry = study_find(process, study);
    return id_is_none(study) || old || (entry && !entry->study.removed);
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_field_note_put *put = &event->body.field_note_put;
    const struct field_note *old = process_field_note(process, put->id);
    bool is_another = old ? !id_equal(old->session, put->session) || !id_equal(old->study, put->study) ||
                                !id_equal(old->observer, event->actor.id)
                          : thing_find(process, put->id) != NULL;
    if (is_another) {
        return REASON_ID_TAKEN;
    }
    if (!session_find(process, put->session)) {
        return REASON_UNKNOWN_SESSION;
    }
    if (!study_is_there(process, old, put->study)) {
        return REASON_UNKNOWN_STUDY;
    }
    if (base_is_stale(process, put->base, old ? old->changed : 0)) {
        return REASON_STALE;
    }
    return !old && process->field_note_count >= PROCESS_FIELD_NOTES ? REASON_TOO_MANY : REASON_ABSENT;
}

static struct field_note_entry *add_field_note(struct process *process, const struct event *event) {
    struct field_note_entry *entry = memory_allocate(sizeof *entry);
    process->field_notes = memory_grow(process->field_notes, &process->field_note_capacity,
                                       process->field_note_count + 1, sizeof(struct field_note *));
    process->field_notes[process->field_note_count++] = &entry->note;
    entry->note.id = event->body.field_note_put.id;
    entry->note.session = event->body.field_note_put.session;
    entry->note.study = event->body.field_note_put.study;
    entry->note.observer = event->actor.id;
    entry->note.at = event->at;
    tracked_init(&entry->tracked, &field_note_tracking, entry->note.id);
    thing_add(process, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_field_note_put *put = &event->body.field_note_put;
    struct field_note_entry *entry = field_note_find(process, put->id);
    if (!entry) {
        entry = add_field_note(process, event);
    } else if (!entry->note.removed) { /* else it is due already */
        seqs_add(&process->stray, entry->note.changed);
    }
    if (put->removed) {
        seqs_add(&process->stray, event->seq);
    }
    keep_str(&entry->note.text, put->text);
    entry->note.removed = put->removed;
    entry->note.changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler field_note_handlers[] = {
    {EVENT_FIELD_NOTE_PUT, 1 << ACTOR_ACCOUNT, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- who sees it ---- */

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return 0;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct field_note *note = &LIST_ENTRY(tracked, struct field_note_entry, tracked)->note;
    (void)process, (void)arena;
    entity->body.field_note = (struct entity_field_note){
        .session = note->session,
        .study = note->study,
        .text = note->text,
        .at = note->at,
        .removed = note->removed,
        .observer = view == VIEW_STATE ? note->observer : (struct id){{0}},
    };
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct field_note_entry *entry = LIST_ENTRY(tracked, struct field_note_entry, tracked);
    if (entry->note.changed == seq) {
        memory_free_str(&entry->note.text);
        tracked_touch(process, tracked);
    }
}

const struct tracked_kind field_note_tracking = {ENTITY_FIELD_NOTE, seen_by, NULL, fill, redact};

struct tracked *field_note_own(const struct process *process, size_t index, struct id observer) {
    struct field_note_entry *entry = field_note_find(process, process->field_notes[index]->id);
    return id_equal(entry->note.observer, observer) ? &entry->tracked : NULL;
}

void field_notes_finish(struct process *process) {
    for (size_t i = 0; i < process->field_note_count; i++) {
        struct field_note_entry *entry = field_note_find(process, process->field_notes[i]->id);
        memory_free_str(&entry->note.text);
        memory_free(entry);
    }
    memory_free(process->field_notes);
}

const struct field_note *const *process_field_notes(const struct process *process, size_t *count) {
    *count = process->field_note_count;
    return process->field_notes;
}
