#include "transcript/zone_time.h"

#include <criterion/criterion.h>

static const int64_t winter = 1613120400000; /* 2021-02-12T09:00:00Z */
static const int64_t summer = 1619600400123; /* 2021-04-28T09:00:00.123Z */

static void expect(const char *zone, int64_t at, const char *expected) {
    char text[ZONE_TIME_LENGTH + 1];
    struct zone_clock *clock = zone_clock_create(str_of(zone));
    zone_clock_format(clock, at, text);
    cr_expect_str_eq(text, expected, "%s: %s", zone ? zone : "no zone", text);
    zone_clock_destroy(clock);
}

Test(zone_time, is_that_of_the_clock_on_the_wall) {
    expect("Europe/Stockholm", winter, "2021-02-12 10:00:00");
    expect("Europe/Stockholm", summer, "2021-04-28 11:00:00");
    expect("America/New_York", winter, "2021-02-12 04:00:00");
    expect("UTC", winter, "2021-02-12 09:00:00");
}

Test(zone_time, a_zone_that_is_none_is_utc) {
    expect("Europe/Atlantis", winter, "2021-02-12 09:00:00");
    expect("", winter, "2021-02-12 09:00:00");
    expect(NULL, winter, "2021-02-12 09:00:00");
    expect("x123456789012345678901234567890123456789012345678901234567890123456789", winter,
           "2021-02-12 09:00:00");
}

Test(zone_time, has_room_for_odd_times) {
    expect("UTC", 0, "1970-01-01 00:00:00");
    expect("UTC", 253402300799999, "9999-12-31 23:59:59");
}
