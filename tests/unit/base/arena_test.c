#include "base/arena.h"

#include <criterion/criterion.h>
#include <stdalign.h>
#include <stdint.h>
#include <string.h>

static struct arena arena;

static void start(void) {
    arena_init(&arena);
}

static void stop(void) {
    arena_finish(&arena);
}

TestSuite(arena, .init = start, .fini = stop);

Test(arena, room_is_aligned_zeroed_and_apart) {
    unsigned char *last = NULL;
    for (size_t size = 0; size < 300; size++) {
        unsigned char *room = arena_allocate(&arena, size);
        cr_assert_eq((uintptr_t)room % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            cr_assert_eq(room[i], 0);
        }
        memset(room, 0xff, size);
        cr_assert(size < 2 || room != last);
        last = room;
    }
}

Test(arena, larger_than_a_block) {
    char *large = arena_allocate(&arena, 100000);
    memset(large, 1, 100000);
    struct str after = arena_copy(&arena, STR("after"));
    cr_expect_eq(large[99999], 1);
    cr_expect(str_equal(after, STR("after")));
}

Test(arena, room_given_back_is_zeroed_again) {
    memset(arena_allocate(&arena, 100), 0xff, 100);
    memset(arena_allocate(&arena, 10000), 0xff, 10000);
    arena_reset(&arena);
    unsigned char *room = arena_allocate(&arena, 100);
    for (int i = 0; i < 100; i++) {
        cr_assert_eq(room[i], 0);
    }
}

Test(arena, copies_are_closed_by_a_nul_and_absent_stays_absent) {
    struct str copy = arena_copy(&arena, (struct str){"abcdef", 3});
    cr_expect_str_eq(copy.data, "abc");
    cr_expect(str_is_absent(arena_copy(&arena, str_of(NULL))));
    cr_expect_not(str_is_absent(arena_copy(&arena, STR(""))));
}

Test(arena, formats) {
    struct str text = arena_format(&arena, "%s %d", "seq", 17);
    cr_expect(str_equal(text, STR("seq 17")));
    cr_expect_eq(arena_format(&arena, "%5000s", "x").size, 5000);
}
