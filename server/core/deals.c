/* A deal gives all who have joined the session a group at once. It is one event: who gets which is the
 * fold's to say, of what it knows of them then and of the chance that the event bears. */
#include "base/memory.h"
#include "core/chronicle.h"
#include "core/dealing.h"
#include "core/groupings.h"
#include "core/mix.h"

static enum reason judge_method(const struct process *process, const struct event_grouping_deal *deal) {
    bool has_like = !id_is_none(deal->like);
    if (deal->method == DEAL_METHOD_ABSENT || has_like != (deal->method == DEAL_METHOD_LIKE)) {
        return REASON_WRONG_FORM;
    }
    return has_like && !grouping_find(process, deal->like) ? REASON_UNKNOWN_GROUPING : REASON_ABSENT;
}

enum reason deal_judge(const struct process *process, const struct event *event) {
    const struct event_grouping_deal *deal = &event->body.grouping_deal;
    const struct grouping_entry *entry = grouping_find(process, deal->id);
    if (!entry) {
        return REASON_UNKNOWN_GROUPING;
    }
    if (base_is_stale(process, deal->base, entry->grouping.changed)) {
        return REASON_STALE;
    }
    if (deal->undone) {
        return entry->can_be_undone ? REASON_ABSENT : REASON_WRONG_STATE;
    }
    enum reason reason = judge_method(process, deal);
    return reason == REASON_ABSENT && entry->grouping.group_count == 0 ? REASON_UNKNOWN_GROUP : reason;
}

/* ---- who is dealt ---- */

static bool is_absent(const struct event_grouping_deal *deal, struct id participant) {
    for (size_t i = 0; i < deal->absent_count; i++) {
        if (id_equal(deal->absent[i], participant)) {
            return true;
        }
    }
    return false;
}

static unsigned find_named(const struct named *named, size_t count, struct id id) {
    for (size_t i = 0; i < count; i++) {
        if (id_equal(named[i].id, id)) {
            return (unsigned)i + 1;
        }
    }
    return 0;
}

static void set_traits(const struct profile *profile, const struct participant *participant,
                       unsigned traits[DEALING_TRAITS]) {
    for (size_t i = 0; i < profile->organisations_count; i++) {
        if (id_equal(profile->organisations[i].id, participant->organisation)) {
            traits[0] = (unsigned)i + 1;
        }
    }
    traits[1] = find_named(profile->roles, profile->roles_count, participant->role);
    traits[2] = find_named(profile->levels, profile->levels_count, participant->level);
}

/* All who have joined and are not absent; how many. */
static size_t gather(const struct process *process, const struct grouping_entry *entry,
                     const struct event_grouping_deal *deal, uint64_t chance, struct dealt *people) {
    size_t count = 0;
    for (size_t i = 0; i < entry->session->member_count; i++) {
        const struct participant *member = &entry->session->members[i]->participant;
        if (!is_absent(deal, member->id)) {
            struct dealt *person = &people[count++];
            *person = (struct dealt){.id = member->id};
            person->hash = mix_bytes(chance, member->id.bytes, sizeof member->id.bytes);
            if (deal->method == DEAL_METHOD_BALANCED) {
                set_traits(process->profile, member, person->traits);
            }
        }
    }
    return count;
}

/* ---- as in another grouping ---- */

static size_t find_smallest(const size_t *sizes, size_t count) {
    size_t smallest = 0;
    for (size_t i = 1; i < count; i++) {
        if (sizes[i] < sizes[smallest]) {
            smallest = i;
        }
    }
    return smallest;
}

