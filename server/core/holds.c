/* What must be kept: while a hold stands, nothing that it keeps is erased. What was superseded or removed
 * before is emptied as always, for it is in no record. */
#include "base/memory.h"
#include "core/erasures.h"
#include "core/rounds/blank.h"
#include "core/state.h"

struct hold_entry {
    struct hold hold;
    struct tracked tracked;
};

static struct hold_entry *find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &hold_tracking);
    return tracked ? LIST_ENTRY(tracked, struct hold_entry, tracked) : NULL;
}

static bool keeps(const struct hold *hold, struct id thing, const struct erasable *erasable) {
    if (hold->removed) {
        return false;
    }
    if (hold->what == HOLD_OF_PROCESS) {
        return true;
    }
    return hold->what == HOLD_OF_SESSION ? id_equal(hold->of, erasable->session)
                                         : id_equal(hold->of, thing) || id_equal(hold->of, erasable->round);
}

bool thing_is_held(const struct process *process, struct id thing, const struct erasable *erasable) {
    for (size_t i = 0; i < process->hold_count; i++) {
        if (keeps(&process->holds[i]->hold, thing, erasable)) {
            return true;
        }
    }
    return false;
}

bool process_is_held(const struct process *process) {
    for (size_t i = 0; i < process->hold_count; i++) {
        if (!process->holds[i]->hold.removed) {
            return true;
        }
    }
    return false;
}

/* ---- put ---- */

static enum reason judge_of(const struct process *process, const struct event_hold_put *put) {
    const struct tracked *tracked = thing_find(process, put->of);
    struct erasable erasable;
    switch (put->what) {
    case HOLD_OF_PROCESS:
        return id_is_none(put->of) ? REASON_ABSENT : REASON_WRONG_FORM;
    case HOLD_OF_SESSION:
        return session_find(process, put->of) ? REASON_ABSENT : REASON_UNKNOWN_SESSION;
    case HOLD_OF_THING:
        return round_find(process, put->of) || erasable_of(tracked, &erasable) ? REASON_ABSENT
                                                                               : REASON_UNKNOWN_THING;
    default:
        return REASON_WRONG_FORM;
    }
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_hold_put *put = &event->body.hold_put;
    const struct hold *old = process_hold(process, put->id);
    if (old ? old->what != put->what || !id_equal(old->of, put->of) : thing_find(process, put->id) != NULL) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->changed : 0)) {
        return REASON_STALE;
    }
    if (process->rehearsal) { /* which is there to be removed */
        return REASON_WRONG_STATE;
    }
    if (!old && process->hold_count >= PROCESS_HOLDS) {
        return REASON_TOO_MANY;
    }
    enum reason reason = old ? REASON_ABSENT : judge_of(process, put);
    bool says_why = put->removed || !text_is_blank(put->reason);
    return reason == REASON_ABSENT && !says_why ? REASON_EMPTY : reason;
}

static struct hold_entry *add_hold(struct process *process, const struct event *event) {
    const struct event_hold_put *put = &event->body.hold_put;
    struct hold_entry *entry = memory_allocate(sizeof *entry);
    process->holds = memory_grow(process->holds, &process->hold_capacity, process->hold_count + 1,
                                 sizeof(struct hold_entry *));
    process->holds[process->hold_count++] = entry;
    entry->hold = (struct hold){.id = put->id, .what = put->what, .of = put->of, .at = event->at};
    tracked_init(&entry->tracked, &hold_tracking, put->id);
    thing_add(process, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_hold_put *put = &event->body.hold_put;
    struct hold_entry *entry = find(process, put->id);
    if (!entry) {
        entry = add_hold(process, event);
    }
    keep_str(&entry->hold.reason, put->reason);
    entry->hold.removed = put->removed;
    entry->hold.changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler hold_handlers[] = {
    {EVENT_HOLD_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- who sees it ---- */

static const struct hold *hold_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct hold_entry, tracked)->hold;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return hold_of(tracked)->removed ? 0 : SEEN_BY_HOST;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct hold *hold = hold_of(tracked);
    (void)process, (void)view, (void)arena;
    entity->body.hold = (struct entity_hold){
        .what = hold->what, .of = hold->of, .reason = hold->reason, .at = hold->at, .removed = hold->removed};
}

const struct tracked_kind hold_tracking = {ENTITY_HOLD, seen_by, NULL, fill, NULL};

const struct hold *process_hold(const struct process *process, struct id id) {
    const struct hold_entry *entry = find(process, id);
    return entry ? &entry->hold : NULL;
}

size_t process_hold_count(const struct process *process) {
    return process->hold_count;
}

const struct hold *process_hold_at(const struct process *process, size_t index) {
    return &process->holds[index]->hold;
}

void holds_finish(struct process *process) {
    for (size_t i = 0; i < process->hold_count; i++) {
        memory_free_str(&process->holds[i]->hold.reason);
        memory_free(process->holds[i]);
    }
    memory_free(process->holds);
}
