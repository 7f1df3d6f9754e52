/* Random meetings, each from a seed that is printed where it fails; SEED=n runs that one alone. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>

#include "schedule.h"

enum { RUNS = 40, STEPS = 400 };

static void run(uint64_t seed, const struct live_limits *limits) {
    static struct schedule schedule; /* too large for the stack of a test */
    schedule.meeting.world.faults = (struct journal_memory_faults){0};
    printf("seed %llu\n", (unsigned long long)seed);
    fflush(stdout);
    schedule_create(&schedule, seed, limits);
    schedule_run(&schedule, STEPS);
    schedule_rest_and_check(&schedule);
    schedule_destroy(&schedule);
}

static void run_all(uint64_t first, const struct live_limits *limits) {
    const char *chosen = getenv("SEED");
    if (chosen) {
        run(strtoull(chosen, NULL, 10), limits);
        return;
    }
    for (uint64_t seed = first; seed < first + RUNS; seed++) {
        run(seed, limits);
    }
}

Test(schedule, comes_to_the_same_state_for_all) {
    run_all(1, NULL);
}

/* Frames of 4 KiB, so that views come in pieces; few answers owed; little allowance. */
Test(schedule, with_narrow_limits) {
    struct live_limits limits;
    live_limits_default(&limits);
    limits.out_frame = 4096;
    limits.undecided = 6;
    limits.commands_burst = 10;
    run_all(1001, &limits);
}
