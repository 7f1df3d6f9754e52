/* Logging in and out, one-time links, and the participant's cookie. Passwords are hashed by live on a worker;
 * the answer comes later. */
#include <stdlib.h>

#include "net/cookie.h"
#include "net/http.h"
#include "protocol/json.h"
#include "protocol/reply.h"

enum { DEPTH = 4, SECRET_DIGITS = 32 };

/* The body's members, borrowed from the JSON that hangs on the exchange's arena as copies. */
struct form {
    struct str name, password, token, secret;
};

static struct str member(struct exchange *exchange, json_t *object, const char *name) {
    json_t *value = json_object_get(object, name);
    if (!json_is_string(value)) {
        return (struct str){0};
    }
    struct str text = {json_string_value(value), json_string_length(value)};
    return arena_copy(&exchange->arena, text);
}

static bool read_form(struct exchange *exchange, struct form *form) {
    json_t *object = NULL;
    struct json_limits limits = {BODY_SIZE, DEPTH};
    if (json_parse(buffer_str(&exchange->body), limits, &object) != REASON_ABSENT ||
        !json_is_object(object)) {
        json_decref(object);
        exchange_refuse(exchange, HTTP_STATUS_BAD_REQUEST, STR("bad_json"), "the body must be a JSON object");
        return false;
    }
    form->name = member(exchange, object, "name");
    form->password = member(exchange, object, "password");
    form->token = member(exchange, object, "token");
    form->secret = member(exchange, object, "secret");
    json_decref(object);
    return true;
}

static void refuse_form(struct exchange *exchange, const char *message) {
    exchange_refuse(exchange, HTTP_STATUS_BAD_REQUEST, STR("bad_params"), message);
}

static void answer_with_cookie(struct exchange *exchange, struct cookie *cookie, struct str body) {
    struct reply reply = {.status = HTTP_STATUS_OK, .type = "application/json"};
    struct buffer more;
    buffer_init(&more);
    cookie->secure =
        origin_is_secure(exchange->net->options.tls_cert != NULL, exchange->net->options.public_url);
    cookie_write(cookie, &more);
    exchange_answer(exchange, &reply, buffer_str(&more), body);
    buffer_finish(&more);
}

static void answer_log_in(struct exchange *exchange, const struct desk_answer *answer, const char *refusal) {
    if (!exchange_resume(exchange)) {
        return;
    }
    if (answer->reason != REASON_ABSENT) {
        exchange_refuse(exchange, reply_status_of(answer->reason), reason_text(answer->reason), refusal);
        return;
    }
    char account[ID_TEXT_LENGTH + 1];
    id_format(answer->account, account);
    struct cookie cookie = {COOKIE_LOGIN, answer->cookie, COOKIE_LOGIN_AGE, false, false};
    answer_with_cookie(exchange, &cookie, arena_format(&exchange->arena, "{\"account\":\"%s\"}\n", account));
}

static void on_remote_logged_in(void *context, const struct desk_answer *answer) {
    bool denied = answer->reason == REASON_DENIED;
    answer_log_in(context, answer,
                  denied ? "this secret has been used, is too old, or never was"
                         : reply_error_message(answer->reason));
}

static void on_logged_in(void *context, const struct desk_answer *answer) {
    bool denied = answer->reason == REASON_DENIED;
    answer_log_in(context, answer,
                  denied ? "no account has this name and password" : reply_error_message(answer->reason));
}

static const char *invite_refusal(enum reason reason) {
    switch (reason) {
    case REASON_DENIED:
        return "this link has been used, is too old, or never was";
    case REASON_BAD_PARAMS:
        return "the password must be 8 to 200 characters long";
    case REASON_EMPTY:
        return "a name is needed";
    default:
        return reply_error_message(reason);
    }
}

static void on_accepted(void *context, const struct desk_answer *answer) {
    answer_log_in(context, answer, invite_refusal(answer->reason));
}

void desk_log_in(struct exchange *exchange) {
    struct form form;
    if (!read_form(exchange, &form)) {
        return;
    }
    if (!str_is_empty(form.secret) && str_is_empty(form.name) && str_is_empty(form.password)) {
        exchange_wait(exchange);
        live_log_in_remote(exchange->net->options.live, form.secret, exchange->address, on_remote_logged_in,
                           exchange);
        return;
    }
    if (str_is_empty(form.name) || str_is_empty(form.password) || !str_is_empty(form.secret)) {
        refuse_form(exchange, "name and password are needed, or the secret of a remote alone");
        return;
    }
    exchange_wait(exchange);
    live_log_in(exchange->net->options.live, form.name, form.password, exchange->address, on_logged_in,
                exchange);
}

void desk_accept_invite(struct exchange *exchange) {
    struct form form;
    if (!read_form(exchange, &form)) {
        return;
    }
    if (str_is_empty(form.token) || str_is_empty(form.password)) {
        refuse_form(exchange, "token and password are needed");
        return;
    }
    exchange_wait(exchange);
    live_accept_invite(exchange->net->options.live, form.token, form.name, form.password, on_accepted,
                       exchange);
}

static void on_logged_out(void *context, const struct desk_answer *answer) {
    struct exchange *exchange = context;
    if (!exchange_resume(exchange)) {
        return;
    }
    if (answer->reason != REASON_ABSENT && answer->reason != REASON_DENIED) {
        exchange_refuse_reason(exchange, answer->reason); /* not ended in the store: keep the cookie */
        return;
    }
    struct cookie cookie = {COOKIE_LOGIN, STR(""), 0, false, false};
    answer_with_cookie(exchange, &cookie, STR("{}\n"));
}

void desk_log_out(struct exchange *exchange) {
    struct str login = cookie_find(exchange->cookies, STR(COOKIE_LOGIN));
    exchange_wait(exchange);
    live_log_out(exchange->net->options.live, login, on_logged_out, exchange);
}

static bool is_secret(struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        char digit = text.data[i];
        if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
            return false;
        }
    }
    return text.size == SECRET_DIGITS;
}

void desk_put_token(struct exchange *exchange) {
    struct form form;
    if (!read_form(exchange, &form)) {
        return;
    }
    if (!is_secret(form.token)) {
        refuse_form(exchange, "token must be 32 hexadecimal digits");
        return;
    }
    bool framed = !str_is_empty(exchange->net->options.frame_ancestors);
    struct cookie cookie = {COOKIE_TOKEN, form.token, COOKIE_TOKEN_AGE, false, framed};
    answer_with_cookie(exchange, &cookie, STR("{}\n"));
}
