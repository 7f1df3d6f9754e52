#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(sessions, .init = open, .fini = close);

static enum reason run(enum session_state state) {
    return BY(&scene, account(), EVENT_SESSION_RUN, .session_run = {.id = make_id(SESSION), .state = state});
}

Test(sessions, they_go_live_end_and_go_live_again) {
    cr_expect_eq(run(SESSION_STATE_LIVE), REASON_UNKNOWN_SESSION);
    scene_add_session(&scene, 0);
    cr_expect_eq(run(SESSION_STATE_LIVE), REASON_WRONG_STATE, "it is");
    cr_expect_eq(run(SESSION_STATE_PLANNED), REASON_WRONG_STATE);
    cr_expect_eq(run(SESSION_STATE_ENDED), REASON_ABSENT);
    cr_expect_eq(run(SESSION_STATE_ENDED), REASON_WRONG_STATE);
    cr_expect_eq(run(SESSION_STATE_LIVE), REASON_ABSENT);
    cr_expect_eq(process_session(scene.process, make_id(SESSION))->ended_at, 0);
}

Test(sessions, a_beginning_is_taken_back_before_a_round_was_open) {
    const struct event_session_run back = {make_id(SESSION), SESSION_STATE_PLANNED, true};
    scene_add_session(&scene, 0);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_RUN, .session_run = back), REASON_ABSENT);
    cr_expect_eq(process_session(scene.process, make_id(SESSION))->state, SESSION_STATE_PLANNED);
    cr_expect_eq(process_session(scene.process, make_id(SESSION))->run_at, 0);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_RUN, .session_run = back), REASON_WRONG_STATE, "it is");
    cr_assert_eq(run(SESSION_STATE_LIVE), REASON_ABSENT);
    scene_put_round(&scene, notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    scene_open_round(&scene, 0);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_RUN, .session_run = back), REASON_WRONG_STATE);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_ABSENT);
    struct event_round_put removed = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    removed.base = process_round(scene.process, make_id(ROUND))->changed;
    removed.removed = true;
    scene_put_round(&scene, removed);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_RUN, .session_run = back), REASON_WRONG_STATE,
                 "it may be put back");
}

Test(sessions, ending_one_ends_no_round_silently) {
    scene_add_session(&scene, 0);
    scene_put_round(&scene, notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    scene_open_round(&scene, 0);
    cr_expect_eq(run(SESSION_STATE_ENDED), REASON_WRONG_STATE);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 20}),
                 REASON_ABSENT);
    cr_expect_eq(run(SESSION_STATE_ENDED), REASON_WRONG_STATE, "nor one that is closing");
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_ABSENT);
    cr_expect_eq(run(SESSION_STATE_ENDED), REASON_ABSENT);
}

Test(sessions, joining_does_not_make_a_facilitators_view_stale) {
    scene_add_session(&scene, 0);
    struct event_session_put put = {
        .id = make_id(SESSION), .base = process_head(scene.process), .title = STR("Andra dagen")};
    scene_join(&scene, 0, 0);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_STALE);
    put.id = make_id(SESSION + 5);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_STALE,
                 "what is new has base 0");
}

Test(sessions, a_table_where_somebody_sits_stays) {
    scene_add_session(&scene, 0);
    scene_join(&scene, 0, 0);
    struct event_participant_put sit = {.rev = 1, .table = make_id(TABLE)};
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = sit), REASON_ABSENT);
    struct event_session_put put = {
        .id = make_id(SESSION), .base = process_head(scene.process), .title = STR("Dagen")};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_HAS_ANSWERS);
}

Test(sessions, they_say_how_long_where_and_by_which_link) {
    struct event_session_put put = {.id = make_id(SESSION),
                                    .title = STR("Dagen"),
                                    .minutes = 120,
                                    .place = STR("Biblioteket"),
                                    .link = STR("http://example.org/samtal")};
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_BAD_FIELDS);
    put.link = STR("https://example.org/samtal");
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
    cr_assert(find_entity(scene.process, participants(0, 0), ENTITY_SESSION, put.id, &arena, &entity));
    cr_expect_eq(entity.body.session.minutes, 120);
    cr_expect(str_equal(entity.body.session.place, put.place));
    cr_expect(str_equal(entity.body.session.link, put.link));
    arena_finish(&arena);
}

static enum reason put_again(unsigned n, bool removed) {
    return BY(&scene, account(), EVENT_SESSION_PUT,
              .session_put = {.id = make_id(SESSION + n),
                              .base = process_head(scene.process),
                              .title = STR("Dagen"),
                              .removed = removed});
}

