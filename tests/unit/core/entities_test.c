#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;
static struct arena arena;
static struct entity entity;
static struct gone gone;

static void open(void) {
    arena_init(&arena);
    scene_begin(&scene, 1, VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
}

static void close(void) {
    arena_finish(&arena);
    scene_close(&scene);
}

TestSuite(entities, .init = open, .fini = close);

static struct change_cursor head(void) {
    return (struct change_cursor){process_head(scene.process), INT64_MAX};
}

static enum change next(struct audience audience, struct change_cursor *cursor) {
    struct change_walk *walk = process_changes(scene.process, audience, *cursor, &arena);
    return process_next_change(walk, &arena, &entity, &gone, cursor);
}

Test(entities, ten_edits_are_one_change) {
    struct change_cursor cursor = head();
    for (int64_t rev = 1; rev <= 10; rev++) {
        cr_assert_eq(scene_write(&scene, author(1), 0, rev, "närhet"), REASON_ABSENT);
    }
    cr_assert_eq(next(display(0), &cursor), CHANGE_ENTITY);
    cr_expect_eq(entity.kind, ENTITY_ROUND, "somebody has answered now");
    cr_assert_eq(next(display(0), &cursor), CHANGE_ENTITY);
    cr_expect_eq(entity.kind, ENTITY_NOTE);
    cr_expect_eq(entity.seq, process_head(scene.process));
    cr_assert_eq(next(display(0), &cursor), CHANGE_END);
    cr_expect_eq(cursor.seq, process_head(scene.process));
    cr_expect_eq(cursor.ordinal, INT64_MAX);
}

Test(entities, what_is_gone_is_named_to_those_who_saw_it) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "närhet"), REASON_ABSENT);
    struct change_cursor cursor = head(), others = head(), all = head();
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), true, STR("")}), 0);
    cr_assert_eq(next(display(0), &cursor), CHANGE_GONE);
    cr_expect_eq(gone.kind, ENTITY_NOTE);
    cr_expect(id_equal(gone.id, make_id(NOTE)));
    cr_expect_eq(cursor.seq, process_head(scene.process));
    cr_assert_eq(next(display(1), &others), CHANGE_END, "of another session");
    cr_assert_eq(next(hosts(), &all), CHANGE_ENTITY, "hosts see it still");
    struct change_cursor nothing = {0, INT64_MAX};
    enum change change;
    struct change_walk *walk = process_changes(scene.process, display(0), nothing, &arena);
    while ((change = process_next_change(walk, &arena, &entity, &gone, &nothing)) != CHANGE_END) {
        cr_assert_eq(change, CHANGE_ENTITY, "who knows nothing misses nothing");
    }
}

Test(entities, what_came_late_and_was_never_seen_is_not_gone) {
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 0);
    struct change_cursor cursor = head();
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "sen"), REASON_ABSENT);
    cr_expect_eq(next(display(0), &cursor), CHANGE_END);
}

Test(entities, a_walk_goes_on_within_a_seq) {
    for (unsigned i = 0; i < 5; i++) {
        cr_assert_eq(scene_write(&scene, author(i), i, 1, "närhet"), REASON_ABSENT);
    }
    struct change_cursor cursor = head();
    struct event_round_put put = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, put);
    cr_assert_eq(next(display(0), &cursor), CHANGE_ENTITY, "the round");
    cr_assert_eq(next(display(0), &cursor), CHANGE_GONE);
    cr_assert_eq(next(display(0), &cursor), CHANGE_GONE);
    cr_expect_eq(cursor.seq, process_head(scene.process));
    cr_assert_eq(scene_write(&scene, author(4), 4, 2, "enkelhet"), REASON_ABSENT, "meanwhile");
    size_t more = 0;
    while (next(display(0), &cursor) == CHANGE_GONE) {
        more++;
    }
    cr_expect_eq(more, 3, "each once, the touched one at its new place");
}

Test(entities, any_seq_of_the_journal_can_be_resumed_from) {
    cr_expect(process_can_resume(scene.process, 0));
    cr_expect(process_can_resume(scene.process, process_head(scene.process)));
    cr_expect_not(process_can_resume(scene.process, process_head(scene.process) + 1));
    cr_expect_not(process_can_resume(scene.process, -1));
}

Test(entities, the_last_change_is_the_audiences_own) {
    int64_t before = process_last_change(scene.process, display(0));
    struct event_participant_put put = {.rev = 1, .name = STR("Kim")};
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = put), REASON_ABSENT);
    cr_expect_eq(process_last_change(scene.process, display(0)), before);
    cr_expect_eq(process_last_change(scene.process, hosts()), process_head(scene.process));
}
