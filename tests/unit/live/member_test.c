#include "live/member.h"

#include <criterion/criterion.h>

enum { PER_SECOND = 20, BURST = 60, SECOND = 1000000 };

static int spend_all(struct member *member, int64_t now) {
    int spent = 0;
    while (member_spend(member, now, PER_SECOND, BURST)) {
        spent++;
    }
    return spent;
}

Test(member, has_a_burst_and_then_so_many_a_second) {
    struct member member = {.tokens = BURST * (SECOND / PER_SECOND)};
    cr_assert_eq(spend_all(&member, 0), BURST);
    cr_assert_eq(spend_all(&member, SECOND), PER_SECOND);
    cr_assert_eq(spend_all(&member, 3 * (int64_t)SECOND), 2 * PER_SECOND);
}

Test(member, saves_no_more_than_the_burst) {
    struct member member = {.tokens = 0};
    cr_assert_eq(spend_all(&member, 1000 * (int64_t)SECOND), BURST);
}
