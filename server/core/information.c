/* What everybody is told about what becomes of their data: one text a process, with who is responsible, how
 * long it is kept and what one may ask for. As a study's text, it is another version once somebody may have
 * read it. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/state.h"

struct information_entry {
    struct tracked tracked;
    struct str text, hash, responsible, contact, kept, rights;
    int64_t version;
    bool removed;
    int64_t changed; /* also the event that its contact is of */
};

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_information_put *put = &event->body.information_put;
    const struct information_entry *old = process->information;
    if (old ? !id_equal(old->tracked.id, put->id) : thing_find(process, put->id) != NULL) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->changed : 0)) {
        return REASON_STALE;
    }
    return str_is_empty(put->text) ? REASON_EMPTY : REASON_ABSENT;
}

static bool is_same(const struct information_entry *entry, const struct event_information_put *put) {
    return str_equal(entry->text, put->text) && str_equal(entry->responsible, put->responsible) &&
           str_equal(entry->kept, put->kept) && str_equal(entry->rights, put->rights);
}

static struct information_entry *add_information(struct process *process, struct id id) {
    struct information_entry *entry = memory_allocate(sizeof *entry);
    process->information = entry;
    entry->version = 1;
    tracked_init(&entry->tracked, &information_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_information_put *put = &event->body.information_put;
    struct information_entry *entry = process->information;
    if (!entry) {
        entry = add_information(process, put->id);
    } else {
        entry->version += process->participant_count > 0 && !is_same(entry, put);
        if (!entry->removed) {
            seqs_add(&process->stray, entry->changed);
        }
    }
    if (put->removed) {
        seqs_add(&process->stray, event->seq);
    }
    keep_str(&entry->text, put->text);
    keep_str(&entry->hash, put->hash);
    keep_str(&entry->responsible, put->responsible);
    keep_str(&entry->contact, put->contact);
    keep_str(&entry->kept, put->kept);
    keep_str(&entry->rights, put->rights);
    entry->removed = put->removed;
    entry->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler information_handlers[] = {
    {EVENT_INFORMATION_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static struct information_entry *entry_of(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct information_entry, tracked);
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return entry_of(tracked)->removed ? 0 : SEEN_BY_ALL;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct information_entry *entry = entry_of(tracked);
    (void)process, (void)view, (void)arena;
    entity->body.information = (struct entity_information){
        .text = entry->text,
        .hash = entry->hash,
        .version = entry->version,
        .responsible = entry->responsible,
        .contact = entry->contact,
        .kept = entry->kept,
        .rights = entry->rights,
        .removed = entry->removed,
    };
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct information_entry *entry = entry_of(tracked);
    if (entry->changed == seq) {
        memory_free_str(&entry->contact);
        tracked_touch(process, tracked);
    }
}

const struct tracked_kind information_tracking = {ENTITY_INFORMATION, seen_by, NULL, fill, redact};

void information_finish(struct process *process) {
    struct information_entry *entry = process->information;
    if (entry) {
        memory_free_str(&entry->text);
        memory_free_str(&entry->hash);
        memory_free_str(&entry->responsible);
        memory_free_str(&entry->contact);
        memory_free_str(&entry->kept);
        memory_free_str(&entry->rights);
        memory_free(entry);
    }
}
