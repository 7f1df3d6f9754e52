#include <criterion/criterion.h>

#include "../support.h"

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

TestSuite(scope, .init = open, .fini = close);

static enum reason put_with(unsigned n, enum authorship authorship) {
    struct event_round_put put = notes_round(n, VISIBILITY_OWN, authorship);
    put.scope = make_id(ROUND);
    return BY(&scene, account(), EVENT_ROUND_PUT, .round_put = put);
}

Test(scope, rounds_that_are_counted_together_say_so_all) {
    cr_expect_not(process_round(scene.process, make_id(ROUND))->counted_together);
    cr_assert_eq(put_with(1, AUTHORSHIP_ANONYMOUS), REASON_ABSENT);
    cr_expect(process_round(scene.process, make_id(ROUND))->counted_together);
    cr_expect(process_round(scene.process, make_id(ROUND + 1))->counted_together);
    cr_expect_eq(put_with(2, AUTHORSHIP_LINKED), REASON_WRONG_FORM, "anonymous ones only");
    scene_open_round(&scene, 0);
    cr_expect_eq(put_with(3, AUTHORSHIP_ANONYMOUS), REASON_WRONG_STATE, "before the first is opened");
    struct event_round_put leave = notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    leave.base = process_head(scene.process);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = leave), REASON_WRONG_STATE);
    leave.scope = make_id(ROUND);
    leave.removed = true;
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = leave), REASON_ABSENT);
    cr_expect_not(process_round(scene.process, make_id(ROUND))->counted_together);
}

Test(scope, each_scope_of_anonymous_rounds_is_listed_once) {
    struct arena arena;
    struct id *scopes;
    arena_init(&arena);
    cr_assert_eq(put_with(1, AUTHORSHIP_ANONYMOUS), REASON_ABSENT);
    scene_put_round(&scene, notes_round(2, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    scene_put_round(&scene, notes_round(3, VISIBILITY_OWN, AUTHORSHIP_LINKED));
    cr_assert_eq(process_scopes(scene.process, &arena, &scopes), 2);
    cr_expect(id_equal(scopes[0], make_id(ROUND)));
    cr_expect(id_equal(scopes[1], make_id(ROUND + 2)));
    arena_finish(&arena);
}

Test(scope, a_round_says_who_answers_in_it) {
    enum actor_kind kind;
    struct id scope;
    cr_assert_eq(put_with(1, AUTHORSHIP_ANONYMOUS), REASON_ABSENT);
    cr_assert_eq(process_authorship(scene.process, make_id(ROUND + 1), &kind, &scope), REASON_ABSENT);
    cr_expect_eq(kind, ACTOR_AUTHOR);
    cr_expect(id_equal(scope, make_id(ROUND)));
    scene_put_round(&scene, notes_round(3, VISIBILITY_OWN, AUTHORSHIP_LINKED));
    cr_assert_eq(process_authorship(scene.process, make_id(ROUND + 3), &kind, &scope), REASON_ABSENT);
    cr_expect_eq(kind, ACTOR_PARTICIPANT);
    cr_expect_eq(process_authorship(scene.process, make_id(1), &kind, &scope), REASON_UNKNOWN_ROUND);
}
