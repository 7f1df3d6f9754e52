/* Who stands in which group: placed by hosts, by a deal (deals.c), or by themselves. Whoever is moved leaves
 * their notes where they were written. */
#include "base/memory.h"
#include "core/groupings.h"

struct placing *placing_find(const struct participant_entry *person, const struct grouping_entry *grouping) {
    for (size_t i = 0; i < person->placing_count; i++) {
        if (person->placings[i]->grouping == grouping) {
            return person->placings[i];
        }
    }
    return NULL;
}

struct placing *placing_get(struct process *process, struct participant_entry *person,
                            struct grouping_entry *grouping) {
    struct placing *placing = placing_find(person, grouping);
    if (placing) {
        return placing;
    }
    placing = memory_allocate(sizeof *placing);
    placing->grouping = grouping;
    placing->person = person;
    grouping->placings = memory_grow(grouping->placings, &grouping->placing_capacity,
                                     grouping->placing_count + 1, sizeof(struct placing *));
    grouping->placings[grouping->placing_count++] = placing;
    person->placings = memory_grow(person->placings, &person->placing_capacity, person->placing_count + 1,
                                   sizeof(struct placing *));
    person->placings[person->placing_count++] = placing;
    tracked_init(&placing->tracked, &placing_tracking,
                 id_of_pair(grouping->grouping.id, person->participant.id));
    tracked_touch(process, &placing->tracked);
    placing->changed = process->applying;
    return placing;
}

void placing_move(struct process *process, struct placing *placing, struct id group, bool chosen) {
    struct grouping_entry *grouping = placing->grouping;
    struct counted_group *from = grouping_group(grouping, placing->group);
    struct counted_group *to = grouping_group(grouping, group);
    if (from != to) {
        if (from) {
            from->count--;
        }
        if (to) {
            to->count++;
        }
        tracked_touch(process, &grouping->tracked);
    }
    placing->group = to ? to->id : (struct id){{0}};
    placing->chosen = chosen && to;
    placing->changed = process->applying;
    tracked_touch(process, &placing->tracked);
}

size_t grouping_place_like(const struct grouping_entry *entry, const struct grouping_entry *other,
                           const struct participant_entry *person) {
    const struct placing *placing = placing_find(person, other);
    size_t here = entry->grouping.group_count;
    for (size_t i = 0; placing && i < other->grouping.group_count && i < here; i++) {
        if (id_equal(other->groups[i].id, placing->group)) {
            return i;
        }
    }
    return here;
}

/* Who comes late to those who were divided as another time comes to those they were with then. */
static struct id group_for(const struct process *process, const struct grouping_entry *entry,
                           const struct participant_entry *person) {
    const struct grouping_entry *other = grouping_find(process, entry->like);
    size_t place = other ? grouping_place_like(entry, other, person) : entry->grouping.group_count;
    return place < entry->grouping.group_count ? entry->groups[place].id : grouping_smallest(entry);
}

/* Where the deal is taken back, and there was one before it, they stay. */
void groupings_greet(struct process *process, const struct session_entry *session,
                     struct participant_entry *person) {
    for (size_t i = 0; i < process->grouping_count; i++) {
        struct grouping_entry *entry = process->groupings[i];
        const struct grouping *grouping = &entry->grouping;
        bool deals = grouping->dealt && !grouping->choice && !grouping->removed && grouping->group_count > 0;
        if (entry->session == session && deals && !placing_find(person, entry)) {
            struct placing *placing = placing_get(process, person, entry);
            placing_move(process, placing, group_for(process, entry, person), false);
            placing->before = entry->dealt_before ? placing->group : (struct id){{0}};
        }
    }
}

struct id person_group_in(const struct process *process, const struct participant_entry *person,
                          const struct round *round) {
    const struct grouping_entry *grouping = grouping_find(process, round->grouping);
    const struct placing *placing = grouping ? placing_find(person, grouping) : NULL;
    return placing ? placing->group : (struct id){{0}};
}

/* ---- what is said about it ---- */

static enum reason judge_group(const struct process *process, struct id id, struct id participant,
                               struct id group) {
    const struct grouping_entry *grouping = grouping_find(process, id);
    const struct participant_entry *person = participant_find(process, participant);
    if (!grouping) {
        return REASON_UNKNOWN_GROUPING;
    }
    if (!person) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    if (!participant_has_joined(&person->participant, grouping->grouping.session)) {
        return REASON_NOT_JOINED;
    }
    return id_is_none(group) || grouping_group(grouping, group) ? REASON_ABSENT : REASON_UNKNOWN_GROUP;
}

static enum reason judge_place(const struct process *process, const struct event *event) {
    const struct event_group_place *put = &event->body.group_place;
    enum reason reason = judge_group(process, put->grouping, put->participant, put->group);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    const struct placing *placing =
        placing_find(participant_find(process, put->participant), grouping_find(process, put->grouping));
    return base_is_stale(process, put->base, placing ? placing->changed : 0) ? REASON_STALE : REASON_ABSENT;
}

