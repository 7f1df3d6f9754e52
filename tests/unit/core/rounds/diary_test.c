#include <criterion/criterion.h>

#include "../support.h"

static struct scene scene;

static struct event_round_put diary_round(enum authorship authorship) {
    struct event_round_put put = notes_round(1, VISIBILITY_OWN, authorship);
    put.form = ROUND_FORM_DIARY;
    return put;
}

static void begin(enum authorship authorship) {
    scene_begin(&scene, 6, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, diary_round(authorship));
    scene_open_round(&scene, 1);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(diary, .fini = close);

static struct event_diary_put entry(unsigned n, int64_t rev, const char *text) {
    return (struct event_diary_put){.id = make_id(DIARY + n),
                                    .round = make_id(ROUND + 1),
                                    .rev = rev,
                                    .about = DIARY_ABOUT_OBSERVATION,
                                    .day = STR("1970-02-12"),
                                    .text = str_of(text)};
}

static enum reason put(struct actor actor, struct event_diary_put body) {
    return BY(&scene, actor, EVENT_DIARY_PUT, .diary_put = body);
}

static enum reason answer(unsigned n, int64_t base, const char *text) {
    return BY(&scene, account(), EVENT_DIARY_ANSWER,
              .diary_answer = {.id = make_id(DIARY + n), .base = base, .text = str_of(text)});
}

static bool see(struct audience audience, unsigned n, struct arena *arena, struct entity_diary *diary) {
    struct entity entity;
    bool seen = find_entity(scene.process, audience, ENTITY_DIARY, make_id(DIARY + n), arena, &entity);
    *diary = seen ? entity.body.diary : (struct entity_diary){0};
    return seen;
}

static enum reason set(struct event_round_put body) {
    body.base = process_round(scene.process, body.id)->changed;
    return BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body);
}

Test(diary, an_entry_is_its_authors_and_the_hosts) {
    struct arena arena;
    struct entity_diary diary;
    begin(AUTHORSHIP_LINKED);
    arena_init(&arena);
    cr_assert_eq(put(person(1), entry(0, 1, "Vi väntade på varandra.")), REASON_ABSENT);
    cr_assert(see(hosts(), 0, &arena, &diary));
    cr_expect(str_equal(diary.text, STR("Vi väntade på varandra.")));
    cr_expect(str_equal(diary.day, STR("1970-02-12")));
    cr_expect(str_is_absent(diary.name));
    cr_expect(str_is_absent(diary.author));
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND + 1), true}), 0);
    cr_expect_not(see(participants(0, 0), 0, &arena, &diary), "never the room's");
    cr_expect_not(see(display(0), 0, &arena, &diary));
    struct event_diary_put again = entry(0, 2, "Vi väntade.");
    again.removed = true;
    cr_assert_eq(put(person(1), again), REASON_ABSENT);
    cr_expect_not(see(hosts(), 0, &arena, &diary));
    cr_assert_eq(put(person(1), entry(0, 3, "Vi väntade.")), REASON_ABSENT, "undone");
    cr_expect(see(hosts(), 0, &arena, &diary));
    arena_finish(&arena);
}

Test(diary, an_entry_is_its_authors_to_change) {
    begin(AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(put(author(1), entry(0, 1, "ett")), REASON_ABSENT);
    cr_expect_eq(put(author(2), entry(0, 2, "två")), REASON_ID_TAKEN);
    cr_expect_eq(put(author(1), entry(0, 1, "två")), REASON_STALE);
    cr_expect_eq(put(author(1), entry(0, 0, "två")), REASON_STALE);
    cr_expect_eq(put(person(1), entry(1, 1, "två")), REASON_DENIED);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "en lapp"), REASON_ABSENT);
    struct event_diary_put other = entry(0, 1, "ett");
    other.id = make_id(NOTE);
    cr_expect_eq(put(author(1), other), REASON_ID_TAKEN);
}

Test(diary, an_entry_says_something_of_some_day) {
    struct event_diary_put body;
    begin(AUTHORSHIP_ANONYMOUS);
    cr_expect_eq(put(author(1), entry(0, 1, " \n")), REASON_EMPTY);
    body = entry(0, 1, "");
    body.tags = STR("möte");
    cr_expect_eq(put(author(1), body), REASON_ABSENT, "tags are something");
    body = entry(1, 1, "ett");
    body.about = DIARY_ABOUT_ABSENT;
    cr_expect_eq(put(author(1), body), REASON_WRONG_FORM);
    static const char *const wrong[] = {"1970-02-30", "1968-12-30", "1975-01-06", "2026-02-12", "12-02-1970"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        body = entry(1, 1, "ett");
        body.day = str_of(wrong[i]);
        cr_expect_eq(put(author(1), body), REASON_BAD_TIME, "%s", wrong[i]);
    }
    body.day = STR("1968-12-31");
    cr_expect_eq(put(author(1), body), REASON_ABSENT, "a year before");
    body.day = STR("1975-01-05");
    body.rev = 2;
    cr_expect_eq(put(author(1), body), REASON_ABSENT, "five years after");
}

