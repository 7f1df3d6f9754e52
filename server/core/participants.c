/* Who participants say that they are; how they come stands in joins.c. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/state.h"

static bool may_sit_at(const struct process *process, const struct participant *participant,
                       struct id table) {
    for (size_t i = 0; i < participant->session_count; i++) {
        const struct session *session = &session_find(process, participant->sessions[i])->session;
        if (named_has(session->tables, session->table_count, table)) {
            return true;
        }
    }
    return false;
}

enum reason participant_judge_own(const struct process *process, const struct event *event, int64_t rev) {
    const struct participant_entry *entry = participant_find(process, event->actor.id);
    if (!entry) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    if (rev <= entry->participant.rev) {
        return REASON_STALE;
    }
    return persons_judge_bytes(process, event, NULL);
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_participant_put *put = &event->body.participant_put;
    const struct profile *profile = process->profile;
    enum reason reason = participant_judge_own(process, event, put->rev);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    if (!id_is_none(put->role) && !named_has(profile->roles, profile->roles_count, put->role)) {
        return REASON_UNKNOWN_ROLE;
    }
    if (!id_is_none(put->level) && !named_has(profile->levels, profile->levels_count, put->level)) {
        return REASON_UNKNOWN_LEVEL;
    }
    if (!id_is_none(put->organisation) && !organisation_find(profile, put->organisation)) {
        return REASON_UNKNOWN_ORGANISATION;
    }
    if (!id_is_none(put->seat) && !seat_stands(process, put->seat)) {
        return REASON_UNKNOWN_SEAT;
    }
    const struct participant *participant = &participant_find(process, event->actor.id)->participant;
    return !id_is_none(put->table) && !may_sit_at(process, participant, put->table) ? REASON_UNKNOWN_TABLE
                                                                                    : REASON_ABSENT;
}

/* Notes that bear the person's name or organisation look otherwise now, and so do the counts of words over
 * organisations; and what they have shared outside of rounds. */
static void touch_signed(struct process *process, const struct person *person) {
    for (size_t i = 0; i < person->own_count; i++) {
        struct tracked *tracked = person->own[i].tracked;
        if (!person->own[i].round) {
            if (tracked->kind->seen_by(process, tracked)) {
                tracked_touch(process, tracked);
            }
            continue;
        }
        const struct round *round = &person->own[i].round->round;
        if (round->authorship == AUTHORSHIP_NAMED || round->authorship == AUTHORSHIP_ORGANISATION) {
            tracked_touch(process, tracked);
        }
        word_lists_touch_round(process, round->id);
    }
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_participant_put *put = &event->body.participant_put;
    struct participant_entry *entry = participant_find(process, event->actor.id);
    struct participant *participant = &entry->participant;
    participant->rev = put->rev;
    if (!str_is_empty(participant->name)) {
        seqs_add(&process->stray, entry->name_seq);
    }
    keep_str(&participant->name, event->redacted ? (struct str){0} : put->name);
    entry->name_seq = event->seq;
    participant->role = put->role;
    participant->level = put->level;
    participant->organisation = put->organisation;
    participant->table = put->table;
    seat_change(process, participant->seat, put->seat);
    participant->seat = put->seat;
    participant->deputy = put->deputy && !id_is_none(put->seat);
    entry->organisation = organisation_find(process->profile, put->organisation);
    participant_label(process, entry);
    process_mark_used(process, put->role);
    process_mark_used(process, put->level);
    process_mark_used(process, put->organisation);
    process_mark_used(process, put->table);
    tracked_touch(process, &entry->tracked);
    tracked_touch(process, &entry->consent_tracked);
    touch_signed(process, persons_count_bytes(process, event, NULL));
    return &entry->tracked;
}

const struct handler participant_handlers[] = {
    {EVENT_PARTICIPANT_PUT, BY_PARTICIPANT, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static unsigned seen_by_hosts(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return SEEN_BY_HOST;
}

static int64_t later(int64_t a, int64_t b) {
    return a > b ? a : b;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct participant_entry *entry = LIST_ENTRY(tracked, struct participant_entry, tracked);
    const struct participant *participant = &entry->participant;
    (void)process, (void)arena;
    entity->body.participant = (struct entity_participant){
        .name = participant->name,
        .role = participant->role,
        .level = participant->level,
        .organisation = participant->organisation,
        .table = participant->table,
        .seat = participant->seat,
        .deputy = participant->deputy,
        .sessions = participant->sessions,
        .sessions_count = participant->session_count,
    };
    if (view == VIEW_OWN) {
        entity->body.participant.rev = participant->rev;
        entity->body.participant.consent = participant->consent;
        entity->body.participant.moved = entry->moved;
        entity->seq = later(entity->seq, later(entry->consent_tracked.seq, entry->moved));
    }
    if (view == VIEW_STATE) {
        entity->body.participant.token_hash = participant->token_hash;
    }
}

static void redact(struct process *process, struct tracked *tracked, int64_t seq) {
    struct participant_entry *entry = LIST_ENTRY(tracked, struct participant_entry, tracked);
    if (entry->name_seq != seq) {
        return;
    }
    const struct person *person =
        persons_find(&process->persons, (struct actor){ACTOR_PARTICIPANT, entry->participant.id});
    memory_free_str(&entry->participant.name);
    tracked_touch(process, tracked);
    touch_signed(process, person);
}

const struct tracked_kind participant_tracking = {ENTITY_PARTICIPANT, seen_by_hosts, NULL, fill, redact};

void participants_follow_profile(struct process *process) {
    for (size_t i = 0; i < process->participant_count; i++) {
        struct participant_entry *entry = participant_entry_of(process->participants[i]);
        entry->organisation = organisation_find(process->profile, entry->participant.organisation);
        participant_label(process, entry);
    }
}

void participants_finish(struct process *process) {
    for (size_t i = 0; i < process->participant_count; i++) {
        struct participant_entry *entry = participant_entry_of(process->participants[i]);
        memory_free_str(&entry->participant.token_hash);
        memory_free_str(&entry->participant.name);
        for (size_t j = 0; j < entry->token_count; j++) {
            memory_free_str(&entry->tokens[j]);
        }
        memory_free((void *)(uintptr_t)entry->participant.sessions);
        memory_free(entry->placings);
        memory_free(entry);
    }
    memory_free(process->participants);
}
