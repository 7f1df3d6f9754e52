/* The n-th write fails, for n = 1, 2, 3 … until a run has none that fails: not stored at all, or stored and
 * not known to be. Whatever was told to anyone holds all the same. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "schedule.h"

enum { STEPS = 60, FAR_ENOUGH = 100000 };

/* False: no write failed. */
static bool run(struct journal_memory_faults faults) {
    static struct schedule schedule; /* too large for the stack of a test */
    schedule.meeting.world.faults = faults;
    schedule_create(&schedule, 7, NULL);
    schedule_run(&schedule, STEPS);
    schedule_rest_and_check(&schedule);
    bool failed = schedule.meeting.world.saw_failure;
    schedule_destroy(&schedule);
    return failed;
}

Test(faults, what_is_not_stored_is_not_answered) {
    int64_t n = WORLD_FURNISHING + 1;
    while (n < FAR_ENOUGH && run((struct journal_memory_faults){.fail_at = n})) {
        n++;
    }
    printf("%lld writes failed, one in each run\n", (long long)(n - WORLD_FURNISHING - 1));
    cr_assert_gt(n, WORLD_FURNISHING + 20);
    cr_assert_lt(n, FAR_ENOUGH);
}

Test(faults, what_was_stored_unknown_is_found) {
    int64_t n = WORLD_FURNISHING + 1;
    while (n < FAR_ENOUGH && run((struct journal_memory_faults){.fail_after_at = n})) {
        n++;
    }
    printf("%lld writes failed, one in each run\n", (long long)(n - WORLD_FURNISHING - 1));
    cr_assert_gt(n, WORLD_FURNISHING + 20);
    cr_assert_lt(n, FAR_ENOUGH);
}