Test(diary, entries_come_while_it_is_open) {
    begin(AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND + 1), .deadline = 2000}),
                 0);
    struct event event = {.actor = author(1), .kind = EVENT_DIARY_PUT, .at = 2000};
    event.body.diary_put = entry(0, 1, "ett");
    cr_expect_not(process_complete(scene.process, make_id(PERSON), 2000, &event));
    cr_expect_eq(scene_apply(&scene, event), REASON_CLOSED);
    cr_expect(process_complete(scene.process, make_id(PERSON), 1999, &event));
    cr_expect_eq(event.at, 1000, "the opening of the round");
    cr_expect_eq(scene_apply(&scene, event), REASON_ABSENT);
    event.body.diary_put.round = make_id(ROUND);
    event.body.diary_put.rev = 2;
    cr_expect_eq(scene_apply(&scene, event), REASON_WRONG_FORM);
}

Test(diary, has_an_end) {
    begin(AUTHORSHIP_ANONYMOUS);
    for (unsigned i = 0; i < PROCESS_DIARY_ENTRIES; i++) {
        cr_assert_eq(put(author(1), entry(i, 1, "ett")), REASON_ABSENT);
    }
    cr_expect_eq(put(author(1), entry(PROCESS_DIARY_ENTRIES, 1, "ett")), REASON_TOO_MANY);
    cr_expect_eq(put(author(1), entry(0, 2, "två")), REASON_ABSENT);
    cr_expect_eq(put(author(2), entry(PROCESS_DIARY_ENTRIES, 1, "ett")), REASON_ABSENT);
}

Test(diary, its_promise_is_that_the_room_sees_no_entry) {
    begin(AUTHORSHIP_ANONYMOUS);
    struct event_round_put body = diary_round(AUTHORSHIP_ANONYMOUS);
    body.visibility = VISIBILITY_ALL;
    cr_expect_eq(set(body), REASON_WRONG_FORM);
    body = diary_round(AUTHORSHIP_ORGANISATION);
    cr_expect_eq(set(body), REASON_WRONG_FORM);
    static const struct notes_settings notes = {.cap = 1};
    body = diary_round(AUTHORSHIP_ANONYMOUS);
    body.notes = &notes;
    cr_expect_eq(set(body), REASON_WRONG_FORM);
    cr_expect_eq(set(diary_round(AUTHORSHIP_NAMED)), REASON_ABSENT);
}

Test(diary, a_named_one_has_names_for_hosts) {
    struct arena arena;
    struct entity_diary diary;
    begin(AUTHORSHIP_NAMED);
    arena_init(&arena);
    cr_assert_eq(put(person(1), entry(0, 1, "ett")), REASON_ABSENT);
    cr_assert_eq(
        BY(&scene, person(1), EVENT_PARTICIPANT_PUT, .participant_put = {.rev = 1, .name = STR("Kim")}), 0);
    cr_assert(see(hosts(), 0, &arena, &diary));
    cr_expect(str_equal(diary.name, STR("Kim")));
    arena_finish(&arena);
}

Test(diary, the_organiser_answers_the_author_alone) {
    struct arena arena;
    struct entity entity;
    struct entity_diary diary;
    begin(AUTHORSHIP_ANONYMOUS);
    arena_init(&arena);
    struct event event = {.actor = author(1), .kind = EVENT_DIARY_PUT, .command = make_id(COMMAND + 9000)};
    event.body.diary_put = entry(0, 1, "ett");
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    cr_expect_eq(answer(1, 0, "Tack"), REASON_UNKNOWN_DIARY);
    cr_assert_eq(answer(0, 0, "Tack"), REASON_ABSENT);
    int64_t seen = process_head(scene.process);
    cr_assert(process_entity_of(scene.process, &event, &arena, &entity));
    cr_expect(str_equal(entity.body.diary.answer, STR("Tack")));
    cr_expect_eq(entity.body.diary.rev, 1);
    cr_expect_eq(answer(0, seen - 1, "Tack för det"), REASON_STALE);
    cr_expect_eq(answer(0, seen + 50, "Tack för det"), REASON_STALE);
    cr_assert_eq(put(author(1), entry(0, 2, "två")), REASON_ABSENT);
    cr_assert_eq(answer(0, seen, "Tack för det"), REASON_ABSENT, "the author's change puts no answer aside");
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1), .grace = 0}), 0);
    cr_assert_eq(answer(0, process_head(scene.process), ""), REASON_ABSENT, "also when it has closed");
    cr_assert(see(hosts(), 0, &arena, &diary));
    cr_expect(str_is_empty(diary.answer));
    cr_expect_eq(BY(&scene, author(1), EVENT_DIARY_ANSWER,
                    .diary_answer = {.id = make_id(DIARY), .base = 0, .text = STR("Själv")}),
                 REASON_DENIED);
    arena_finish(&arena);
}

