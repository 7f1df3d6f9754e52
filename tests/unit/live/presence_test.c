#include <criterion/criterion.h>

#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    meeting_create(&meeting, 8, NULL);
    meeting_open_rounds(&meeting);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(presence, .init = set_up, .fini = tear_down);

static int64_t present(const struct fake *fake) {
    return json_integer_value(json_object_get(fake->now, "present"));
}

Test(presence, counts_people_and_not_connections) {
    struct fake phone, laptop, other;
    meeting_join(&meeting, &phone);
    meeting_join(&meeting, &other);
    fake_create(&laptop, &meeting.world);
    snprintf(laptop.token, sizeof laptop.token, "%s", phone.token);
    fake_be_participant(&laptop, meeting.secret);
    fake_connect(&laptop);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(present(&meeting.host), 2);
    fake_destroy(&other);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(present(&meeting.host), 1);
    cr_assert_null(json_object_get(phone.now, "present"), "of fewer than twelve participants learn nothing");
    fake_destroy(&phone);
    fake_destroy(&laptop);
}

Test(presence, is_told_at_most_once_a_second) {
    struct fake people[10];
    world_advance(&meeting.world, 5000);
    int64_t frames = meeting.host.frames;
    for (int i = 0; i < 10; i++) {
        meeting_join(&meeting, &people[i]);
    }
    cr_assert_leq(meeting.host.frames, frames + 11, "ten who have joined, and one who is present");
    cr_assert_leq(present(&meeting.host), 1);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(present(&meeting.host), 10);
    for (int i = 0; i < 10; i++) {
        fake_destroy(&people[i]);
    }
}

Test(presence, of_who_writes_ends_by_itself) {
    struct fake person;
    meeting_join(&meeting, &person);
    world_advance(&meeting.world, 2000);
    fake_ask(&person, "writing", "\"round\":\"%s\"", text_of(meeting.hidden_round).text);
    world_advance(&meeting.world, 1000);
    cr_assert_eq(json_array_size(json_object_get(meeting.host.now, "writing")), 1);
    cr_assert_null(json_object_get(person.now, "writing"));
    for (int i = 0; i < 12; i++) {
        world_advance(&meeting.world, 1000);
    }
    cr_assert_eq(json_array_size(json_object_get(meeting.host.now, "writing")), 0);
    fake_destroy(&person);
}

static void put_note(struct fake *fake) {
    fake_command(fake, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"en\"",
                 text_of(world_id(&meeting.world)).text, text_of(meeting.open_round).text);
}

Test(presence, says_when_nothing_can_be_stored) {
    struct fake person;
    struct live_state state;
    meeting_join(&meeting, &person);
    world_advance(&meeting.world, 5000);
    meeting.world.faults.fail_at = 100; /* some write to come */
    for (int i = 0; i < 100 && !meeting.world.saw_failure; i++) {
        put_note(&person);
        world_settle(&meeting.world);
        world_advance(&meeting.world, meeting.world.saw_failure ? 0 : 1000);
    }
    cr_assert(json_is_true(json_object_get(person.now, "read_only")));
    cr_assert(json_is_true(json_object_get(meeting.host.now, "read_only")));
    live_get_state(meeting.world.live, &state);
    cr_assert_not(state.writable);
    fake_resend(&person);
    world_advance(&meeting.world, 1000);
    cr_assert_null(json_object_get(person.now, "read_only"));
    cr_assert_eq(fake_waiting(&person), 0);
    fake_destroy(&person);
}

Test(presence, is_not_told_where_it_says_nothing_new) {
    struct fake person, other;
    meeting_join(&meeting, &person);
    world_advance(&meeting.world, 5000);
    int64_t frames = person.frames;
    meeting_join(&meeting, &other);
    world_advance(&meeting.world, 5000);
    cr_assert_leq(person.frames, frames + 1, "that one more has joined, and not that they are present");
    fake_destroy(&other);
    world_advance(&meeting.world, 5000);
    cr_assert_leq(person.frames, frames + 1);
    fake_destroy(&person);
}
