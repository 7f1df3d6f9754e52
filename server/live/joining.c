#include "live/joining.h"

#include <string.h>

#include "core/model.h"
#include "live/answer.h"
#include "live/chance.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/flush.h"
#include "live/member.h"
#include "live/presence.h"
#include "live/registry.h"
#include "live/view.h"
#include "live/welcome.h"
#include "protocol/event.h"

enum { MILLISECOND = 1000 };

/* ---- waiting and failing ---- */

/* The message is held and handled again when client_ready is called. */
static void wait(struct call *call) {
    struct client *client = call->client;
    client->joining = true;
    client_hold(client, call->message, true);
}

static void fail(struct client *client, const struct request_id *id, enum reason reason) {
    client->excused = false;
    client_leave(client);
    client_await_join(client);
    answer_error(client, id, reason, NULL);
}

/* The room of the process, once it is live. NULL: the call waits, or was answered. */
static struct room *enter_room(struct call *call, struct id process) {
    struct client *client = call->client;
    struct room *room = room_open(client->live, process);
    if (room->state == ROOM_LIVE) {
        return room;
    }
    if (room->state == ROOM_REFUSED) {
        fail(client, &call->request.id, REASON_REFUSED_PROCESS);
    } else if ((int64_t)room->held >= client->live->options.limits.loading) {
        fail(client, &call->request.id, REASON_LOADING);
    } else {
        client_wait_for(client, room);
        wait(call);
    }
    return NULL;
}

/* ---- the way in ---- */

/* An address that has missed too often waits before its next code is tried, and again where others of it have
 * missed meanwhile. True: it waits. */
static bool must_wait(struct call *call) {
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
        wait(call);
    }
    return delay > 0;
}

static void miss(struct call *call) {
    struct client *client = call->client;
    throttle_miss(client->live->throttle, client->address, live_monotonic(client->live) / MILLISECOND);
    fail(client, &call->request.id, REASON_WRONG_CODE);
}

/* By the session alone, which opens to those only who have joined it before. */
static bool comes_back(const struct params_join *params) {
    return str_is_empty(params->secret) && str_is_empty(params->code);
}

/* NULL: the call waits, or was answered. */
static const struct joining *find_way_in(struct call *call) {
    const struct params_join *params = &call->request.params.join;
    const struct house *house = registry_house(call->client->live);
    if (!str_is_empty(params->secret)) { /* 128 bits: nobody guesses it, so nobody waits */
        const struct joining *joining = house_joining_by_secret(house, params->secret);
        if (!joining) {
            fail(call->client, &call->request.id, REASON_WRONG_CODE);
        }
        return joining;
    }
    if (must_wait(call)) {
        return NULL;
    }
    const struct joining *joining = comes_back(params) ? house_joining(house, params->session)
                                                       : house_joining_by_code(house, params->code);
    if (!joining) {
        miss(call);
    }
    return joining;
}

/* By the token, else by the cookie's: browsers forget script storage sooner than cookies. */
static const struct participant *find_participant(const struct call *call, const struct room *room,
                                                  char hash[SECRET_HASH + 1]) {
    const struct participant *participant;
    struct str cookie = call->client->token;
    participant_hash(call->request.params.join.token, room->id, hash);
    participant = process_participant_by_token(room->process, (struct str){hash, SECRET_HASH});
    if (!participant && secret_is_one(cookie)) {
        char other[SECRET_HASH + 1];
        participant_hash(cookie, room->id, other);
        participant = process_participant_by_token(room->process, (struct str){other, SECRET_HASH});
        if (participant) {
            memcpy(hash, other, sizeof other);
        }
    }
    return participant;
}

static bool has_joined(const struct participant *participant, struct id session) {
    for (size_t i = 0; participant && i < participant->session_count; i++) {
        if (id_equal(participant->sessions[i], session)) {
            return true;
        }
    }
    return false;
}

/* ---- events of the walk ---- */

/* The journal has it, or not: the walk begins again, and finds it done; a participant whom two connections
 * put at once is put again. */
static void settled(struct waiter *waiter, const struct event *event, const struct outcome *outcome) {
    struct client *client = waiter->asker.client;
    bool again = outcome->reason == REASON_ABSENT || outcome->reason == REASON_STALE;
    if (event->kind == EVENT_PARTICIPANT_JOIN && outcome->seq > 0) {
        const struct event_participant_join *join = &event->body.participant_join;
        again =
            has_joined(process_participant_by_token(client->room->process, join->token_hash), join->session);
    }
    if (!again) {
        client_drop_held(client);
        fail(client, &waiter->asker.request, outcome->reason);
    }
    client_ready(client);
}

static void append(struct call *call, struct room *room, struct event *event) {
    struct client *client = call->client;
    struct request_id id = call->request.id;
    struct buffer body;
    buffer_init(&body);
    event->command = chance_id(client->live);
    event->at = room_time(room);
    event_encode(event, &body);
    enum reason reason = append_judge(room, event);
    if (reason != REASON_ABSENT) {
        fail(client, &id, reason);
        buffer_finish(&body);
        return;
    }
    client_wait_for(client, room);
    wait(call);
    struct pending *pending = append_event(room, event, &call->arena, &body, NULL);
    append_wait(pending, client, &id, settled);
    append_start(pending);
}

