/* The house's templates: put, listed, fetched. */
#include "live/answer.h"
#include "live/client.h"
#include "live/errand.h"
#include "live/housekeeping.h"
#include "live/page.h"
#include "protocol/json.h"
#include "protocol/json_write.h"

/* As deep as a template needs, and not so deep that a page would have trouble with it. */
enum { BODY_DEPTH = 16 };

static bool may(const struct client *client) {
    const struct house *house = registry_house(client->live);
    return house_may_somewhere(house, client->account, GRANT_ROLE_FACILITATOR) ||
           house_may_somewhere(house, client->account, GRANT_ROLE_ADMINISTRATOR);
}

static bool refuse(const struct call *call) {
    bool refused = !may(call->client);
    if (refused) {
        answer_error(call->client, &call->request.id, REASON_DENIED, NULL);
    }
    return refused;
}

static void write_seq(struct buffer *json, int64_t seq) {
    json_write_name(json, STR("seq"));
    json_write_integer(json, seq);
}

/* ---- put ---- */

static void put(void *context, const struct outcome *outcome) {
    struct errand *errand = context;
    if (outcome->reason != REASON_ABSENT) {
        errand_fail(errand, outcome->reason);
        return;
    }
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    write_seq(&json, outcome->seq);
    buffer_append_byte(&json, '}');
    errand_finish(errand, buffer_str(&json));
    buffer_finish(&json);
}

/* Not for the fold, which knows no JSON. */
static bool is_json_object(struct str body) {
    json_t *json;
    enum reason reason =
        json_parse(body, (struct json_limits){.size = body.size, .depth = BODY_DEPTH}, &json);
    bool is_object = reason == REASON_ABSENT && json_is_object(json);
    json_decref(json);
    return is_object;
}

void housekeeping_put_template(struct call *call) {
    const struct params_template_put *params = &call->request.params.template_put;
    if (refuse(call)) {
        return;
    }
    if (!str_is_empty(params->body) && !is_json_object(params->body)) {
        answer_error(call->client, &call->request.id, REASON_BAD_PARAMS, "body");
        return;
    }
    union house_body body = {.template_put = {.id = params->id,
                                              .base = params->base,
                                              .title = params->title,
                                              .body = params->removed ? (struct str){0} : params->body,
                                              .removed = params->removed}};
    struct errand *errand = errand_create(call);
    errand_put(errand, errand->request.command, HOUSE_TEMPLATE_PUT, &body, put);
}

/* ---- list and get ---- */

static void write_head(const struct house_template *template, struct buffer *json) {
    json_write_name(json, STR("id"));
    json_write_id(json, template->id);
    json_write_name(json, STR("title"));
    json_write_text(json, template->title);
    write_seq(json, template->seq);
}

static void write_row(const void *list, size_t i, struct buffer *json) {
    const struct house_template *const *templates = list;
    buffer_append_byte(json, '{');
    write_head(templates[i], json);
    buffer_append_byte(json, '}');
}

void housekeeping_list_templates(struct call *call) {
    if (refuse(call)) {
        return;
    }
    const struct house_template **templates;
    size_t count = house_templates(registry_house(call->client->live), &call->arena, &templates);
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    page_write(STR("templates"), count, call->request.params.template_list.skip, write_row, templates, &json);
    answer_result(call->client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

void housekeeping_get_template(struct call *call) {
    if (refuse(call)) {
        return;
    }
    const struct house_template *template =
        house_template(registry_house(call->client->live), call->request.params.template_get.id);
    if (!template) {
        answer_error(call->client, &call->request.id, REASON_UNKNOWN_TEMPLATE, NULL);
        return;
    }
    struct buffer json;
    buffer_init(&json);
    buffer_append_byte(&json, '{');
    write_head(template, &json);
    json_write_name(&json, STR("body"));
    json_write_text(&json, template->body);
    buffer_append_byte(&json, '}');
    answer_result(call->client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}
