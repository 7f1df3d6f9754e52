/* What is in the house: the processes that the asker may enter, and the accounts. */
#include "live/answer.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/housekeeping.h"
#include "live/registry.h"
#include "protocol/json_write.h"
#include "records/shapes.h"

enum { ACCOUNTS_BYTES = 24 * 1024 /* of one answer; one account at least */ };

static void write_role(enum grant_role role, struct buffer *json) {
    json_write_text(json, enumeration_text(&enumeration_grant_role, (int)role));
}

/* ---- processes ---- */

static void write_roles(const struct client *client, struct id process, struct buffer *json) {
    bool first = true;
    json_write_name(json, STR("roles"));
    buffer_append_byte(json, '[');
    for (enum grant_role role = GRANT_ROLE_ABSENT + 1; role < GRANT_ROLE_END; role++) {
        if (registry_may(client->live, client->account, role, process)) {
            buffer_append_str(json, first ? STR("") : STR(","));
            write_role(role, json);
            first = false;
        }
    }
    buffer_append_byte(json, ']');
}

static void write_process(const struct client *client, const struct house_process *process,
                          struct buffer *json) {
    buffer_append_byte(json, '{');
    json_write_name(json, STR("process"));
    json_write_id(json, process->process);
    json_write_name(json, STR("title"));
    json_write_text(json, process->title);
    write_roles(client, process->process, json);
    buffer_append_byte(json, '}');
}

static bool is_administrator(const struct client *client) {
    return registry_may(client->live, client->account, GRANT_ROLE_ADMINISTRATOR, (struct id){0});
}

void housekeeping_list(struct call *call) {
    struct client *client = call->client;
    const struct house_process *processes;
    size_t count = house_processes(registry_house(client->live), &client->account, &call->arena, &processes);
    struct buffer json;
    buffer_init(&json);
    buffer_append_str(&json, is_administrator(client) ? STR("{\"administrator\":true,\"processes\":[")
                                                      : STR("{\"processes\":["));
    for (size_t i = 0; i < count; i++) {
        buffer_append_str(&json, i > 0 ? STR(",") : STR(""));
        write_process(client, &processes[i], &json);
    }
    buffer_append_str(&json, STR("]}"));
    answer_result(client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

/* ---- accounts ---- */

static void write_grant(const struct house_grant *grant, struct buffer *json) {
    buffer_append_byte(json, '{');
    json_write_name(json, STR("role"));
    write_role(grant->role, json);
    if (!id_is_none(grant->process)) {
        json_write_name(json, STR("process"));
        json_write_id(json, grant->process);
    }
    buffer_append_byte(json, '}');
}

static void write_account(const struct account *account, struct buffer *json) {
    buffer_append_byte(json, '{');
    json_write_name(json, STR("account"));
    json_write_id(json, account->id);
    json_write_name(json, STR("name"));
    json_write_text(json, account->name);
    json_write_name(json, STR("grants"));
    buffer_append_byte(json, '[');
    for (const struct list *link = account->grants.next; link != &account->grants; link = link->next) {
        buffer_append_str(json, link->previous == &account->grants ? STR("") : STR(","));
        write_grant(LIST_ENTRY(link, struct house_grant, link), json);
    }
    buffer_append_str(json, STR("]}"));
}

/* As many as fit, from skip on; how many were written. */
static size_t write_accounts(const struct account *const *accounts, size_t count, size_t skip,
                             struct buffer *json) {
    struct buffer one;
    size_t written = 0;
    buffer_init(&one);
    while (skip + written < count) {
        buffer_clear(&one);
        write_account(accounts[skip + written], &one);
        if (written > 0 && json->size + one.size > ACCOUNTS_BYTES) {
            break;
        }
        buffer_append_str(json, written > 0 ? STR(",") : STR(""));
        buffer_append_str(json, buffer_str(&one));
        written++;
    }
    buffer_finish(&one);
    return written;
}

void housekeeping_accounts(struct call *call) {
    struct client *client = call->client;
    if (!is_administrator(client)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    size_t count;
    const struct account *const *accounts = house_accounts(registry_house(client->live), &count);
    int64_t wanted = call->request.params.house_accounts.skip;
    size_t skip = wanted < (int64_t)count ? (size_t)wanted : count;
    struct buffer json;
    buffer_init(&json);
    buffer_append_str(&json, STR("{\"accounts\":["));
    size_t written = write_accounts(accounts, count, skip, &json);
    buffer_append_str(&json, STR("],\"more\":"));
    json_write_integer(&json, (int64_t)(count - skip - written));
    buffer_append_byte(&json, '}');
    answer_result(client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}