static void append_join(struct call *call, struct room *room, const struct participant *participant,
                        struct id session, const char *hash) {
    struct id person = participant ? participant->id : chance_id(call->client->live);
    struct event event = {.actor = {.kind = ACTOR_SERVER},
                          .kind = EVENT_PARTICIPANT_JOIN,
                          .body = {.participant_join = {.id = person,
                                                        .session = session,
                                                        .token_hash = arena_copy(
                                                            &call->arena, (struct str){hash, SECRET_HASH})}}};
    append(call, room, &event);
}

static struct id given_id(struct id given, struct id known) {
    return id_is_none(given) ? known : given;
}

/* What join says of the person, over what is known; true: that differs. */
static bool merge_profile(const struct params_join *params, const struct participant *participant,
                          struct event_participant_put *put) {
    *put = (struct event_participant_put){
        .rev = participant->rev + 1,
        .name = str_is_absent(params->name) ? participant->name : params->name,
        .role = given_id(params->role, participant->role),
        .level = given_id(params->level, participant->level),
        .organisation = given_id(params->organisation, participant->organisation),
        .table = given_id(params->table, participant->table)};
    return !str_equal(put->name, participant->name) || !id_equal(put->role, participant->role) ||
           !id_equal(put->level, participant->level) ||
           !id_equal(put->organisation, participant->organisation) ||
           !id_equal(put->table, participant->table);
}

static void append_put(struct call *call, struct room *room, const struct participant *participant,
                       const struct event_participant_put *put) {
    struct event event = {.actor = {.kind = ACTOR_PARTICIPANT, .id = participant->id},
                          .kind = EVENT_PARTICIPANT_PUT,
                          .body = {.participant_put = *put}};
    event.body.participant_put.name = arena_copy(&call->arena, put->name);
    append(call, room, &event);
}

/* ---- join ---- */

static void come_in(struct call *call, struct room *room, const struct participant *participant,
                    struct id session) {
    struct client *client = call->client;
    const struct params_join *params = &call->request.params.join;
    client->standing = STANDING_PARTICIPANT;
    client->session = session;
    memcpy(client->author_secret, params->author_secret.data, sizeof client->author_secret);
    welcome(client, room, participant->id, params->seq, params->epoch);
    welcome_participant(client, &call->request.id);
    client_forget_info(client);
}

void joining_join(struct call *call) {
    struct client *client = call->client;
    const struct params_join *params = &call->request.params.join;
    struct event_participant_put put;
    char hash[SECRET_HASH + 1];
    alarm_clear(&client->alarm);
    const struct joining *joining = find_way_in(call);
    struct room *room = joining ? enter_room(call, joining->process) : NULL;
    if (!room) {
        return;
    }
    const struct participant *participant = find_participant(call, room, hash);
    if (!has_joined(participant, joining->session)) {
        if (comes_back(params)) {
            miss(call);
        } else if (joining->open) {
            append_join(call, room, participant, joining->session, hash);
        } else {
            fail(client, &call->request.id, REASON_JOINING_CLOSED);
        }
    } else if (merge_profile(params, participant, &put)) {
        append_put(call, room, participant, &put);
    } else {
        come_in(call, room, participant, joining->session);
    }
}

/* ---- attend ---- */

static const struct account *find_account(struct client *client) {
    char hash[SECRET_HASH + 1];
    if (!client->same_origin || !secret_is_one(client->login)) {
        return NULL;
    }
    secret_hash(client->login, hash);
    return house_login(registry_house(client->live), (struct str){hash, SECRET_HASH},
                       live_wall(client->live));
}

static void attend_as_host(struct call *call) {
    struct client *client = call->client;
    const struct params_attend *params = &call->request.params.attend;
    const struct account *account = find_account(client);
    bool in_house = id_is_none(params->process);
    if (!account) {
        fail(client, &call->request.id, REASON_DENIED);
        return;
    }
    if (!in_house && !house_process(registry_house(client->live), params->process)) {
        fail(client, &call->request.id, REASON_UNKNOWN_PROCESS);
        return;
    }
    if (!in_house && !registry_may(client->live, account->id, GRANT_ROLE_FACILITATOR, params->process)) {
        fail(client, &call->request.id, REASON_DENIED);
        return;
    }
    struct room *room = in_house ? NULL : enter_room(call, params->process);
    if (!in_house && !room) {
        return;
    }
    client->standing = in_house ? STANDING_HOUSE : STANDING_HOST;
    client->account = account->id;
    if (room) {
        welcome(client, room, account->id, params->seq, params->epoch);
    }
    welcome_host(client, &call->request.id);
    client_keep_login(client);
}

static void attend_as_display(struct call *call) {
    struct client *client = call->client;
    const struct params_attend *params = &call->request.params.attend;
    const struct house_display *display = NULL;
    char hash[SECRET_HASH + 1];
    if (secret_is_one(params->token)) {
        secret_hash(params->token, hash);
        display = house_display(registry_house(client->live), (struct str){hash, SECRET_HASH});
    }
    if (!display) {
        fail(client, &call->request.id, REASON_DENIED);
        return;
    }
    struct room *room = enter_room(call, display->process);
    if (room) {
        client->standing = STANDING_DISPLAY;
        client->session = display->session;
        welcome(client, room, display->session, params->seq, params->epoch);
        welcome_display(client, &call->request.id);
        client_forget_info(client);
    }
}

void joining_attend(struct call *call) {
    alarm_clear(&call->client->alarm);
    if (call->request.params.attend.as == ATTENDANCE_HOST) {
        attend_as_host(call);
    } else {
        attend_as_display(call);
    }
}
