#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;
static const struct id both_rounds[] = {{{0xa0, [15] = ROUND}}, {{0xa0, [15] = ROUND + 1}}};

static void open(void) {
    scene_begin(&scene, 6, VISIBILITY_ALL, AUTHORSHIP_NAMED);
    scene_put_round(&scene, notes_round(1, VISIBILITY_ALL, AUTHORSHIP_NAMED));
    scene_open_round(&scene, 1);
}

/* Whatever a test did, the journal alone tells it again. */
static void close(void) {
    scene_check_refold(&scene);
    scene_close(&scene);
}

TestSuite(comparisons, .init = open, .fini = close);

static void put_list(unsigned n, unsigned first, unsigned count) {
    const struct word_list *list = process_word_list(scene.process, make_id(LIST + n));
    struct event_words_put put = {.id = make_id(LIST + n),
                                  .base = list ? list->changed : 0,
                                  .title = STR("Värdeord"),
                                  .rounds = both_rounds + first,
                                  .rounds_count = count};
    cr_assert_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ABSENT);
}

static struct event_comparison_put of_list(unsigned n, unsigned list, enum comparison_by by) {
    const struct comparison *old = process_comparison(scene.process, make_id(COMPARISON + n));
    return (struct event_comparison_put){.id = make_id(COMPARISON + n),
                                         .base = old ? old->changed : 0,
                                         .title = STR("Chefer och förtroendevalda"),
                                         .list = make_id(LIST + list),
                                         .by = by,
                                         .shown = true};
}

static enum reason put(struct event_comparison_put put) {
    return BY(&scene, account(), EVENT_COMPARISON_PUT, .comparison_put = put);
}

static void finish_round(unsigned n) {
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + n)}), 0);
}

static enum comparison_state state_of(unsigned n) {
    return process_comparison(scene.process, make_id(COMPARISON + n))->state;
}

Test(comparisons, are_told_once_all_is_closed) {
    put_list(0, 0, 2);
    cr_assert_eq(put(of_list(0, 0, COMPARISON_BY_ROLE)), REASON_ABSENT);
    cr_expect_eq(state_of(0), COMPARISON_STATE_WAITING);
    finish_round(0);
    cr_expect_eq(state_of(0), COMPARISON_STATE_WAITING);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_COMPARISON), 0);
    finish_round(1);
    cr_expect_eq(state_of(0), COMPARISON_STATE_TOLD);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_COMPARISON), 1);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_COMPARISON), 1);
    scene_open_round(&scene, 1);
    cr_expect_eq(state_of(0), COMPARISON_STATE_WAITING, "more is being written");
}

Test(comparisons, of_rounds_that_overlap_are_not_told_beside_each_other) {
    finish_round(0);
    finish_round(1);
    put_list(0, 0, 2);
    put_list(1, 0, 1);
    put_list(2, 0, 2);
    cr_assert_eq(put(of_list(0, 0, COMPARISON_BY_ROLE)), REASON_ABSENT);
    cr_assert_eq(put(of_list(1, 1, COMPARISON_BY_ROLE)), REASON_ABSENT);
    cr_assert_eq(put(of_list(2, 2, COMPARISON_BY_ROLE)), REASON_ABSENT);
    cr_assert_eq(put(of_list(3, 1, COMPARISON_BY_LEVEL)), REASON_ABSENT);
    cr_expect_eq(state_of(0), COMPARISON_STATE_TOLD);
    cr_expect_eq(state_of(1), COMPARISON_STATE_OVERLAPPING);
    cr_expect_eq(state_of(2), COMPARISON_STATE_TOLD, "of the very same rounds");
    cr_expect_eq(state_of(3), COMPARISON_STATE_TOLD, "by something else");
    struct event_comparison_put removed = of_list(0, 0, COMPARISON_BY_ROLE);
    removed.removed = true;
    cr_assert_eq(put(removed), REASON_ABSENT);
    cr_assert_eq(put(of_list(1, 1, COMPARISON_BY_ROLE)), REASON_ABSENT);
    cr_expect_eq(state_of(1), COMPARISON_STATE_OVERLAPPING, "what was told was told");
}

Test(comparisons, by_session_bind_nothing) {
    finish_round(0);
    finish_round(1);
    put_list(0, 0, 2);
    put_list(1, 0, 1);
    cr_assert_eq(put(of_list(0, 0, COMPARISON_BY_SESSION)), REASON_ABSENT);
    cr_assert_eq(put(of_list(1, 1, COMPARISON_BY_SESSION)), REASON_ABSENT);
    cr_expect_eq(state_of(1), COMPARISON_STATE_TOLD);
}