static void redact_due(size_t expected) {
    static int64_t kept[9][8]; /* the scene's events point at them */
    static size_t times;
    int64_t *due = kept[times++];
    cr_assert_eq(process_due_redactions(scene.process, due, 8), expected);
    if (expected == 0) {
        return;
    }
    cr_assert_eq(BY(&scene, server(), EVENT_REDACT, .redact = {.seqs = due, .seqs_count = expected}),
                 REASON_ABSENT);
    for (size_t i = 0; i < expected; i++) {
        scene.events[due[i] - 1] = without_texts(scene.events[due[i] - 1]);
    }
    cr_expect_eq(process_due_redactions(scene.process, kept[times], 8), 0);
    scene_check_refold(&scene);
}

Test(diary, texts_that_nothing_shows_are_due_at_once) {
    begin(AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(put(author(1), entry(0, 1, "först")), REASON_ABSENT);
    redact_due(0);
    cr_assert_eq(put(author(1), entry(0, 2, "sedan")), REASON_ABSENT);
    cr_assert_eq(put(author(1), entry(0, 2, "omkört")), REASON_STALE);
    cr_assert_eq(answer(0, 0, "Tack"), REASON_ABSENT);
    cr_assert_eq(answer(0, process_head(scene.process), "Tack ska du ha"), REASON_ABSENT);
    redact_due(3);
    struct event_diary_put removed = entry(1, 1, "ångrat");
    removed.tags = STR("namn");
    removed.removed = true;
    cr_assert_eq(put(author(2), removed), REASON_ABSENT);
    redact_due(1);
}

Test(diary, a_removal_whose_texts_are_emptied_is_undone_by_the_whole_again) {
    struct arena arena;
    struct entity_diary diary;
    begin(AUTHORSHIP_LINKED);
    arena_init(&arena);
    cr_assert_eq(put(person(1), entry(0, 1, "Vi väntade")), REASON_ABSENT);
    cr_assert_eq(answer(0, 0, "Tack"), REASON_ABSENT);
    struct event_diary_put removed = entry(0, 2, "Vi väntade");
    removed.removed = true;
    cr_assert_eq(put(person(1), removed), REASON_ABSENT);
    redact_due(2);
    cr_assert_not(see(hosts(), 0, &arena, &diary));
    removed.rev = 3;
    cr_assert_eq(put(person(1), removed), REASON_ABSENT, "removed again");
    redact_due(1);
    cr_assert_eq(put(person(1), entry(0, 4, "Vi väntade")), REASON_ABSENT);
    redact_due(0);
    cr_assert(see(hosts(), 0, &arena, &diary));
    cr_expect(str_equal(diary.text, STR("Vi väntade")));
    cr_expect(str_equal(diary.answer, STR("Tack")), "it comes back with the entry");
    cr_expect_not(diary.redacted);
    removed.rev = 5;
    cr_assert_eq(put(person(1), removed), REASON_ABSENT);
    redact_due(2);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1), .grace = 0}), 0);
    redact_due(1);
    arena_finish(&arena);
}

static struct id role_along(unsigned who) {
    struct event event = {
        .actor = author(who), .kind = EVENT_DIARY_PUT, .body = {.diary_put = entry(0, 1, "ett")}};
    cr_assert(process_complete(scene.process, make_id(PERSON + who), 5000, &event));
    return event.body.diary_put.role;
}

/* Whoever has come to a later meeting writes too, and must not be the one of all who bears no role. */
Test(diary, what_goes_along_is_weighed_among_all_of_the_process) {
    begin(AUTHORSHIP_ANONYMOUS);
    for (unsigned i = 0; i < 6; i++) {
        struct event_participant_put put = {.rev = 1, .role = make_id(ROLE)};
        cr_assert_eq(BY(&scene, person(i), EVENT_PARTICIPANT_PUT, .participant_put = put), 0);
    }
    cr_expect(id_equal(role_along(0), make_id(ROLE)));
    scene_add_session(&scene, 1);
    scene_join(&scene, 6, 1);
    cr_expect(id_is_none(role_along(6)));
    cr_expect(id_is_none(role_along(0)), "or the one without would be known by that");
    for (unsigned i = 7; i < 11; i++) {
        scene_join(&scene, i, 1);
    }
    cr_expect(id_equal(role_along(0), make_id(ROLE)), "five bear none");
}

static struct entity_round seen_round(void) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_ROUND, make_id(ROUND + 1), &arena, &entity));
    arena_finish(&arena);
    return entity.body.round;
}

Test(diary, how_many_have_written_is_said_of_all_of_the_process) {
    begin(AUTHORSHIP_LINKED);
    for (unsigned i = 0; i < 6; i++) {
        cr_assert_eq(put(person(i), entry(i, 1, "ett")), REASON_ABSENT);
    }
    cr_expect_eq(seen_round().share, SHARE_ALL);
    scene_add_session(&scene, 1);
    for (unsigned i = 6; i < 18; i++) {
        scene_join(&scene, i, 1);
    }
    cr_expect_eq(seen_round().share, SHARE_HALF);
    cr_expect_eq(seen_round().answered, 6, "of eighteen, which are not few");
}
