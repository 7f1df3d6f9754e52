#include "live/room.h"

#include <criterion/criterion.h>
#include <stdio.h>

#include "live/client.h"
#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    struct live_limits limits;
    live_limits_default(&limits);
    limits.loading = 5;
    meeting_create(&meeting, 9, &limits);
    meeting_open_rounds(&meeting);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(room, .init = set_up, .fini = tear_down);

static struct live_state state_now(void) {
    struct live_state state;
    live_get_state(meeting.world.live, &state);
    return state;
}

/* Nobody there any more, for as long as it takes. */
static void let_it_leave_memory(void) {
    fake_disconnect(&meeting.host);
    world_settle(&meeting.world);
    world_advance(&meeting.world, 600000);
    cr_assert_eq(state_now().processes_live, 0);
}

static struct id send_note(struct fake *fake) {
    return fake_command(fake, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"en\"",
                        text_of(world_id(&meeting.world)).text, text_of(meeting.open_round).text);
}

Test(room, leaves_memory_when_idle_and_comes_again) {
    struct fake person;
    meeting_join(&meeting, &person);
    struct id command = send_note(&person);
    world_settle(&meeting.world);
    int64_t seq = fake_seq(&person, command);
    fake_disconnect(&person);
    let_it_leave_memory();
    fake_connect(&person);
    world_settle(&meeting.world);
    cr_assert(person.joined);
    cr_assert_eq(person.full_frames, 1, "it goes on where it was");
    cr_assert_eq(state_now().processes_live, 1);
    fake_connect(&meeting.host);
    world_settle(&meeting.world);
    meeting_check_store(&person);
    meeting_check_store(&meeting.host);
    cr_assert_eq(fake_seq(&person, command), seq);
    fake_destroy(&person);
}

Test(room, stays_while_somebody_is_there) {
    world_advance(&meeting.world, 600000);
    world_advance(&meeting.world, 600000);
    cr_assert_eq(state_now().processes_live, 1);
}

Test(room, that_must_end_a_round_stays_until_then) {
    char deadline[24];
    snprintf(deadline, sizeof deadline, "%lld", (long long)meeting.world.wall + 900000);
    cr_assert_null(fake_do(&meeting.host, "round.deadline", "\"id\":\"%s\",\"deadline\":%s",
                           text_of(meeting.open_round).text, deadline));
    fake_disconnect(&meeting.host);
    world_settle(&meeting.world);
    world_advance(&meeting.world, 600000);
    cr_assert_eq(state_now().processes_live, 1);
    int64_t head = meeting.world.head;
    for (int i = 0; i < 6; i++) { /* it looks at the clock once a minute at least */
        world_advance(&meeting.world, 60000);
    }
    cr_assert_gt(meeting.world.head, head, "the round was ended");
    world_advance(&meeting.world, 600000);
    cr_assert_eq(state_now().processes_live, 0);
}

Test(room, what_comes_while_it_is_loaded_waits) {
    struct fake person;
    fake_create(&person, &meeting.world);
    fake_be_participant(&person, meeting.secret);
    let_it_leave_memory();
    meeting.world.work_waits = true;
    fake_connect(&person);
    struct id first = send_note(&person), second = send_note(&person);
    world_settle(&meeting.world);
    cr_assert_not(person.joined);
    cr_assert_eq(state_now().processes_loading, 1);
    meeting.world.work_waits = false;
    world_settle(&meeting.world);
    cr_assert(person.joined);
    cr_assert_eq(fake_seq(&person, second), fake_seq(&person, first) + 1, "in the order in which it came");
    fake_destroy(&person);
}

Test(room, only_so_much_waits) {
    struct fake person, other;
    fake_create(&person, &meeting.world);
    fake_create(&other, &meeting.world);
    fake_be_participant(&person, meeting.secret);
    fake_be_participant(&other, meeting.secret);
    let_it_leave_memory();
    meeting.world.work_waits = true;
    fake_connect(&person);
    for (int i = 0; i < 6; i++) {
        send_note(&person);
    }
    fake_connect(&other);
    world_settle(&meeting.world);
    cr_assert_str_eq(other.join_reason, "loading");
    meeting.world.work_waits = false;
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 2, "were told that it is loading, and are to be sent again");
    fake_resend(&person);
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 0);
    fake_destroy(&person);
    fake_destroy(&other);
}

Test(room, who_goes_while_it_is_loaded_is_forgotten) {
    struct fake person;
    fake_create(&person, &meeting.world);
    fake_be_participant(&person, meeting.secret);
    let_it_leave_memory();
    meeting.world.work_waits = true;
    fake_connect(&person);
    send_note(&person);
    fake_disconnect(&person);
    meeting.world.work_waits = false;
    world_settle(&meeting.world);
    cr_assert_eq(state_now().processes_live, 1);
    fake_destroy(&person);
}

static void stored(struct journal_append *append) {
    cr_assert_eq(append->status, STATUS_OK);
}

/* As a newer version of the program would write it. */
static void append_unknown(void) {
    struct journal_append append = {.process = meeting.process,
                                    .event = {.command = world_id(&meeting.world),
                                              .at = meeting.world.wall,
                                              .version = 1,
                                              .actor = STR("server"),
                                              .kind = STR("not.yet"),
                                              .body = STR("{}")},
                                    .done = stored};
    journal_append(meeting.world.journal, &append);
    world_settle(&meeting.world);
}

Test(room, that_cannot_be_read_is_refused_and_not_the_server) {
    struct fake house;
    append_unknown();
    cr_assert_eq(meeting.host.close_code, CLOSE_INTERNAL);
    fake_disconnect(&meeting.host);
    fake_connect(&meeting.host);
    world_settle(&meeting.world);
    cr_assert_str_eq(meeting.host.join_reason, "refused_process");
    fake_create(&house, &meeting.world);
    fake_be_host(&house, NULL);
    fake_connect(&house);
    world_settle(&meeting.world);
    cr_assert(house.joined);
    fake_destroy(&house);
}

Test(room, that_cannot_be_loaded_is_refused) {
    let_it_leave_memory();
    append_unknown();
    fake_connect(&meeting.host);
    world_settle(&meeting.world);
    cr_assert_str_eq(meeting.host.join_reason, "refused_process");
}
