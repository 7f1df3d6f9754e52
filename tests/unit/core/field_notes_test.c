#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_add_session(&scene, 1);
}

static void close(void) {
    scene_check_refold(&scene);
    scene_close(&scene);
}

TestSuite(field_notes, .init = open, .fini = close);

static struct actor observer(unsigned n) {
    return (struct actor){ACTOR_ACCOUNT, make_id(ACCOUNT + n)};
}

static struct event_field_note_put seen_by_me(unsigned n) {
    const struct field_note *note = process_field_note(scene.process, make_id(FIELD_NOTE + n));
    return (struct event_field_note_put){.id = make_id(FIELD_NOTE + n),
                                         .base = note ? note->changed : 0,
                                         .session = make_id(SESSION),
                                         .text = STR("Alla tittar ner")};
}

static enum reason put(struct actor who, struct event_field_note_put body) {
    return BY(&scene, who, EVENT_FIELD_NOTE_PUT, .field_note_put = body);
}

static void count(void *context, const struct entity *entity) {
    *(size_t *)context += entity->kind == ENTITY_FIELD_NOTE;
}

static size_t count_own(struct actor who) {
    size_t found = 0;
    struct arena arena;
    arena_init(&arena);
    process_own(scene.process, &who, 1, &arena, count, &found);
    arena_finish(&arena);
    return found;
}

Test(field_notes, they_are_their_observers_own_and_on_no_screen) {
    cr_assert_eq(put(observer(1), seen_by_me(0)), REASON_ABSENT);
    cr_assert_eq(put(observer(2), seen_by_me(1)), REASON_ABSENT);
    struct audience audiences[] = {hosts(), display(0), participants(0, 0)};
    for (size_t i = 0; i < 3; i++) {
        cr_expect_eq(count_entities(scene.process, audiences[i], ENTITY_FIELD_NOTE), 0, "%zu", i);
    }
    cr_expect_eq(count_entities(scene.process, state(), ENTITY_FIELD_NOTE), 2);
    cr_expect_eq(count_own(observer(1)), 1);
    cr_expect_eq(count_own(observer(3)), 0);
    cr_expect_eq(count_own(person(0)), 0);
    cr_expect_eq(put(person(0), seen_by_me(2)), REASON_DENIED);
}

Test(field_notes, nobody_else_changes_them_nor_where_they_belong) {
    cr_assert_eq(put(observer(1), seen_by_me(0)), REASON_ABSENT);
    cr_expect_eq(put(observer(2), seen_by_me(0)), REASON_ID_TAKEN);
    struct event_field_note_put moved = seen_by_me(0);
    moved.session = make_id(SESSION + 1);
    cr_expect_eq(put(observer(1), moved), REASON_ID_TAKEN);
    moved = seen_by_me(1);
    moved.session = make_id(SESSION + 5);
    cr_expect_eq(put(observer(1), moved), REASON_UNKNOWN_SESSION);
    moved = seen_by_me(1);
    moved.study = make_id(STEP);
    cr_expect_eq(put(observer(1), moved), REASON_UNKNOWN_STUDY);
}

Test(field_notes, they_stay_at_their_time_and_what_they_said_before_is_emptied) {
    int64_t seqs[8];
    scene.at = 60000;
    cr_assert_eq(put(observer(1), seen_by_me(0)), REASON_ABSENT);
    int64_t at = process_field_note(scene.process, make_id(FIELD_NOTE))->at;
    int64_t first = process_head(scene.process);
    scene.at = 90000;
    struct event_field_note_put mended = seen_by_me(0);
    mended.text = STR("Nästan alla tittar ner");
    cr_assert_eq(put(observer(1), mended), REASON_ABSENT);
    cr_expect_eq(process_field_note(scene.process, make_id(FIELD_NOTE))->at, at);
    cr_assert_eq(process_due_redactions(scene.process, seqs, 8), 1);
    cr_expect_eq(seqs[0], first);
    scene_redact(&scene, seqs, 1);
    mended = seen_by_me(0);
    mended.removed = true;
    cr_assert_eq(put(observer(1), mended), REASON_ABSENT);
    cr_assert_eq(process_due_redactions(scene.process, seqs, 8), 2);
    scene_redact(&scene, seqs, 2);
    cr_expect(str_is_empty(process_field_note(scene.process, make_id(FIELD_NOTE))->text));
    cr_assert_eq(put(observer(1), seen_by_me(0)), REASON_ABSENT, "taken back");
}

Test(field_notes, there_is_a_cap) {
    struct event_field_note_put body = seen_by_me(0);
    for (unsigned i = 0; i < PROCESS_FIELD_NOTES; i++) {
        body.id = make_id(200000 + i);
        cr_assert_eq(put(observer(1), body), REASON_ABSENT);
    }
    cr_expect_eq(put(observer(1), seen_by_me(0)), REASON_TOO_MANY);
}
