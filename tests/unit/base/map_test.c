#include "base/map.h"

#include <criterion/criterion.h>
#include <stdio.h>

static const struct map_seed seed = {{1, 2, 3}};

Test(map, puts_finds_replaces_and_removes) {
    struct map map;
    int a, b;
    map_init(&map, seed);
    cr_expect_null(map_find(&map, "key", 3));
    cr_expect_null(map_remove(&map, "key", 3));
    cr_expect_null(map_put(&map, "key", 3, &a));
    cr_expect_eq(map_find(&map, "key", 3), &a);
    cr_expect_null(map_find(&map, "key", 2), "a prefix is another key");
    cr_expect_eq(map_put(&map, "key", 3, &b), &a);
    cr_expect_eq(map.count, 1);
    cr_expect_eq(map_remove(&map, "key", 3), &b);
    cr_expect_null(map_find(&map, "key", 3));
    cr_expect_eq(map.count, 0);
    map_finish(&map);
}

Test(map, the_empty_key_is_a_key) {
    struct map map;
    int value;
    map_init(&map, seed);
    map_put(&map, NULL, 0, &value);
    cr_expect_eq(map_find(&map, "", 0), &value);
    map_finish(&map);
}

enum { MANY = 5000 };

Test(map, many_keys_come_and_go_and_a_walk_sees_each_once) {
    static int seen[MANY];
    struct map map;
    map_init(&map, seed);
    for (int i = 0; i < MANY; i++) {
        cr_assert_null(map_put(&map, &i, sizeof i, &seen[i]));
    }
    for (int i = 0; i < MANY; i += 2) {
        cr_assert_eq(map_remove(&map, &i, sizeof i), &seen[i]);
    }
    cr_expect_eq(map.count, MANY / 2);
    const void *cursor = NULL;
    for (int *value; (value = map_next(&map, &cursor));) {
        ++*value;
    }
    for (int i = 0; i < MANY; i++) {
        cr_assert_eq(seen[i], i % 2);
        cr_assert_eq(map_find(&map, &i, sizeof i), i % 2 ? &seen[i] : NULL);
    }
    map_finish(&map);
}

Test(map, a_walk_over_nothing_ends_at_once) {
    struct map map;
    const void *cursor = NULL;
    map_init(&map, seed);
    cr_expect_null(map_next(&map, &cursor));
    map_finish(&map);
}
