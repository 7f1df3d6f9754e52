#include "live/guards.h"

#include "access/secret.h"
#include "base/zone.h"
#include "core/model.h"
#include "live/answer.h"
#include "live/append.h"
#include "live/blobs.h"
#include "live/chance.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/member.h"
#include "live/presence.h"
#include "live/registry.h"
#include "protocol/event.h"

/* The round that an event of a participant is about; none: it is about themself. A note that its sender sent
 * just before may still be on its way. */
static enum reason find_round(const struct room *room, const struct member *sender, const struct event *event,
                              struct id *round) {
    struct subject subject = process_subject(room->process, event);
    *round = subject.round;
    if (!id_is_none(subject.round) || id_is_none(subject.thing)) {
        return REASON_ABSENT;
    }
    const struct pending *pending = append_find_thing(room, sender, subject.thing);
    if (!pending) {
        return room->in_doubt ? REASON_NOT_STORED : REASON_UNKNOWN_NOTE;
    }
    *round = process_subject(room->process, &pending->event).round;
    return REASON_ABSENT;
}

/* The one rule that the fold cannot judge: it does not know which participant an author is. */
static bool has_round(const struct room *room, struct id person, struct id round) {
    const struct participant *participant = process_participant(room->process, person);
    return participant && participant_has_round(participant, process_round(room->process, round));
}

/* Says who does it: in a round, whom the round knows. */
static enum reason identify(const struct client *client, struct event *event) {
    const struct room *room = client->room;
    if (client->standing & (STANDING_HOST | STANDING_RESEARCHER)) {
        event->actor = (struct actor){.kind = ACTOR_ACCOUNT, .id = client->account};
        return REASON_ABSENT;
    }
    struct id round, scope;
    enum reason reason = find_round(room, client->member, event, &round);
    event->actor = (struct actor){.kind = ACTOR_PARTICIPANT, .id = client->member->id};
    if (reason != REASON_ABSENT || id_is_none(round)) {
        return reason;
    }
    reason = process_authorship(room->process, round, &event->actor.kind, &scope);
    if (reason == REASON_ABSENT && event->actor.kind == ACTOR_AUTHOR) {
        if (!has_round(room, client->member->id, round)) {
            return REASON_UNKNOWN_ROUND; /* to them it is */
        }
        struct str secret = {client->author_secret, sizeof client->author_secret};
        event->actor.id = author_of(secret, room->id, scope);
    }
    return reason;
}

static void settled(struct waiter *waiter, const struct event *event, const struct outcome *outcome) {
    answer_outcome(waiter->asker.client, &waiter->asker.request, event, outcome);
}

/* A command that is in the journal, or on its way there: answered like the first, or by its outcome. */
static bool was_seen(struct call *call, const struct event *event) {
    struct client *client = call->client;
    const struct request_id *id = &call->request.id;
    struct pending *pending = append_find(client->room, event->command);
    struct seen seen;
    if (pending && append_is_same(pending, event)) {
        append_wait(pending, client, id, settled);
    } else if (pending) {
        answer_error(client, id, REASON_ID_CONFLICT, NULL);
    } else if (!process_seen(client->room->process, event, &seen)) {
        return false;
    } else if (!seen.same) {
        answer_error(client, id, REASON_ID_CONFLICT, NULL);
    } else {
        struct outcome outcome = {.seq = seen.seq, .reason = seen.reason};
        answer_outcome(client, id, event, &outcome);
    }
    return true;
}

/* What is written for some material is written by who may read it. */
static bool may_write_for(const struct client *client, struct id study) {
    struct id process = client->room->id;
    return id_is_none(study) ? registry_may(client->live, client->account, GRANT_ROLE_RESEARCHER, process)
                             : house_may_read(registry_house(client->live), client->account, process, study);
}

static bool may(const struct client *client, const struct event *event) {
    bool is_field_note = event->kind == EVENT_FIELD_NOTE_PUT;
    return registry_client_may(client->live, client) &&
           (!is_field_note || may_write_for(client, event->body.field_note_put.study));
}

/* Not for the fold: the zone database is another in every year. */
static bool zone_is_unknown(const struct event *event) {
    return event->kind == EVENT_PROCESS_PUT && event->body.process_put.profile &&
           !zone_is_known(event->body.process_put.profile->zone);
}

/* Hosts set up whole days at once, and are known by name. */
bool guards_too_often(const struct client *client) {
    const struct live_limits *limits = &client->live->options.limits;
    return client->standing != STANDING_HOST &&
           !member_spend(client->member, live_monotonic(client->live), limits->commands_per_second,
                         limits->commands_burst);
}

/* What is wrong in the command itself, whatever its sender has on its way or the journal may have. A text
 * that was refused for that could not be emptied in the journal (core/redactions.c), so it must not come
 * there. */
static bool is_for_its_text(enum reason reason) {
    return reason == REASON_EMPTY || reason == REASON_BAD_FIELDS;
}

/* Only a sender with nothing on its way is judged beforehand: what follows an undecided command may depend on
 * it, so the fold decides. */
static enum reason judge(const struct client *client, const struct event *event) {
    enum reason reason = process_judge(client->room->process, event);
    bool may_be_behind = client->member->undecided > 0 || client->room->in_doubt;
    return may_be_behind && !is_for_its_text(reason) ? REASON_ABSENT : reason;
}

/* What chance a deal is made by; the fold has none. */
static void draw(struct call *call, struct event *event) {
    char seed[SECRET_TEXT + 1];
    if (event->kind == EVENT_GROUPING_DEAL && !event->body.grouping_deal.undone) {
        chance_secret(call->client->live, seed);
        event->body.grouping_deal.seed = arena_copy(&call->arena, str_of(seed));
    }
}

static void send_on(struct call *call, struct event *event) {
    struct client *client = call->client;
    struct room *room = client->room;
    struct buffer body;
    buffer_init(&body);
    int64_t now = room_time(room);
    event->at = now;
    draw(call, event);
    presence_note(room, event->kind, &event->body);
    event_sum_text(event, &call->arena);
    bool at_is_fixed = process_complete(room->process, client->member->id, now, event);
    event_encode(event, &body);
    enum reason reason = judge(client, event);
    if (reason != REASON_ABSENT) {
        answer_error(client, &call->request.id, reason, NULL);
        buffer_finish(&body);
        return;
    }
    struct request_id id = call->request.id;
    struct pending *pending = append_event(room, event, &call->arena, &body, client->member);
    pending->append.at_is_fixed = at_is_fixed;
    append_wait(pending, client, &id, settled);
    append_start(pending);
}

void guards_pass_event(struct call *call, struct event *event) {
    struct client *client = call->client;
    event->command = call->request.command;
    enum reason reason = identify(client, event);
    if (reason == REASON_ABSENT) {
        event_hash(event);
        if (was_seen(call, event)) {
            return;
        }
        reason = !may(client, event)        ? REASON_DENIED
                 : guards_too_often(client) ? REASON_TOO_OFTEN
                 : zone_is_unknown(event)   ? REASON_BAD_ZONE
                                            : blobs_judge(client->room, event);
    }
    if (reason != REASON_ABSENT) {
        answer_error(client, &call->request.id, reason, NULL);
    } else {
        send_on(call, event);
    }
}

void guards_pass(struct call *call) {
    struct event event = {.kind = call->request.event, .body = call->request.body};
    guards_pass_event(call, &event);
}
