#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(stage, .init = open, .fini = close);
TestSuite(steering, .init = open, .fini = close);

static enum reason stage(struct event_session_stage stage) {
    stage.id = make_id(SESSION);
    return BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage);
}

static const struct stage *staged(struct audience audience, struct arena *arena) {
    static struct entity entity;
    cr_assert(find_entity(scene.process, audience, ENTITY_SESSION, make_id(SESSION), arena, &entity));
    return entity.body.session.stage;
}

Test(stage, the_stage_is_what_was_set_last) {
    struct arena arena;
    arena_init(&arena);
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

Test(stage, a_stage_names_what_is_there) {
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

Test(stage, one_is_set_in_any_state_and_makes_no_view_stale) {
    struct event_session_put put = {.id = make_id(SESSION + 1), .title = STR("Dagen")};
    struct event_session_stage join = {.id = put.id, .screen = STAGE_SCREEN_JOIN};
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
    put.base = process_head(scene.process);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = join), REASON_ABSENT, "planned");
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT);
    scene_run(&scene, 1, SESSION_STATE_LIVE);
    scene_run(&scene, 1, SESSION_STATE_ENDED);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = join), REASON_ABSENT, "ended");
}

Test(stage, a_screen_of_entries_says_which) {
    struct event_session_stage entries = {.screen = STAGE_SCREEN_ENTRIES};
    struct arena arena;
    arena_init(&arena);
    cr_expect_eq(stage(entries), REASON_WRONG_FORM);
    entries.entries = ENTRY_FORM_STEP;
    cr_assert_eq(stage(entries), REASON_ABSENT);
    cr_expect_eq(staged(display(0), &arena)->entries, ENTRY_FORM_STEP);
    cr_expect_eq(stage((struct event_session_stage){.screen = STAGE_SCREEN_BLANK}), REASON_ABSENT);
    cr_expect_eq(stage((struct event_session_stage){.screen = STAGE_SCREEN_SINCE}), REASON_ABSENT);
    cr_expect_eq(staged(participants(0, 0), &arena)->screen, STAGE_SCREEN_SINCE);
    arena_finish(&arena);
}

Test(stage, a_note_is_put_on_it_only_where_all_may_read_it) {
    struct event_session_stage note = {.screen = STAGE_SCREEN_NOTE};
    cr_expect_eq(stage(note), REASON_WRONG_FORM);
    note.note = make_id(NOTE);
    cr_expect_eq(stage(note), REASON_UNKNOWN_NOTE);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ensam är inte stark"), REASON_ABSENT);
    cr_expect_eq(stage(note), REASON_HIDDEN, "its round is not revealed");
    note.screen = STAGE_SCREEN_ITEM;
    cr_expect_eq(stage(note), REASON_HIDDEN, "whatever the screen");
    note.screen = STAGE_SCREEN_NOTE;
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {.id = make_id(ROUND), .revealed = true}),
        REASON_ABSENT);
    cr_assert_eq(stage(note), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {.id = make_id(NOTE), .hidden = true}),
                 REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_NOTE), 0, "the screen finds none");
    cr_expect_eq(stage(note), REASON_HIDDEN);
    scene_add_session(&scene, 1);
    note.id = make_id(SESSION + 1);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = note), REASON_UNKNOWN_NOTE,
                 "of another session");
}

/* ---- who steers ---- */

static struct actor host(unsigned n) {
    return (struct actor){.kind = ACTOR_ACCOUNT, .id = make_id(ACCOUNT + n)};
}

static enum reason steer(unsigned by, struct id account) {
    struct event_session_steer body = {.id = make_id(SESSION), .account = account, .name = STR("Kim")};
    return BY(&scene, host(by), EVENT_SESSION_STEER, .session_steer = body);
}

static enum reason stage_by(unsigned by) {
    struct event_session_stage join = {.id = make_id(SESSION), .screen = STAGE_SCREEN_JOIN};
    return BY(&scene, host(by), EVENT_SESSION_STAGE, .session_stage = join);
}

Test(steering, who_steers_is_the_only_one_to_say_what_is_shown) {
    cr_expect_eq(stage_by(1), REASON_ABSENT, "nobody steers");
    cr_assert_eq(steer(0, host(0).id), REASON_ABSENT);
    cr_expect_eq(stage_by(0), REASON_ABSENT);
    cr_expect_eq(stage_by(1), REASON_NOT_STEERING);
    cr_expect_eq(BY(&scene, host(1), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND)}), REASON_ABSENT,
                 "all else is everybody's");
}

Test(steering, anybody_takes_it_and_only_who_has_it_gives_it_away) {
    cr_expect_eq(steer(0, host(1).id), REASON_NOT_STEERING, "nobody has it");
    cr_assert_eq(steer(0, host(0).id), REASON_ABSENT);
    cr_expect_eq(steer(1, host(2).id), REASON_NOT_STEERING);
    cr_expect_eq(steer(1, (struct id){{0}}), REASON_NOT_STEERING, "nor does another let it go");
    cr_assert_eq(steer(0, host(1).id), REASON_ABSENT);
    cr_expect_eq(stage_by(0), REASON_NOT_STEERING);
    cr_assert_eq(steer(0, host(0).id), REASON_ABSENT, "taken back");
    cr_assert_eq(steer(0, (struct id){{0}}), REASON_ABSENT);
    cr_expect_eq(stage_by(1), REASON_ABSENT);
    cr_expect_eq(steer(1, (struct id){{0}}), REASON_ABSENT, "it is so");
}

Test(steering, hosts_see_who_steers_and_nobody_else) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    struct event_session_put put = {
        .id = make_id(SESSION), .base = process_head(scene.process), .title = STR("Dagen")};
    cr_assert_eq(steer(0, host(0).id), REASON_ABSENT);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_SESSION, make_id(SESSION), &arena, &entity));
    cr_expect(id_equal(entity.body.session.steered_by, host(0).id));
    cr_expect(str_equal(entity.body.session.steered_name, STR("Kim")));
    struct audience others[] = {display(0), participants(0, 0)};
    for (size_t i = 0; i < 2; i++) {
        cr_assert(find_entity(scene.process, others[i], ENTITY_SESSION, make_id(SESSION), &arena, &entity));
        cr_expect(id_is_none(entity.body.session.steered_by));
        cr_expect(str_is_absent(entity.body.session.steered_name));
    }
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = put), REASON_ABSENT,
                 "and nobody's view is stale by it");
    arena_finish(&arena);
}

Test(steering, it_is_of_a_session_that_is_there_and_has_a_name) {
    struct event_session_steer body = {.id = make_id(SESSION), .account = host(0).id};
    cr_expect_eq(BY(&scene, host(0), EVENT_SESSION_STEER, .session_steer = body), REASON_EMPTY);
    body = (struct event_session_steer){.id = make_id(SESSION + 5)};
    cr_expect_eq(BY(&scene, host(0), EVENT_SESSION_STEER, .session_steer = body), REASON_UNKNOWN_SESSION);
    cr_expect_eq(BY(&scene, person(0), EVENT_SESSION_STEER, .session_steer = body), REASON_DENIED);
}