static struct tracked *apply_place(struct process *process, const struct event *event) {
    const struct event_group_place *put = &event->body.group_place;
    struct placing *placing = placing_get(process, participant_find(process, put->participant),
                                          grouping_find(process, put->grouping));
    placing_move(process, placing, put->group, false);
    return &placing->tracked;
}

static bool is_full(const struct grouping_entry *grouping, const struct placing *placing, struct id group) {
    const struct counted_group *chosen = grouping_group(grouping, group);
    bool stands_there = placing && id_equal(placing->group, group);
    return chosen && !stands_there && grouping->grouping.most > 0 && chosen->count >= grouping->grouping.most;
}

static enum reason judge_choose(const struct process *process, const struct event *event) {
    const struct event_group_choose *put = &event->body.group_choose;
    enum reason reason = judge_group(process, put->grouping, event->actor.id, put->group);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    const struct grouping_entry *grouping = grouping_find(process, put->grouping);
    const struct placing *placing = placing_find(participant_find(process, event->actor.id), grouping);
    if (!grouping->grouping.choice) {
        return REASON_WRONG_FORM;
    }
    if (put->rev <= (placing ? placing->rev : 0)) {
        return REASON_STALE;
    }
    return is_full(grouping, placing, put->group) ? REASON_GROUP_FULL
                                                  : persons_judge_bytes(process, event, grouping->session);
}

static struct tracked *apply_choose(struct process *process, const struct event *event) {
    const struct event_group_choose *put = &event->body.group_choose;
    struct grouping_entry *grouping = grouping_find(process, put->grouping);
    struct placing *placing = placing_get(process, participant_find(process, event->actor.id), grouping);
    placing->rev = put->rev;
    placing_move(process, placing, put->group, true);
    persons_count_bytes(process, event, grouping->session);
    return &placing->tracked;
}

const struct handler placing_handlers[] = {
    {EVENT_GROUP_PLACE, BY_HOST, judge_place, apply_place},
    {EVENT_GROUP_CHOOSE, BY_PARTICIPANT, judge_choose, apply_choose},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is seen ---- */

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct placing *placing = LIST_ENTRY(tracked, struct placing, tracked);
    (void)process;
    return placing->grouping->grouping.removed ? 0 : SEEN_BY_HOST;
}

/* One's own is called after the grouping. */
static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct placing *placing = LIST_ENTRY(tracked, struct placing, tracked);
    struct id grouping = placing->grouping->grouping.id;
    (void)process, (void)arena;
    if (view == VIEW_OWN) {
        entity->kind = ENTITY_PLACE;
        entity->id = grouping;
        entity->body.place = (struct entity_place){
            .grouping = grouping, .group = placing->group, .chosen = placing->chosen, .rev = placing->rev};
        return;
    }
    entity->body.placing = (struct entity_placing){.grouping = grouping,
                                                   .participant = placing->person->participant.id,
                                                   .group = placing->group,
                                                   .chosen = placing->chosen};
    if (view == VIEW_STATE) {
        entity->body.placing.rev = placing->rev;
        entity->body.placing.before = placing->before;
        entity->body.placing.before_chosen = placing->before_chosen;
    }
}

const struct tracked_kind placing_tracking = {ENTITY_PLACING, seen_by, NULL, fill, NULL};

/* ---- audiences ---- */

struct id process_group_of(const struct process *process, const struct participant *participant,
                           const struct grouping *grouping) {
    const struct grouping_entry *entry = grouping_find(process, grouping->id);
    const struct placing *placing = entry ? placing_find(participant_entry_of(participant), entry) : NULL;
    return placing ? placing->group : (struct id){{0}};
}

/* Of a grouping that no round goes by there is nothing to be seen: it would part those who see the same. */
struct audience process_audience_of(const struct process *process, struct id participant, struct id session) {
    struct audience audience = {.kind = AUDIENCE_PARTICIPANT, .session = session};
    const struct participant_entry *person = participant_find(process, participant);
    if (!person) {
        return audience;
    }
    audience_add_group(&audience, person->participant.table);
    for (size_t i = 0; i < person->placing_count; i++) {
        const struct placing *placing = person->placings[i];
        const struct grouping *grouping = &placing->grouping->grouping;
        if (!grouping->removed && placing->grouping->rounds > 0 && id_equal(grouping->session, session)) {
            audience_add_group(&audience, placing->group);
        }
    }
    return audience;
}

struct audience process_audience_of_display(const struct process *process, struct id session,
                                            struct group_ref group) {
    struct audience audience = {.kind = AUDIENCE_DISPLAY, .session = session};
    const struct grouping_entry *entry = grouping_find(process, group.grouping);
    if (entry && id_equal(entry->grouping.session, session) && grouping_group(entry, group.group)) {
        audience_add_group(&audience, group.group);
    }
    return audience;
}
