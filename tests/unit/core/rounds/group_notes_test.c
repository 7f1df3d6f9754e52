/* Rounds of notes that go by a grouping; what is said to groups, and how their walls are shown. */
#include <criterion/criterion.h>

#include "../support.h"

static struct scene scene;

static const struct put_group groups[] = {
    {{{0xa0, [14] = GROUP >> 8, [15] = GROUP & 255}}, {"Grupp 1", 7}, {NULL, 0}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 1}}, {"Grupp 2", 7}, {NULL, 0}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 2}}, {"Grupp 3", 7}, {NULL, 0}},
};

static struct event_grouping_put grouping_of(unsigned session) {
    return (struct event_grouping_put){.id = make_id(GROUPING + session),
                                       .session = make_id(SESSION + session),
                                       .title = STR("Smågrupper"),
                                       .groups = groups,
                                       .groups_count = session == 0 ? 3 : 0};
}

static struct event_round_put group_round(unsigned n) {
    struct event_round_put put = notes_round(n, VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
    put.grouping = make_id(GROUPING);
    return put;
}

static void setup(void) {
    scene_begin(&scene, 3, VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = grouping_of(0)), REASON_ABSENT);
    scene_put_round(&scene, group_round(0));
}

static void teardown(void) {
    scene_check_refold(&scene);
    scene_close(&scene);
}

TestSuite(group_notes, .init = setup, .fini = teardown);

static enum reason put_round(struct event_round_put put) {
    const struct round *round = process_round(scene.process, put.id);
    put.base = round ? round->changed : 0;
    return BY(&scene, account(), EVENT_ROUND_PUT, .round_put = put);
}

static void place(unsigned n, unsigned group) {
    struct event_group_place place = {
        .grouping = make_id(GROUPING),
        .participant = make_id(PERSON + n),
        .group = groups[group].id,
        .base = count_entities(scene.process, hosts(), ENTITY_PLACING) > n ? process_head(scene.process) : 0};
    cr_assert_eq(BY(&scene, account(), EVENT_GROUP_PLACE, .group_place = place), REASON_ABSENT);
}

/* As the server sends it on. */
static enum reason write_note(unsigned n, unsigned note, int64_t rev) {
    struct event event = {.actor = author(n), .kind = EVENT_NOTE_PUT};
    event.body.note_put = (struct event_note_put){
        .id = make_id(NOTE + note), .round = make_id(ROUND), .rev = rev, .text = STR("vi")};
    (void)process_complete(scene.process, make_id(PERSON + n), scene.at, &event);
    return scene_apply(&scene, event);
}

static const struct note *find(unsigned n) {
    return process_note(scene.process, make_id(NOTE + n));
}

static size_t seen(struct audience audience) {
    return count_entities(scene.process, audience, ENTITY_NOTE);
}

Test(group_notes, groups_see_their_own_and_so_do_their_displays) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_expect_eq(write_note(0, 0, 1), REASON_NOT_A_GROUP, "who stands in none");
    place(0, 0);
    cr_assert_eq(write_note(0, 0, 1), REASON_ABSENT);
    cr_expect_eq(seen(with_group(participants(0, 0), GROUP)), 1);
    cr_expect_eq(seen(with_group(participants(0, TABLE), GROUP + 1)), 0);
    cr_expect_eq(seen(with_group(display(0), GROUP)), 1);
    cr_expect_eq(seen(with_group(display(0), GROUP + 1)), 0);
    cr_expect_eq(seen(display(0)), 0);
    cr_expect_eq(seen(with_group(display(1), GROUP)), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    cr_expect_eq(seen(with_group(participants(0, 0), GROUP + 1)), 1);
    cr_assert(find_entity(scene.process, display(0), ENTITY_NOTE, make_id(NOTE), &arena, &entity));
    cr_expect(id_equal(entity.body.note.group, groups[0].id), "all are told which group wrote");
    cr_expect(id_is_none(entity.body.note.table));
    arena_finish(&arena);
}

Test(group_notes, moving_somebody_moves_no_notes) {
    place(0, 0);
    cr_assert_eq(write_note(0, 0, 1), REASON_ABSENT);
    place(0, 1);
    cr_assert_eq(write_note(0, 0, 2), REASON_ABSENT);
    cr_expect(id_equal(find(0)->group, groups[0].id), "it stays where it was first put");
    cr_assert_eq(write_note(0, 1, 1), REASON_ABSENT);
    cr_expect(id_equal(find(1)->group, groups[1].id));
    struct event_grouping_put fewer = grouping_of(0);
    fewer.base = process_head(scene.process);
    fewer.groups = groups + 1;
    fewer.groups_count = 2;
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = fewer), REASON_HAS_ANSWERS,
                 "nobody stands in the first, but it has a note");
    fewer.groups = groups;
    fewer.groups_count = 2;
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = fewer), REASON_ABSENT);
}

