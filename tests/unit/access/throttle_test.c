#include "access/throttle.h"

#include <criterion/criterion.h>
#include <stdio.h>

enum { PER_ADDRESS = 30, PER_SERVER = 300, MINUTE = 60000 };

static const struct map_seed seed = {{5}};
static const int64_t start = 1000000;

static struct throttle *throttle;

static void set_up(void) {
    throttle = throttle_create(seed, PER_ADDRESS, PER_SERVER);
}

static void tear_down(void) {
    throttle_destroy(throttle);
}

TestSuite(throttle, .init = set_up, .fini = tear_down);

static struct str hotel(void) {
    return STR("192.0.2.7");
}

static void miss(struct str address, int count, int64_t now) {
    for (int i = 0; i < count; i++) {
        throttle_miss(throttle, address, now);
    }
}

static struct str address_of(int number, char text[32]) {
    snprintf(text, 32, "2001:db8::%d", number);
    return str_of(text);
}

Test(throttle, a_hundred_right_joins_from_one_address_are_never_delayed) {
    for (int i = 0; i < 100; i++) {
        cr_assert_eq(throttle_delay(throttle, hotel(), start + i), 0);
    }
}

Test(throttle, misses_up_to_the_limit_are_answered_at_once_and_the_next_one_waits) {
    for (int i = 0; i < PER_ADDRESS; i++) {
        cr_assert_eq(throttle_delay(throttle, hotel(), start), 0, "miss %d", i);
        throttle_miss(throttle, hotel(), start);
    }
    int64_t delay = throttle_delay(throttle, hotel(), start);
    cr_expect_eq(delay, MINUTE / PER_ADDRESS);
    cr_expect_eq(throttle_delay(throttle, hotel(), start + delay - 1), 1);
    cr_expect_eq(throttle_delay(throttle, hotel(), start + delay), 0);
    cr_expect_eq(throttle_delay(throttle, STR("192.0.2.8"), start), 0, "the neighbour has missed nothing");
}

Test(throttle, whoever_waits_each_time_gets_no_more_than_the_limit_a_minute) {
    miss(hotel(), PER_ADDRESS, start);
    int tries = 0;
    for (int64_t now = start; now < start + 10 * MINUTE; tries++) {
        now += throttle_delay(throttle, hotel(), now);
        throttle_miss(throttle, hotel(), now);
    }
    cr_expect_leq(tries, 10 * PER_ADDRESS + 1);
}

Test(throttle, an_address_is_forgotten_a_minute_after_its_last_miss) {
    miss(hotel(), 2 * PER_ADDRESS, start);
    cr_expect_gt(throttle_delay(throttle, hotel(), start), 0);
    cr_expect_eq(throttle_delay(throttle, hotel(), start + MINUTE), 0);
    miss(hotel(), PER_ADDRESS - 1, start + MINUTE);
    cr_expect_eq(throttle_delay(throttle, hotel(), start + MINUTE), 0, "it starts anew");
}

Test(throttle, where_the_server_sees_too_many_misses_only_addresses_that_have_missed_wait) {
    char text[32];
    for (int i = 0; i < PER_SERVER; i++) {
        throttle_miss(throttle, address_of(i, text), start);
    }
    cr_expect_gt(throttle_delay(throttle, address_of(0, text), start), 0);
    cr_expect_gt(throttle_delay(throttle, address_of(PER_SERVER - 1, text), start + 1), 0);
    cr_expect_eq(throttle_delay(throttle, hotel(), start), 0);
    cr_expect_eq(throttle_delay(throttle, address_of(0, text), start + MINUTE), 0);
}

Test(throttle, one_miss_is_remembered_for_a_minute) {
    char text[32];
    throttle_miss(throttle, hotel(), start);
    int64_t now = start + MINUTE / 2;
    for (int i = 0; i < PER_SERVER; i++) {
        throttle_miss(throttle, address_of(i, text), now);
    }
    cr_expect_gt(throttle_delay(throttle, hotel(), now), 0);
}

/* The sanitizers would see what is lost; what is kept is shown by the one that missed longest ago. */
Test(throttle, many_addresses_push_out_the_oldest) {
    char text[32];
    miss(hotel(), PER_ADDRESS, start);
    cr_assert_gt(throttle_delay(throttle, hotel(), start), 0);
    for (int i = 0; i < 30000; i++) {
        throttle_miss(throttle, address_of(i, text), start + 1);
    }
    cr_expect_eq(throttle_delay(throttle, hotel(), start + 1), 0, "forgotten");
    cr_expect_gt(throttle_delay(throttle, address_of(29999, text), start + 1), 0);
    cr_expect_eq(throttle_delay(throttle, address_of(19999, text), start + 1), 0);
    cr_expect_gt(throttle_delay(throttle, address_of(20000, text), start + 1), 0);
}

Test(throttle, odd_addresses_are_addresses_too) {
    static const char long_text[300] = "x";
    struct str long_address = {long_text, sizeof long_text};
    miss((struct str){0}, PER_ADDRESS, start);
    miss(long_address, PER_ADDRESS, start);
    cr_expect_gt(throttle_delay(throttle, (struct str){0}, start), 0);
    cr_expect_gt(throttle_delay(throttle, long_address, start), 0);
    cr_expect_eq(throttle_delay(throttle, hotel(), start), 0);
}
