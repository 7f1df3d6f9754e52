/* How people come: with a token of their own, with the same one again, and with further ones once a return
 * link has moved them to other devices. The token that somebody first came with stays theirs for good: what
 * research material calls them is made of it. */
#include <string.h>

#include "base/memory.h"
#include "core/groupings.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/state.h"

static struct participant_entry *find_token(const struct process *process, struct str token_hash) {
    return map_find(&process->tokens, token_hash.data, token_hash.size);
}

/* Only somebody new comes by a slip: who is known would be somebody else from then on. */
static enum reason judge_slip(const struct process *process, const struct event_participant_join *join,
                              bool is_known) {
    if (str_is_absent(join->slip)) {
        return REASON_ABSENT;
    }
    const struct way_entry *slip = way_find(process, join->slip);
    if (is_known) {
        return REASON_ID_TAKEN;
    }
    bool fits = slip && !slip->way.used && id_equal(slip->way.session, join->session);
    return fits ? REASON_ABSENT : REASON_WRONG_CODE;
}

/* The same token is the same participant, and the other way round. */
static enum reason judge_join(const struct process *process, const struct event *event) {
    const struct event_participant_join *join = &event->body.participant_join;
    const struct participant_entry *known = find_token(process, join->token_hash);
    if (known ? !id_equal(known->participant.id, join->id) : thing_find(process, join->id) != NULL) {
        return REASON_ID_TAKEN;
    }
    if (!session_find(process, join->session)) {
        return REASON_UNKNOWN_SESSION;
    }
    if (!known && process->participant_count >= PROCESS_PARTICIPANTS) {
        return REASON_FULL;
    }
    return judge_slip(process, join, known != NULL);
}

static struct participant_entry *add_participant(struct process *process, const struct event *event) {
    const struct event_participant_join *join = &event->body.participant_join;
    struct participant_entry *entry = memory_allocate(sizeof *entry);
    process->participants = memory_grow(process->participants, &process->participant_capacity,
                                        process->participant_count + 1, sizeof(struct participant *));
    process->participants[process->participant_count++] = &entry->participant;
    entry->participant.id = join->id;
    entry->participant.joined_at = event->at;
    keep_str(&entry->participant.token_hash, join->token_hash);
    map_put(&process->tokens, join->token_hash.data, join->token_hash.size, entry);
    tracked_init(&entry->tracked, &participant_tracking, join->id);
    tracked_init(&entry->consent_tracked, &consent_tracking, join->id);
    tracked_init(&entry->way_tracked, &way_tracking, join->id);
    thing_add(process, &entry->tracked);
    tracked_touch(process, &entry->consent_tracked);
    return entry;
}

static void add_member(struct process *process, struct session_entry *session,
                       struct participant_entry *entry) {
    struct participant *participant = &entry->participant;
    struct id *sessions = memory_grow((struct id *)(uintptr_t)participant->sessions, &entry->session_capacity,
                                      participant->session_count + 1, sizeof *sessions);
    sessions[participant->session_count++] = session->session.id;
    participant->sessions = sessions;
    session->members = memory_grow(session->members, &session->member_capacity, session->member_count + 1,
                                   sizeof *session->members);
    session->members[session->member_count++] = entry;
    session->session.joined++;
    tracked_touch(process, &entry->tracked);
    tracked_touch(process, &session->tracked);
    groupings_greet(process, session, entry);
    for (size_t i = 0; i < process->all_round_count; i++) {
        const struct session_entry *home = round_home(process->all_rounds[i]);
        if (!home || home == session) {
            round_count_answered(process, process->all_rounds[i], 0);
        }
    }
}

static struct tracked *apply_join(struct process *process, const struct event *event) {
    const struct event_participant_join *join = &event->body.participant_join;
    struct participant_entry *entry = participant_find(process, join->id);
    if (!entry) {
        entry = add_participant(process, event);
    }
    if (!participant_has_joined(&entry->participant, join->session)) {
        add_member(process, session_find(process, join->session), entry);
    }
    if (!str_is_absent(join->slip)) {
        way_use(process, way_find(process, join->slip), entry);
    }
    return &entry->tracked;
}

static enum reason judge_move(const struct process *process, const struct event *event) {
    const struct event_participant_move *move = &event->body.participant_move;
    const struct participant_entry *entry = participant_find(process, move->id);
    if (!entry) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    if (find_token(process, move->token_hash)) {
        return REASON_ID_TAKEN;
    }
    const struct way_entry *way = way_find(process, move->way);
    return way && way == entry->way ? REASON_ABSENT : REASON_WRONG_CODE;
}

/* Of more devices than that, the one that was moved to first is forgotten. */
static void add_token(struct process *process, struct participant_entry *entry, struct str token_hash) {
    if (entry->token_count == PROCESS_MOVES) {
        struct str *oldest = &entry->tokens[0];
        map_remove(&process->tokens, oldest->data, oldest->size);
        memory_free_str(oldest);
        memmove(oldest, oldest + 1, --entry->token_count * sizeof *oldest);
    }
    entry->tokens[entry->token_count++] = memory_copy_str(token_hash);
    map_put(&process->tokens, token_hash.data, token_hash.size, entry);
}

static struct tracked *apply_move(struct process *process, const struct event *event) {
    const struct event_participant_move *move = &event->body.participant_move;
    struct participant_entry *entry = participant_find(process, move->id);
    add_token(process, entry, move->token_hash);
    entry->moved = process->applying;
    way_use(process, entry->way, entry);
    return NULL;
}

const struct handler join_handlers[] = {
    {EVENT_PARTICIPANT_JOIN, BY_SERVER, judge_join, apply_join},
    {EVENT_PARTICIPANT_MOVE, BY_SERVER, judge_move, apply_move},
    {EVENT_ABSENT, 0, NULL, NULL},
};

const struct participant *process_participant_by_token(const struct process *process, struct str token_hash) {
    const struct participant_entry *entry = find_token(process, token_hash);
    return entry ? &entry->participant : NULL;
}
