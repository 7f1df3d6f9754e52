#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_put_round(&scene, notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(rounds, .init = open, .fini = close);

static const struct round *find(unsigned n) {
    return process_round(scene.process, make_id(ROUND + n));
}

static enum reason put(struct event_round_put body) {
    const struct round *round = process_round(scene.process, body.id);
    body.base = round ? round->changed : 0;
    return BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body);
}

static enum reason end(int64_t deadline, int64_t at) {
    scene.at = at;
    return BY(&scene, server(), EVENT_ROUND_END, .round_end = {.id = make_id(ROUND), .deadline = deadline});
}

Test(rounds, they_open_only_in_a_live_session) {
    struct event_session_put later = {.id = make_id(SESSION + 1), .title = STR("Nästa")};
    struct event_round_put round = notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = later), REASON_ABSENT);
    round.session = later.id;
    cr_assert_eq(put(round), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = round.id}), REASON_WRONG_STATE);
    scene_open_round(&scene, 0);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND)}),
                 REASON_WRONG_STATE, "it is open");
}

Test(rounds, a_deadline_lies_ahead_and_can_be_moved) {
    cr_expect_eq(
        BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND), .deadline = 1000}),
        REASON_BAD_TIME);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND), .deadline = 2000}),
        REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND), .deadline = 1000}),
                 REASON_BAD_TIME);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND), .deadline = 3000}),
                 REASON_ABSENT);
    cr_expect_eq(end(2000, 2000), REASON_DEADLINE_MOVED);
    cr_expect_eq(end(3000, 2999), REASON_BAD_TIME);
    cr_expect_eq(end(3000, 3000), REASON_ABSENT);
    cr_expect_eq(find(0)->state, ROUND_STATE_CLOSED);
    cr_expect_eq(end(3000, 3000), REASON_DEADLINE_MOVED);
}

Test(rounds, the_next_deadline_is_the_nearest_of_those_under_way) {
    struct id round;
    int64_t deadline;
    scene_put_round(&scene, notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    scene_put_round(&scene, notes_round(2, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    cr_expect_not(process_next_deadline(scene.process, &round, &deadline));
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND), .deadline = 5000}),
        REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND + 1)}),
                 REASON_ABSENT);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND + 2), .deadline = 4000}),
        REASON_ABSENT);
    cr_assert(process_next_deadline(scene.process, &round, &deadline));
    cr_expect(id_equal(round, make_id(ROUND + 2)));
    cr_expect_eq(deadline, 4000);
}

Test(rounds, closing_gives_grace) {
    scene_open_round(&scene, 0);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 20000}),
        REASON_ABSENT);
    cr_expect_eq(find(0)->state, ROUND_STATE_CLOSING);
    cr_expect_eq(find(0)->deadline, 21000);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_ABSENT);
    cr_expect_eq(find(0)->state, ROUND_STATE_CLOSED, "at once");
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_WRONG_STATE);
    scene_open_round(&scene, 0);
    cr_expect_eq(find(0)->opened, 1000, "the first opening is the round's opening");
}

Test(rounds, more_time_leaves_what_is_closing_so) {
    scene_open_round(&scene, 0);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 20000}), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND), .deadline = 60000}),
                 0);
    cr_expect_eq(find(0)->state, ROUND_STATE_CLOSING);
    cr_expect_eq(end(21000, 21000), REASON_DEADLINE_MOVED);
    cr_expect_eq(end(60000, 60000), REASON_ABSENT);
}

