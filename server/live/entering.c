#include "live/entering.h"

#include "live/answer.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/room.h"

enum { MILLISECOND = 1000 };

void entering_wait(struct call *call) {
    struct client *client = call->client;
    client->joining = true;
    client_hold(client, call->message, true);
}

void entering_fail(struct client *client, const struct request_id *id, enum reason reason) {
    client->excused = false;
    client_leave(client);
    client_await_join(client);
    answer_error(client, id, reason, NULL);
}

struct room *entering_room(struct call *call, struct id process) {
    struct client *client = call->client;
    struct room *room = room_open(client->live, process);
    if (room->state == ROOM_LIVE) {
        return room;
    }
    if (room->state == ROOM_REFUSED) {
        entering_fail(client, &call->request.id, REASON_REFUSED_PROCESS);
    } else if ((int64_t)room->held >= client->live->options.limits.loading) {
        entering_fail(client, &call->request.id, REASON_LOADING);
    } else {
        client_wait_for(client, room);
        entering_wait(call);
    }
    return NULL;
}

bool entering_must_wait(struct call *call) {
    struct client *client = call->client;
    struct live *live = client->live;
    if (client->excused) {
        return false;
    }
    int64_t now = live_monotonic(live);
    int64_t delay = throttle_delay(live->throttle, client->address, now / MILLISECOND);
    client->excused = delay <= 0;
    if (delay > 0) {
        alarm_set(&live->alarms, &client->alarm, now + delay * MILLISECOND);
        entering_wait(call);
    }
    return delay > 0;
}

void entering_miss(struct call *call) {
    struct client *client = call->client;
    throttle_miss(client->live->throttle, client->address, live_monotonic(client->live) / MILLISECOND);
    entering_fail(client, &call->request.id, REASON_WRONG_CODE);
}