Test(comparisons, are_of_the_rounds_that_they_were_told_of) {
    finish_round(0);
    finish_round(1);
    put_list(0, 0, 2);
    cr_assert_eq(put(of_list(0, 0, COMPARISON_BY_ROLE)), REASON_ABSENT);
    put_list(0, 1, 1);
    cr_expect_eq(state_of(0), COMPARISON_STATE_CHANGED);
    put_list(0, 0, 2);
    cr_expect_eq(state_of(0), COMPARISON_STATE_TOLD);
}

Test(comparisons, are_refused_where_they_make_no_sense) {
    put_list(0, 0, 1);
    struct event_comparison_put wrong = of_list(0, 0, COMPARISON_BY_ROLE);
    wrong.board = make_id(BOARD);
    cr_expect_eq(put(wrong), REASON_WRONG_FORM, "of one thing");
    wrong.list = (struct id){{0}};
    cr_expect_eq(put(wrong), REASON_UNKNOWN_BOARD);
    cr_expect_eq(put(of_list(0, 7, COMPARISON_BY_ROLE)), REASON_UNKNOWN_LIST);
    wrong = of_list(0, 0, COMPARISON_BY_ROLE);
    wrong.title = STR("");
    cr_expect_eq(put(wrong), REASON_EMPTY);
    cr_expect_eq(BY(&scene, person(0), EVENT_COMPARISON_PUT, .comparison_put = of_list(0, 0, 1)),
                 REASON_DENIED);
    cr_assert_eq(put(of_list(0, 0, COMPARISON_BY_ROLE)), REASON_ABSENT);
    cr_expect_eq(put(of_list(0, 0, COMPARISON_BY_LEVEL)), REASON_WRONG_STATE, "it is what it is");
    wrong = of_list(0, 0, COMPARISON_BY_ROLE);
    wrong.base = 0;
    cr_expect_eq(put(wrong), REASON_STALE);
}

static enum reason stage(struct event_session_stage stage) {
    stage.screen = STAGE_SCREEN_COMPARISON;
    return BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage);
}

Test(comparisons, go_onto_the_big_screen_of_any_session_once_they_are_shown) {
    scene_add_session(&scene, 1);
    put_list(0, 0, 2);
    struct event_session_stage named = {.id = make_id(SESSION + 1)};
    cr_expect_eq(stage(named), REASON_WRONG_FORM);
    named.comparison = make_id(COMPARISON);
    cr_expect_eq(stage(named), REASON_UNKNOWN_COMPARISON);
    struct event_comparison_put body = of_list(0, 0, COMPARISON_BY_ROLE);
    body.shown = false;
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(stage(named), REASON_HIDDEN);
    cr_assert_eq(put(of_list(0, 0, COMPARISON_BY_ROLE)), REASON_ABSENT);
    cr_expect_eq(stage(named), REASON_ABSENT, "also while it waits");
    cr_expect(id_equal(process_session(scene.process, named.id)->stage.comparison, named.comparison));
    body = of_list(0, 0, COMPARISON_BY_ROLE);
    body.removed = true;
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(stage(named), REASON_UNKNOWN_COMPARISON, "it was removed");
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_COMPARISON), 0, "the screen finds none");
}

Test(comparisons, are_a_hundred_at_most) {
    put_list(0, 0, 1);
    for (unsigned i = 0; i < PROCESS_COMPARISONS; i++) {
        cr_assert_eq(put(of_list(i, 0, COMPARISON_BY_ROLE)), REASON_ABSENT);
    }
    cr_expect_eq(put(of_list(PROCESS_COMPARISONS, 0, COMPARISON_BY_ROLE)), REASON_TOO_MANY);
}

static void put_board(enum board_hands hands) {
    const struct board *board = process_board(scene.process, make_id(BOARD));
    struct event_board_put put = {.id = make_id(BOARD),
                                  .base = board ? board->changed : 0,
                                  .title = STR("Väggen"),
                                  .rounds = both_rounds,
                                  .rounds_count = 2,
                                  .hands = hands};
    cr_assert_eq(BY(&scene, account(), EVENT_BOARD_PUT, .board_put = put), REASON_ABSENT);
}

Test(comparisons, are_not_told_while_everybody_sorts) {
    finish_round(0);
    finish_round(1);
    put_board(BOARD_HANDS_ALL);
    struct event_comparison_put of_board = of_list(0, 0, COMPARISON_BY_ROLE);
    of_board.list = (struct id){{0}};
    of_board.board = make_id(BOARD);
    cr_assert_eq(put(of_board), REASON_ABSENT);
    cr_expect_eq(state_of(0), COMPARISON_STATE_WAITING);
    put_board(BOARD_HANDS_HOSTS);
    cr_expect_eq(state_of(0), COMPARISON_STATE_TOLD);
    put_board(BOARD_HANDS_ALL);
    cr_expect_eq(state_of(0), COMPARISON_STATE_WAITING, "one note after the other would be told");
}
