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
