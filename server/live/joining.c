#include "live/joining.h"

#include <string.h>

#include "core/model.h"
#include "live/chance.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/entering.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/ways.h"
#include "live/welcome.h"
#include "protocol/event.h"

/* By a return link or a slip of the session. */
static bool has_way(const struct params_join *params) {
    return !str_is_empty(params->way);
}

/* By the session, which by itself opens to those only whom its process knows. */
static bool comes_back(const struct params_join *params) {
    return has_way(params) || (str_is_empty(params->secret) && str_is_empty(params->code));
}

/* Only the code can be guessed: who comes with a link's secret, or back with a token, has 128 bits, and
 * does not wait for what others at the same address have missed. NULL: the call waits, or was answered. */
static const struct joining *find_way_in(struct call *call) {
    const struct params_join *params = &call->request.params.join;
    const struct house *house = registry_house(call->client->live);
    const struct joining *joining;
    if (!comes_back(params) && str_is_empty(params->secret)) {
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

/* By the token, else by the cookie's: browsers forget script storage sooner than cookies. But not beside a
 * return link or a slip: who uses one says that they are somebody else than who was here last. */
static const struct participant *find_participant(const struct call *call, const struct room *room,
                                                  char hash[SECRET_HASH + 1]) {
    const struct participant *participant;
    struct str cookie = call->client->token;
    participant_hash(call->request.params.join.token, room->id, hash);
    participant = process_participant_by_token(room->process, (struct str){hash, SECRET_HASH});
    if (!participant && secret_is_one(cookie) && !has_way(&call->request.params.join)) {
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
    return participant && participant_has_joined(participant, session);
}

/* ---- events of the walk ---- */

/* Whether what a stored event was to bring about is so, be it by this one or by another that came first. */
static bool is_done(const struct room *room, const struct event *event, const struct outcome *outcome) {
    const struct event_participant_join *join = &event->body.participant_join;
    switch (event->kind) {
    case EVENT_PARTICIPANT_JOIN:
        return has_joined(process_participant_by_token(room->process, join->token_hash), join->session);
    case EVENT_PARTICIPANT_MOVE:
        return process_participant_by_token(room->process, event->body.participant_move.token_hash) != NULL;
    default:
        return outcome->reason == REASON_ABSENT || outcome->reason == REASON_STALE;
    }
}

/* The journal has it, or not: the walk begins again, and finds it done; a participant whom two connections
 * put at once is put again. */
static void settled(struct waiter *waiter, const struct event *event, const struct outcome *outcome) {
    struct client *client = waiter->asker.client;
    if (outcome->seq == 0 || !is_done(client->room, event, outcome)) {
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

static struct str keep_hash(struct call *call, const char *hash) {
    return arena_copy(&call->arena, (struct str){hash, SECRET_HASH});
}

/* slip: its hash; NULL: without one. */
static void append_join(struct call *call, struct room *room, const struct participant *participant,
                        struct id session, const char *hash, const char *slip) {
    struct event event = {.actor = {.kind = ACTOR_SERVER}, .kind = EVENT_PARTICIPANT_JOIN};
    event.body.participant_join = (struct event_participant_join){
        .id = participant ? participant->id : chance_id(call->client->live),
        .session = session,
        .token_hash = keep_hash(call, hash),
        .slip = slip ? keep_hash(call, slip) : (struct str){0},
    };
    append(call, room, &event);
}

static void append_move(struct call *call, struct room *room, const struct way_in *way_in, const char *hash) {
    struct event event = {.actor = {.kind = ACTOR_SERVER}, .kind = EVENT_PARTICIPANT_MOVE};
    event.body.participant_move = (struct event_participant_move){.id = way_in->way->person->id,
                                                                  .way = keep_hash(call, way_in->hash),
                                                                  .token_hash = keep_hash(call, hash)};
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
        .table = given_id(params->table, participant->table),
        .seat = given_id(params->seat, participant->seat),
        .deputy = id_is_none(params->seat) ? participant->deputy : params->deputy};
    return !str_equal(put->name, participant->name) || !id_equal(put->role, participant->role) ||
           !id_equal(put->level, participant->level) ||
           !id_equal(put->organisation, participant->organisation) ||
           !id_equal(put->table, participant->table) || !id_equal(put->seat, participant->seat) ||
           put->deputy != participant->deputy;
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

/* Whom the process does not know, and who has a return link or a slip. */
static void use_way(struct call *call, struct room *room, const struct joining *joining,
                    const struct way_in *way_in, const char *hash) {
    if (id_is_none(way_in->way->session)) {
        append_move(call, room, way_in, hash);
    } else {
        append_join(call, room, NULL, joining->session, hash, way_in->hash);
    }
}

/* Who has not joined the session yet. */
static void come_anew(struct call *call, struct room *room, const struct participant *participant,
                      const struct joining *joining, const char *hash) {
    if (!participant && comes_back(&call->request.params.join)) {
        entering_fail(call->client, &call->request.id, REASON_WRONG_CODE);
    } else if (joining->open) {
        append_join(call, room, participant, joining->session, hash, NULL);
    } else {
        entering_fail(call->client, &call->request.id, REASON_JOINING_CLOSED);
    }
}

/* Goes on from the way that the join names, where it names one. True: the call was answered, or waits. */
static bool take_way(struct call *call, struct room *room, const struct participant *participant,
                     const struct joining *joining, const char *hash) {
    const struct params_join *params = &call->request.params.join;
    struct way_in way_in;
    if (!has_way(params)) {
        return false;
    }
    ways_find(room, params->way, &way_in);
    enum reason reason = ways_judge(&way_in, participant, joining);
    if (reason != REASON_ABSENT) {
        entering_fail(call->client, &call->request.id, reason);
    } else if (!participant) {
        use_way(call, room, joining, &way_in, hash);
    }
    return reason != REASON_ABSENT || !participant;
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
    if (!process_session(room->process, joining->session)) { /* it was removed, and may come back */
        entering_fail(client, &call->request.id, REASON_WRONG_CODE);
        return;
    }
    const struct participant *participant = find_participant(call, room, hash);
    if (take_way(call, room, participant, joining, hash)) {
        return;
    }
    if (!has_joined(participant, joining->session)) {
        come_anew(call, room, participant, joining, hash);
    } else if (merge_profile(params, participant, &put)) {
        append_put(call, room, participant, &put);
    } else {
        come_in(call, room, participant, joining->session);
    }
}
