#include "base/memory.h"

#include <criterion/criterion.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>

Test(memory, new_room_is_zeroed_and_of_any_size) {
    unsigned char *block = memory_allocate(64);
    for (int i = 0; i < 64; i++) {
        cr_assert_eq(block[i], 0);
    }
    memory_free(block);
    void *nothing = memory_allocate(0);
    cr_assert_not_null(nothing);
    memory_free(nothing);
    memory_free(NULL);
}

Test(memory, growing_keeps_what_is_there) {
    size_t capacity = 0;
    int *numbers = NULL;
    for (size_t count = 0; count < 1000; count++) {
        numbers = memory_grow(numbers, &capacity, count + 1, sizeof *numbers);
        cr_assert_geq(capacity, count + 1);
        numbers[count] = (int)count;
    }
    cr_expect_eq(numbers[0], 0);
    cr_expect_eq(numbers[999], 999);
    cr_expect_leq(capacity, 2048, "doubling");
    memory_free(numbers);
}

Test(memory, a_copy_is_its_own) {
    char source[] = "text";
    struct str copy = memory_copy_str((struct str){source, 4});
    source[0] = 'n';
    cr_expect(str_equal(copy, STR("text")));
    memory_free_str(&copy);
    cr_expect(str_is_absent(copy));
    cr_expect(str_is_absent(memory_copy_str(copy)));
}

Test(memory, a_product_that_overflows_aborts, .signal = SIGABRT) {
    memory_resize_array(NULL, SIZE_MAX / 2, 3);
}
