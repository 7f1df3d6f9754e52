#include "live/housekeeping.h"

#include "base/random.h"
#include "core/model.h"
#include "live/answer.h"
#include "live/chance.h"
#include "live/client.h"
#include "live/errand.h"
#include "live/room.h"
#include "protocol/json_write.h"

enum { MILLISECOND = 1000 };
static const int64_t invite_lasts = 7LL * 24 * 60 * 60 * 1000;

static void write_member(struct buffer *json, struct str name, struct str value) {
    json_write_name(json, name);
    json_write_text(json, value);
}

static void finish(struct errand *errand, struct buffer *json) {
    buffer_append_byte(json, '}');
    errand_finish(errand, buffer_str(json));
    buffer_finish(json);
}

static bool is_administrator(const struct client *client) {
    return registry_may(client->live, client->account, GRANT_ROLE_ADMINISTRATOR, (struct id){0});
}

static bool is_facilitator(const struct client *client) {
    return registry_may(client->live, client->account, GRANT_ROLE_FACILITATOR, client->room->id);
}

/* ---- accounts: added, granted their role, invited; each step is harmless when done again ---- */

static void invited(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
        return;
    }
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    json_write_name(&json, STR("account"));
    json_write_id(&json, errand->request.params.account_add.id);
    write_member(&json, STR("secret"), (struct str){errand->secret, SECRET_TEXT});
    finish(errand, &json);
}

static void granted_role(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
        return;
    }
    errand_make_secret(errand);
    union house_body body = {.invite_add = {.id = chance_id(errand->live),
                                            .token_hash = {errand->hash, SECRET_HASH},
                                            .account = errand->request.params.account_add.id,
                                            .expires = live_wall(errand->live) + invite_lasts}};
    errand_put(errand, chance_id(errand->live), HOUSE_INVITE_ADD, &body, invited);
}

static void added_account(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
        return;
    }
    const struct params_account_add *params = &errand->request.params.account_add;
    union house_body body = {.grant_put = {.account = params->id, .role = params->role, .granted = true}};
    errand_put(errand, id_of_name(errand->request.command, "grant", 5), HOUSE_GRANT_PUT, &body, granted_role);
}

void housekeeping_add_account(struct call *call) {
    struct client *client = call->client;
    const struct params_account_add *params = &call->request.params.account_add;
    if (!is_administrator(client)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    union house_body body = {.account_add = {.id = params->id, .name = params->name}};
    struct errand *errand = errand_create(call);
    errand_put(errand, errand->request.command, HOUSE_ACCOUNT_ADD, &body, added_account);
}

/* ---- grants ---- */

static void put_grant(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
        return;
    }
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    json_write_name(&json, STR("seq"));
    json_write_integer(&json, outcome->seq);
    finish(errand, &json);
}

