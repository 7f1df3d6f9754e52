#include "core/rounds/day.h"

#include <criterion/criterion.h>

static void expect_week(const char *text, const char *week) {
    struct arena arena;
    int64_t day;
    arena_init(&arena);
    cr_assert(day_parse(str_of(text), &day), "%s", text);
    struct str got = day_week(day, &arena);
    cr_expect(str_equal(got, str_of(week)), "%s is in %.*s, not %s", text, STR_ARGS(got), week);
    arena_finish(&arena);
}

Test(day, counts_from_1970) {
    int64_t day;
    cr_assert(day_parse(STR("1970-01-01"), &day));
    cr_expect_eq(day, 0);
    cr_assert(day_parse(STR("2021-02-12"), &day));
    cr_expect_eq(day, 18670);
    cr_expect_eq(day_monday(day), 18666, "a Friday");
    cr_expect_eq(day_monday(18666), 18666);
    cr_expect_eq(day_monday(18672), 18666);
    cr_assert(day_parse(STR("1969-12-31"), &day));
    cr_expect_eq(day, -1);
    cr_expect_eq(day_monday(day), -3);
}

Test(day, is_one_of_the_calendar) {
    static const char *const wrong[] = {"2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31",
                                        "2026-01-00", "26-01-01",   "2026/01/01", "2026-1-011", "2026-01-1 ",
                                        "0000-01-01", "",           "2026-01-010"};
    int64_t day;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cr_expect_not(day_parse(str_of(wrong[i]), &day), "%s", wrong[i]);
    }
    cr_expect_not(day_parse((struct str){0}, &day));
    cr_expect(day_parse(STR("2024-02-29"), &day));
    cr_expect(day_parse(STR("2000-02-29"), &day));
    cr_expect(day_parse(STR("2026-12-31"), &day));
}

/* Around the turns of years, where weeks belong to the other year. */
Test(day, is_in_a_week_of_iso_8601) {
    expect_week("2026-02-12", "2026-W07");
    expect_week("2020-12-31", "2020-W53");
    expect_week("2021-01-03", "2020-W53");
    expect_week("2021-01-04", "2021-W01");
    expect_week("2024-12-30", "2025-W01");
    expect_week("2027-01-01", "2026-W53");
    expect_week("2000-01-01", "1999-W52");
    expect_week("1969-12-29", "1970-W01");
}
