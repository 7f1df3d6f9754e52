#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;
static struct arena arena;

static void open(void) {
    arena_init(&arena);
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_add_session(&scene, 1);
    scene_join(&scene, 0, 0);
    scene_join(&scene, 1, 1);
}

static void close(void) {
    scene_close(&scene);
    arena_finish(&arena);
}

TestSuite(steps, .init = open, .fini = close);

static struct event_step_put step(unsigned n, int64_t rev, const char *text) {
    return (struct event_step_put){.id = make_id(STEP + n), .rev = rev, .text = str_of(text)};
}

static struct event_step_put shared(unsigned n, int64_t rev, const char *text) {
    struct event_step_put put = step(n, rev, text);
    put.shared = true;
    return put;
}

static enum reason put(unsigned who, struct event_step_put step_put) {
    return BY(&scene, person(who), EVENT_STEP_PUT, .step_put = step_put);
}

static size_t seen_by(struct audience audience) {
    return count_entities(scene.process, audience, ENTITY_STEP);
}

static void call_oneself(unsigned who, int64_t rev, const char *name) {
    cr_assert_eq(
        BY(&scene, person(who), EVENT_PARTICIPANT_PUT, .participant_put = {.rev = rev, .name = str_of(name)}),
        REASON_ABSENT);
}

Test(steps, nobody_sees_one_until_it_is_shared) {
    cr_assert_eq(put(0, step(0, 1, "ringa kommunen")), REASON_ABSENT);
    cr_expect_eq(seen_by(hosts()) + seen_by(display(0)) + seen_by(participants(0, 0)), 0);
    cr_assert_eq(put(0, shared(0, 2, "ringa kommunen")), REASON_ABSENT);
    cr_expect_eq(seen_by(hosts()), 1);
    cr_expect_eq(seen_by(display(0)), 1);
    cr_expect_eq(seen_by(participants(1, 0)), 1, "in every session");
    struct event_step_put removal = shared(0, 3, "ringa kommunen");
    removal.removed = true;
    cr_assert_eq(put(0, removal), REASON_ABSENT);
    cr_expect_eq(seen_by(hosts()) + seen_by(display(0)) + seen_by(participants(1, 0)), 0);
}

Test(steps, one_that_is_shared_bears_the_name_that_its_person_has_now) {
    struct entity entity;
    struct change_cursor cursor;
    struct gone gone;
    call_oneself(0, 1, "Kim");
    cr_assert_eq(put(0, shared(0, 1, "ringa")), REASON_ABSENT);
    cr_assert_eq(put(0, step(1, 1, "fråga")), REASON_ABSENT);
    cr_assert(find_entity(scene.process, display(0), ENTITY_STEP, make_id(STEP), &arena, &entity));
    cr_expect(str_equal(entity.body.step.name, STR("Kim")));
    cr_expect_eq(entity.body.step.rev, 0, "one's own alone");
    cursor = (struct change_cursor){process_head(scene.process), INT64_MAX};
    call_oneself(0, 2, "Robin");
    struct change_walk *walk = process_changes(scene.process, display(0), cursor, &arena);
    cr_assert_eq(process_next_change(walk, &arena, &entity, &gone, &cursor), CHANGE_ENTITY);
    cr_expect_eq(entity.kind, ENTITY_STEP);
    cr_expect(str_equal(entity.body.step.name, STR("Robin")));
    cr_expect_eq(process_next_change(walk, &arena, &entity, &gone, &cursor), CHANGE_END);
}

static void take_own(void *context, const struct entity *entity) {
    struct entity *step_entity = context;
    if (entity->kind == ENTITY_STEP) {
        *step_entity = *entity;
    }
}

Test(steps, ones_own_are_ones_own) {
    struct entity entity = {0};
    const struct actor self = person(0), other = person(1);
    cr_assert_eq(put(0, step(0, 4, "ringa")), REASON_ABSENT);
    process_own(scene.process, &other, 1, &arena, take_own, &entity);
    cr_expect_eq(entity.kind, ENTITY_ABSENT);
    process_own(scene.process, &self, 1, &arena, take_own, &entity);
    cr_expect_eq(entity.body.step.rev, 4);
    cr_expect(str_equal(entity.body.step.text, STR("ringa")));
}

