#include "board_scene.h"

TestSuite(boards, .fini = close);

Test(boards, are_one_sessions_or_the_whole_processs) {
    begin_sorting(VISIBILITY_OWN, 1, 1);
    scene_add_session(&scene, 1);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    cr_expect_null(board_for(participants(1, 0)));
    cr_expect_null(theme_for(display(1), 0));
    struct event_round_put other = notes_round(2, VISIBILITY_OWN, AUTHORSHIP_NAMED);
    other.session = make_id(SESSION + 1);
    scene_put_round(&scene, other);
    struct event_board_put put = wall(0);
    put.rounds_count = 2;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect(board_for(participants(1, 0)));
    cr_expect(theme_for(display(1), 0));
    cr_expect_eq(sortings_for(participants(1, 0)), 0, "the note is another session's");
    put = wall(0);
    put.rounds = &both_rounds[1];
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect(board_for(participants(0, 0)), "who has seen it keeps it");
    expect_theme(0, 0, 0, 0);
    cr_assert_eq(put_board(wall(0)), REASON_ABSENT);
    cr_expect_null(board_for(participants(1, 0)));
    expect_theme(0, 1, 1, 0);
}

/* What notes came to that are for all to see, the next session begins with. */
Test(boards, are_with_every_session_once_their_notes_are_for_all_to_see) {
    begin_sorting(VISIBILITY_OWN, 1, 1);
    scene_add_session(&scene, 1);
    scene_join(&scene, 20, 1);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    reveal(true);
    cr_expect(board_for(participants(1, 0)));
    cr_expect_eq(theme_for(display(1), 0)->notes, 1);
    cr_expect_eq(sortings_for(participants(1, 0)), 0, "the note is another session's");
    struct event_session_stage stage = {
        .id = make_id(SESSION + 1), .screen = STAGE_SCREEN_THEMES, .board = make_id(BOARD)};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_ABSENT);
    struct event_board_put put = wall(0);
    put.hands = BOARD_HANDS_ALL;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect_eq(sort(person(20), 0, 0, -1), REASON_NOT_JOINED);
    reveal(false);
    cr_expect_null(board_for(participants(1, 0)));
    cr_expect_null(theme_for(display(1), 0));
    reveal(true);
    put = wall(0);
    put.shown = false;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect_null(board_for(participants(1, 0)));
    cr_expect(board_for(hosts()));
}

Test(boards, go_with_homework_that_was_shown) {
    begin_sorting(VISIBILITY_OWN, 1, 1);
    scene_add_session(&scene, 1);
    struct event_round_put homework = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_NAMED);
    homework.homework = true;
    scene_put_round(&scene, homework);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    cr_expect_null(board_for(participants(1, 0)));
    reveal(true);
    cr_expect(board_for(participants(1, 0)));
    cr_expect_eq(sortings_for(participants(1, 0)), 1);
}

Test(boards, are_taken_away_with_all_that_is_on_them_and_come_back) {
    begin_sorting(VISIBILITY_ALL, 1, 1);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    struct event_board_put put = wall(0);
    put.removed = true;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect_null(board_for(hosts()));
    cr_expect_null(theme_for(hosts(), 0));
    cr_expect_eq(sortings_for(hosts()), 0);
    cr_expect_eq(sort(account(), 0, -1, 0), REASON_REMOVED);
    cr_expect_eq(put_theme(account(), named(0, "Lugn")), REASON_REMOVED);
    write_notes(0);
    cr_assert_eq(put_board(wall(0)), REASON_ABSENT);
    expect_theme(0, 1, 1, 0);
    cr_expect_eq(sortings_for(display(0)), 1);
    put = wall(0);
    put.shown = false;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect_null(board_for(display(0)));
    cr_expect_eq(sortings_for(display(0)), 0);
    cr_expect_eq(sortings_for(hosts()), 1);
}

Test(boards, are_renamed_without_moving_what_stands_on_them) {
    struct entity entity;
    begin_sorting(VISIBILITY_ALL, 1, 1);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    struct event sorted = {.command = scene.events[scene.count - 1].command};
    struct event_board_put put = wall(0);
    put.title = STR("Vart vi ska");
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect(str_equal(board_for(display(0))->title, put.title));
    cr_assert(process_entity_of(scene.process, &sorted, &arena, &entity));
    cr_expect_lt(entity.seq, process_head(scene.process), "nobody is sent it anew");
}

