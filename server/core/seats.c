/* The roster: seats that a process has, whoever sits there. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/state.h"

struct seat_entry {
    struct seat seat;
    struct tracked tracked;
    int64_t sitting; /* participants who say that they sit there */
};

static struct seat_entry *find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &seat_tracking);
    return tracked ? LIST_ENTRY(tracked, struct seat_entry, tracked) : NULL;
}

bool seat_stands(const struct process *process, struct id id) {
    const struct seat_entry *entry = find(process, id);
    return entry && !entry->seat.removed;
}

void seat_change(struct process *process, struct id from, struct id to) {
    if (!id_is_none(from)) {
        find(process, from)->sitting--;
    }
    if (!id_is_none(to)) {
        find(process, to)->sitting++;
    }
}

static bool is_free(struct id id, struct id before) {
    return id_is_none(id) || id_equal(id, before);
}

/* What it names must be offered, but for what it named before: that may have been taken away since. */
static enum reason judge_names(const struct profile *profile, const struct seat *old,
                               const struct event_seat_put *put) {
    const struct seat none = {0};
    old = old ? old : &none;
    if (!is_free(put->role, old->role) && !named_has(profile->roles, profile->roles_count, put->role)) {
        return REASON_UNKNOWN_ROLE;
    }
    if (!is_free(put->level, old->level) && !named_has(profile->levels, profile->levels_count, put->level)) {
        return REASON_UNKNOWN_LEVEL;
    }
    bool known =
        is_free(put->organisation, old->organisation) || organisation_find(profile, put->organisation);
    return known ? REASON_ABSENT : REASON_UNKNOWN_ORGANISATION;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_seat_put *put = &event->body.seat_put;
    const struct seat_entry *old = find(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->seat.changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->seat_count >= PROCESS_SEATS) {
        return REASON_TOO_MANY;
    }
    if (str_is_empty(put->title)) {
        return REASON_EMPTY;
    }
    if (put->removed && old && old->sitting > 0) {
        return REASON_HAS_ANSWERS;
    }
    return judge_names(process->profile, old ? &old->seat : NULL, put);
}

static struct seat_entry *add_seat(struct process *process, struct id id) {
    struct seat_entry *entry = memory_allocate(sizeof *entry);
    process->seats = memory_grow(process->seats, &process->seat_capacity, process->seat_count + 1,
                                 sizeof(struct seat_entry *));
    process->seats[process->seat_count++] = entry;
    entry->seat.id = id;
    tracked_init(&entry->tracked, &seat_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_seat_put *put = &event->body.seat_put;
    struct seat_entry *entry = find(process, put->id);
    if (!entry) {
        entry = add_seat(process, put->id);
    }
    struct seat *seat = &entry->seat;
    keep_str(&seat->title, put->title);
    seat->role = put->role;
    seat->level = put->level;
    seat->organisation = put->organisation;
    seat->position = put->position;
    seat->removed = put->removed;
    seat->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler seat_handlers[] = {
    {EVENT_SEAT_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static const struct seat *seat_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct seat_entry, tracked)->seat;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return seat_of(tracked)->removed ? 0 : SEEN_BY_ALL;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct seat *seat = seat_of(tracked);
    (void)process, (void)view, (void)arena;
    entity->body.seat = (struct entity_seat){
        .title = seat->title,
        .role = seat->role,
        .level = seat->level,
        .organisation = seat->organisation,
        .position = seat->position,
        .removed = seat->removed,
    };
}

const struct tracked_kind seat_tracking = {ENTITY_SEAT, seen_by, NULL, fill, NULL};

void seats_finish(struct process *process) {
    for (size_t i = 0; i < process->seat_count; i++) {
        memory_free_str(&process->seats[i]->seat.title);
        memory_free(process->seats[i]);
    }
    memory_free(process->seats);
}

const struct seat *process_seat(const struct process *process, struct id id) {
    const struct seat_entry *entry = find(process, id);
    return entry ? &entry->seat : NULL;
}

size_t process_seat_count(const struct process *process) {
    return process->seat_count;
}

const struct seat *process_seat_at(const struct process *process, size_t index) {
    return &process->seats[index]->seat;
}
