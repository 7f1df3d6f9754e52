#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

static struct meeting meeting;
static struct fake person;

static void set_up(void) {
    meeting_create(&meeting, 15, NULL);
    meeting_open_rounds(&meeting);
    meeting_join(&meeting, &person);
}

static void tear_down(void) {
    fake_destroy(&person);
    meeting_destroy(&meeting);
}

TestSuite(timers, .init = set_up, .fini = tear_down);

#define ID(id) text_of(id).text

static const char *state_of(struct id round) {
    return json_string_value(json_object_get(fake_entity(&person, "round", round), "state"));
}

static void close_in(int milliseconds) {
    cr_assert_null(fake_do(&meeting.host, "round.close", "\"id\":\"%s\",\"grace\":%d", ID(meeting.open_round),
                           milliseconds));
}

Test(timers, a_round_ends_by_itself_when_its_time_has_come) {
    close_in(20000);
    cr_assert_str_eq(state_of(meeting.open_round), "closing");
    world_advance(&meeting.world, 19000);
    cr_assert_str_eq(state_of(meeting.open_round), "closing");
    int64_t head = meeting.world.head;
    world_advance(&meeting.world, 1000);
    cr_assert_str_eq(state_of(meeting.open_round), "closed");
    cr_assert_eq(meeting.world.head, head + 1, "once");
}

Test(timers, a_closing_that_was_taken_back_ends_nothing) {
    close_in(20000);
    cr_assert_null(
        fake_do(&meeting.host, "round.deadline", "\"id\":\"%s\",\"deadline\":0", ID(meeting.open_round)));
    cr_assert_str_eq(state_of(meeting.open_round), "open");
    world_advance(&meeting.world, 60000);
    cr_assert_str_eq(state_of(meeting.open_round), "open");
}

Test(timers, a_deadline_that_moved_away_and_back_ends_the_round_all_the_same) {
    int64_t deadline = meeting.world.wall + 30000;
    long long moves[] = {deadline, deadline + 60000, deadline};
    for (int i = 0; i < 3; i++) {
        cr_assert_null(fake_do(&meeting.host, "round.deadline", "\"id\":\"%s\",\"deadline\":%lld",
                               ID(meeting.open_round), moves[i]));
    }
    world_advance(&meeting.world, 31000);
    cr_assert_str_eq(state_of(meeting.open_round), "closed");
}

/* In the journal time never goes back, so the deadline is as far ahead as the clock was; the round waits for
 * what is left of its time, and not until the clock is there again. */
Test(timers, a_clock_that_is_put_back_holds_no_round_open) {
    meeting.world.wall -= 3600 * 1000;
    close_in(20000);
    world_advance(&meeting.world, 19000);
    cr_assert_str_eq(state_of(meeting.open_round), "closing");
    world_advance(&meeting.world, 2000);
    cr_assert_str_eq(state_of(meeting.open_round), "closed");
}

/* Whichever write fails, the end's among them. */
Test(timers_and_faults, an_end_that_could_not_be_stored_is_tried_again) {
    bool failed = true;
    for (int64_t n = WORLD_FURNISHING + 1; failed; n++) {
        meeting.world.faults = (struct journal_memory_faults){.fail_at = n};
        set_up();
        close_in(20000);
        world_advance(&meeting.world, 20000);
        world_advance(&meeting.world, 2000);
        cr_assert_str_eq(state_of(meeting.open_round), "closed");
        failed = meeting.world.saw_failure;
        tear_down();
    }
}
