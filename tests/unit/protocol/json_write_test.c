#include <criterion/criterion.h>
#include <inttypes.h>
#include <stdio.h>

#include "protocol/json_write.h"

static struct buffer buffer;

static const char *text_of_buffer(void) {
    buffer_append_byte(&buffer, '\0');
    buffer.size--;
    return buffer.data;
}

static void set_up(void) {
    buffer_init(&buffer);
}

static void tear_down(void) {
    buffer_finish(&buffer);
}

TestSuite(json_write, .init = set_up, .fini = tear_down);

Test(json_write, escapes_like_stringify) {
    json_write_text(&buffer, STR("a\"b\\c\n\t\r\b\f\x01\x1f/å\x7f"));
    cr_expect_str_eq(text_of_buffer(), "\"a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\\u001f/å\x7f\"");
}

Test(json_write, a_nul_is_escaped_too) {
    json_write_text(&buffer, (struct str){"a\0b", 3});
    cr_expect_str_eq(text_of_buffer(), "\"a\\u0000b\"");
}

Test(json_write, absent_and_empty_texts) {
    json_write_text(&buffer, (struct str){NULL, 0});
    json_write_text(&buffer, STR(""));
    cr_expect_str_eq(text_of_buffer(), "\"\"\"\"");
}

Test(json_write, integers_to_both_ends) {
    const int64_t values[] = {0, 7, -1, 9007199254740991, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        char expected[32];
        snprintf(expected, sizeof expected, "%" PRId64, values[i]);
        buffer_clear(&buffer);
        json_write_integer(&buffer, values[i]);
        cr_expect_str_eq(text_of_buffer(), expected);
    }
}

Test(json_write, names_set_their_commas) {
    buffer_append_byte(&buffer, '{');
    json_write_name(&buffer, STR("a"));
    json_write_integer(&buffer, 1);
    json_write_name(&buffer, STR("b"));
    json_write_text(&buffer, STR("{"));
    json_write_name(&buffer, STR("c"));
    cr_expect_str_eq(text_of_buffer(), "{\"a\":1,\"b\":\"{\",\"c\":");
}