Test(rounds, a_closing_that_is_taken_back_is_as_if_it_had_never_been) {
    struct id round;
    int64_t deadline;
    scene_open_round(&scene, 0);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 20000}), 0);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_DEADLINE, .round_deadline = {.id = make_id(ROUND), .deadline = 0}),
        0);
    cr_expect_eq(find(0)->state, ROUND_STATE_OPEN);
    cr_expect_eq(find(0)->deadline, 0);
    cr_expect_eq(find(0)->closed_at, 0);
    cr_expect_not(process_next_deadline(scene.process, &round, &deadline));
    cr_expect_eq(end(21000, 21000), REASON_DEADLINE_MOVED, "the timer's event was on its way");
    cr_expect_eq(end(0, 21000), REASON_DEADLINE_MOVED);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "i lugn och ro"), REASON_ABSENT);
    cr_expect_not(process_note(scene.process, make_id(NOTE))->late);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND), .deadline = 30000}),
                 0);
    cr_expect_eq(find(0)->state, ROUND_STATE_OPEN, "with the end that it had");
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 0);
    cr_expect_eq(
        BY(&scene, account(), EVENT_ROUND_DEADLINE, .round_deadline = {.id = make_id(ROUND), .deadline = 0}),
        REASON_WRONG_STATE, "what is closed is opened");
}

Test(rounds, a_closing_is_taken_back_with_the_end_that_there_was) {
    const struct event_round_deadline back = {.id = make_id(ROUND), .deadline = 60000, .open = true};
    scene_open_round(&scene, 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND), .deadline = 60000}),
                 0);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 20000}), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE, .round_deadline = back), REASON_ABSENT);
    cr_expect_eq(find(0)->state, ROUND_STATE_OPEN);
    cr_expect_eq(find(0)->deadline, 60000);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 0);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE, .round_deadline = back), REASON_WRONG_STATE);
}

Test(rounds, an_opening_is_taken_back_while_nobody_has_answered) {
    const struct event_round_open back = {.id = make_id(ROUND), .undone = true};
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = back), REASON_WRONG_STATE);
    scene_open_round(&scene, 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = back), REASON_ABSENT);
    cr_expect_eq(find(0)->state, ROUND_STATE_PLANNED);
    cr_expect_eq(find(0)->opened, 0);
    cr_expect_not(find(0)->revealed);
    scene_open_round(&scene, 0);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett svar"), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = back), REASON_HAS_ANSWERS);
}

/* Who was away when it was taken back must be told that it is gone, and where they were. */
Test(rounds, what_was_seen_stays_what_and_where_it_was) {
    const struct event_round_open back = {.id = make_id(ROUND), .undone = true};
    scene_open_round(&scene, 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = back), REASON_ABSENT);
    struct event_round_put put = ballot_round(0, RESULT_OPEN, 3, 0);
    put.base = find(0)->changed;
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = put), REASON_WRONG_STATE);
    put = notes_round(0, find(0)->visibility, find(0)->authorship);
    put.base = find(0)->changed;
    put.session = make_id(SESSION + 1);
    scene_add_session(&scene, 1);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = put), REASON_WRONG_STATE);
}

/* A deadline that was said is put off by a command that says so, not by closing, nor by closing twice. */
Test(rounds, closing_puts_no_deadline_off) {
    scene_open_round(&scene, 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND), .deadline = 6000}),
                 0);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 20000}), 0);
    cr_expect_eq(find(0)->state, ROUND_STATE_CLOSING);
    cr_expect_eq(find(0)->deadline, 6000);
    scene.at = 5000;
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 20000}), 0);
    cr_expect_eq(find(0)->deadline, 6000);
    scene.at = 6000;
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 20000}), 0);
    cr_expect_eq(find(0)->state, ROUND_STATE_CLOSED, "it has passed");
    cr_expect_eq(find(0)->closed_at, 6000);
    cr_expect_eq(scene_write(&scene, author(1), 0, 1, "sent"), REASON_ABSENT);
    cr_expect(process_note(scene.process, make_id(NOTE))->late);
}

Test(rounds, what_was_promised_is_kept_once_somebody_has_answered) {
    struct event_round_put body = notes_round(0, VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(put(body), REASON_ABSENT);
    scene_open_round(&scene, 0);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "närhet"), REASON_ABSENT);
    body.visibility = VISIBILITY_ALL;
    cr_expect_eq(put(body), REASON_PROMISE_KEPT);
    body.visibility = VISIBILITY_OWN;
    cr_expect_eq(put(body), REASON_ABSENT, "to be stricter is no breach");
    body.authorship = AUTHORSHIP_NAMED;
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    body.authorship = AUTHORSHIP_ANONYMOUS;
    body.scope = make_id(ROUND + 9);
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    body.scope = (struct id){{0}};
    body.removed = true;
    cr_expect_eq(put(body), REASON_WRONG_STATE, "it is open");
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_ABSENT);
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    body.removed = false;
    body.question = STR("Vad är allra viktigast?");
    cr_expect_eq(put(body), REASON_ABSENT, "a question may be mended");
    cr_expect_eq(put(ballot_round(0, RESULT_OPEN, 3, 0)), REASON_HAS_ANSWERS);
}