/* The group may have been taken away, or the round changed, after the server filled it in. */
Test(group_notes, a_group_that_is_not_the_roundsis_none) {
    struct event_note_put put = {.id = make_id(NOTE),
                                 .round = make_id(ROUND),
                                 .rev = 1,
                                 .text = STR("vi"),
                                 .group = make_id(GROUP + 9)};
    cr_expect_eq(BY(&scene, author(0), EVENT_NOTE_PUT, .note_put = put), REASON_NOT_A_GROUP);
    put.round = make_id(ROUND + 1);
    put.group = groups[0].id;
    scene_put_round(&scene, notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    scene_open_round(&scene, 1);
    cr_assert_eq(BY(&scene, author(0), EVENT_NOTE_PUT, .note_put = put), REASON_ABSENT);
    cr_expect(id_is_none(find(0)->group), "a round without a grouping has none");
}

Test(group_notes, a_scribe_writes_for_the_group) {
    struct event event = {.actor = author(0), .kind = EVENT_NOTE_PUT};
    event.body.note_put = (struct event_note_put){
        .id = make_id(NOTE), .round = make_id(ROUND), .rev = 1, .text = STR("vi"), .group_size = 5};
    place(0, 2);
    (void)process_complete(scene.process, make_id(PERSON), scene.at, &event);
    cr_expect(id_is_none(event.body.note_put.table));
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    cr_expect(id_equal(note_group(find(0)), groups[2].id));
}

/* A label and a group together must not lead to few. */
Test(group_notes, role_goes_along_where_five_of_the_group_share_it) {
    struct event event = {.actor = author(0), .kind = EVENT_NOTE_PUT};
    event.body.note_put.round = make_id(ROUND);
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        struct event_participant_put said = {.rev = 1, .role = make_id(ROLE)};
        if (i > 2) {
            scene_join(&scene, i, 0);
        }
        cr_assert_eq(BY(&scene, person(i), EVENT_PARTICIPANT_PUT, .participant_put = said), REASON_ABSENT);
        place(i, i / 4);
    }
    (void)process_complete(scene.process, make_id(PERSON), scene.at, &event);
    cr_expect(id_is_none(event.body.note_put.role), "four here");
    place(4, 0);
    (void)process_complete(scene.process, make_id(PERSON), scene.at, &event);
    cr_expect(id_equal(event.body.note_put.role, make_id(ROLE)));
}

/* Else the only one of a role in the first group would be told by it, once they write on from the second. */
Test(group_notes, role_goes_along_by_the_group_that_a_note_is_of) {
    struct event event = {.actor = author(0), .kind = EVENT_NOTE_PUT};
    event.body.note_put.id = make_id(NOTE);
    event.body.note_put.round = make_id(ROUND);
    place(0, 0);
    cr_assert_eq(write_note(0, 0, 1), REASON_ABSENT);
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        struct event_participant_put said = {.rev = 1, .role = make_id(ROLE)};
        if (i > 2) {
            scene_join(&scene, i, 0);
        }
        cr_assert_eq(BY(&scene, person(i), EVENT_PARTICIPANT_PUT, .participant_put = said), REASON_ABSENT);
        place(i, 1);
    }
    (void)process_complete(scene.process, make_id(PERSON), scene.at, &event);
    cr_expect(id_is_none(event.body.note_put.role), "the five stand in another group");
    cr_expect(id_equal(event.body.note_put.group, groups[0].id));
    event.body.note_put.id = make_id(NOTE + 1);
    (void)process_complete(scene.process, make_id(PERSON), scene.at, &event);
    cr_expect(id_equal(event.body.note_put.role, make_id(ROLE)), "a new one is of the group they stand in");
    cr_expect(id_equal(event.body.note_put.group, groups[1].id));
}

Test(group_notes, a_paper_note_may_be_a_groups) {
    struct event_note_enter enter = {.id = make_id(NOTE),
                                     .round = make_id(ROUND),
                                     .person = make_id(PAPER),
                                     .rev = 1,
                                     .text = STR("på papper"),
                                     .group = make_id(GROUP + 9)};
    cr_expect_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = enter), REASON_UNKNOWN_GROUP);
    enter.group = groups[1].id;
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = enter), REASON_ABSENT);
    cr_expect_eq(seen(with_group(participants(0, 0), GROUP + 1)), 1);
    enter.id = make_id(NOTE + 1);
    enter.group = (struct id){{0}};
    cr_expect_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = enter), REASON_ABSENT);
    scene_put_round(&scene, notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    scene_open_round(&scene, 1);
    enter.id = make_id(NOTE + 2);
    enter.round = make_id(ROUND + 1);
    enter.group = groups[1].id;
    cr_expect_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = enter), REASON_WRONG_FORM);
}

