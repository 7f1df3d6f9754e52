/* A process is made in its own journal first, then the house is told. A crash in between leaves a journal
 * that nobody may enter; the same command again finds it made and tells the house. */
#include <string.h>

#include "base/zone.h"
#include "live/answer.h"
#include "live/client.h"
#include "live/errand.h"
#include "live/housekeeping.h"
#include "live/room.h"
#include "protocol/event.h"
#include "protocol/json_write.h"

static void finish(struct errand *errand) {
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    json_write_name(&json, STR("process"));
    json_write_id(&json, errand->request.params.process_add.id);
    buffer_append_byte(&json, '}');
    errand_finish(errand, buffer_str(&json));
    buffer_finish(&json);
}

static void added(void *context, const struct outcome *outcome) {
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(context, outcome->reason);
    } else {
        finish(context);
    }
}

static void tell_house(struct errand *errand) {
    const struct params_process_add *params = &errand->request.params.process_add;
    union house_body body = {.process_add = {.process = params->id,
                                             .title = params->profile->title,
                                             .account = errand->account,
                                             .rehearsal = params->rehearsal}};
    if (house_process(registry_house(errand->live), params->id)) {
        finish(errand);
    } else {
        errand_put(errand, errand->request.command, HOUSE_PROCESS_ADD, &body, added);
    }
}

/* The event was stored, now or before: the message is handled again and finds that. */
static void settled(struct waiter *waiter, const struct event *event, const struct outcome *outcome) {
    struct client *client = waiter->asker.client;
    (void)event;
    if (outcome->seq == 0) {
        client_drop_held(client);
        answer_error(client, &waiter->asker.request, outcome->reason, NULL);
    }
    client_ready(client);
}

static void wait(struct call *call, struct room *room) {
    client_wait_for(call->client, room);
    call->client->joining = true;
    client_hold(call->client, call->message, true);
}

static void create(struct call *call, struct room *room, struct event *event) {
    struct client *client = call->client;
    struct request_id id = call->request.id;
    struct pending *pending = append_find(room, event->command);
    if (pending) {
        wait(call, room);
        append_wait(pending, client, &id, settled);
        return;
    }
    struct buffer body;
    buffer_init(&body);
    event->at = live_wall(client->live);
    event_encode(event, &body);
    enum reason reason = append_judge(room, event);
    if (reason == REASON_ABSENT && !zone_is_known(event->body.process_create.profile->zone)) {
        reason = REASON_BAD_ZONE;
    }
    if (reason != REASON_ABSENT) {
        answer_error(client, &id, process_head(room->process) > 0 ? REASON_ID_TAKEN : reason, NULL);
        buffer_finish(&body);
        return;
    }
    wait(call, room);
    pending = append_event(room, event, &call->arena, &body, NULL);
    append_wait(pending, client, &id, settled);
    append_start(pending);
}

static void add(struct call *call, struct room *room) {
    struct client *client = call->client;
    struct event event = {
        .command = call->request.command,
        .actor = {.kind = ACTOR_ACCOUNT, .id = client->account},
        .kind = EVENT_PROCESS_CREATE,
        .body = {.process_create = {.rules = RULES_NEWEST,
                                    .profile = call->request.params.process_add.profile,
                                    .rehearsal = call->request.params.process_add.rehearsal}}};
    struct seen seen;
    event_hash(&event);
    if (!process_seen(room->process, &event, &seen)) {
        create(call, room, &event);
    } else if (!seen.same) {
        answer_error(client, &call->request.id, REASON_ID_CONFLICT, NULL);
    } else if (seen.reason != REASON_ABSENT) {
        answer_error(client, &call->request.id, seen.reason, NULL);
    } else {
        tell_house(errand_create(call));
    }
}

void housekeeping_add_process(struct call *call) {
    struct client *client = call->client;
    struct id process = call->request.params.process_add.id;
    client_leave(client); /* the room that it may have waited for */
    if (!registry_may(client->live, client->account, GRANT_ROLE_FACILITATOR, (struct id){0})) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    if (id_equal(process, house_id()) || house_has_removed(registry_house(client->live), process)) {
        answer_error(client, &call->request.id, REASON_ID_TAKEN, NULL);
        return;
    }
    struct room *room = room_open(client->live, process);
    if (room->state == ROOM_LOADING) {
        wait(call, room);
    } else if (room->state == ROOM_REFUSED) {
        answer_error(client, &call->request.id, REASON_REFUSED_PROCESS, NULL);
    } else {
        add(call, room);
    }
}
