#include <criterion/criterion.h>

#include "meeting.h"

static struct meeting meeting;
static struct fake person;

static void set_up(void) {
    meeting_create(&meeting, 18, NULL);
    meeting_open_rounds(&meeting);
    meeting_join(&meeting, &person);
    world_advance(&meeting.world, 5000);
}

static void tear_down(void) {
    fake_destroy(&person);
    meeting_destroy(&meeting);
}

TestSuite(writable, .init = set_up, .fini = tear_down);

static void put_note(void) {
    fake_command(&person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"en\"",
                 text_of(world_id(&meeting.world)).text, text_of(meeting.open_round).text);
    world_settle(&meeting.world);
}

static void fail_a_write(void) {
    meeting.world.faults.fail_at = 100; /* some write to come */
    for (int i = 0; i < 100 && !meeting.world.saw_failure; i++) {
        put_note();
        world_advance(&meeting.world, meeting.world.saw_failure ? 0 : 1000);
    }
    cr_assert(meeting.world.saw_failure);
}

static bool is_writable(void) {
    struct live_state state;
    live_get_state(meeting.world.live, &state);
    return state.writable;
}

Test(writable, all_are_told_when_nothing_can_be_stored_and_when_it_can_again) {
    fail_a_write();
    cr_assert_not(is_writable());
    cr_assert(json_is_true(json_object_get(person.now, "read_only")));
    cr_assert(json_is_true(json_object_get(meeting.host.now, "read_only")));
    fake_resend(&person);
    world_settle(&meeting.world);
    cr_assert(is_writable());
    cr_assert_null(json_object_get(person.now, "read_only"));
    cr_assert_eq(fake_waiting(&person), 0);
}

Test(writable, it_is_tried_again_though_nobody_writes) {
    fail_a_write();
    world_advance(&meeting.world, 1999);
    cr_assert_not(is_writable());
    world_advance(&meeting.world, 1);
    cr_assert(is_writable());
    cr_assert_null(json_object_get(person.now, "read_only"));
}
