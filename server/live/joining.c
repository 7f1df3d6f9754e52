#include "live/joining.h"

#include <string.h>

#include "core/model.h"
#include "live/chance.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/entering.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/welcome.h"
#include "protocol/event.h"

/* By the session alone, which opens to those only who have joined it before. */
static bool comes_back(const struct params_join *params) {
    return str_is_empty(params->secret) && str_is_empty(params->code);
}

/* Only the code can be guessed: who comes with the link's secret, or back with a token, has 128 bits, and
 * does not wait for what others at the same address have missed. NULL: the call waits, or was answered. */
static const struct joining *find_way_in(struct call *call) {
    const struct params_join *params = &call->request.params.join;
    const struct house *house = registry_house(call->client->live);
    const struct joining *joining;
    if (!str_is_empty(params->code) && str_is_empty(params->secret)) {
        if (entering_must_wait(call)) {
            return NULL;
        }
        joining = house_joining_by_code(house, params->code);
        if (!joining) {
            entering_miss(call);
        }
        return joining;
    }
    joining = comes_back(params) ? house_joining(house, params->session)
                                 : house_joining_by_secret(house, params->secret);
    if (!joining) {
        entering_fail(call->client, &call->request.id, REASON_WRONG_CODE);
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
        entering_fail(client, &waiter->asker.request, outcome->reason);
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
        entering_fail(client, &id, reason);
        buffer_finish(&body);
        return;
    }
    client_wait_for(client, room);
    entering_wait(call);
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
    struct room *room = joining ? entering_room(call, joining->process) : NULL;
    if (!room) {
        return;
    }
    const struct participant *participant = find_participant(call, room, hash);
    if (!has_joined(participant, joining->session)) {
        if (comes_back(params)) {
            entering_fail(client, &call->request.id, REASON_WRONG_CODE);
        } else if (joining->open) {
            append_join(call, room, participant, joining->session, hash);
        } else {
            entering_fail(client, &call->request.id, REASON_JOINING_CLOSED);
        }
    } else if (merge_profile(params, participant, &put)) {
        append_put(call, room, participant, &put);
    } else {
        come_in(call, room, participant, joining->session);
    }
}
