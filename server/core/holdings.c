/* Who holds a seat from when to when, and who stands in there: names, which hosts alone see. A name that was
 * put in the place of another, or removed, is due to be emptied at once: an undo brings its own. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/rounds/note.h"
#include "core/state.h"

struct holding_entry {
    struct holding holding;
    struct tracked tracked;
    int64_t name_seq; /* the event that the name is of */
};

static struct holding_entry *find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &holding_tracking);
    return tracked ? LIST_ENTRY(tracked, struct holding_entry, tracked) : NULL;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_holding_put *put = &event->body.holding_put;
    const struct holding_entry *old = find(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->holding.changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->holding_count >= PROCESS_HOLDINGS) {
        return REASON_TOO_MANY;
    }
    if (!seat_stands(process, put->seat) && !(put->removed && process_seat(process, put->seat))) {
        return REASON_UNKNOWN_SEAT;
    }
    if (put->until > 0 && put->until < put->from) {
        return REASON_BAD_TIME;
    }
    return event->redacted ? REASON_ABSENT : note_judge_text(put->name, 0);
}

static struct holding_entry *add_holding(struct process *process, struct id id) {
    struct holding_entry *entry = memory_allocate(sizeof *entry);
    process->holdings = memory_grow(process->holdings, &process->holding_capacity, process->holding_count + 1,
                                    sizeof(struct holding_entry *));
    process->holdings[process->holding_count++] = entry;
    entry->holding.id = id;
    tracked_init(&entry->tracked, &holding_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_holding_put *put = &event->body.holding_put;
    struct holding_entry *entry = find(process, put->id);
    if (!entry) {
        entry = add_holding(process, put->id);
    } else if (!entry->holding.removed) {
        seqs_add(&process->stray, entry->name_seq);
    }
    if (put->removed) {
        seqs_add(&process->stray, event->seq);
    }
    struct holding *holding = &entry->holding;
    keep_str(&holding->name, event->redacted ? (struct str){0} : put->name);
    entry->name_seq = event->seq;
    holding->seat = put->seat;
    holding->from = put->from;
    holding->until = put->until;
    holding->deputy = put->deputy;
    holding->removed = put->removed;
    holding->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler holding_handlers[] = {
    {EVENT_HOLDING_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static const struct holding *holding_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct holding_entry, tracked)->holding;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return holding_of(tracked)->removed ? 0 : SEEN_BY_HOST;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct holding *holding = holding_of(tracked);
    (void)process, (void)view, (void)arena;
    entity->body.holding = (struct entity_holding){
        .seat = holding->seat,
        .name = holding->name,
        .from = holding->from,
        .until = holding->until,
        .deputy = holding->deputy,
        .removed = holding->removed,
    };
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct holding_entry *entry = LIST_ENTRY(tracked, struct holding_entry, tracked);
    if (entry->name_seq == seq) {
        memory_free_str(&entry->holding.name);
        tracked_touch(process, tracked);
    }
}

const struct tracked_kind holding_tracking = {ENTITY_HOLDING, seen_by, NULL, fill, redact};

void holdings_finish(struct process *process) {
    for (size_t i = 0; i < process->holding_count; i++) {
        memory_free_str(&process->holdings[i]->holding.name);
        memory_free(process->holdings[i]);
    }
    memory_free(process->holdings);
}

const struct holding *process_holding(const struct process *process, struct id id) {
    const struct holding_entry *entry = find(process, id);
    return entry ? &entry->holding : NULL;
}

size_t process_holding_count(const struct process *process) {
    return process->holding_count;
}

const struct holding *process_holding_at(const struct process *process, size_t index) {
    return &process->holdings[index]->holding;
}