Test(steps, they_must_make_sense) {
    cr_assert_eq(put(0, step(0, 2, "ringa")), REASON_ABSENT);
    cr_expect_eq(put(0, step(0, 2, "ringa igen")), REASON_STALE);
    cr_expect_eq(put(1, step(0, 3, "min nu")), REASON_ID_TAKEN);
    cr_expect_eq(put(9, step(1, 1, "vem?")), REASON_UNKNOWN_PARTICIPANT);
    cr_expect_eq(put(0, step(1, 1, " \n")), REASON_EMPTY);
    struct event_step_put one = step(1, 1, "till nästa gång");
    one.session = make_id(SESSION + 7);
    cr_expect_eq(put(0, one), REASON_UNKNOWN_SESSION);
    one.session = make_id(SESSION);
    cr_expect_eq(put(0, one), REASON_ABSENT);
    one.id = make_id(SESSION);
    cr_expect_eq(put(0, one), REASON_ID_TAKEN);
    cr_expect_eq(BY(&scene, account(), EVENT_STEP_PUT, .step_put = step(2, 1, "deras")), REASON_DENIED);
}

Test(steps, a_person_has_so_many) {
    struct event_step_put removal = step(0, 2, "ett");
    removal.removed = true;
    for (unsigned i = 0; i < PROCESS_STEPS; i++) {
        cr_assert_eq(put(0, step(i, 1, "ett")), REASON_ABSENT);
    }
    cr_expect_eq(put(0, step(PROCESS_STEPS, 1, "till")), REASON_TOO_MANY);
    cr_expect_eq(put(1, step(PROCESS_STEPS + 1, 1, "annans")), REASON_ABSENT);
    cr_assert_eq(put(0, removal), REASON_ABSENT);
    cr_assert_eq(put(0, step(PROCESS_STEPS, 1, "till")), REASON_ABSENT);
    cr_expect_eq(put(0, step(0, 3, "ett")), REASON_TOO_MANY, "a removal taken back must not get round it");
}

Test(steps, removing_makes_no_room_for_ever_more) {
    for (unsigned i = 0; i < PROCESS_STEPS_MADE; i++) {
        struct event_step_put removed = step(i, 1, "bort");
        removed.removed = true;
        cr_assert_eq(put(0, removed), REASON_ABSENT);
    }
    cr_expect_eq(put(0, step(PROCESS_STEPS_MADE, 1, "till")), REASON_TOO_MANY);
    cr_expect_eq(put(0, step(0, 2, "åter")), REASON_ABSENT);
}

Test(steps, texts_that_hold_no_more_are_due_and_redacted_like_a_refold) {
    int64_t seqs[8];
    call_oneself(0, 1, "Kim");
    cr_assert_eq(put(0, shared(0, 1, "ringa")), REASON_ABSENT);
    int64_t first = process_head(scene.process);
    cr_assert_eq(put(0, step(0, 1, "för sent")), REASON_STALE);
    cr_assert_eq(put(0, shared(0, 2, "skriva")), REASON_ABSENT);
    struct event_step_put removal = shared(0, 3, "skriva ett brev");
    removal.removed = true;
    cr_assert_eq(process_due_redactions(scene.process, seqs, 8), 2);
    cr_assert_eq(put(0, removal), REASON_ABSENT);
    cr_assert_eq(process_due_redactions(scene.process, seqs, 8), 4);
    cr_expect_eq(seqs[0], first);
    cr_expect_eq(seqs[3], first + 3);
    scene_redact(&scene, seqs, 4);
    cr_expect(str_is_absent(process_step(scene.process, make_id(STEP))->text));
    cr_assert_eq(put(0, shared(0, 4, "mejla")), REASON_ABSENT, "the removal is undone");
    cr_expect_eq(seen_by(hosts()), 1);
    scene_check_refold(&scene);
}

Test(steps, a_name_that_is_emptied_goes_from_what_was_shared) {
    struct entity entity;
    call_oneself(0, 1, "Kim");
    int64_t seq = process_head(scene.process);
    cr_assert_eq(put(0, shared(0, 1, "ringa")), REASON_ABSENT);
    scene_redact(&scene, &seq, 1);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_STEP, make_id(STEP), &arena, &entity));
    cr_expect(str_is_absent(entity.body.step.name));
    cr_expect_eq(entity.seq, process_head(scene.process));
    scene_check_refold(&scene);
}

Test(steps, one_that_is_emptied_while_it_stands_is_gone) {
    cr_assert_eq(put(0, shared(0, 1, "ringa")), REASON_ABSENT);
    int64_t seq = process_head(scene.process);
    scene_redact(&scene, &seq, 1);
    cr_expect_eq(seen_by(hosts()) + seen_by(display(0)) + seen_by(participants(0, 0)), 0);
    cr_expect_eq(process_last_change(scene.process, hosts()), process_head(scene.process));
    scene_check_refold(&scene);
    cr_assert_eq(put(0, shared(0, 2, "mejla")), REASON_ABSENT);
    cr_expect_eq(seen_by(hosts()), 1);
}
