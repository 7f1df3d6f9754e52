#include <criterion/criterion.h>

#include "../support.h"

static struct scene scene;
static struct notes_settings settings;

static void begin(enum visibility visibility, enum authorship authorship) {
    settings = (struct notes_settings){.supports = true};
    scene_begin(&scene, 4, visibility, authorship);
    struct event_round_put put = notes_round(0, visibility, authorship);
    put.notes = &settings;
    scene_put_round(&scene, put);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(support, .fini = close);

static enum reason support(struct actor actor, unsigned note, int64_t rev, bool on) {
    return BY(&scene, actor, EVENT_NOTE_SUPPORT,
              .note_support = {.note = make_id(NOTE + note), .rev = rev, .on = on});
}

static int64_t seen_by(struct audience audience) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, audience, ENTITY_NOTE, make_id(NOTE), &arena, &entity));
    arena_finish(&arena);
    return entity.body.note.supports;
}

Test(support, is_counted_and_taken_back) {
    begin(VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "Hur då?"), REASON_ABSENT);
    cr_assert_eq(support(author(2), 0, 1, true), REASON_ABSENT);
    cr_assert_eq(support(author(3), 0, 1, true), REASON_ABSENT);
    cr_expect_eq(seen_by(participants(0, 0)), 2);
    cr_expect_eq(support(author(2), 0, 1, false), REASON_STALE);
    cr_assert_eq(support(author(2), 0, 2, true), REASON_ABSENT, "once is enough");
    cr_expect_eq(seen_by(display(0)), 2);
    cr_assert_eq(support(author(2), 0, 3, false), REASON_ABSENT);
    cr_expect_eq(seen_by(hosts()), 1);
    cr_expect_eq(support(author(1), 0, 1, true), REASON_DENIED, "one's own");
    cr_expect_eq(support(author(2), 5, 1, true), REASON_UNKNOWN_NOTE);
}

Test(support, is_for_what_all_see) {
    begin(VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "Hur då?"), REASON_ABSENT);
    cr_expect_eq(support(author(2), 0, 1, true), REASON_HIDDEN);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    cr_expect_eq(support(author(2), 0, 1, true), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), true, STR("")}), 0);
    cr_expect_eq(support(author(3), 0, 1, true), REASON_HIDDEN);
    cr_assert_eq(BY(&scene, author(1), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE), 2, true}), 0);
    cr_expect_eq(support(author(3), 0, 1, true), REASON_REMOVED);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 0);
    cr_assert_eq(scene_write(&scene, author(2), 1, 1, "för sent"), REASON_ABSENT);
    cr_expect_eq(support(author(3), 1, 1, true), REASON_HIDDEN, "late");
}

Test(support, ends_with_the_round_and_with_its_setting) {
    begin(VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "Hur då?"), REASON_ABSENT);
    cr_assert_eq(support(author(2), 0, 1, true), REASON_ABSENT);
    struct event_round_put put = notes_round(0, VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, put);
    cr_expect_eq(support(author(3), 0, 1, true), REASON_WRONG_FORM);
    cr_expect_eq(seen_by(participants(0, 0)), 0);
    put.notes = &settings;
    scene_put_round(&scene, put);
    cr_expect_eq(seen_by(participants(0, 0)), 1);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 0);
    cr_expect_eq(support(author(3), 0, 1, true), REASON_CLOSED);
}

Test(support, comes_from_those_whom_the_round_knows) {
    begin(VISIBILITY_ALL, AUTHORSHIP_LINKED);
    cr_assert_eq(scene_write(&scene, person(1), 0, 1, "Hur då?"), REASON_ABSENT);
    cr_expect_eq(support(author(2), 0, 1, true), REASON_DENIED);
    cr_expect_eq(support(person(9), 0, 1, true), REASON_UNKNOWN_PARTICIPANT);
    cr_expect_eq(support(account(), 0, 1, true), REASON_DENIED);
    cr_expect_eq(support(person(2), 0, 1, true), REASON_ABSENT);
}

Test(support, in_an_anonymous_round_has_the_time_of_its_opening) {
    begin(VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "Hur då?"), REASON_ABSENT);
    struct event event = {.actor = author(2), .kind = EVENT_NOTE_SUPPORT, .at = 5000};
    event.body.note_support = (struct event_note_support){make_id(NOTE), 1, true};
    cr_expect(process_complete(scene.process, make_id(PERSON), 5000, &event));
    cr_expect_eq(event.at, 1000);
    struct subject subject = process_subject(scene.process, &event);
    cr_expect(id_equal(subject.round, make_id(ROUND)));
    event.body.note_support.note = make_id(NOTE + 7);
    cr_expect(id_is_none(process_subject(scene.process, &event).round), "it is not there");
}

Test(support, ones_own_says_what_one_supports_and_nobody_else_sees_it) {
    struct arena arena;
    struct entity entity;
    begin(VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    arena_init(&arena);
    for (unsigned i = 0; i < 3; i++) {
        cr_assert_eq(scene_write(&scene, author(1), i, 1, "Hur då?"), REASON_ABSENT);
    }
    cr_assert_eq(support(author(2), 0, 3, true), REASON_ABSENT);
    cr_assert_eq(support(author(2), 1, 8, false), REASON_ABSENT);
    cr_assert_eq(support(author(2), 2, 5, true), REASON_ABSENT);
    const struct event *last = &scene.events[scene.count - 1];
    cr_assert(process_entity_of(scene.process, last, &arena, &entity));
    cr_expect_eq(entity.kind, ENTITY_SUPPORTS);
    cr_expect(id_equal(entity.id, make_id(ROUND)));
    cr_assert_eq(entity.body.supports.notes_count, 2);
    cr_expect(id_equal(entity.body.supports.notes[1], make_id(NOTE + 2)));
    cr_expect_eq(entity.body.supports.rev, 8);
    cr_expect(str_is_absent(entity.body.supports.author));
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_SUPPORTS), 0);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_SUPPORTS), 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_SUPPORTS), 0);
    arena_finish(&arena);
}

Test(support, of_one_person_has_an_end) {
    begin(VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    for (unsigned i = 0; i <= PROCESS_NOTES_PER_SESSION; i++) {
        cr_assert_eq(scene_write(&scene, author(1 + i / 200), i, 1, "Hur då?"), REASON_ABSENT);
    }
    for (unsigned i = 0; i < PROCESS_NOTES_PER_SESSION; i++) {
        cr_assert_eq(support(author(9), i, 1, true), REASON_ABSENT);
    }
    cr_expect_eq(support(author(9), PROCESS_NOTES_PER_SESSION, 1, true), REASON_TOO_MANY);
    cr_expect_eq(support(author(9), 0, 2, false), REASON_ABSENT);
}