void housekeeping_put_grant(struct call *call) {
    const struct params_grant_put *params = &call->request.params.grant_put;
    if (!is_administrator(call->client)) {
        answer_error(call->client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    union house_body body = {.grant_put = {.account = params->account,
                                           .role = params->role,
                                           .process = params->process,
                                           .study = params->study,
                                           .granted = params->granted}};
    struct errand *errand = errand_create(call);
    errand_put(errand, errand->request.command, HOUSE_GRANT_PUT, &body, put_grant);
}

/* ---- the way into a session ---- */

/* Its process may have been removed behind it. */
static void tell_joining(struct errand *errand) {
    const struct joining *joining =
        registry_joining(errand->live, errand->request.params.joining_put.session);
    if (!joining) {
        errand_fail(errand, REASON_UNKNOWN_PROCESS);
        return;
    }
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    write_member(&json, STR("code"), joining->code);
    write_member(&json, STR("secret"), joining->secret);
    json_write_name(&json, STR("open"));
    buffer_append_str(&json, joining->open ? STR("true") : STR("false"));
    finish(errand, &json);
}

static void put_joining(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
    } else {
        tell_joining(errand);
    }
}

/* A code that no session has. */
static void make_code(struct live *live, char code[JOIN_CODE + 1]) {
    do {
        chance_digits(live, code, JOIN_CODE);
    } while (house_joining_by_code(registry_house(live), (struct str){code, JOIN_CODE}));
}

/* The code and link that are to hold: those that there are, those from before, or new ones. */
static void choose_way(struct errand *errand, const struct joining *older, char code[JOIN_CODE + 1],
                       struct house_joining_put *put) {
    const struct params_joining_put *params = &errand->request.params.joining_put;
    if (older && params->restore) {
        put->code = older->older_code;
        put->secret = older->older_secret;
    } else if (older && !params->renew) {
        put->code = older->code;
        put->secret = older->secret;
    } else {
        make_code(errand->live, code);
        errand_make_secret(errand);
        put->code = (struct str){code, JOIN_CODE};
        put->secret = (struct str){errand->secret, SECRET_TEXT};
    }
}

void housekeeping_put_joining(struct call *call) {
    struct client *client = call->client;
    const struct params_joining_put *params = &call->request.params.joining_put;
    if (!is_facilitator(client)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    if (!process_session(client->room->process, params->session)) {
        answer_error(client, &call->request.id, REASON_UNKNOWN_SESSION, NULL);
        return;
    }
    const struct joining *older = registry_joining(client->live, params->session);
    if (params->restore && (!older || str_is_absent(older->older_secret))) {
        answer_error(client, &call->request.id, REASON_WRONG_STATE, NULL);
        return;
    }
    char code[JOIN_CODE + 1];
    struct errand *errand = errand_create(call);
    struct house_joining_put put = {
        .process = errand->process, .session = params->session, .open = params->open};
    choose_way(errand, older, code, &put);
    union house_body body = {.joining_put = put};
    errand_put(errand, errand->request.command, HOUSE_JOINING_PUT, &body, put_joining);
}

/* ---- displays ---- */

static void add_display(struct errand *errand, struct id command);

/* A code that no other display is waited for by. */
static struct str pair(struct errand *errand, char code[PAIRING_CODE + 1]) {
    struct pairings *pairings = &errand->live->pairings;
    int64_t now = live_monotonic(errand->live) / MILLISECOND;
    struct str made = {code, PAIRING_CODE};
    do {
        chance_digits(errand->live, code, PAIRING_CODE);
    } while (!str_is_absent(pairings_find(pairings, made, now)));
    pairings_add(pairings, made, (struct str){errand->secret, SECRET_TEXT}, now);
    return made;
}

/* A repeat finds its command stored with a token that nobody knows any more: it is given another. */
static void added_display(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    struct str hash = {errand->hash, SECRET_HASH};
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
    } else if (!house_display(registry_house(errand->live), hash)) {
        add_display(errand, chance_id(errand->live));
    } else {
        struct buffer json;
        char code[PAIRING_CODE + 1];
        buffer_init(&json);
        buffer_append_byte(&json, '{');
        write_member(&json, STR("token"), (struct str){errand->secret, SECRET_TEXT});
        write_member(&json, STR("code"), pair(errand, code));
        finish(errand, &json);
    }
}

static void add_display(struct errand *errand, struct id command) {
    errand_make_secret(errand);
    union house_body body = {.display_add = {.process = errand->process,
                                             .session = errand->request.params.display_add.session,
                                             .group = errand->request.params.display_add.group,
                                             .token_hash = {errand->hash, SECRET_HASH}}};
    errand_put(errand, command, HOUSE_DISPLAY_ADD, &body, added_display);
}

static enum reason judge_display(const struct process *process, const struct params_display_add *params) {
    const struct group_ref *group = params->group;
    if (!process_session(process, params->session)) {
        return REASON_UNKNOWN_SESSION;
    }
    const struct grouping *grouping = group ? process_grouping(process, group->grouping) : NULL;
    if (!group) {
        return REASON_ABSENT;
    }
    if (!grouping || grouping->removed || !id_equal(grouping->session, params->session)) {
        return REASON_UNKNOWN_GROUPING;
    }
    struct audience audience = process_audience_of_display(process, params->session, *group);
    return audience.group_count > 0 ? REASON_ABSENT : REASON_UNKNOWN_GROUP;
}

void housekeeping_add_display(struct call *call) {
    struct client *client = call->client;
    enum reason reason;
    if (!is_facilitator(client)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
    } else if ((reason = judge_display(client->room->process, &call->request.params.display_add)) !=
               REASON_ABSENT) {
        answer_error(client, &call->request.id, reason, NULL);
    } else {
        struct errand *errand = errand_create(call);
        add_display(errand, errand->request.command);
    }
}
