#include "live/alarm.h"

#include <criterion/criterion.h>

struct bell {
    struct alarm alarm;
    struct list *again; /* set anew while it rings */
    int rung;
};

static void ring(struct alarm *alarm) {
    struct bell *bell = LIST_ENTRY(alarm, struct bell, alarm);
    bell->rung++;
    if (bell->again) {
        alarm_set(bell->again, alarm, alarm->due);
    }
}

static struct list alarms;

static void set_up(void) {
    list_init(&alarms);
}

Test(alarm, rings_what_is_due_in_order, .init = set_up) {
    struct bell late = {0}, soon = {0};
    alarm_init(&late.alarm, ring);
    alarm_init(&soon.alarm, ring);
    alarm_set(&alarms, &late.alarm, 20);
    alarm_set(&alarms, &soon.alarm, 10);
    cr_assert_eq(alarms_next(&alarms), 10);
    alarms_ring(&alarms, 15);
    cr_assert_eq(soon.rung, 1);
    cr_assert_eq(late.rung, 0);
    cr_assert_eq(alarms_next(&alarms), 20);
    alarm_clear(&late.alarm);
    cr_assert_eq(alarms_next(&alarms), INT64_MAX);
}

Test(alarm, set_anew_while_it_rings_waits_for_the_next_call, .init = set_up) {
    struct bell bell = {.again = &alarms};
    alarm_init(&bell.alarm, ring);
    alarm_set(&alarms, &bell.alarm, 10);
    alarms_ring(&alarms, 10);
    cr_assert_eq(bell.rung, 1);
    alarms_ring(&alarms, 10);
    cr_assert_eq(bell.rung, 2);
}

Test(alarm, is_moved, .init = set_up) {
    struct bell bell = {0};
    alarm_init(&bell.alarm, ring);
    alarm_set(&alarms, &bell.alarm, 10);
    alarm_set(&alarms, &bell.alarm, 30);
    alarms_ring(&alarms, 10);
    cr_assert_eq(bell.rung, 0);
    alarms_ring(&alarms, 30);
    cr_assert_eq(bell.rung, 1);
}
