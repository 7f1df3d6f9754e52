/* Moments of a session that are marked while it goes on. A mark keeps the time at which it was first put,
 * whatever becomes of its title; one that was superseded, removed or refused is due to be emptied at once. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/state.h"

static struct mark_entry *mark_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &mark_tracking);
    return tracked ? LIST_ENTRY(tracked, struct mark_entry, tracked) : NULL;
}

const struct mark *process_mark(const struct process *process, struct id id) {
    const struct mark_entry *entry = mark_find(process, id);
    return entry ? &entry->mark : NULL;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_mark_put *put = &event->body.mark_put;
    const struct mark *old = process_mark(process, put->id);
    bool is_anothers = old ? !id_equal(old->session, put->session) : thing_find(process, put->id) != NULL;
    if (is_anothers) {
        return REASON_ID_TAKEN;
    }
    if (!session_find(process, put->session)) {
        return REASON_UNKNOWN_SESSION;
    }
    if (base_is_stale(process, put->base, old ? old->changed : 0)) {
        return REASON_STALE;
    }
    return !old && process->mark_count >= PROCESS_MARKS ? REASON_TOO_MANY : REASON_ABSENT;
}

static struct mark_entry *add_mark(struct process *process, const struct event *event) {
    struct mark_entry *entry = memory_allocate(sizeof *entry);
    process->marks =
        memory_grow(process->marks, &process->mark_capacity, process->mark_count + 1, sizeof(struct mark *));
    process->marks[process->mark_count++] = &entry->mark;
    entry->mark.id = event->body.mark_put.id;
    entry->mark.session = event->body.mark_put.session;
    entry->mark.at = event->at;
    tracked_init(&entry->tracked, &mark_tracking, entry->mark.id);
    thing_add(process, &entry->tracked);
    return entry;
}

/* What a removed one says is due already. */
static void note_titles(struct process *process, const struct mark *mark, const struct event *event) {
    if (mark->changed > 0 && !mark->removed) {
        seqs_add(&process->stray, mark->changed);
    }
    if (event->body.mark_put.removed) {
        seqs_add(&process->stray, event->seq);
    }
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_mark_put *put = &event->body.mark_put;
    struct mark_entry *entry = mark_find(process, put->id);
    if (!entry) {
        entry = add_mark(process, event);
    }
    struct mark *mark = &entry->mark;
    note_titles(process, mark, event);
    keep_str(&mark->title, put->title);
    mark->removed = put->removed;
    mark->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler mark_handlers[] = {
    {EVENT_MARK_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- who sees it ---- */

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return LIST_ENTRY(tracked, struct mark_entry, tracked)->mark.removed ? 0 : SEEN_BY_HOST;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct mark *mark = &LIST_ENTRY(tracked, struct mark_entry, tracked)->mark;
    (void)process, (void)view, (void)arena;
    entity->body.mark = (struct entity_mark){
        .session = mark->session,
        .title = mark->title,
        .at = mark->at,
        .removed = mark->removed,
    };
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct mark_entry *entry = LIST_ENTRY(tracked, struct mark_entry, tracked);
    if (entry->mark.changed == seq) {
        memory_free_str(&entry->mark.title);
        tracked_touch(process, tracked);
    }
}

const struct tracked_kind mark_tracking = {ENTITY_MARK, seen_by, NULL, fill, redact};

void marks_finish(struct process *process) {
    for (size_t i = 0; i < process->mark_count; i++) {
        struct mark_entry *entry = mark_find(process, process->marks[i]->id);
        memory_free_str(&entry->mark.title);
        memory_free(entry);
    }
    memory_free(process->marks);
}

const struct mark *const *process_marks(const struct process *process, size_t *count) {
    *count = process->mark_count;
    return process->marks;
}
