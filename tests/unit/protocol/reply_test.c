#include <criterion/criterion.h>

#include "protocol/reply.h"

static struct buffer buffer;

static void set_up(void) {
    buffer_init(&buffer);
}

static void tear_down(void) {
    buffer_finish(&buffer);
}

TestSuite(reply, .init = set_up, .fini = tear_down);

static void expect(const char *text) {
    cr_expect(str_equal(buffer_str(&buffer), str_of(text)), "got %.*s", STR_ARGS(buffer_str(&buffer)));
}

static const struct request_id SEVEN = {.kind = REQUEST_ID_INTEGER, .integer = 7};

Test(reply, a_taken_command) {
    reply_write_seq(&SEVEN, 12, STR("{\"kind\":\"note\"}"), &buffer);
    expect("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"seq\":12,\"entity\":{\"kind\":\"note\"}}}");
}

Test(reply, a_taken_command_about_no_entity) {
    const struct request_id text = {.kind = REQUEST_ID_TEXT, .text = STR("a\"b")};
    reply_write_seq(&text, 12, (struct str){NULL, 0}, &buffer);
    expect("{\"jsonrpc\":\"2.0\",\"id\":\"a\\\"b\",\"result\":{\"seq\":12}}");
    buffer_clear(&buffer);
    reply_write_seq(&text, 12, STR(""), &buffer);
    expect("{\"jsonrpc\":\"2.0\",\"id\":\"a\\\"b\",\"result\":{\"seq\":12}}");
}

Test(reply, a_result) {
    reply_write_result(&SEVEN, STR("{\"digest\":\"00\"}"), &buffer);
    expect("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"digest\":\"00\"}}");
}

Test(reply, a_void_event) {
    reply_write_error(&SEVEN, REASON_CLOSED, 41, (struct str){NULL, 0}, &buffer);
    expect("{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32000,\"message\":\"The round is closed.\","
           "\"data\":{\"reason\":\"closed\",\"seq\":41}}}");
}

Test(reply, a_refusal_with_a_path) {
    reply_write_error(&SEVEN, REASON_BAD_PARAMS, 0, STR("profile.\"x"), &buffer);
    expect("{\"jsonrpc\":\"2.0\",\"id\":7,\"error\":{\"code\":-32602,\"message\":\"A parameter is missing, "
           "not known, "
           "or not of the right form.\",\"data\":{\"reason\":\"bad_params\",\"path\":\"profile.\\\"x\"}}}");
}

Test(reply, an_unreadable_message_is_answered_to_null) {
    const struct request_id none = {.kind = REQUEST_ID_NULL};
    reply_write_error(&none, REASON_BAD_JSON, 0, STR(""), &buffer);
    expect("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"The message is not "
           "JSON as this "
           "server takes it.\",\"data\":{\"reason\":\"bad_json\"}}}");
}

Test(reply, every_reason_has_a_message_of_its_own) {
    for (int a = 1; a < REASON_END; a++) {
        const char *message = reply_error_message((enum reason)a);
        cr_expect_str_neq(message, "Refused.", "%.*s", STR_ARGS(reason_text((enum reason)a)));
        for (int b = 1; b < a; b++) {
            cr_expect_str_neq(message, reply_error_message((enum reason)b));
        }
    }
    cr_expect_str_eq(reply_error_message(REASON_ABSENT), "Refused.");
    cr_expect(str_is_absent(reason_text(REASON_ABSENT)));
}

Test(reply, codes_of_json_rpc) {
    cr_expect_eq(reply_error_code(REASON_BAD_REQUEST), -32600);
    cr_expect_eq(reply_error_code(REASON_TOO_LARGE), -32600);
    cr_expect_eq(reply_error_code(REASON_UNKNOWN_METHOD), -32601);
    cr_expect_eq(reply_error_code(REASON_DENIED), -32000);
}
