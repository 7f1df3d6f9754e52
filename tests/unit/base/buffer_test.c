#include "base/buffer.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"

Test(buffer, grows_with_what_is_appended) {
    struct buffer buffer;
    buffer_init(&buffer);
    cr_expect(str_equal(buffer_str(&buffer), STR("")));
    cr_expect_not(str_is_absent(buffer_str(&buffer)));
    for (int i = 0; i < 1000; i++) {
        buffer_append_str(&buffer, STR("ab"));
        buffer_append_byte(&buffer, ',');
    }
    cr_expect_eq(buffer.size, 3000);
    cr_expect_eq(memcmp(buffer.data + 2997, "ab,", 3), 0);
    buffer_clear(&buffer);
    buffer_format(&buffer, "%d-%s", 7, "x");
    buffer_append(&buffer, NULL, 0);
    cr_expect(str_equal(buffer_str(&buffer), STR("7-x")));
    buffer_finish(&buffer);
}

Test(buffer, reserved_room_is_written_by_the_caller) {
    struct buffer buffer;
    buffer_init(&buffer);
    memcpy(buffer_reserve(&buffer, 5), "hello", 5);
    cr_expect_eq(buffer.size, 0);
    buffer.size += 5;
    cr_expect(str_equal(buffer_str(&buffer), STR("hello")));
    buffer_finish(&buffer);
}

Test(buffer, taking_leaves_it_empty) {
    struct buffer buffer;
    buffer_init(&buffer);
    struct str nothing = buffer_take(&buffer);
    cr_expect_not(str_is_absent(nothing));
    memory_free_str(&nothing);
    buffer_append_str(&buffer, STR("text"));
    struct str taken = buffer_take(&buffer);
    cr_expect(str_equal(taken, STR("text")));
    cr_expect_null(buffer.data);
    memory_free_str(&taken);
}