Test(group_notes, which_rounds_go_by_a_grouping) {
    struct event_round_put put = group_round(2);
    put.visibility = VISIBILITY_OWN;
    cr_expect_eq(put_round(put), REASON_WRONG_FORM);
    put = ballot_round(2, RESULT_OPEN, 3, 0);
    put.visibility = VISIBILITY_GROUP;
    put.grouping = make_id(GROUPING);
    cr_expect_eq(put_round(put), REASON_WRONG_FORM);
    put = group_round(2);
    put.grouping = make_id(GROUPING + 7);
    cr_expect_eq(put_round(put), REASON_UNKNOWN_GROUPING);
    scene_add_session(&scene, 1);
    cr_assert_eq(BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = grouping_of(1)), REASON_ABSENT);
    put.grouping = make_id(GROUPING + 1);
    cr_expect_eq(put_round(put), REASON_UNKNOWN_GROUPING, "another session's");
    put.session = make_id(SESSION + 1);
    cr_expect_eq(put_round(put), REASON_ABSENT);
    struct event_grouping_put gone = grouping_of(1);
    gone.base = process_head(scene.process);
    gone.removed = true;
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = gone), REASON_WRONG_STATE);
    put.removed = true;
    cr_assert_eq(put_round(put), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = gone), REASON_ABSENT);
    put.removed = false;
    cr_expect_eq(put_round(put), REASON_UNKNOWN_GROUPING);
}

Test(group_notes, the_grouping_stays_once_somebody_has_written) {
    struct event_round_put put = group_round(0);
    put.grouping = (struct id){{0}};
    cr_assert_eq(put_round(put), REASON_ABSENT);
    cr_assert_eq(put_round(group_round(0)), REASON_ABSENT);
    place(0, 0);
    cr_assert_eq(write_note(0, 0, 1), REASON_ABSENT);
    cr_expect_eq(put_round(put), REASON_WRONG_STATE);
    put.visibility = VISIBILITY_OWN;
    cr_assert_eq(put_round(put), REASON_ABSENT, "it may be hidden from all");
    cr_expect_eq(seen(with_group(participants(0, 0), GROUP)), 0);
    cr_expect(id_equal(find(0)->group, groups[0].id));
    cr_expect_eq(put_round(group_round(0)), REASON_WRONG_STATE);
    struct event_grouping_put gone = grouping_of(0);
    gone.base = process_head(scene.process);
    gone.removed = true;
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = gone), REASON_HAS_ANSWERS);
}

/* ---- on the big screen ---- */

static enum reason show(struct event_session_stage stage) {
    stage.id = make_id(SESSION);
    return BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage);
}

Test(group_notes, walls_are_a_rounds_and_its_groups) {
    struct event_session_stage walls = {.screen = STAGE_SCREEN_WALLS};
    cr_expect_eq(show(walls), REASON_WRONG_FORM);
    walls.round = make_id(ROUND);
    cr_assert_eq(show(walls), REASON_ABSENT);
    walls.group = make_id(GROUP + 9);
    cr_expect_eq(show(walls), REASON_UNKNOWN_GROUP);
    walls.group = groups[1].id;
    cr_assert_eq(show(walls), REASON_ABSENT);
    cr_expect(id_equal(process_session(scene.process, make_id(SESSION))->stage.group, groups[1].id));
    scene_put_round(&scene, notes_round(1, VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS));
    walls.round = make_id(ROUND + 1);
    cr_expect_eq(show(walls), REASON_UNKNOWN_TABLE);
    walls.group = make_id(TABLE + 1);
    cr_expect_eq(show(walls), REASON_ABSENT, "tables have walls too");
    scene_put_round(&scene, ballot_round(2, RESULT_OPEN, 3, 0));
    walls.round = make_id(ROUND + 2);
    cr_expect_eq(show(walls), REASON_WRONG_FORM);
    walls = (struct event_session_stage){.screen = STAGE_SCREEN_ITEM, .group = groups[1].id};
    cr_expect_eq(show(walls), REASON_WRONG_FORM, "a group of no round");
}

Test(group_notes, the_last_line_that_was_said_holds) {
    const struct session *session = process_session(scene.process, make_id(SESSION));
    struct event_session_say say = {.id = make_id(SESSION), .text = STR("Tio minuter kvar"), .until = 9000};
    scene.at = 5000;
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_SAY, .session_say = say), REASON_ABSENT);
    cr_expect(str_equal(session->said.text, say.text));
    cr_expect_eq(session->said.at, 5000);
    cr_expect_eq(session->said.until, 9000);
    say = (struct event_session_say){.id = make_id(SESSION), .text = STR(""), .back = true};
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_SAY, .session_say = say), REASON_ABSENT);
    cr_expect(session->said.back);
    cr_expect_eq(session->said.at, 5000);
    say.back = false;
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_SAY, .session_say = say), REASON_ABSENT);
    cr_expect_eq(session->said.at, 0, "nothing any more");
    say.id = make_id(SESSION + 1);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_SAY, .session_say = say), REASON_UNKNOWN_SESSION);
    cr_expect_eq(BY(&scene, person(0), EVENT_SESSION_SAY, .session_say = say), REASON_DENIED);
}
