#include <criterion/criterion.h>

#include "../support.h"

static struct scene scene;

static void close(void) {
    scene_close(&scene);
}

TestSuite(paper, .fini = close);

static enum reason enter(unsigned note, unsigned person, int64_t rev, const char *text, bool removed) {
    return BY(&scene, account(), EVENT_NOTE_ENTER,
              .note_enter = {.id = make_id(NOTE + note),
                             .round = make_id(ROUND),
                             .person = make_id(PAPER + person),
                             .rev = rev,
                             .text = str_of(text),
                             .removed = removed});
}

static const struct note *find(unsigned note) {
    return process_note(scene.process, make_id(NOTE + note));
}

static struct entity_round see_round(void) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_ROUND, make_id(ROUND), &arena, &entity));
    arena_finish(&arena);
    return entity.body.round;
}

static bool tells_entered(struct audience audience) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, audience, ENTITY_NOTE, make_id(NOTE), &arena, &entity));
    arena_finish(&arena);
    return entity.body.note.entered;
}

static void close_round(void) {
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_ABSENT);
}

Test(paper, each_person_counts_once) {
    scene_begin(&scene, PROCESS_SAY_MOST_BELOW, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(scene_write(&scene, author(1), 9, 1, "närhet"), REASON_ABSENT);
    cr_assert_eq(enter(0, 0, 1, "trygghet", false), REASON_ABSENT);
    cr_assert_eq(enter(1, 0, 1, "samverkan", false), REASON_ABSENT);
    cr_assert_eq(enter(2, 1, 1, "enkelhet", false), REASON_ABSENT);
    cr_expect_eq(see_round().answered, 3);
    cr_expect_eq(see_round().entered, 2);
    cr_expect_eq(see_round().share, SHARE_SOME, "of those who have joined");
    cr_expect(actor_equal(find(0)->author, find(1)->author));
    cr_expect_not(actor_equal(find(0)->author, find(2)->author));
    cr_expect_not(find(0)->consent);
    cr_assert_eq(enter(2, 1, 2, "enkelhet", true), REASON_ABSENT);
    cr_expect_eq(see_round().entered, 1);
    cr_expect_eq(enter(2, 1, 2, "enkelhet", false), REASON_STALE);
    cr_assert_eq(enter(2, 1, 3, "enkelt", false), REASON_ABSENT);
    cr_expect_eq(see_round().answered, 3);
    cr_expect(str_equal(find(2)->text, STR("enkelt")));
}

Test(paper, is_entered_after_the_closing_too_and_is_never_late) {
    scene_begin(&scene, 3, VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    close_round();
    cr_assert_eq(enter(0, 0, 1, "trygghet", false), REASON_ABSENT);
    cr_expect_not(find(0)->late);
    cr_expect(note_is_visible_to_all(find(0)));
    scene_put_round(&scene, notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    struct event_note_enter body = {.id = make_id(NOTE + 5),
                                    .round = make_id(ROUND + 1),
                                    .person = make_id(PAPER),
                                    .rev = 1,
                                    .text = STR("för tidigt")};
    cr_expect_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = body), REASON_NOT_OPEN);
}

Test(paper, is_for_hosts_and_nobody_is_entered_for_who_writes_themself) {
    scene_begin(&scene, 3, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    struct event_note_enter body = {.id = make_id(NOTE + 5),
                                    .round = make_id(ROUND),
                                    .person = author(1).id,
                                    .rev = 1,
                                    .text = STR("trygghet")};
    cr_expect_eq(BY(&scene, author(2), EVENT_NOTE_ENTER, .note_enter = body), REASON_DENIED);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "närhet"), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = body), REASON_ID_TAKEN);
    cr_assert_eq(enter(1, 0, 1, "samverkan", false), REASON_ABSENT);
    cr_expect_eq(enter(1, 1, 2, "samverkan", false), REASON_ID_TAKEN, "another person's");
    cr_expect_eq(enter(0, 0, 2, "samverkan", false), REASON_ID_TAKEN, "a participant's");
    cr_expect_eq(scene_write(&scene, author(2), 1, 2, "samverkan"), REASON_ID_TAKEN);
}

