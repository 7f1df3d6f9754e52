#include "net/wheel.h"

#include <criterion/criterion.h>

struct thing {
    struct list link;
    int visits;
};

static void visit(void *context, struct list *link) {
    int *total = context;
    LIST_ENTRY(link, struct thing, link)->visits++;
    ++*total;
}

static void visit_and_remove(void *context, struct list *link) {
    visit(context, link);
    list_remove(link);
}

Test(wheel, visits_each_once_a_round) {
    struct wheel wheel;
    struct thing things[25] = {0};
    int total = 0;
    wheel_init(&wheel);
    for (int i = 0; i < 25; i++) {
        list_init(&things[i].link);
        wheel_add(&wheel, &things[i].link);
        if (i % 3 == 0) {
            wheel_turn(&wheel, visit, &total);
        }
    }
    total = 0;
    for (int i = 0; i < 25; i++) {
        things[i].visits = 0;
    }
    for (int i = 0; i < WHEEL_SLOTS; i++) {
        wheel_turn(&wheel, visit, &total);
    }
    cr_assert_eq(total, 25);
    for (int i = 0; i < 25; i++) {
        cr_assert_eq(things[i].visits, 1);
    }
}

Test(wheel, gives_a_whole_round_to_what_is_new) {
    struct wheel wheel;
    struct thing thing = {0};
    int total = 0;
    wheel_init(&wheel);
    list_init(&thing.link);
    wheel_turn(&wheel, visit, &total);
    wheel_add(&wheel, &thing.link);
    for (int i = 0; i < WHEEL_SLOTS - 1; i++) {
        wheel_turn(&wheel, visit, &total);
    }
    cr_assert_eq(total, 0);
    wheel_turn(&wheel, visit, &total);
    cr_assert_eq(total, 1);
}

Test(wheel, lets_the_visited_leave) {
    struct wheel wheel;
    struct thing things[3] = {0};
    int total = 0;
    wheel_init(&wheel);
    for (int i = 0; i < 3; i++) {
        list_init(&things[i].link);
        wheel_add(&wheel, &things[i].link);
    }
    for (int i = 0; i < 3 * WHEEL_SLOTS; i++) {
        wheel_turn(&wheel, visit_and_remove, &total);
    }
    cr_assert_eq(total, 3);
}
