/* What is written to be carried on: open questions, next steps, gaps, what we know, messages, trials. An
 * entry is put whole, so an undo says again what there was, and nothing of an older one is needed: texts that
 * were superseded, removed or refused are due to be emptied at once. Nothing is decided by those texts. */
#include "base/memory.h"
#include "core/erasures.h"
#include "core/handler.h"
#include "core/state.h"

/* A note that it names anew must be one that all may see: an entry is seen by all. */
static enum reason judge_note(const struct process *process, const struct entry *old, struct id id) {
    const struct note *note = process_note(process, id);
    if (id_is_none(id) || (old && id_equal(old->note, id))) {
        return REASON_ABSENT;
    }
    if (!note) {
        return REASON_UNKNOWN_NOTE;
    }
    return note_is_visible_to_all(note) ? REASON_ABSENT : REASON_HIDDEN;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_entry_put *put = &event->body.entry_put;
    const struct entry *old = process_entry(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->changed : 0)) {
        return REASON_STALE;
    }
    if (old && old->erased) {
        return REASON_REDACTED;
    }
    if (!old && process->entry_count >= PROCESS_ENTRIES) {
        return REASON_TOO_MANY;
    }
    if (put->form == ENTRY_FORM_ABSENT || put->state == ENTRY_STATE_ABSENT) {
        return REASON_WRONG_FORM;
    }
    if (!session_may_be_named(process, put->session, old ? old->session : (struct id){{0}})) {
        return REASON_UNKNOWN_SESSION;
    }
    bool had_seat = id_is_none(put->seat) || (old && id_equal(old->seat, put->seat));
    if (!had_seat && !seat_stands(process, put->seat)) {
        return REASON_UNKNOWN_SEAT;
    }
    return judge_note(process, old, put->note);
}

static struct entry_entry *add_entry(struct process *process, const struct event *event) {
    struct entry_entry *entry = memory_allocate(sizeof *entry);
    struct id id = event->body.entry_put.id;
    process->entries = memory_grow(process->entries, &process->entry_capacity, process->entry_count + 1,
                                   sizeof(struct entry *));
    process->entries[process->entry_count++] = &entry->entry;
    entry->entry.id = id;
    entry->entry.created_at = event->at;
    tracked_init(&entry->tracked, &entry_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static void free_texts(struct entry *entry) {
    memory_free_str(&entry->text);
    memory_free_str(&entry->owner);
    memory_free_str(&entry->reference);
    memory_free_str(&entry->recipient);
    memory_free_str(&entry->outcome);
    memory_free_str(&entry->learnt);
    memory_free_str(&entry->word);
}

/* A redacted event has none of them. */
static void keep_texts(struct entry *entry, const struct event_entry_put *put) {
    keep_str(&entry->text, put->text);
    keep_str(&entry->owner, put->owner);
    keep_str(&entry->reference, put->reference);
    keep_str(&entry->recipient, put->recipient);
    keep_str(&entry->outcome, put->outcome);
    keep_str(&entry->learnt, put->learnt);
    keep_str(&entry->word, put->word);
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_entry_put *put = &event->body.entry_put;
    struct entry_entry *found = entry_find(process, put->id);
    if (!found) {
        found = add_entry(process, event);
    } else if (!found->entry.removed) { /* else it is due already */
        seqs_add(&process->stray, found->text_seq);
    }
    if (put->removed) {
        seqs_add(&process->stray, event->seq);
    }
    struct entry *entry = &found->entry;
    keep_texts(entry, put);
    entry->form = put->form;
    entry->state = put->state;
    entry->basis = put->basis;
    entry->session = put->session;
    entry->seat = put->seat;
    entry->note = put->note;
    entry->until = put->until;
    entry->position = put->position;
    entry->removed = put->removed;
    entry->redacted = false;
    entry->changed = event->seq;
    entry->changed_at = event->at;
    found->text_seq = event->seq;
    tracked_touch(process, &found->tracked);
    return &found->tracked;
}

const struct handler entry_handlers[] = {
    {EVENT_ENTRY_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static struct entry_entry *entry_of(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct entry_entry, tracked);
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct entry *entry = &entry_of(tracked)->entry;
    (void)process;
    return entry->removed || entry->redacted ? 0 : SEEN_BY_ALL;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct entry *entry = &entry_of(tracked)->entry;
    (void)process, (void)arena;
    entity->body.entry = (struct entity_entry){
        .form = entry->form,
        .session = entry->session,
        .text = entry->text,
        .state = entry->state,
        .seat = entry->seat,
        .owner = entry->owner,
        .until = entry->until,
        .basis = entry->basis,
        .reference = entry->reference,
        .recipient = entry->recipient,
        .outcome = entry->outcome,
        .learnt = entry->learnt,
        .word = entry->word,
        .note = entry->note,
        .position = entry->position,
        .removed = entry->removed,
        .redacted = view == VIEW_STATE && entry->redacted,
    };
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct entry_entry *entry = entry_of(tracked);
    if (entry->text_seq == seq) {
        free_texts(&entry->entry);
        entry->entry.redacted = true;
        tracked_touch(process, tracked);
    }
}

const struct tracked_kind entry_tracking = {ENTITY_ENTRY, seen_by, NULL, fill, redact};

struct erasable entry_erasable(const struct tracked *tracked) {
    const struct entry *entry = &entry_of(tracked)->entry;
    return (struct erasable){.session = entry->session, .erased = entry->erased};
}

void entry_erase(struct process *process, struct tracked *tracked) {
    struct entry *entry = &entry_of(tracked)->entry;
    free_texts(entry);
    entry->removed = entry->redacted = entry->erased = true;
    tracked_touch(process, tracked);
}

void entries_finish(struct process *process) {
    for (size_t i = 0; i < process->entry_count; i++) {
        struct entry_entry *entry = entry_find(process, process->entries[i]->id);
        free_texts(&entry->entry);
        memory_free(entry);
    }
    memory_free(process->entries);
}