Test(boards, have_rounds_of_notes) {
    begin(VISIBILITY_ALL, AUTHORSHIP_NAMED);
    struct event_board_put put = wall(0);
    put.rounds_count = 2;
    cr_expect_eq(put_board(put), REASON_UNKNOWN_ROUND);
    scene_put_round(&scene, ballot_round(2, RESULT_OPEN, 3, 0));
    cr_expect_eq(put_board(put), REASON_WRONG_FORM);
    put.rounds_count = 0;
    cr_expect_eq(put_board(put), REASON_EMPTY);
    put = wall(0);
    put.title = STR("");
    cr_expect_eq(put_board(put), REASON_EMPTY);
    put = wall(0);
    put.hands = BOARD_HANDS_ABSENT;
    cr_expect_eq(put_board(put), REASON_WRONG_FORM);
    static struct id twice[2], many[21];
    twice[0] = twice[1] = make_id(ROUND);
    put = wall(0);
    put.rounds = twice;
    put.rounds_count = 2;
    cr_expect_eq(put_board(put), REASON_ID_TAKEN);
    for (unsigned i = 0; i < 21; i++) {
        many[i] = make_id(ROUND);
        many[i].bytes[1] = (uint8_t)i;
    }
    put.rounds = many;
    put.rounds_count = 21;
    cr_expect_eq(put_board(put), REASON_TOO_MANY);
    cr_expect_eq(put_board(wall(0)), REASON_ABSENT);
    put = wall(0);
    put.base = 0;
    cr_expect_eq(put_board(put), REASON_STALE);
    put = wall(0);
    put.id = make_id(ROUND);
    put.base = 0;
    cr_expect_eq(put_board(put), REASON_ID_TAKEN);
    scene_put_round(&scene, notes_round(3, VISIBILITY_ALL, AUTHORSHIP_NAMED));
    static struct id third;
    third = make_id(ROUND + 3);
    put = wall(0);
    put.rounds = &third;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    struct event_round_put reformed = ballot_round(3, RESULT_OPEN, 3, 0);
    reformed.base = process_round(scene.process, third)->changed;
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = reformed), REASON_WRONG_FORM);
}

Test(boards, stand_a_hundred_in_a_process) {
    begin(VISIBILITY_ALL, AUTHORSHIP_NAMED);
    for (unsigned i = 0; i < PROCESS_BOARDS; i++) {
        cr_assert_eq(put_board(wall(i)), REASON_ABSENT);
    }
    cr_expect_eq(put_board(wall(PROCESS_BOARDS)), REASON_TOO_MANY);
}

Test(boards, have_a_hundred_themes_that_stand) {
    begin_sorting(VISIBILITY_ALL, 0, PROCESS_THEMES);
    cr_expect_eq(put_theme(account(), named(PROCESS_THEMES, "Tid")), REASON_TOO_MANY);
    for (unsigned i = PROCESS_THEMES; i < PROCESS_THEMES_MADE; i++) {
        struct event_theme_put gone = named(i - PROCESS_THEMES, "Lugn");
        gone.removed = true;
        cr_assert_eq(put_theme(account(), gone), REASON_ABSENT);
        cr_assert_eq(put_theme(account(), named(i, "Tid")), REASON_ABSENT);
    }
    cr_expect_eq(put_theme(account(), named(0, "Lugn")), REASON_TOO_MANY, "back again is one more");
    struct event_theme_put gone = named(PROCESS_THEMES_MADE - 1, "Lugn");
    gone.removed = true;
    cr_assert_eq(put_theme(account(), gone), REASON_ABSENT);
    cr_expect_eq(put_theme(account(), named(PROCESS_THEMES_MADE, "Tid")), REASON_TOO_MANY);
    cr_expect_eq(put_theme(account(), named(0, "Lugn")), REASON_ABSENT);
}

Test(boards, go_onto_the_big_screen_once_they_are_shown) {
    begin_sorting(VISIBILITY_OWN, 0, 1);
    scene_add_session(&scene, 1);
    struct event_session_stage stage = {.id = make_id(SESSION), .screen = STAGE_SCREEN_THEMES};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_WRONG_FORM);
    stage.board = make_id(BOARD + 5);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_UNKNOWN_BOARD);
    stage.board = make_id(BOARD);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_ABSENT);
    cr_expect(id_equal(process_session(scene.process, stage.id)->stage.board, stage.board));
    stage.theme = make_id(THEME + 90);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_UNKNOWN_THEME);
    stage.theme = make_id(THEME);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_ABSENT);
    cr_expect(id_equal(process_session(scene.process, stage.id)->stage.theme, stage.theme));
    stage.theme = (struct id){0};
    stage.id = make_id(SESSION + 1);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_UNKNOWN_BOARD);
    stage.id = make_id(SESSION);
    struct event_board_put put = wall(0);
    put.shown = false;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_HIDDEN);
}