Test(rounds, while_it_is_planned_all_may_change) {
    cr_assert_eq(put(ballot_round(0, RESULT_OPEN, 3, 0)), REASON_ABSENT);
    cr_expect_eq(find(0)->form, ROUND_FORM_BALLOT);
    cr_assert_eq(put(notes_round(0, VISIBILITY_ALL, AUTHORSHIP_NAMED)), REASON_ABSENT);
    cr_expect_eq(find(0)->authorship, AUTHORSHIP_NAMED);
    scene_open_round(&scene, 0);
    cr_expect_eq(put(ballot_round(0, RESULT_OPEN, 3, 0)), REASON_WRONG_STATE);
}

Test(rounds, settings_fit_the_form) {
    struct event_round_put body = ballot_round(3, RESULT_OPEN, 3, 0);
    body.form = ROUND_FORM_NOTES;
    cr_expect_eq(put(body), REASON_WRONG_FORM);
    body = notes_round(3, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    body.form = ROUND_FORM_BALLOT;
    cr_expect_eq(put(body), REASON_WRONG_FORM);
}

Test(rounds, people_see_one_from_its_first_opening) {
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ROUND), 0);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_ROUND), 1);
    scene_open_round(&scene, 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ROUND), 1);
    cr_expect_eq(count_entities(scene.process, participants(1, 0), ENTITY_ROUND), 0, "of another session");
}

static struct entity_round look(void) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_ROUND, make_id(ROUND), &arena, &entity));
    arena_finish(&arena);
    return entity.body.round;
}

Test(rounds, in_a_small_room_how_many_have_answered_is_said_in_words) {
    for (unsigned i = 0; i < PROCESS_SAY_MOST_BELOW - 1; i++) {
        scene_join(&scene, i, 0);
    }
    scene_open_round(&scene, 0);
    cr_expect_eq(look().share, SHARE_NONE);
    for (unsigned i = 0; i < 8; i++) {
        cr_assert_eq(scene_write(&scene, author(i), i, 1, "närhet"), REASON_ABSENT);
    }
    cr_expect_eq(look().answered, 0);
    cr_expect_eq(look().share, SHARE_MOST);
    scene_join(&scene, PROCESS_SAY_MOST_BELOW - 1, 0);
    cr_expect_eq(look().answered, 8);
    cr_assert_eq(BY(&scene, author(0), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE), 2, true}),
                 REASON_ABSENT);
    cr_expect_eq(look().answered, 7);
    cr_expect_eq(look().share, SHARE_HALF);
}

static struct event_round_put homework(unsigned n, unsigned session) {
    struct event_round_put round = notes_round(n, VISIBILITY_OWN, AUTHORSHIP_LINKED);
    round.session = make_id(SESSION + session);
    round.homework = true;
    return round;
}

static enum reason open_round(unsigned n) {
    return BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND + n)});
}

Test(rounds, homework_is_open_before_its_session_begins_for_those_who_have_joined_it) {
    struct event_session_put later = {.id = make_id(SESSION + 1), .title = STR("Nästa")};
    struct event_note_put note = {
        .id = make_id(NOTE), .round = make_id(ROUND + 1), .rev = 1, .text = STR("jag frågade grannen")};
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = later), REASON_ABSENT);
    scene_join(&scene, 0, 0);
    scene_join(&scene, 1, 1);
    cr_assert_eq(put(homework(1, 1)), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, participants(1, 0), ENTITY_ROUND), 0, "not open yet");
    cr_assert_eq(open_round(1), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, participants(1, 0), ENTITY_ROUND), 1);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ROUND), 0, "of another session");
    cr_expect_eq(BY(&scene, person(0), EVENT_NOTE_PUT, .note_put = note), REASON_NOT_JOINED);
    cr_assert_eq(BY(&scene, person(1), EVENT_NOTE_PUT, .note_put = note), REASON_ABSENT);
}

