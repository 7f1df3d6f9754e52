/* The list of all that is tracked is kept in the order of last change by moving what an event touches to its
 * tail; so what changed behind a cursor is the end of the list, however much a process holds. */
#include "core/entities.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "core/state.h"

void tracked_init(struct tracked *tracked, const struct tracked_kind *kind, struct id id) {
    *tracked = (struct tracked){.kind = kind, .id = id};
    list_init(&tracked->link);
}

void tracked_touch(struct process *process, struct tracked *tracked) {
    if (tracked->seq == process->applying) {
        return;
    }
    assert(process->applying > tracked->seq);
    list_remove(&tracked->link);
    list_append(&process->changes, &tracked->link);
    tracked->seq = process->applying;
    tracked->ordinal = process->ordinal++;
}

void tracked_forget(struct tracked *tracked) {
    list_remove(&tracked->link);
}

void entities_finish(struct process *process) {
    struct list *link;
    while ((link = list_first(&process->changes))) {
        memory_free(LIST_ENTRY(link, struct tracked, link)->groups);
        list_remove(link);
    }
}

static struct tracked *tracked_at(const struct list *link) {
    return LIST_ENTRY(link, struct tracked, link);
}

static struct place place_of(const struct tracked *tracked) {
    return tracked->kind->place ? tracked->kind->place(tracked) : (struct place){0};
}

static void expose_to_group(struct tracked *tracked, struct id group) {
    for (size_t i = 0; i < tracked->group_count; i++) {
        if (id_equal(tracked->groups[i], group)) {
            return;
        }
    }
    tracked->groups = memory_grow(tracked->groups, &tracked->group_capacity, tracked->group_count + 1,
                                  sizeof *tracked->groups);
    tracked->groups[tracked->group_count++] = group;
}

static void expose(const struct process *process, struct tracked *tracked) {
    unsigned seen_by = tracked->kind->seen_by(process, tracked);
    struct place place = place_of(tracked);
    struct id session = place.session;
    if ((seen_by & SEEN_BY_GROUP) && !id_is_none(place.group)) {
        expose_to_group(tracked, place.group);
    }
    if (id_is_none(session)) {
        tracked->exposed_everywhere |= seen_by;
        return;
    }
    if (!id_equal(session, tracked->there)) {
        tracked->exposed_there &= SEEN_BY_HOST; /* (no place is hosts' alone) */
        tracked->there = session;
    }
    tracked->exposed_there |= seen_by;
}

bool tracked_was_seen(const struct tracked *tracked) {
    return ((tracked->exposed_everywhere | tracked->exposed_there) & ~(unsigned)SEEN_BY_HOST) != 0;
}

bool tracked_was_seen_by_hosts(const struct tracked *tracked) {
    return ((tracked->exposed_everywhere | tracked->exposed_there) & (unsigned)SEEN_BY_HOST) != 0;
}

bool tracked_may_go_to(const struct tracked *tracked, struct id session) {
    bool was_seen_there = (tracked->exposed_there & ~(unsigned)SEEN_BY_HOST) != 0;
    return id_is_none(session) || id_equal(session, tracked->there) || !was_seen_there;
}

void entities_settle(struct process *process) {
    for (struct list *link = process->changes.previous; link != &process->changes; link = link->previous) {
        struct tracked *tracked = tracked_at(link);
        if (tracked->seq < process->applying) {
            break;
        }
        expose(process, tracked);
    }
}

void tracked_fill(const struct process *process, const struct tracked *tracked, enum view view,
                  struct arena *arena, struct entity *entity) {
    *entity = (struct entity){.kind = tracked->kind->kind, .id = tracked->id, .seq = tracked->seq};
    tracked->kind->fill(process, tracked, view, arena, entity);
}

struct tracked *thing_find(const struct process *process, struct id id) {
    return map_find(&process->things, id.bytes, sizeof id.bytes);
}

struct tracked *thing_find_kind(const struct process *process, struct id id,
                                const struct tracked_kind *kind) {
    struct tracked *tracked = thing_find(process, id);
    return tracked && tracked->kind == kind ? tracked : NULL;
}

void thing_add(struct process *process, struct tracked *tracked) {
    void *before = map_put(&process->things, tracked->id.bytes, sizeof tracked->id.bytes, tracked);
    assert(!before);
    (void)before;
}

/* ---- audiences ---- */

bool audience_equal(const struct audience *a, const struct audience *b) {
    return a->kind == b->kind && id_equal(a->session, b->session) && a->group_count == b->group_count &&
           memcmp(a->groups, b->groups, a->group_count * sizeof *a->groups) == 0;
}

bool audience_has_group(const struct audience *audience, struct id group) {
    for (size_t i = 0; i < audience->group_count; i++) {
        if (id_equal(audience->groups[i], group)) {
            return true;
        }
    }
    return false;
}

