/* What is in the house: the processes that the asker may enter, the accounts, and who took which record. */
#include "live/answer.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/housekeeping.h"
#include "live/page.h"
#include "live/registry.h"
#include "protocol/json_write.h"
#include "records/shapes.h"

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

/* Of which the account may read the material; nothing where there are none. */
static void write_studies(const struct client *client, struct id process, struct buffer *json) {
    const struct account *account = house_account(registry_house(client->live), client->account);
    bool first = true;
    for (const struct list *link = account ? account->grants.next : NULL; link && link != &account->grants;
         link = link->next) {
        const struct house_grant *grant = LIST_ENTRY(link, struct house_grant, link);
        if (!id_equal(grant->process, process) || id_is_none(grant->study)) {
            continue;
        }
        if (first) {
            json_write_name(json, STR("studies"));
        }
        buffer_append_byte(json, first ? '[' : ',');
        json_write_id(json, grant->study);
        first = false;
    }
    if (!first) {
        buffer_append_byte(json, ']');
    }
}

/* What is not so is left out. */
static void write_flag(bool is_so, struct str name, struct buffer *json) {
    if (is_so) {
        json_write_name(json, name);
        buffer_append_str(json, STR("true"));
    }
}

static void write_process(const struct client *client, const struct house_process *process,
                          struct buffer *json) {
    buffer_append_byte(json, '{');
    json_write_name(json, STR("process"));
    json_write_id(json, process->process);
    json_write_name(json, STR("title"));
    json_write_text(json, process->title);
    write_flag(process->rehearsal, STR("rehearsal"), json);
    write_roles(client, process->process, json);
    write_studies(client, process->process, json);
    buffer_append_byte(json, '}');
}

static bool is_administrator(const struct client *client) {
    return registry_may(client->live, client->account, GRANT_ROLE_ADMINISTRATOR, (struct id){0});
}

struct enterable {
    const struct client *client;
    const struct house_process *processes;
};

static void write_enterable(const void *list, size_t i, struct buffer *json) {
    const struct enterable *enterable = list;
    write_process(enterable->client, &enterable->processes[i], json);
}

static bool may_add(const struct client *client) {
    return registry_may(client->live, client->account, GRANT_ROLE_FACILITATOR, (struct id){0});
}

void housekeeping_list(struct call *call) {
    struct client *client = call->client;
    struct enterable enterable = {.client = client};
    size_t count =
        house_processes(registry_house(client->live), &client->account, &call->arena, &enterable.processes);
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    write_flag(is_administrator(client), STR("administrator"), &json);
    write_flag(may_add(client), STR("may_add"), &json);
    page_write(STR("processes"), count, call->request.params.house_list.skip, write_enterable, &enterable,
               &json);
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
    if (!id_is_none(grant->study)) {
        json_write_name(json, STR("study"));
        json_write_id(json, grant->study);
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

static void write_nth_account(const void *list, size_t i, struct buffer *json) {
    const struct account *const *accounts = list;
    write_account(accounts[i], json);
}

void housekeeping_accounts(struct call *call) {
    struct client *client = call->client;
    if (!is_administrator(client)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    size_t count;
    const struct account *const *accounts = house_accounts(registry_house(client->live), &count);
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    page_write(STR("accounts"), count, call->request.params.house_accounts.skip, write_nth_account, accounts,
               &json);
    answer_result(client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

/* ---- downloads ---- */

struct taken {
    const struct house *house;
    const struct house_download **list; /* the latest first */
};

static void write_download(const void *list, size_t i, struct buffer *json) {
    const struct taken *taken = list;
    const struct house_download *download = taken->list[i];
    const struct account *account = house_account(taken->house, download->account);
    buffer_append_byte(json, '{');
    json_write_name(json, STR("at"));
    json_write_integer(json, download->at);
    if (account) {
        json_write_name(json, STR("account"));
        json_write_id(json, account->id);
        json_write_name(json, STR("name"));
        json_write_text(json, account->name);
    }
    if (!id_is_none(download->session)) {
        json_write_name(json, STR("session"));
        json_write_id(json, download->session);
    }
    if (!id_is_none(download->study)) {
        json_write_name(json, STR("study"));
        json_write_id(json, download->study);
    }
    json_write_name(json, STR("view"));
    json_write_text(json, enumeration_text(&enumeration_record_view, (int)download->view));
    json_write_name(json, STR("format"));
    json_write_text(json, download->format);
    if (!str_is_absent(download->sha256)) {
        json_write_name(json, STR("sha256"));
        json_write_text(json, download->sha256);
        json_write_name(json, STR("bytes"));
        json_write_integer(json, download->bytes);
    }
    buffer_append_byte(json, '}');
}

void housekeeping_list_downloads(struct call *call) {
    struct client *client = call->client;
    const struct params_download_list *params = &call->request.params.download_list;
    struct taken taken = {.house = registry_house(client->live)};
    if (!registry_may(client->live, client->account, GRANT_ROLE_FACILITATOR, params->process)) {
        answer_error(client, &call->request.id, REASON_DENIED, NULL);
        return;
    }
    size_t all, count = 0;
    const struct house_download *downloads = house_downloads(taken.house, &all);
    taken.list = arena_allocate_array(&call->arena, all, sizeof(const struct house_download *));
    for (size_t i = all; i > 0; i--) {
        if (id_equal(downloads[i - 1].process, params->process)) {
            taken.list[count++] = &downloads[i - 1];
        }
    }
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    page_write(STR("downloads"), count, params->skip, write_download, &taken, &json);
    answer_result(client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}
