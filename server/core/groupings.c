/* Groupings as they are put: which groups there are. */
#include "core/groupings.h"

#include "base/memory.h"
#include "core/sound.h"

/* Also where it was removed. */
static struct grouping_entry *find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &grouping_tracking);
    return tracked ? LIST_ENTRY(tracked, struct grouping_entry, tracked) : NULL;
}

struct grouping_entry *grouping_find(const struct process *process, struct id id) {
    struct grouping_entry *entry = find(process, id);
    return entry && !entry->grouping.removed ? entry : NULL;
}

void grouping_count_round(const struct process *process, struct id id, int64_t more) {
    struct grouping_entry *entry = find(process, id);
    if (entry) {
        entry->rounds += more;
    }
}

struct counted_group *grouping_group(const struct grouping_entry *entry, struct id group) {
    for (size_t i = 0; i < entry->grouping.group_count; i++) {
        if (id_equal(entry->groups[i].id, group)) {
            return &entry->groups[i];
        }
    }
    return NULL;
}

struct id grouping_smallest(const struct grouping_entry *entry) {
    const struct counted_group *smallest = NULL;
    for (size_t i = 0; i < entry->grouping.group_count; i++) {
        if (!smallest || entry->groups[i].count < smallest->count) {
            smallest = &entry->groups[i];
        }
    }
    return smallest ? smallest->id : (struct id){{0}};
}

/* ---- put ---- */

/* A group's id is its own in the process: whoever stands in one, or sits at a table of whatever session, must
 * not see another one's notes. */
static bool is_taken(const struct process *process, struct id group, struct id grouping) {
    const struct grouping_entry *other = map_find(&process->groups, group.bytes, sizeof group.bytes);
    bool taken = other && !id_equal(other->grouping.id, grouping);
    for (size_t i = 0; i < process->all_session_count && !taken; i++) {
        const struct session *session = &process->all_sessions[i]->session;
        taken = named_has(session->tables, session->table_count, group);
    }
    return taken;
}

static enum reason judge_groups(const struct process *process, const struct event_grouping_put *put) {
    if (put->groups_count > PROCESS_GROUPS) {
        return REASON_TOO_MANY;
    }
    for (size_t i = 0; i < put->groups_count; i++) {
        const struct put_group *group = &put->groups[i];
        if (str_is_empty(group->name)) {
            return REASON_EMPTY;
        }
        if (!str_is_empty(group->link) && !link_is_sound(group->link, LINK_HTTPS)) {
            return REASON_BAD_FIELDS;
        }
        if (id_is_none(group->id) || is_taken(process, group->id, put->id)) {
            return REASON_ID_TAKEN;
        }
        for (size_t j = 0; j < i; j++) {
            if (id_equal(put->groups[j].id, group->id)) {
                return REASON_ID_TAKEN;
            }
        }
    }
    return REASON_ABSENT;
}

static bool has_group(const struct event_grouping_put *put, struct id group) {
    for (size_t i = 0; i < put->groups_count; i++) {
        if (id_equal(put->groups[i].id, group)) {
            return true;
        }
    }
    return false;
}

/* Groups with people or notes stay; the whole goes with its people, who stand there again when it is put
 * back, but not with notes. */
static enum reason judge_taken_away(const struct process *process, const struct grouping_entry *old,
                                    const struct event_grouping_put *put) {
    if (put->removed && old->rounds > 0) {
        return REASON_WRONG_STATE;
    }
    for (size_t i = 0; i < old->grouping.group_count; i++) {
        const struct counted_group *group = &old->groups[i];
        bool has_notes = map_find(&process->used, group->id.bytes, sizeof group->id.bytes) != NULL;
        bool stays = has_group(put, group->id);
        if ((has_notes && (put->removed || !stays)) || (group->count > 0 && !stays)) {
            return REASON_HAS_ANSWERS;
        }
    }
    return REASON_ABSENT;
}

static size_t count_standing(const struct process *process, struct id session) {
    size_t count = 0;
    for (size_t i = 0; i < process->grouping_count; i++) {
        const struct grouping *grouping = &process->groupings[i]->grouping;
        count += !grouping->removed && id_equal(grouping->session, session);
    }
    return count;
}

static bool is_one_too_many(const struct process *process, const struct grouping_entry *old,
                            const struct event_grouping_put *put) {
    if (!old && process->grouping_count >= PROCESS_GROUPINGS) {
        return true;
    }
    bool stands_already = old && !old->grouping.removed;
    return !stands_already && !put->removed &&
           count_standing(process, put->session) >= PROCESS_GROUPINGS_PER_SESSION;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_grouping_put *put = &event->body.grouping_put;
    const struct grouping_entry *old = find(process, put->id);
    const struct session_entry *session = session_find(process, put->session);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (!session) {
        return REASON_UNKNOWN_SESSION;
    }
    if (old && old->session != session) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->grouping.changed : 0)) {
        return REASON_STALE;
    }
    if (is_one_too_many(process, old, put)) {
        return REASON_TOO_MANY;
    }
    if (str_is_empty(put->title)) {
        return REASON_EMPTY;
    }
    enum reason reason = judge_groups(process, put);
    return reason != REASON_ABSENT || !old ? reason : judge_taken_away(process, old, put);
}

