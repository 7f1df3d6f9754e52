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
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {make_id(ROUND), 0}), REASON_ABSENT);
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
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {make_id(ROUND), 20}),
                 REASON_ABSENT);
    cr_expect_eq(run(SESSION_STATE_ENDED), REASON_WRONG_STATE, "nor one that is closing");
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {make_id(ROUND), 0}), REASON_ABSENT);
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

Test(sessions, there_is_a_cap) {
    struct event_session_put put = {.title = STR("Dagen")};
    for (unsigned i = 0; i < PROCESS_SESSIONS; i++) {
        put.id = make_id(NOTE + i);
        cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
    }
    put.id = make_id(SESSION);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_TOO_MANY);
}
