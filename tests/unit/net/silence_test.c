#include "net/silence.h"

#include <criterion/criterion.h>

#include "live/limits.h"

/* One that is looked at every so often and never speaks: when it was asked, and when it was given up. */
static void watch(const struct live_limits *limits, int64_t first, int64_t every, int64_t *asked,
                  int64_t *over) {
    *asked = *over = -1;
    for (int64_t now = first; *over < 0; now += every) {
        enum silence silence = silence_judge(limits, now, *asked < 0 ? -1 : now - *asked);
        if (silence == SILENCE_ASK) {
            *asked = now;
        } else if (silence == SILENCE_OVER) {
            *over = now;
        }
    }
}

Test(silence, nobody_is_given_up_without_a_ping_and_time_to_answer_it) {
    struct live_limits limits;
    live_limits_default(&limits);
    int64_t half = (limits.pong - limits.ping) / 2;
    for (int64_t every = 1; every < 3 * limits.pong; every += every < 100 ? 1 : 997) {
        for (int64_t first = 0; first < every; first += every / 7 + 1) {
            int64_t asked, over;
            watch(&limits, first, every, &asked, &over);
            cr_assert(asked >= limits.ping && over - asked >= half, "looked at every %lld ms",
                      (long long)every);
        }
    }
}

Test(silence, is_noticed_soon_after_its_limit) {
    struct live_limits limits;
    live_limits_default(&limits);
    int64_t round = silence_round(&limits);
    for (int64_t first = 0; first < round; first += 10) {
        int64_t asked, over;
        watch(&limits, first, round, &asked, &over);
        cr_assert(over >= limits.pong && over < limits.pong + round + 1);
    }
}

Test(silence, settings_that_leave_no_time_leave_that_of_a_ping) {
    struct live_limits limits;
    live_limits_default(&limits);
    limits.ping = 5000;
    limits.pong = 1000;
    int64_t asked, over;
    watch(&limits, 0, silence_round(&limits), &asked, &over);
    cr_assert(asked >= 5000 && over - asked >= 2500);
}
