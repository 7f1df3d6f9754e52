/* A message goes: size → shape → who may (commands.c) → its function; what changes a process goes on through
 * the other guards (guards.c). While a join is under way, what else the client sends waits with it. */
#include "live/inbox.h"

#include "live/answer.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/room.h"

static void dispatch(struct call *call) {
    struct client *client = call->client;
    const struct request_id *id = &call->request.id;
    const struct command *command = command_of(&call->request);
    if (client->crowd && client->room->state == ROOM_REFUSED) {
        answer_error(client, id, REASON_REFUSED_PROCESS, NULL);
    } else if (command->who & client->standing) {
        command->run(call);
    } else if (client->standing == STANDING_NEW) {
        answer_error(client, id, REASON_NOT_JOINED, NULL);
    } else {
        answer_error(client, id, command->who == STANDING_NEW ? REASON_ALREADY_JOINED : REASON_DENIED, NULL);
    }
}

static struct json_limits json_limits_of(const struct live *live) {
    return (struct json_limits){.size = (size_t)live->options.limits.frame,
                                .depth = (size_t)live->options.limits.depth};
}

void inbox_take(struct client *client, struct str message) {
    struct call call = {.client = client, .message = message};
    struct request_error error;
    arena_init(&call.arena);
    client->live->state.commands++;
    if (request_parse(message, json_limits_of(client->live), &call.arena, &call.request, &error) ==
        STATUS_OK) {
        dispatch(&call);
    } else {
        answer_error(client, &call.request.id, error.reason, error.path);
    }
    arena_finish(&call.arena);
}

/* Too many wait for the room already: the request is answered and not kept. */
static void refuse_to_hold(struct client *client, struct str message) {
    struct request request;
    struct request_error error;
    struct arena arena;
    arena_init(&arena);
    enum status status = request_parse(message, json_limits_of(client->live), &arena, &request, &error);
    answer_error(client, &request.id, status == STATUS_OK ? REASON_LOADING : error.reason, NULL);
    arena_finish(&arena);
}

/* One that waits for a delay has no room yet that could count: nothing is kept behind its join, for nobody
 * knows who it is, and there may be thousands. */
static bool may_hold(const struct client *client) {
    return client->room && (int64_t)client->room->held < client->live->options.limits.loading;
}

void live_receive(struct live *live, struct client *client, struct str message) {
    if (!client->peer || client->closing) {
        return;
    }
    if ((int64_t)client->undecided >= 2 * live->options.limits.undecided) {
        client_close(client, CLOSE_POLICY, "too_often"); /* it was told not to be read */
        return;
    }
    client_owe(client);
    if (!client->joining && list_is_empty(&client->held)) {
        inbox_take(client, message);
    } else if (may_hold(client)) {
        client_hold(client, message, false);
    } else {
        refuse_to_hold(client, message);
    }
}
