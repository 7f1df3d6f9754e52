/* Rounds of notes that are shown table by table: which table wrote is told, and so who may be told with it.
 */
#include <criterion/criterion.h>

#include "../support.h"

static struct scene scene;

static void setup(void) {
    scene_begin(&scene, 2 * PROCESS_WITHHOLD_BELOW, VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
}

static void teardown(void) {
    scene_check_refold(&scene);
    scene_close(&scene);
}

TestSuite(table_notes, .init = setup, .fini = teardown);

/* At that table; 0: at none. All have the same role. */
static void sit(unsigned who, unsigned table) {
    const struct participant *sitting = process_participant(scene.process, make_id(PERSON + who));
    struct event_participant_put said = {.rev = sitting->rev + 1, .role = make_id(ROLE)};
    if (table > 0) {
        said.table = make_id(table);
    }
    cr_assert_eq(BY(&scene, person(who), EVENT_PARTICIPANT_PUT, .participant_put = said), REASON_ABSENT);
}

/* As the server sends it on. */
static struct event_note_put note_by(unsigned who, unsigned note, int64_t group_size) {
    struct event event = {.actor = author(who), .kind = EVENT_NOTE_PUT};
    const struct note *old = process_note(scene.process, make_id(NOTE + note));
    event.body.note_put = (struct event_note_put){.id = make_id(NOTE + note),
                                                  .round = make_id(ROUND),
                                                  .rev = old ? old->rev + 1 : 1,
                                                  .text = STR("vid bordet"),
                                                  .group_size = group_size};
    (void)process_complete(scene.process, make_id(PERSON + who), scene.at, &event);
    return event.body.note_put;
}

static void write_note(unsigned who, unsigned note) {
    cr_assert_eq(BY(&scene, author(who), EVENT_NOTE_PUT, .note_put = note_by(who, note, 0)), REASON_ABSENT);
}

static bool is_told_at(struct audience audience, unsigned note, unsigned table) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, audience, ENTITY_NOTE, make_id(NOTE + note), &arena, &entity));
    arena_finish(&arena);
    return id_equal(entity.body.note.table, make_id(table));
}

Test(table_notes, hosts_and_screens_are_told_which_table_wrote) {
    sit(0, TABLE);
    sit(1, TABLE + 1);
    write_note(0, 0);
    write_note(1, 1);
    cr_expect(is_told_at(hosts(), 0, TABLE));
    cr_expect(is_told_at(hosts(), 1, TABLE + 1));
    cr_expect(is_told_at(participants(0, TABLE), 0, TABLE));
    cr_expect_eq(count_entities(scene.process, participants(0, TABLE), ENTITY_NOTE), 1);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    cr_expect(is_told_at(display(0), 0, TABLE));
    cr_expect(is_told_at(participants(0, TABLE), 1, TABLE + 1));
}

Test(table_notes, a_note_stays_at_the_table_where_it_was_written) {
    sit(0, TABLE);
    write_note(0, 0);
    sit(0, TABLE + 1);
    write_note(0, 0);
    write_note(0, 1);
    cr_expect(is_told_at(hosts(), 0, TABLE));
    cr_expect(is_told_at(hosts(), 1, TABLE + 1));
}

/* A label and a table together must not lead to few. */
Test(table_notes, role_goes_along_where_five_of_the_table_share_it) {
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        sit(i, i == 0 ? TABLE + 1 : TABLE);
    }
    cr_expect(id_is_none(note_by(1, 0, 0).role), "four here");
    cr_expect(id_equal(note_by(1, 0, 0).table, make_id(TABLE)));
    sit(0, TABLE);
    cr_expect(id_equal(note_by(1, 0, 0).role, make_id(ROLE)));
}

/* Else the only one of a role at the first table would be told by it, once they write on at the second. */
Test(table_notes, role_goes_along_by_the_table_that_a_note_is_of) {
    sit(0, TABLE);
    write_note(0, 0);
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        sit(i, TABLE + 1);
    }
    cr_expect(id_is_none(note_by(0, 0, 0).role));
    cr_expect(id_equal(note_by(0, 1, 0).role, make_id(ROLE)));
}

/* That a note has no table says that its author sits at none. */
Test(table_notes, those_who_sit_at_no_table_are_weighed_by_themselves) {
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        sit(i, TABLE);
    }
    sit(PROCESS_WITHHOLD_BELOW, 0);
    cr_expect(id_is_none(note_by(PROCESS_WITHHOLD_BELOW, 0, 0).role), "the only one who said anything");
    cr_expect(id_is_none(note_by(PROCESS_WITHHOLD_BELOW, 0, 0).table));
}

/* A group's note tells its table in every round. */
Test(table_notes, so_it_is_with_what_a_table_wrote_in_a_round_that_goes_by_none) {
    struct event_round_put own = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    own.base = process_round(scene.process, own.id)->changed;
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = own), REASON_ABSENT);
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        sit(i, i == 0 ? TABLE + 1 : TABLE);
    }
    cr_expect(id_equal(note_by(1, 0, 0).role, make_id(ROLE)), "five, and it tells no table");
    cr_expect(id_is_none(note_by(1, 0, 0).table));
    cr_expect(id_is_none(note_by(1, 0, 4).role), "four at its table");
    cr_expect(id_equal(note_by(1, 0, 4).table, make_id(TABLE)));
}

Test(table_notes, a_paper_note_may_be_a_tables) {
    struct event_note_enter enter = {.id = make_id(NOTE),
                                     .round = make_id(ROUND),
                                     .person = make_id(PAPER),
                                     .rev = 1,
                                     .text = STR("på papper"),
                                     .group = make_id(TABLE + 9)};
    cr_expect_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = enter), REASON_UNKNOWN_TABLE);
    enter.group = make_id(TABLE);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = enter), REASON_ABSENT);
    cr_expect(is_told_at(participants(0, TABLE), 0, TABLE));
    enter.id = make_id(NOTE + 1);
    enter.group = (struct id){{0}};
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_ENTER, .note_enter = enter), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, participants(0, TABLE), ENTITY_NOTE), 1);
}
