/* Ways that somebody carries: return links, each of one participant, and slips, each for somebody new. Only
 * hashes of their secrets are known here. One that was used stays known, so that who sends the same again
 * (the answer was lost) is told from somebody else who found it; a link that a newer one ended is forgotten.
 */
#include "base/memory.h"
#include "core/handler.h"
#include "core/state.h"

struct way_entry *way_find(const struct process *process, struct str hash) {
    return map_find(&process->ways, hash.data, hash.size);
}

static struct way_entry *add_way(struct process *process, struct str hash) {
    struct way_entry *entry = memory_allocate(sizeof *entry);
    entry->hash = memory_copy_str(hash);
    map_put(&process->ways, hash.data, hash.size, entry);
    return entry;
}

static void destroy(struct way_entry *entry) {
    memory_free_str(&entry->hash);
    memory_free(entry);
}

void way_use(struct process *process, struct way_entry *entry, struct participant_entry *by) {
    entry->way.used = true;
    if (id_is_none(entry->way.session)) {
        by->way = NULL;
        tracked_touch(process, &by->way_tracked);
        return;
    }
    struct session_entry *session = session_find(process, entry->way.session);
    entry->way.person = &by->participant;
    session->slips_used++;
    tracked_touch(process, &session->slips_tracked);
}

/* ---- return links ---- */

static enum reason judge_way(const struct process *process, const struct event *event) {
    const struct participant_entry *person = participant_find(process, event->actor.id);
    const struct way_entry *known = way_find(process, event->body.participant_way.hash);
    if (!person) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    return known && known != person->way ? REASON_ID_TAKEN : persons_judge_bytes(process, event, NULL);
}

/* Hosts are not told: it is nobody else's matter who has made themself a link. */
static struct tracked *apply_way(struct process *process, const struct event *event) {
    struct str hash = event->body.participant_way.hash;
    struct participant_entry *person = participant_find(process, event->actor.id);
    persons_count_bytes(process, event, NULL);
    if (way_find(process, hash)) {
        return NULL;
    }
    if (person->way) {
        (void)map_remove(&process->ways, person->way->hash.data, person->way->hash.size);
        destroy(person->way);
    }
    person->way = add_way(process, hash);
    person->way->way.person = &person->participant;
    tracked_touch(process, &person->way_tracked);
    return NULL;
}

/* ---- slips ---- */

static bool stands_before(const struct event_slips_add *add, size_t i) {
    for (size_t j = 0; j < i; j++) {
        if (str_equal(add->hashes[i], add->hashes[j])) {
            return true;
        }
    }
    return false;
}

static enum reason judge_slips(const struct process *process, const struct event *event) {
    const struct event_slips_add *add = &event->body.slips_add;
    if (!session_find(process, add->session)) {
        return REASON_UNKNOWN_SESSION;
    }
    if (process->slip_count + add->hashes_count > PROCESS_SLIPS) {
        return REASON_TOO_MANY;
    }
    for (size_t i = 0; i < add->hashes_count; i++) {
        if (way_find(process, add->hashes[i]) || stands_before(add, i)) {
            return REASON_ID_TAKEN;
        }
    }
    return REASON_ABSENT;
}

static struct tracked *apply_slips(struct process *process, const struct event *event) {
    const struct event_slips_add *add = &event->body.slips_add;
    struct session_entry *session = session_find(process, add->session);
    for (size_t i = 0; i < add->hashes_count; i++) {
        add_way(process, add->hashes[i])->way.session = add->session;
    }
    process->slip_count += add->hashes_count;
    session->slips_made += (int64_t)add->hashes_count;
    tracked_touch(process, &session->slips_tracked);
    return &session->slips_tracked;
}

const struct handler way_handlers[] = {
    {EVENT_PARTICIPANT_WAY, BY_PARTICIPANT, judge_way, apply_way},
    {EVENT_SLIPS_ADD, BY_HOST, judge_slips, apply_slips},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static unsigned seen_by_nobody(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return 0;
}

static void fill_way(const struct process *process, const struct tracked *tracked, enum view view,
                     struct arena *arena, struct entity *entity) {
    const struct participant_entry *person = LIST_ENTRY(tracked, struct participant_entry, way_tracked);
    (void)process, (void)view, (void)arena;
    entity->body.way = (struct entity_way){
        .hash = person->way ? person->way->hash : (struct str){0},
        .tokens = person->tokens,
        .tokens_count = person->token_count,
    };
}

static unsigned seen_by_hosts(const struct process *process, const struct tracked *tracked) {
    const struct session_entry *session = LIST_ENTRY(tracked, struct session_entry, slips_tracked);
    (void)process;
    return session->session.removed ? 0 : SEEN_BY_HOST;
}

static void fill_slips(const struct process *process, const struct tracked *tracked, enum view view,
                       struct arena *arena, struct entity *entity) {
    const struct session_entry *session = LIST_ENTRY(tracked, struct session_entry, slips_tracked);
    (void)process, (void)view, (void)arena;
    entity->body.slips = (struct entity_slips){.made = session->slips_made, .used = session->slips_used};
}

const struct tracked_kind way_tracking = {ENTITY_WAY, seen_by_nobody, NULL, fill_way, NULL};
const struct tracked_kind slips_tracking = {ENTITY_SLIPS, seen_by_hosts, NULL, fill_slips, NULL};

const struct way *process_way(const struct process *process, struct str hash) {
    const struct way_entry *entry = way_find(process, hash);
    return entry ? &entry->way : NULL;
}

void ways_finish(struct process *process) {
    const void *cursor = NULL;
    struct way_entry *entry;
    while ((entry = map_next(&process->ways, &cursor))) {
        destroy(entry);
    }
    map_finish(&process->ways);
}