static int64_t number_of(unsigned n) {
    return process_session(scene.process, make_id(SESSION + n))->number;
}

Test(sessions, one_that_was_made_by_mistake_is_taken_away_and_comes_back) {
    struct event_round_put round = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    size_t count;
    for (unsigned i = 0; i < 2; i++) {
        scene_add_session(&scene, i);
        scene_run(&scene, i, SESSION_STATE_ENDED);
    }
    scene_put_round(&scene, round);
    cr_assert_eq(put_again(0, true), REASON_ABSENT);
    cr_expect_null(process_session(scene.process, make_id(SESSION)));
    process_sessions(scene.process, &count);
    cr_expect_eq(count, 1);
    cr_expect_eq(number_of(1), 1, "the other is the first");
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_SESSION), 1);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_SLIPS), 0);
    scene_check_refold(&scene);

    struct event_participant_join join = {
        .id = make_id(PERSON), .session = make_id(SESSION), .token_hash = STR("token")};
    cr_expect_eq(BY(&scene, server(), EVENT_PARTICIPANT_JOIN, .participant_join = join),
                 REASON_UNKNOWN_SESSION);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_RUN,
                    .session_run = {.id = make_id(SESSION), .state = SESSION_STATE_LIVE}),
                 REASON_UNKNOWN_SESSION);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND)}),
                 REASON_REMOVED);
    cr_assert_eq(put_again(0, false), REASON_ABSENT);
    cr_expect_eq(number_of(0), 1);
    cr_expect_eq(number_of(1), 2);
    cr_expect_eq(put_again(9, true), REASON_STALE, "there is none");
    scene_check_refold(&scene);
}

Test(sessions, one_that_people_have_been_to_stays) {
    scene_add_session(&scene, 0);
    cr_expect_eq(put_again(0, true), REASON_WRONG_STATE, "it is live");
    scene_put_round(&scene, notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    scene_open_round(&scene, 0);
    struct event_note_enter paper = {
        .id = make_id(NOTE), .round = make_id(ROUND), .person = make_id(PAPER), .rev = 1, .text = STR("hej")};
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = paper), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_ABSENT);
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    cr_expect_eq(put_again(0, true), REASON_HAS_ANSWERS, "on paper too");
    cr_expect(process_is_used(scene.process));

    scene_add_session(&scene, 1);
    scene_run(&scene, 1, SESSION_STATE_ENDED);
    struct event_round_put homework = notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    homework.session = make_id(SESSION + 1);
    homework.homework = true;
    scene_put_round(&scene, homework);
    scene_open_round(&scene, 1);
    cr_expect_eq(put_again(1, true), REASON_WRONG_STATE, "homework is open");
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1), .grace = 0}), 0);
    scene_join(&scene, 0, 1);
    cr_expect_eq(put_again(1, true), REASON_HAS_ANSWERS);
}

/* Those of other sessions have seen its diary, and its homework once that was shown. */
Test(sessions, one_that_is_taken_away_leaves_nothing_with_the_others) {
    const struct event_session_stage stage = {
        .id = make_id(SESSION + 1), .screen = STAGE_SCREEN_ROUND, .round = make_id(ROUND)};
    scene_add_session(&scene, 0);
    scene_add_session(&scene, 1);
    scene_join(&scene, 0, 1);
    struct event_round_put homework = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    struct event_round_put diary = notes_round(1, VISIBILITY_OWN, AUTHORSHIP_LINKED);
    homework.homework = true;
    diary.form = ROUND_FORM_DIARY;
    scene_put_round(&scene, homework);
    scene_put_round(&scene, diary);
    for (unsigned i = 0; i < 2; i++) {
        scene_open_round(&scene, i);
        cr_assert_eq(
            BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + i), .grace = 0}),
            0);
        cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND + i), true}),
                     0);
    }
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    cr_assert_eq(count_entities(scene.process, participants(1, 0), ENTITY_ROUND), 2);
    cr_assert_eq(put_again(0, true), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, participants(1, 0), ENTITY_ROUND), 0);
    cr_expect_eq(count_entities(scene.process, display(1), ENTITY_ROUND), 0);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_UNKNOWN_ROUND);
    scene_check_refold(&scene);
    cr_assert_eq(put_again(0, false), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, participants(1, 0), ENTITY_ROUND), 2);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_ABSENT);
}

Test(sessions, there_is_a_cap) {
    struct event_session_put put = {.title = STR("Dagen")};
    for (unsigned i = 0; i < PROCESS_SESSIONS; i++) {
        put.id = make_id(NOTE + i);
        cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
    }
    put.id = make_id(SESSION);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_TOO_MANY);
}
