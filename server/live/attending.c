#include "live/attending.h"

#include <string.h>

#include "core/model.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/entering.h"
#include "live/registry.h"
#include "live/room.h"
#include "live/welcome.h"

enum { MILLISECOND = 1000 };

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
        entering_fail(client, &call->request.id, REASON_DENIED);
        return;
    }
    if (!in_house && !house_process(registry_house(client->live), params->process)) {
        entering_fail(client, &call->request.id, REASON_UNKNOWN_PROCESS);
        return;
    }
    if (!in_house && !registry_may(client->live, account->id, GRANT_ROLE_FACILITATOR, params->process)) {
        entering_fail(client, &call->request.id, REASON_DENIED);
        return;
    }
    struct room *room = in_house ? NULL : entering_room(call, params->process);
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

/* By a grant of its own, which hosts have not by being hosts: who observes sees what hangs on the wall. */
static void attend_as_researcher(struct call *call) {
    struct client *client = call->client;
    const struct params_attend *params = &call->request.params.attend;
    const struct account *account = find_account(client);
    if (!account || !house_may_observe(registry_house(client->live), account->id, params->process)) {
        entering_fail(client, &call->request.id, REASON_DENIED);
        return;
    }
    if (!house_process(registry_house(client->live), params->process)) {
        entering_fail(client, &call->request.id, REASON_UNKNOWN_PROCESS);
        return;
    }
    struct room *room = entering_room(call, params->process);
    if (!room) {
        return;
    }
    if (!process_session(room->process, params->session)) {
        entering_fail(client, &call->request.id, REASON_UNKNOWN_SESSION);
        return;
    }
    client->standing = STANDING_RESEARCHER;
    client->account = account->id;
    client->session = params->session;
    welcome(client, room, account->id, params->seq, params->epoch);
    welcome_researcher(client, &call->request.id);
    client_keep_login(client);
}

/* The token that the display has, or that its code stands for: a copy. False: the call waits, or was
 * answered. */
static bool find_token(struct call *call, char token[SECRET_TEXT + 1]) {
    const struct params_attend *params = &call->request.params.attend;
    const struct live *live = call->client->live;
    struct str found = params->token;
    if (!str_is_absent(params->code)) {
        if (entering_must_wait(call)) {
            return false;
        }
        found = pairings_find(&live->pairings, params->code, live_monotonic(live) / MILLISECOND);
        if (str_is_absent(found)) {
            entering_miss(call);
            return false;
        }
    }
    if (!secret_is_one(found)) {
        entering_fail(call->client, &call->request.id, REASON_DENIED);
        return false;
    }
    memcpy(token, found.data, SECRET_TEXT);
    token[SECRET_TEXT] = '\0';
    return true;
}

static void attend_as_display(struct call *call) {
    struct client *client = call->client;
    const struct params_attend *params = &call->request.params.attend;
    char token[SECRET_TEXT + 1], hash[SECRET_HASH + 1];
    bool by_code = !str_is_absent(params->code);
    if (!find_token(call, token)) {
        return;
    }
    secret_hash(str_of(token), hash);
    const struct house_display *display =
        house_display(registry_house(client->live), (struct str){hash, SECRET_HASH});
    if (!display) {
        entering_fail(client, &call->request.id, REASON_DENIED);
        return;
    }
    struct room *room = entering_room(call, display->process);
    if (room) {
        pairings_end(&client->live->pairings, params->code);
        client->standing = STANDING_DISPLAY;
        client->session = display->session;
        client->group = display->group;
        welcome(client, room, display->session, params->seq, params->epoch);
        welcome_display(client, &call->request.id, by_code ? str_of(token) : (struct str){0});
        client_forget_info(client);
    }
}

void attending_attend(struct call *call) {
    alarm_clear(&call->client->alarm);
    if (call->request.params.attend.as == ATTENDANCE_HOST) {
        attend_as_host(call);
    } else if (call->request.params.attend.as == ATTENDANCE_RESEARCHER) {
        attend_as_researcher(call);
    } else {
        attend_as_display(call);
    }
}
