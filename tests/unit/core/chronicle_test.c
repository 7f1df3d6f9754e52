#include <criterion/criterion.h>
#include <stdio.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_begin(&scene, 2, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(chronicle, .init = open, .fini = close);

static const struct session *session(void) {
    return process_session(scene.process, make_id(SESSION));
}

static const struct round *round_0(void) {
    return process_round(scene.process, make_id(ROUND));
}

static void show(enum stage_screen screen, bool undone) {
    struct event_session_stage stage = {
        .id = make_id(SESSION), .screen = screen, .round = make_id(ROUND), .undone = undone};
    scene.at += 1000;
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_ABSENT);
}

static const struct act *last_act(void) {
    size_t count;
    const struct act *acts = process_acts(scene.process, session(), &count);
    return count > 0 ? &acts[count - 1] : NULL;
}

static void ask(const char *question) {
    struct event_round_put put = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    put.question = str_of(question);
    scene_put_round(&scene, put);
}

Test(chronicle, what_stood_on_the_big_screen_stays_also_where_it_was_a_mistake) {
    size_t count;
    show(STAGE_SCREEN_ROUND, false);
    show(STAGE_SCREEN_ROUND, false);
    show(STAGE_SCREEN_JOIN, false);
    show(STAGE_SCREEN_ROUND, true);
    const struct shown *shown = process_shown(scene.process, session(), &count);
    cr_assert_eq(count, 3, "the same again is no other screen");
    cr_expect_eq(shown[0].stage.screen, STAGE_SCREEN_ROUND);
    cr_expect_eq(shown[1].stage.screen, STAGE_SCREEN_JOIN);
    cr_expect_eq(shown[2].stage.screen, STAGE_SCREEN_ROUND);
    cr_expect_gt(shown[1].at, shown[0].at);
    cr_expect(id_equal(shown[2].stage.round, make_id(ROUND)));
}

Test(chronicle, a_full_list_of_screens_takes_no_more) {
    size_t count;
    for (int i = 0; i < PROCESS_SHOWN + 5; i++) {
        show(i % 2 ? STAGE_SCREEN_JOIN : STAGE_SCREEN_BLANK, false);
    }
    (void)process_shown(scene.process, session(), &count);
    cr_expect_eq(count, PROCESS_SHOWN);
}

Test(chronicle, what_was_done_to_a_round_stands_in_order) {
    struct id id = make_id(ROUND);
    cr_expect_eq(last_act()->kind, ACT_KIND_OPEN);
    cr_expect(id_equal(last_act()->round, id));
    struct event_round_deadline deadline = {.id = id, .deadline = scene.at + 60000};
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE, .round_deadline = deadline), REASON_ABSENT);
    cr_expect_eq(last_act()->kind, ACT_KIND_DEADLINE);
    scene.at = deadline.deadline;
    struct event_round_end end = {.id = id, .deadline = deadline.deadline};
    cr_assert_eq(BY(&scene, server(), EVENT_ROUND_END, .round_end = end), REASON_ABSENT);
    cr_expect_eq(last_act()->kind, ACT_KIND_TIME_UP);
    struct event_round_reveal reveal = {.id = id, .revealed = true};
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = reveal), REASON_ABSENT);
    cr_expect_eq(last_act()->kind, ACT_KIND_REVEAL);
    cr_expect_not(last_act()->undone);
    reveal.revealed = false;
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = reveal), REASON_ABSENT);
    cr_expect(last_act()->undone);
}

Test(chronicle, a_round_that_closes_after_its_grace_was_closed_once_by_who_leads) {
    size_t before, after;
    struct event_round_close closing = {.id = make_id(ROUND), .grace = 20000, .present = 17};
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = closing), REASON_ABSENT);
    (void)process_acts(scene.process, session(), &before);
    struct event_round_end end = {.id = make_id(ROUND), .deadline = round_0()->deadline, .present = 16};
    scene.at = end.deadline;
    cr_assert_eq(BY(&scene, server(), EVENT_ROUND_END, .round_end = end), REASON_ABSENT);
    (void)process_acts(scene.process, session(), &after);
    cr_expect_eq(last_act()->kind, ACT_KIND_CLOSE);
    cr_expect_eq(before, after);
    cr_expect_eq(round_0()->present_closed, 16);
}

Test(chronicle, how_many_were_present_is_of_the_first_opening_and_the_last_closing) {
    struct id id = make_id(ROUND);
    struct event_round_open undone = {.id = id, .undone = true}, again = {.id = id, .present = 20};
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = undone), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = again), REASON_ABSENT);
    struct event_round_close closing = {.id = id, .present = 19};
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = closing), REASON_ABSENT);
    again.present = 30;
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = again), REASON_ABSENT);
    cr_expect_eq(round_0()->present_opened, 20);
    cr_expect_eq(round_0()->present_closed, 0);
    closing.present = 31;
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = closing), REASON_ABSENT);
    cr_expect_eq(round_0()->present_closed, 31);
}

Test(chronicle, wordings_are_those_that_people_saw) {
    size_t count;
    struct event_round_open undone = {.id = make_id(ROUND), .undone = true};
    ask("Vad är viktigt?");
    const struct wording *wordings = process_wordings(scene.process, round_0(), &count);
    cr_assert_eq(count, 2);
    cr_expect_eq(wordings[0].version, 1);
    cr_expect_eq(wordings[0].from, round_0()->opened);
    cr_expect_eq(wordings[1].version, 2);
    cr_expect(str_equal(wordings[1].question, STR("Vad är viktigt?")));
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = undone), REASON_ABSENT);
    ask("Vad är viktigast?");
    (void)process_wordings(scene.process, round_0(), &count);
    cr_expect_eq(count, 0, "nobody has seen it");
    scene_open_round(&scene, 0);
    wordings = process_wordings(scene.process, round_0(), &count);
    cr_assert_eq(count, 1);
    cr_expect_eq(wordings[0].version, 1);
    cr_expect(str_equal(wordings[0].question, STR("Vad är viktigast?")));
}

Test(chronicle, of_too_many_wordings_the_last_one_stands_last) {
    size_t count;
    char questions[PROCESS_WORDINGS + 5][32];
    for (int i = 0; i < PROCESS_WORDINGS + 5; i++) {
        snprintf(questions[i], sizeof questions[i], "Fråga %d?", i);
        ask(questions[i]);
    }
    const struct wording *wordings = process_wordings(scene.process, round_0(), &count);
    cr_assert_eq(count, PROCESS_WORDINGS);
    cr_expect_eq(wordings[count - 1].version, PROCESS_WORDINGS + 6);
    cr_expect(str_equal(wordings[count - 1].question, str_of(questions[PROCESS_WORDINGS + 4])));
}

Test(chronicle, a_ballot_is_worded_with_its_choices) {
    size_t count;
    scene_put_round(&scene, ballot_round(1, RESULT_OPEN, 3, 0));
    scene_open_round(&scene, 1);
    const struct round *ballot = process_round(scene.process, make_id(ROUND + 1));
    const struct wording *wordings = process_wordings(scene.process, ballot, &count);
    cr_assert_eq(count, 1);
    cr_expect_gt(wordings[0].choices.size, ballot->ballot.choices[0].text.size);
    cr_expect_eq(wordings[0].choices.data[ballot->ballot.choices[0].text.size], '\n');
}