void audience_add_group(struct audience *audience, struct id group) {
    size_t at = audience->group_count;
    if (id_is_none(group) || audience_has_group(audience, group)) {
        return;
    }
    assert(at < AUDIENCE_GROUPS);
    for (; at > 0 && id_compare(group, audience->groups[at - 1]) < 0; at--) {
        audience->groups[at] = audience->groups[at - 1];
    }
    audience->groups[at] = group;
    audience->group_count++;
}

/* ---- walking ---- */

struct change_walk {
    const struct process *process;
    struct audience audience;
    const struct list *next;
    bool from_nothing;
};

static bool place_is_audiences(struct place place, const struct audience *audience, unsigned seen_by) {
    if (!id_is_none(place.session) && !id_equal(place.session, audience->session)) {
        return false;
    }
    unsigned whole = audience->kind == AUDIENCE_DISPLAY ? SEEN_BY_DISPLAY : SEEN_BY_ROOM;
    return (seen_by & whole) != 0 ||
           ((seen_by & SEEN_BY_GROUP) != 0 && audience_has_group(audience, place.group));
}

/* The one function that says whether an audience is among those who see (or saw) a thing in a place. */
static bool audience_is_among(struct place place, const struct audience *audience, unsigned seen_by) {
    switch (audience->kind) {
    case AUDIENCE_STATE:
        return true;
    case AUDIENCE_HOST:
        return (seen_by & SEEN_BY_HOST) != 0;
    case AUDIENCE_DISPLAY:
    case AUDIENCE_PARTICIPANT:
        return place_is_audiences(place, audience, seen_by);
    }
    return false;
}

static bool audience_sees(const struct process *process, const struct tracked *tracked,
                          const struct audience *audience) {
    return audience_is_among(place_of(tracked), audience, tracked->kind->seen_by(process, tracked));
}

bool process_shows(const struct process *process, enum entity_kind kind, struct id id,
                   const struct audience *audience) {
    const struct tracked *tracked = thing_find(process, id);
    return tracked && tracked->kind->kind == kind && audience_sees(process, tracked, audience);
}

/* None: none of its groups ever saw it. */
static struct id find_group_that_saw(const struct tracked *tracked, const struct audience *audience) {
    for (size_t i = 0; i < tracked->group_count; i++) {
        if (audience_has_group(audience, tracked->groups[i])) {
            return tracked->groups[i];
        }
    }
    return (struct id){{0}};
}

static bool audience_ever_saw(const struct tracked *tracked, const struct audience *audience) {
    struct place everywhere = {.group = find_group_that_saw(tracked, audience)};
    struct place there = {tracked->there, everywhere.group};
    return audience_is_among(everywhere, audience, tracked->exposed_everywhere) ||
           audience_is_among(there, audience, tracked->exposed_there);
}

static enum view view_of(enum audience_kind kind) {
    switch (kind) {
    case AUDIENCE_HOST:
        return VIEW_HOST;
    case AUDIENCE_DISPLAY:
        return VIEW_DISPLAY;
    case AUDIENCE_STATE:
        return VIEW_STATE;
    case AUDIENCE_PARTICIPANT:
        break;
    }
    return VIEW_ROOM;
}

static bool is_behind(const struct tracked *tracked, struct change_cursor cursor) {
    return tracked->seq > cursor.seq || (tracked->seq == cursor.seq && tracked->ordinal > cursor.ordinal);
}

struct change_walk *process_changes(const struct process *process, struct audience audience,
                                    struct change_cursor after, struct arena *arena) {
    struct change_walk *walk = arena_allocate(arena, sizeof *walk);
    const struct list *link = &process->changes;
    while (link->previous != &process->changes && is_behind(tracked_at(link->previous), after)) {
        link = link->previous;
    }
    *walk = (struct change_walk){process, audience, link, after.seq == 0};
    return walk;
}

enum change process_next_change(struct change_walk *walk, struct arena *arena, struct entity *entity,
                                struct gone *gone, struct change_cursor *position) {
    const struct process *process = walk->process;
    while (walk->next != &process->changes) {
        const struct tracked *tracked = tracked_at(walk->next);
        walk->next = walk->next->next;
        *position = (struct change_cursor){tracked->seq, tracked->ordinal};
        if (audience_sees(process, tracked, &walk->audience)) {
            tracked_fill(process, tracked, view_of(walk->audience.kind), arena, entity);
            return CHANGE_ENTITY;
        }
        if (!walk->from_nothing && audience_ever_saw(tracked, &walk->audience)) {
            *gone = (struct gone){tracked->kind->kind, tracked->id};
            return CHANGE_GONE;
        }
    }
    *position = (struct change_cursor){process->head, INT64_MAX};
    return CHANGE_END;
}

bool process_can_resume(const struct process *process, int64_t after) {
    return after >= 0 && after <= process->head;
}

int64_t process_last_change(const struct process *process, struct audience audience) {
    for (const struct list *link = process->changes.previous; link != &process->changes;
         link = link->previous) {
        const struct tracked *tracked = tracked_at(link);
        /* What it sees now it has been exposed to since it was touched. */
        if (audience_ever_saw(tracked, &audience)) {
            return tracked->seq;
        }
    }
    return 0;
}