Test(paper, has_the_caps_of_other_notes) {
    static struct notes_settings settings = {.cap = 2};
    scene_begin(&scene, 3, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    struct event_round_put put = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    put.notes = &settings;
    scene_put_round(&scene, put);
    cr_assert_eq(enter(0, 0, 1, "ett", false), REASON_ABSENT);
    cr_assert_eq(enter(1, 0, 1, "två", false), REASON_ABSENT);
    cr_expect_eq(enter(2, 0, 1, "tre", false), REASON_OVER_NOTE_CAP);
    cr_assert_eq(enter(3, 1, 1, "ett", false), REASON_ABSENT);
    cr_assert_eq(enter(1, 0, 2, "två", true), REASON_ABSENT);
    cr_assert_eq(enter(2, 0, 1, "tre", false), REASON_ABSENT);
    cr_expect_eq(enter(1, 0, 3, "två", false), REASON_OVER_NOTE_CAP);
    cr_expect_eq(enter(4, 2, 1, " ", false), REASON_EMPTY);
    struct event event = {
        .actor = account(), .kind = EVENT_NOTE_ENTER, .size = PROCESS_BYTES_PER_SESSION + 1};
    event.body.note_enter = (struct event_note_enter){.id = make_id(NOTE + 5),
                                                      .round = make_id(ROUND),
                                                      .person = make_id(PAPER + 3),
                                                      .rev = 1,
                                                      .text = STR("för stor")};
    cr_expect_eq(scene_apply(&scene, event), REASON_TOO_MANY_BYTES);
}

Test(paper, there_are_no_more_people_than_may_join) {
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    for (unsigned i = 0; i < PROCESS_PARTICIPANTS; i++) {
        struct event_note_enter body = {.id = make_id(20000 + i),
                                        .round = make_id(ROUND),
                                        .person = make_id(30000 + i),
                                        .rev = 1,
                                        .text = STR("ett")};
        cr_assert_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = body), REASON_ABSENT);
    }
    cr_expect_eq(enter(0, 0, 1, "ett", false), REASON_FULL);
}

Test(paper, is_marked_where_the_round_shows_who_answers) {
    scene_begin(&scene, 3, VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(enter(0, 0, 1, "trygghet", false), REASON_ABSENT);
    cr_expect(tells_entered(hosts()));
    cr_expect_not(tells_entered(participants(0, 0)), "few are without a device");
    cr_expect_not(tells_entered(display(0)));
    scene_close(&scene);
    scene_begin(&scene, 3, VISIBILITY_ALL, AUTHORSHIP_NAMED);
    cr_assert_eq(enter(0, 0, 1, "trygghet", false), REASON_ABSENT);
    cr_expect(tells_entered(participants(0, 0)));
    cr_expect(tells_entered(display(0)));
}

Test(paper, texts_that_nothing_shows_are_due_and_may_be_entered_again) {
    int64_t due[8], expected[3];
    scene_begin(&scene, 3, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(enter(0, 0, 1, "tryghet", false), REASON_ABSENT);
    expected[0] = process_head(scene.process);
    cr_assert_eq(enter(0, 0, 2, "trygghet", false), REASON_ABSENT);
    cr_assert_eq(enter(0, 0, 2, "för sent", false), REASON_STALE);
    expected[1] = process_head(scene.process);
    close_round();
    cr_assert_eq(enter(0, 0, 3, "trygghet", true), REASON_ABSENT);
    expected[2] = process_head(scene.process);
    cr_assert_eq(process_due_redactions(scene.process, due, 8), 4, "and the one between");
    cr_expect_eq(due[0], expected[0]);
    cr_expect_eq(due[2], expected[1]);
    cr_expect_eq(due[3], expected[2]);
    cr_assert_eq(BY(&scene, server(), EVENT_REDACT, .redact = {.seqs = due, .seqs_count = 4}), REASON_ABSENT);
    cr_expect(find(0)->redacted);
    cr_expect_eq(enter(0, 0, 4, "trygghet", false), REASON_ABSENT, "the removal is undone");
    cr_expect_not(find(0)->redacted);
    cr_expect(note_is_on_record(find(0)));
    cr_expect_eq(process_due_redactions(scene.process, due, 8), 0);
}

Test(paper, where_organisations_answer_nobody_is_entered) {
    scene_begin(&scene, 1, VISIBILITY_ALL, AUTHORSHIP_ORGANISATION);
    cr_expect_eq(enter(0, 0, 1, "Närhet", false), REASON_UNKNOWN_ORGANISATION);
}