Test(rounds, homework_hinders_neither_the_end_of_its_session_nor_its_undoing) {
    const struct event_session_run back = {
        .id = make_id(SESSION), .state = SESSION_STATE_PLANNED, .undone = true};
    cr_assert_eq(put(homework(1, 0)), REASON_ABSENT);
    cr_assert_eq(open_round(1), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_RUN, .session_run = back), REASON_ABSENT);
    cr_expect_eq(find(1)->state, ROUND_STATE_OPEN);
    scene_run(&scene, 0, SESSION_STATE_LIVE);
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    cr_expect_eq(find(1)->state, ROUND_STATE_OPEN);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1)}), 0);
    cr_expect_eq(open_round(1), REASON_ABSENT, "and it opens again when the session has ended");
    cr_expect_eq(open_round(0), REASON_WRONG_STATE, "as no other round does");
    struct event_round_put plain = homework(1, 0);
    plain.homework = false;
    cr_expect_eq(put(plain), REASON_WRONG_STATE, "it would be open in a session that has ended");
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1)}), 0);
    cr_expect_eq(put(plain), REASON_ABSENT);
    cr_expect_eq(open_round(1), REASON_WRONG_STATE);
}

Test(rounds, homework_ends_at_its_deadline_whatever_becomes_of_its_session) {
    struct id round;
    int64_t deadline;
    cr_assert_eq(put(homework(1, 0)), REASON_ABSENT);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND + 1), .deadline = 5000}),
        REASON_ABSENT);
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    cr_assert(process_next_deadline(scene.process, &round, &deadline));
    cr_expect(id_equal(round, make_id(ROUND + 1)));
    scene.at = 5000;
    cr_expect_eq(BY(&scene, server(), EVENT_ROUND_END, .round_end = {.id = round, .deadline = deadline}),
                 REASON_ABSENT);
    cr_expect_eq(find(1)->state, ROUND_STATE_CLOSED);
}

Test(rounds, keys_stay_with_rounds_and_choices) {
    struct event_round_put body = ballot_round(1, RESULT_OPEN, 3, 0);
    struct choice choices[] = {{.id = make_id(CHOICE), .text = STR("Närhet"), .key = STR("Närhet")}};
    struct ballot_settings ballot = {
        .choices = choices, .choices_count = 1, .budget = 3, .result = RESULT_OPEN};
    body.ballot = &ballot;
    cr_expect_eq(put(body), REASON_BAD_FIELDS);
    choices[0].key = STR("narhet");
    body.key = STR("Val 1");
    cr_expect_eq(put(body), REASON_BAD_FIELDS);
    body.key = STR("val-1");
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect(str_equal(find(1)->key, STR("val-1")));
    cr_expect(str_equal(find(1)->ballot.choices[0].key, STR("narhet")));
}

Test(rounds, a_removed_one_is_neither_opened_nor_seen) {
    struct event_round_put body = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    size_t count;
    body.removed = true;
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND)}),
                 REASON_REMOVED);
    process_rounds(scene.process, &count);
    cr_expect_eq(count, 0);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_ROUND), 0);
    cr_expect_eq(count_entities(scene.process, state(), ENTITY_ROUND), 1);
}

Test(rounds, an_id_is_one_things) {
    struct event_round_put body = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    body.id = make_id(SESSION);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body), REASON_ID_TAKEN);
}

Test(rounds, there_is_a_cap) {
    struct event_round_put body = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    for (unsigned i = 1; i < PROCESS_ROUNDS; i++) {
        body.id = make_id(NOTE + i);
        cr_assert_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body), REASON_ABSENT);
    }
    body.id = make_id(ROUND + 1);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body), REASON_TOO_MANY);
}