static struct grouping_entry *add_grouping(struct process *process, const struct event_grouping_put *put) {
    struct grouping_entry *entry = memory_allocate(sizeof *entry);
    process->groupings = memory_grow(process->groupings, &process->grouping_capacity,
                                     process->grouping_count + 1, sizeof(struct grouping_entry *));
    process->groupings[process->grouping_count++] = entry;
    entry->grouping.id = put->id;
    entry->grouping.session = put->session;
    entry->session = session_find(process, put->session);
    tracked_init(&entry->tracked, &grouping_tracking, put->id);
    thing_add(process, &entry->tracked);
    return entry;
}

static void free_groups(struct grouping_entry *entry) {
    for (size_t i = 0; i < entry->grouping.group_count; i++) {
        memory_free_str(&entry->groups[i].name);
        memory_free_str(&entry->groups[i].link);
    }
    memory_free(entry->groups);
}

static void set_groups(struct process *process, struct grouping_entry *entry,
                       const struct event_grouping_put *put) {
    struct counted_group *groups = memory_allocate(put->groups_count * sizeof *groups);
    for (size_t i = 0; i < put->groups_count; i++) {
        const struct put_group *group = &put->groups[i];
        const struct counted_group *old = grouping_group(entry, group->id);
        groups[i] = (struct counted_group){.id = group->id,
                                           .name = memory_copy_str(group->name),
                                           .link = memory_copy_str(group->link),
                                           .count = old ? old->count : 0};
        map_put(&process->groups, group->id.bytes, sizeof group->id.bytes, entry);
    }
    free_groups(entry);
    entry->groups = groups;
    entry->grouping.groups = groups;
    entry->grouping.group_count = put->groups_count;
}

/* Hosts see them as long as it stands. */
static void touch_placings(struct process *process, struct grouping_entry *entry) {
    for (size_t i = 0; i < entry->placing_count; i++) {
        tracked_touch(process, &entry->placings[i]->tracked);
    }
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_grouping_put *put = &event->body.grouping_put;
    struct grouping_entry *entry = find(process, put->id);
    if (!entry) {
        entry = add_grouping(process, put);
    }
    struct grouping *grouping = &entry->grouping;
    set_groups(process, entry, put);
    keep_str(&grouping->title, put->title);
    grouping->choice = put->choice;
    grouping->most = put->most;
    if (grouping->removed != put->removed) {
        touch_placings(process, entry);
    }
    grouping->removed = put->removed;
    grouping->changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler grouping_handlers[] = {
    {EVENT_GROUPING_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_GROUPING_DEAL, BY_HOST, deal_judge, deal_apply},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is seen ---- */

static const struct grouping *grouping_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct grouping_entry, tracked)->grouping;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return grouping_of(tracked)->removed ? 0 : SEEN_BY_ALL;
}

static struct place place(const struct tracked *tracked) {
    return (struct place){.session = grouping_of(tracked)->session};
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct grouping *grouping = grouping_of(tracked);
    (void)process, (void)view, (void)arena;
    entity->body.grouping = (struct entity_grouping){
        .session = grouping->session,
        .title = grouping->title,
        .groups = grouping->groups,
        .groups_count = grouping->group_count,
        .choice = grouping->choice,
        .most = grouping->most,
        .dealt = grouping->dealt,
        .method = grouping->method,
        .removed = grouping->removed,
    };
}

const struct tracked_kind grouping_tracking = {ENTITY_GROUPING, seen_by, place, fill, NULL};

void groupings_finish(struct process *process) {
    for (size_t i = 0; i < process->grouping_count; i++) {
        struct grouping_entry *entry = process->groupings[i];
        for (size_t j = 0; j < entry->placing_count; j++) {
            memory_free(entry->placings[j]);
        }
        memory_free(entry->placings);
        free_groups(entry);
        memory_free_str(&entry->grouping.title);
        memory_free(entry);
    }
    memory_free(process->groupings);
}

const struct grouping *process_grouping(const struct process *process, struct id id) {
    const struct grouping_entry *entry = find(process, id);
    return entry ? &entry->grouping : NULL;
}

size_t process_grouping_count(const struct process *process) {
    return process->grouping_count;
}

const struct grouping *process_grouping_at(const struct process *process, size_t index) {
    return &process->groupings[index]->grouping;
}
