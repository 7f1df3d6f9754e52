#include <criterion/criterion.h>
#include <string.h>

#include "protocol/json.h"

static const struct json_limits LIMITS = {.size = 1024, .depth = 4};

static enum reason parse(const char *text) {
    json_t *value;
    enum reason reason = json_parse(str_of(text), LIMITS, &value);
    cr_assert_eq(value == NULL, reason != REASON_ABSENT);
    json_decref(value);
    return reason;
}

Test(json, takes_nesting_up_to_the_limit) {
    cr_expect_eq(parse("[[[[]]]]"), REASON_ABSENT);
    cr_expect_eq(parse("[[[[[]]]]]"), REASON_BAD_JSON);
    cr_expect_eq(parse("{\"a\":[{\"b\":{}}]}"), REASON_ABSENT);
    cr_expect_eq(parse("{\"a\":[{\"b\":[{}]}]}"), REASON_BAD_JSON);
    cr_expect_eq(parse("[[],[],[],[],[],[]]"), REASON_ABSENT);
}

Test(json, brackets_in_texts_do_not_count) {
    cr_expect_eq(parse("[\"[[[[[[[[\"]"), REASON_ABSENT);
    cr_expect_eq(parse("[\"\\\"[[[[[[[[\"]"), REASON_ABSENT);
    cr_expect_eq(parse("[\"\\\\\",[[[[]]]]]"), REASON_BAD_JSON);
}

Test(json, size_is_bounded) {
    char text[1026];
    memset(text, ' ', sizeof text);
    memcpy(text, "[]", 2);
    json_t *value;
    cr_expect_eq(json_parse((struct str){text, 1025}, LIMITS, &value), REASON_TOO_LARGE);
    cr_expect_eq(json_parse((struct str){text, 1024}, LIMITS, &value), REASON_ABSENT);
    json_decref(value);
    cr_expect_eq(json_parse((struct str){NULL, 0}, LIMITS, &value), REASON_BAD_JSON);
}
