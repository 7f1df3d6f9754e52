#include "base/clock.h"

#include <criterion/criterion.h>

static void expect_text(int64_t milliseconds, const char *expected) {
    char text[CLOCK_TEXT_LENGTH + 1];
    clock_format(milliseconds, text);
    cr_expect_str_eq(text, expected);
}

Test(clock, times_as_text) {
    expect_text(0, "1970-01-01T00:00:00.000Z");
    expect_text(1613120400000, "2021-02-12T09:00:00.000Z");
    expect_text(1709251199999, "2024-02-29T23:59:59.999Z");
    expect_text(-1, "1969-12-31T23:59:59.999Z");
    expect_text(INT64_MAX, "9999-12-31T23:59:59.999Z");
    expect_text(INT64_MIN, "0000-01-01T00:00:00.000Z");
}

Test(clock, the_clocks_run) {
    int64_t before = clock_monotonic();
    cr_expect_geq(clock_monotonic(), before);
    cr_expect_gt(clock_wall(), INT64_C(1600000000000), "milliseconds since 1970");
}