/* Those who stood together come together, group by group; the rest go to the smallest. */
static void deal_like(const struct process *process, const struct grouping_entry *entry,
                      const struct grouping_entry *other, struct dealt *people, size_t count) {
    size_t sizes[PROCESS_GROUPS] = {0}, groups = entry->grouping.group_count;
    dealing_shuffle(people, count);
    for (size_t i = 0; i < count; i++) {
        people[i].group = grouping_place_like(entry, other, participant_find(process, people[i].id));
        if (people[i].group < groups) {
            sizes[people[i].group]++;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (people[i].group == groups) {
            people[i].group = find_smallest(sizes, groups);
            sizes[people[i].group]++;
        }
    }
}

/* ---- what comes of it ---- */

static void keep_before(struct grouping_entry *entry) {
    entry->can_be_undone = true;
    entry->dealt_before = entry->grouping.dealt;
    entry->method_before = entry->grouping.method;
    entry->like_before = entry->like;
    for (size_t i = 0; i < entry->placing_count; i++) {
        entry->placings[i]->before = entry->placings[i]->group;
        entry->placings[i]->before_chosen = entry->placings[i]->chosen;
    }
}

static void clear(struct process *process, struct grouping_entry *entry) {
    for (size_t i = 0; i < entry->placing_count; i++) {
        placing_move(process, entry->placings[i], (struct id){{0}}, false);
    }
}

/* Who was left out has a place all the same, in none: else they would be taken for one who came later. */
static void leave_out(struct process *process, struct grouping_entry *entry,
                      const struct event_grouping_deal *deal) {
    for (size_t i = 0; i < deal->absent_count; i++) {
        struct participant_entry *person = participant_find(process, deal->absent[i]);
        if (person && participant_has_joined(&person->participant, entry->grouping.session)) {
            (void)placing_get(process, person, entry);
        }
    }
}

static void deal(struct process *process, struct grouping_entry *entry,
                 const struct event_grouping_deal *deal) {
    size_t groups = entry->grouping.group_count;
    uint64_t chance = mix_bytes(1, deal->seed.data, deal->seed.size);
    struct dealt *people = memory_allocate((entry->session->member_count + 1) * sizeof *people);
    size_t count = gather(process, entry, deal, chance, people);
    if (deal->method == DEAL_METHOD_LIKE) {
        deal_like(process, entry, grouping_find(process, deal->like), people, count);
    } else {
        dealing_deal(people, count, groups, (size_t)(mix(chance) % groups));
    }
    keep_before(entry);
    clear(process, entry);
    leave_out(process, entry, deal);
    dealing_shuffle(people, count); /* placings are made in no order that tells when somebody joined */
    for (size_t i = 0; i < count; i++) {
        struct placing *placing = placing_get(process, participant_find(process, people[i].id), entry);
        placing_move(process, placing, entry->groups[people[i].group].id, false);
    }
    entry->grouping.dealt = true;
    entry->grouping.method = deal->method;
    entry->like = deal->like;
    memory_free(people);
}

/* What was before the last deal, and what there is now, change places. A group that is gone meanwhile is
 * nobody's; who came meanwhile comes to a group, where there was a deal before this one. */
static void undo(struct process *process, struct grouping_entry *entry) {
    struct grouping *grouping = &entry->grouping;
    bool dealt = grouping->dealt;
    enum deal_method method = grouping->method;
    struct id like = entry->like;
    grouping->dealt = entry->dealt_before;
    grouping->method = entry->method_before;
    entry->dealt_before = dealt;
    entry->method_before = method;
    entry->like = entry->like_before;
    entry->like_before = like;
    for (size_t i = 0; i < entry->placing_count; i++) {
        struct placing *placing = entry->placings[i];
        struct id before = placing->before;
        bool before_chosen = placing->before_chosen;
        placing->before = placing->group;
        placing->before_chosen = placing->chosen;
        placing_move(process, placing, before, before_chosen);
    }
    for (size_t i = 0; i < entry->session->member_count; i++) {
        groupings_greet(process, entry->session, entry->session->members[i]);
    }
}

struct tracked *deal_apply(struct process *process, const struct event *event) {
    const struct event_grouping_deal *body = &event->body.grouping_deal;
    struct grouping_entry *entry = grouping_find(process, body->id);
    if (body->undone) {
        undo(process, entry);
    } else {
        deal(process, entry, body);
    }
    chronicle_act(entry->session, (struct act){.at = event->at,
                                               .kind = ACT_KIND_DEAL,
                                               .grouping = entry->grouping.id,
                                               .undone = body->undone});
    entry->grouping.changed = event->seq;
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}
