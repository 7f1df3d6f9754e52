#include "live/client.h"

#include <criterion/criterion.h>

#include "meeting.h"

static struct meeting meeting;
static struct fake person;

static void set_up(void) {
    meeting_create(&meeting, 6, NULL);
    meeting_open_rounds(&meeting);
    meeting_join(&meeting, &person);
}

static void tear_down(void) {
    fake_destroy(&person);
    meeting_destroy(&meeting);
}

TestSuite(client, .init = set_up, .fini = tear_down);

static void put_note(void) {
    fake_command(&person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"en\"",
                 text_of(world_id(&meeting.world)).text, text_of(meeting.open_round).text);
}

Test(client, is_small) {
    cr_assert_lt(sizeof(struct client), 1024);
}

Test(client, is_read_no_further_while_it_is_owed_sixty_answers) {
    for (int i = 0; i < 59; i++) {
        put_note();
    }
    cr_assert(person.reading);
    put_note();
    cr_assert_not(person.reading);
    world_settle(&meeting.world);
    cr_assert(person.reading);
    cr_assert_eq(fake_waiting(&person), 0);
}

Test(client, is_closed_where_it_sends_on_all_the_same) {
    fake_set_busy(&person, true); /* refusals of what comes too often wait for it too */
    for (int i = 0; i < 121; i++) {
        put_note();
    }
    cr_assert_eq(person.close_code, CLOSE_POLICY);
}

Test(client, that_is_slow_gets_its_answers_in_order_when_there_is_room) {
    fake_set_busy(&person, true);
    put_note();
    put_note();
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 2);
    fake_set_busy(&person, false);
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 0);
    cr_assert_eq(fake_count(&person, "note"), 2);
}

Test(client, that_has_gone_is_not_answered) {
    put_note();
    fake_disconnect(&person);
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 1);
    cr_assert_eq(fake_count(&meeting.host, "note"), 1);
    fake_connect(&person); /* sends it again */
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 0);
    cr_assert_eq(fake_count(&meeting.host, "note"), 1);
}

Test(client, is_asked_to_come_again_when_the_server_stops) {
    live_stop(meeting.world.live);
    cr_assert_eq(person.close_code, CLOSE_RESTART);
    cr_assert_eq(meeting.host.close_code, CLOSE_RESTART);
}

Test(client, finds_no_room_beyond_the_limit) {
    static struct meeting small;
    struct live_limits limits;
    live_limits_default(&limits);
    limits.connections = 2;
    meeting_create(&small, 6, &limits);
    struct fake first, second;
    meeting_join(&small, &first);
    fake_create(&second, &small.world);
    fake_be_participant(&second, small.secret);
    fake_connect(&second);
    cr_assert_eq(second.close_code, CLOSE_FULL);
    fake_destroy(&first);
    fake_destroy(&second);
    meeting_destroy(&small);
}
