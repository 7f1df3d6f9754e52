#include "live/frame.h"

#include <criterion/criterion.h>
#include <string.h>

Test(frame, holds_a_copy_behind_head_room) {
    char text[] = "{}";
    struct frame *frame = frame_create(str_of(text));
    text[0] = 'x';
    cr_assert_eq(frame->size, 2);
    cr_assert_eq(memcmp(frame_text(frame), "{}", 2), 0);
    cr_assert_eq(frame_text(frame) - frame->bytes, FRAME_HEAD_ROOM);
    frame_release(frame);
}

Test(frame, lives_until_the_last_lets_go) {
    struct frame *frame = frame_create(STR("a"));
    cr_assert_eq(frame_retain(frame), frame);
    frame_release(frame);
    cr_assert_eq(frame->references, 1);
    frame_release(frame);
    frame_release(NULL);
}
