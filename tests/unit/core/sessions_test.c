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
TestSuite(stages, .fini = close); /* begins by scene_begin */

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

static enum reason stage(struct event_session_stage stage) {
    stage.id = make_id(SESSION);
    return BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage);
}

static const struct stage *staged(struct audience audience, struct arena *arena) {
    static struct entity entity;
    cr_assert(find_entity(scene.process, audience, ENTITY_SESSION, make_id(SESSION), arena, &entity));
    return entity.body.session.stage;
}

Test(stages, the_stage_is_what_was_set_last) {
    struct arena arena;
    arena_init(&arena);
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_expect_null(staged(hosts(), &arena), "absent until it is set");
    cr_expect_eq(stage((struct event_session_stage){.screen = STAGE_SCREEN_JOIN}), REASON_ABSENT);
    struct event_session_stage round = {.screen = STAGE_SCREEN_ROUND, .round = make_id(ROUND)};
    cr_expect_eq(stage(round), REASON_ABSENT);
    struct audience audiences[] = {hosts(), display(0), participants(0, 0)};
    for (size_t i = 0; i < 3; i++) {
        const struct stage *seen = staged(audiences[i], &arena);
        cr_assert_not_null(seen);
        cr_expect_eq(seen->screen, STAGE_SCREEN_ROUND);
        cr_expect(id_equal(seen->round, make_id(ROUND)));
        cr_expect(id_is_none(seen->item));
    }
    cr_expect_eq(BY(&scene, person(0), EVENT_SESSION_STAGE, .session_stage = round), REASON_DENIED);
    arena_finish(&arena);
}

Test(stages, a_stage_names_what_is_there) {
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_add_session(&scene, 1);
    struct event_session_stage other = {.id = make_id(SESSION + 5), .screen = STAGE_SCREEN_JOIN};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = other), REASON_UNKNOWN_SESSION);
    other = (struct event_session_stage){
        .id = make_id(SESSION + 1), .screen = STAGE_SCREEN_ROUND, .round = make_id(ROUND)};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = other), REASON_UNKNOWN_ROUND,
                 "of another session");
    cr_expect_eq(stage((struct event_session_stage){0}), REASON_WRONG_FORM);
    cr_expect_eq(stage((struct event_session_stage){.screen = STAGE_SCREEN_ROUND}), REASON_WRONG_FORM);
    cr_expect_eq(stage((struct event_session_stage){.screen = STAGE_SCREEN_WORDS}), REASON_WRONG_FORM);
    cr_expect_eq(stage((struct event_session_stage){.screen = STAGE_SCREEN_WORDS, .list = make_id(LIST)}),
                 REASON_UNKNOWN_LIST);
    struct event_session_stage item = {.screen = STAGE_SCREEN_ITEM, .item = make_id(ITEM)};
    cr_expect_eq(stage(item), REASON_UNKNOWN_ITEM);
    struct event_item_put put = {.id = make_id(ITEM),
                                 .session = make_id(SESSION),
                                 .form = ITEM_FORM_LECTURE,
                                 .title = STR("Inledning")};
    cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = put), REASON_ABSENT);
    cr_expect_eq(stage(item), REASON_ABSENT);
    put.base = process_head(scene.process);
    put.removed = true;
    cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = put), REASON_ABSENT);
    cr_expect_eq(stage(item), REASON_UNKNOWN_ITEM, "it was removed");
    const struct id rounds[] = {make_id(ROUND)};
    struct event_words_put list = {
        .id = make_id(LIST), .title = STR("Ord"), .rounds = rounds, .rounds_count = 1};
    struct event_session_stage words = {.screen = STAGE_SCREEN_WORDS, .list = make_id(LIST)};
    cr_assert_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = list), REASON_ABSENT);
    cr_expect_eq(stage(words), REASON_ABSENT);
    list.base = process_word_list(scene.process, make_id(LIST))->changed;
    list.removed = true;
    cr_assert_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = list), REASON_ABSENT);
    cr_expect_eq(stage(words), REASON_UNKNOWN_LIST, "it was removed");
}

Test(sessions, a_stage_is_set_in_any_state_and_makes_no_view_stale) {
    struct event_session_put put = {.id = make_id(SESSION), .title = STR("Dagen")};
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
    put.base = process_head(scene.process);
    cr_expect_eq(stage((struct event_session_stage){.screen = STAGE_SCREEN_JOIN}), REASON_ABSENT, "planned");
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
    cr_assert_eq(run(SESSION_STATE_LIVE), REASON_ABSENT);
    cr_assert_eq(run(SESSION_STATE_ENDED), REASON_ABSENT);
    cr_expect_eq(stage((struct event_session_stage){.screen = STAGE_SCREEN_ITEM}), REASON_ABSENT, "ended");
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
