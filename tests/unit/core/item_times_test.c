#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void put(unsigned n) {
    struct event_item_put body = {
        .id = make_id(ITEM + n), .session = make_id(SESSION), .form = ITEM_FORM_TALK, .title = STR("Samtal")};
    cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = body), REASON_ABSENT);
}

static void open(void) {
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_OPEN, .round_open = {.id = make_id(ROUND), .undone = true}),
        REASON_ABSENT);
    for (unsigned n = 0; n < 3; n++) {
        put(n);
    }
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(item_times, .init = open, .fini = close);

static void stage(int64_t at, struct event_session_stage stage) {
    stage.id = make_id(SESSION);
    stage.screen = STAGE_SCREEN_ITEM;
    scene.at = at;
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_ABSENT);
}

static void show(int64_t at, unsigned n) {
    stage(at, (struct event_session_stage){.item = make_id(ITEM + n)});
}

static void take_back(int64_t at, unsigned n) {
    stage(at, (struct event_session_stage){.item = make_id(ITEM + n), .undone = true});
}

static void run(struct event_session_run body) {
    body.id = make_id(SESSION);
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_RUN, .session_run = body), REASON_ABSENT);
}

static void expect(unsigned n, int64_t started, int64_t ended) {
    struct audience audiences[] = {hosts(), display(0), participants(0, 0)};
    for (size_t i = 0; i < 3; i++) {
        struct arena arena;
        struct entity entity;
        arena_init(&arena);
        cr_assert(find_entity(scene.process, audiences[i], ENTITY_ITEM, make_id(ITEM + n), &arena, &entity));
        cr_expect_eq(entity.body.item.started, started, "item %u started", n);
        cr_expect_eq(entity.body.item.ended, ended, "item %u ended", n);
        arena_finish(&arena);
    }
}

Test(item_times, one_is_on_until_another_comes_on_or_the_session_ends) {
    int64_t seen = process_item(scene.process, make_id(ITEM))->changed;
    expect(0, 0, 0);
    show(2000, 0);
    expect(0, 2000, 0);
    stage(2500, (struct event_session_stage){0});
    expect(0, 2000, 0);
    show(3000, 1);
    expect(0, 2000, 3000);
    expect(1, 3000, 0);
    show(4000, 0);
    expect(0, 2000, 0);
    show(5000, 1);
    expect(0, 2000, 5000);
    scene.at = 6000;
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    expect(1, 3000, 6000);
    show(7000, 2);
    expect(2, 0, 0);
    expect(1, 3000, 6000);
    cr_expect_eq(process_item(scene.process, make_id(ITEM))->changed, seen, "nobody's view is stale by it");
}

Test(item_times, what_was_shown_by_mistake_was_never_on) {
    show(2000, 0);
    show(3000, 1);
    take_back(3100, 0);
    expect(0, 2000, 0);
    expect(1, 0, 0);
    show(4000, 1);
    show(5000, 2);
    show(6000, 1);
    take_back(6100, 2);
    expect(1, 4000, 5000);
    expect(2, 5000, 0);
    stage(6200, (struct event_session_stage){.undone = true});
    expect(2, 0, 0);
}

Test(item_times, an_end_that_is_taken_back_ended_nothing) {
    show(2000, 0);
    scene.at = 3000;
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    expect(0, 2000, 3000);
    run((struct event_session_run){.state = SESSION_STATE_LIVE, .undone = true});
    expect(0, 2000, 0);
    stage(3100, (struct event_session_stage){.undone = true});
    expect(0, 0, 0);
}

Test(item_times, a_return_that_is_taken_back_leaves_the_end_that_there_was) {
    show(2000, 0);
    scene.at = 3000;
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    scene.at = 4000;
    scene_run(&scene, 0, SESSION_STATE_LIVE);
    expect(0, 2000, 0);
    scene.at = 5000;
    run((struct event_session_run){.state = SESSION_STATE_ENDED, .undone = true});
    expect(0, 2000, 3000);
    cr_expect_eq(process_session(scene.process, make_id(SESSION))->ended_at, 3000);
    scene_run(&scene, 0, SESSION_STATE_LIVE);
    scene.at = 6000;
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    expect(0, 2000, 6000);
}

Test(item_times, before_the_session_begins_nothing_is_on) {
    show(2000, 0);
    show(2500, 1);
    run((struct event_session_run){.state = SESSION_STATE_PLANNED, .undone = true});
    expect(0, 0, 0);
    expect(1, 0, 0);
    show(3000, 0);
    expect(0, 0, 0);
    scene.at = 4000;
    scene_run(&scene, 0, SESSION_STATE_LIVE);
    expect(0, 4000, 0);
    expect(1, 0, 0);
}
