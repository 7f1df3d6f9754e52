#include <criterion/criterion.h>
#include <string.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_add_session(&scene, 1);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(participants, .init = open, .fini = close);

static const struct participant *find(unsigned n) {
    return process_participant(scene.process, make_id(PERSON + n));
}

Test(participants, a_token_is_one_person_in_all_sessions) {
    scene_join(&scene, 0, 0);
    scene_join(&scene, 0, 1);
    scene_join(&scene, 0, 1);
    cr_expect_eq(find(0)->session_count, 2);
    cr_expect_eq(process_session(scene.process, make_id(SESSION + 1))->joined, 1);
    struct event_participant_join other = {
        .id = make_id(PERSON + 1), .session = make_id(SESSION), .token_hash = find(0)->token_hash};
    cr_expect_eq(BY(&scene, server(), EVENT_PARTICIPANT_JOIN, .participant_join = other), REASON_ID_TAKEN);
    other = (struct event_participant_join){
        .id = make_id(PERSON), .session = make_id(SESSION), .token_hash = STR("another token")};
    cr_expect_eq(BY(&scene, server(), EVENT_PARTICIPANT_JOIN, .participant_join = other), REASON_ID_TAKEN);
    cr_expect_eq(process_participant_by_token(scene.process, find(0)->token_hash), find(0));
}

Test(participants, who_they_are_must_be_offered) {
    scene_join(&scene, 0, 0);
    const struct id unknown = make_id(7777);
    cr_expect_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = {.rev = 1, .role = unknown}),
                 REASON_UNKNOWN_ROLE);
    cr_expect_eq(
        BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = {.rev = 1, .level = unknown}),
        REASON_UNKNOWN_LEVEL);
    cr_expect_eq(
        BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = {.rev = 1, .organisation = unknown}),
        REASON_UNKNOWN_ORGANISATION);
    cr_expect_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT,
                    .participant_put = {.rev = 1, .table = make_id(TABLE + 2)}),
                 REASON_UNKNOWN_TABLE, "of a session that was not joined");
    cr_expect_eq(BY(&scene, person(9), EVENT_PARTICIPANT_PUT, .participant_put = {.rev = 1}),
                 REASON_UNKNOWN_PARTICIPANT);
    cr_expect_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT,
                    .participant_put = {.rev = 1, .table = make_id(TABLE + 1)}),
                 REASON_ABSENT);
}

Test(participants, rev_grows_over_all_that_they_say_of_themselves) {
    scene_join(&scene, 0, 0);
    cr_expect_eq(
        BY(&scene, person(0), EVENT_PARTICIPANT_CONSENT, .participant_consent = {.rev = 2, .consent = true}),
        REASON_ABSENT);
    cr_expect_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = {.rev = 2}), REASON_STALE);
    cr_expect(find(0)->consent);
}

Test(participants, hosts_cannot_tell_that_somebody_answered_about_research) {
    struct buffer before, after;
    buffer_init(&before);
    buffer_init(&after);
    scene_join(&scene, 0, 0);
    struct str seen = dump(scene.process, hosts(), &before);
    struct str all = dump(scene.process, state(), &after);
    size_t size = all.size;
    int64_t last = process_last_change(scene.process, hosts());
    cr_assert_eq(
        BY(&scene, person(0), EVENT_PARTICIPANT_CONSENT, .participant_consent = {.rev = 1, .consent = true}),
        REASON_ABSENT);
    cr_expect(str_equal(dump(scene.process, hosts(), &after), seen));
    cr_expect_eq(process_last_change(scene.process, hosts()), last);
    cr_expect_eq(process_last_change(scene.process, state()), process_head(scene.process));
    cr_expect_gt(size, 0);
    buffer_finish(&before);
    buffer_finish(&after);
}

Test(participants, they_see_no_other) {
    scene_join(&scene, 0, 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_PARTICIPANT), 0);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_PARTICIPANT), 0);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_PARTICIPANT), 1);
}

Test(participants, there_is_a_cap) {
    for (unsigned i = 0; i < PROCESS_PARTICIPANTS; i++) {
        scene_join(&scene, i, 0);
    }
    struct event_participant_join more = {
        .id = make_id(1), .session = make_id(SESSION), .token_hash = STR("one more")};
    cr_expect_eq(BY(&scene, server(), EVENT_PARTICIPANT_JOIN, .participant_join = more), REASON_FULL);
    scene_join(&scene, 7, 1);
}

static void take_own(void *context, const struct entity *entity) {
    dump_entity(entity, context);
}

Test(participants, ones_own_comes_by_kind_and_id) {
    struct buffer buffer;
    struct arena arena;
    const struct actor actors[] = {author(1), person(0)};
    buffer_init(&buffer);
    arena_init(&arena);
    scene_join(&scene, 0, 0);
    scene_put_round(&scene, notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    scene_open_round(&scene, 0);
    cr_assert_eq(scene_write(&scene, author(1), 2, 1, "två"), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(1), 1, 1, "ett"), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(2), 3, 1, "annans"), REASON_ABSENT);
    cr_assert_eq(BY(&scene, author(1), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE + 1), 2, true}),
                 REASON_ABSENT);
    process_own(scene.process, actors, 2, &arena, take_own, &buffer);
    struct str rest = buffer_str(&buffer), line;
    cr_assert(str_split(&rest, '\n', &line));
    cr_expect_eq((line.data[0] - '0') * 10 + line.data[1] - '0', ENTITY_PARTICIPANT);
    cr_assert(str_split(&rest, '\n', &line));
    cr_expect_not_null(memmem(line.data, line.size, "'ett'", 5), "removed, but one's own");
    cr_assert(str_split(&rest, '\n', &line));
    cr_expect_not_null(memmem(line.data, line.size, "'två'", 6));
    cr_expect_eq(rest.size, 0);
    buffer_finish(&buffer);
    arena_finish(&arena);
}
