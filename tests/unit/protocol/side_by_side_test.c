/* Who stands in which column, and what of it is told: notes made by hand, over a process that has roles. */
#include <criterion/criterion.h>

#include "protocol/comparison_view.h"
#include "protocol/side_by_side.h"

enum {
    MOST_NOTES = 100,
    MOST_ROWS = COMPARISON_SUBJECTS + 1,
    MANAGERS = 1,
    ELECTED,
    RESIDENTS,
    NO_ROLE,
    MORE
};

static struct arena arena;
static struct process *process;
static struct round rounds[2];
static struct note notes[MOST_NOTES];
static const struct note *list[MOST_NOTES];
static size_t note_count;
static uint32_t of_row[3][MOST_NOTES]; /* the last of nobody */
static size_t in_row[3];
static const struct str types[] = {
    [MANAGERS] = {"kommun", 6}, [ELECTED] = {"region", 6}, [RESIDENTS] = {"förening", 9}, [MORE + 6] = {0}};

static struct id role_of(uint8_t number) {
    return number == NO_ROLE ? (struct id){{0}} : (struct id){{9, number}};
}

static void set_up(void) {
    static const struct named roles[] = {
        {{{9, MANAGERS}}, {"Chef", 4}},     {{{9, ELECTED}}, {"Vald", 4}},
        {{{9, RESIDENTS}}, {"Egen", 4}},    {{{9, MORE}}, {"Lärare", 7}},
        {{{9, MORE + 1}}, {"Forskare", 8}}, {{{9, MORE + 2}}, {"Sköterska", 10}},
        {{{9, MORE + 3}}, {"Läkare", 7}},   {{{9, MORE + 4}}, {"Elev", 4}},
        {{{9, MORE + 5}}, {"Kurator", 7}},  {{{9, MORE + 6}}, {"Rektor", 6}}};
    static const struct profile profile = {.title = {"Dag", 3},
                                           .language = LANGUAGE_SV,
                                           .zone = {"Europe/Stockholm", 16},
                                           .roles = roles,
                                           .roles_count = sizeof roles / sizeof *roles};
    arena_init(&arena);
    process = process_create((struct map_seed){{1}});
    struct event event = {.seq = 1, .kind = EVENT_PROCESS_CREATE, .actor = {.kind = ACTOR_SERVER}, .at = 1};
    event.command.bytes[0] = 1;
    event.body.process_create = (struct event_process_create){.rules = RULES_NEWEST, .profile = &profile};
    cr_assert_eq(process_apply(process, &event), REASON_ABSENT);
    for (uint8_t i = 0; i < 2; i++) {
        rounds[i] = (struct round){.id = {{7, i}}, .session = {{8, i}}};
    }
    note_count = in_row[0] = in_row[1] = in_row[2] = 0;
}

static void tear_down(void) {
    process_destroy(process);
    arena_finish(&arena);
}

TestSuite(side_by_side, .init = set_up, .fini = tear_down);

/* A note of somebody, in a row and a round. */
static void write_note(uint8_t who, uint8_t role, size_t row, size_t round) {
    cr_assert_lt(note_count, MOST_NOTES);
    notes[note_count] = (struct note){.author = {ACTOR_AUTHOR, {{1, who}}},
                                      .role = role_of(role),
                                      .organisation_type = types[role],
                                      .round = &rounds[round],
                                      .text = {"Ord", 3}};
    list[note_count] = &notes[note_count];
    of_row[row][in_row[row]++] = (uint32_t)note_count++;
}

static void write_many(uint8_t first, uint8_t count, uint8_t role, size_t row) {
    for (uint8_t i = 0; i < count; i++) {
        write_note((uint8_t)(first + i), role, row, 0);
    }
}

static struct entity_comparison compare_by(enum comparison_by by, bool per_round) {
    const struct side rows[] = {
        {.word = {"ett", 3}, .label = {"Ett", 3}, .notes = of_row[0], .note_count = in_row[0]},
        {.word = {"tva", 3}, .label = {"Tva", 3}, .notes = of_row[1], .note_count = in_row[1]},
    };
    struct entity_comparison entity = {.by = by};
    struct side_by_side sides = {.process = process,
                                 .by = by,
                                 .per_round = per_round,
                                 .notes = list,
                                 .note_count = note_count,
                                 .rows = rows,
                                 .row_count = 2};
    side_by_side_fill(&sides, &arena, &entity);
    return entity;
}

static struct entity_comparison compare(bool per_round) {
    return compare_by(COMPARISON_BY_ROLE, per_round);
}

Test(side_by_side, tells_what_both_wrote_and_what_one_did) {
    write_many(0, 6, MANAGERS, 0);
    write_many(20, 7, ELECTED, 0);
    write_many(0, 5, MANAGERS, 1);
    struct entity_comparison table = compare(false);
    cr_assert_eq(table.columns_count, 2);
    cr_expect(id_equal(table.columns[0].id, role_of(MANAGERS)));
    cr_expect_eq(table.columns[0].persons, 6);
    cr_expect_eq(table.columns[1].persons, 7);
    cr_expect_eq(table.persons, 13);
    cr_assert_eq(table.rows_count, 2);
    cr_expect_eq(table.rows[0].cells[0], 6);
    cr_expect_eq(table.rows[0].cells[1], 7);
    cr_expect_eq(table.rows[1].cells[0], 5);
    cr_expect_eq(table.rows[1].cells[1], 0);
    cr_expect_eq(table.withheld + table.few + table.more, 0);
}

Test(side_by_side, counts_a_person_once) {
    write_many(0, 6, MANAGERS, 0);
    write_many(0, 6, MANAGERS, 0);
    write_many(20, 5, ELECTED, 0);
    cr_expect_eq(compare(false).rows[0].cells[0], 6);
}

Test(side_by_side, counts_by_round_where_persons_are_not_known_apart) {
    write_many(0, 6, MANAGERS, 0);
    write_note(0, MANAGERS, 0, 1);
    write_many(20, 5, ELECTED, 0);
    cr_expect_eq(compare(true).rows[0].cells[0], 7);
}

Test(side_by_side, withholds_few_and_what_would_tell_them) {
    write_many(0, 6, MANAGERS, 0);
    write_many(20, 7, ELECTED, 0);
    write_many(0, 4, MANAGERS, 1);
    write_many(20, 7, ELECTED, 1);
    struct entity_comparison table = compare(false);
    cr_assert_eq(table.rows_count, 1, "nothing of the second is told");
    cr_expect_eq(table.withheld, 1);
}

Test(side_by_side, has_no_column_of_few) {
    write_many(0, 6, MANAGERS, 0);
    write_many(20, 8, ELECTED, 0);
    write_many(40, 2, RESIDENTS, 0);
    struct entity_comparison table = compare(false);
    cr_assert_eq(table.columns_count, 2, "the smallest joins, or the others were two");
    cr_expect(id_equal(table.columns[0].id, role_of(ELECTED)));
    cr_expect(id_is_none(table.columns[1].id));
    cr_expect_eq(table.columns[1].persons, 8);
    cr_expect_eq(table.few, 2);
}

Test(side_by_side, has_none_where_all_are_few) {
    write_many(0, 4, MANAGERS, 0);
    struct entity_comparison table = compare(false);
    cr_expect_eq(table.columns_count, 0);
    cr_expect_eq(table.rows_count, 0);
    cr_expect_eq(table.withheld, 2);
}

/* Else a note without the label would have it by the other. */
Test(side_by_side, puts_who_bears_a_label_on_one_note_only_with_the_others) {
    write_many(0, 7, MANAGERS, 0);
    write_many(20, 5, NO_ROLE, 0);
    write_note(0, NO_ROLE, 1, 0);
    struct entity_comparison table = compare(false);
    cr_assert_eq(table.columns_count, 2);
    cr_expect_eq(table.columns[0].persons, 6);
    cr_expect_eq(table.columns[1].persons, 6);
}

/* Everybody sees which notes have one word and not the other. */
Test(side_by_side, tells_nothing_of_a_row_that_is_nearly_another) {
    write_many(0, 8, MANAGERS, 0);
    write_many(20, 9, ELECTED, 0);
    write_many(0, 7, MANAGERS, 1);
    write_many(20, 9, ELECTED, 1);
    write_many(40, 5, RESIDENTS, 2);
    struct entity_comparison table = compare(false);
    cr_assert_eq(table.rows_count, 1);
    cr_expect_str_eq(table.rows[0].label.data, "Ett");
    cr_expect_eq(table.rows[0].cells[0], 8);
    cr_expect_eq(table.withheld, 1);
}

Test(side_by_side, tells_both_rows_of_the_very_same) {
    write_many(0, 8, MANAGERS, 0);
    write_many(20, 9, ELECTED, 0);
    write_many(0, 8, MANAGERS, 1);
    write_many(20, 9, ELECTED, 1);
    cr_expect_eq(compare(false).rows_count, 2);
}

/* Who did not would be known by the columns. */
Test(side_by_side, tells_nothing_of_a_row_of_all_but_few) {
    write_many(0, 8, MANAGERS, 0);
    write_many(20, 9, ELECTED, 0);
    write_note(8, MANAGERS, 2, 0);
    cr_expect_eq(compare(false).rows_count, 0);
    write_many(9, 5, MANAGERS, 2);
    struct entity_comparison table = compare(false);
    cr_assert_eq(table.rows_count, 1, "six others are many");
    cr_expect_eq(table.rows[0].cells[0], 8);
}

/* Of two rows that everybody but one stands in one of, only one is told: else the columns give that one away.
 */
Test(side_by_side, tells_no_rows_that_all_but_few_add_up_to) {
    write_many(0, 8, MANAGERS, 0);
    write_many(20, 9, ELECTED, 0);
    write_many(10, 7, MANAGERS, 1);
    write_many(30, 8, ELECTED, 1);
    cr_expect_eq(compare(false).rows_count, 2, "of all there is nobody else");
    write_note(50, ELECTED, 2, 0);
    struct entity_comparison table = compare(false);
    cr_assert_eq(table.rows_count, 1);
    cr_expect_eq(table.rows[0].cells[1], 9);
    write_many(51, 4, ELECTED, 2);
    cr_expect_eq(compare(false).rows_count, 2, "nor are five few");
}

/* What notes bear is not what the profile says today. */
Test(side_by_side, has_the_kinds_that_notes_bear) {
    write_many(0, 6, MANAGERS, 0);
    write_many(20, 7, ELECTED, 0);
    write_many(40, 3, RESIDENTS, 0);
    struct entity_comparison table = compare_by(COMPARISON_BY_ORGANISATION_TYPE, false);
    cr_assert_eq(table.columns_count, 2);
    cr_expect(str_equal(table.columns[0].type, types[ELECTED]));
    cr_expect_eq(table.columns[0].persons, 7);
    cr_expect(str_is_empty(table.columns[1].type));
    cr_expect_eq(table.columns[1].persons, 9);
}

Test(side_by_side, has_nine_columns_at_most) {
    for (uint8_t i = 0; i < 10; i++) {
        uint8_t role = i < 3 ? (uint8_t)(MANAGERS + i) : (uint8_t)(MORE + i - 3);
        write_many((uint8_t)(10 * i), i < 9 ? 6 : 5, role, 0);
    }
    struct entity_comparison table = compare(false);
    cr_assert_eq(table.columns_count, COMPARISON_COLUMNS);
    cr_expect(id_is_none(table.columns[COMPARISON_COLUMNS - 1].id));
    cr_expect_eq(table.columns[COMPARISON_COLUMNS - 1].persons, 11, "the two smallest are the others");
    cr_expect_eq(table.few, 2);
}

/* As many rows of the very same people. */
static struct entity_comparison compare_rows(size_t count) {
    struct side rows[MOST_ROWS];
    for (size_t i = 0; i < count; i++) {
        rows[i] = (struct side){.label = {"Ett", 3}, .notes = of_row[0], .note_count = in_row[0]};
    }
    struct entity_comparison entity = {.by = COMPARISON_BY_ROLE};
    struct side_by_side sides = {.process = process,
                                 .by = COMPARISON_BY_ROLE,
                                 .notes = list,
                                 .note_count = note_count,
                                 .rows = rows,
                                 .row_count = count};
    side_by_side_fill(&sides, &arena, &entity);
    return entity;
}

Test(side_by_side, tells_sixty_rows_of_two_hundred_that_are_compared) {
    write_many(0, 6, MANAGERS, 0);
    write_many(20, 7, ELECTED, 0);
    struct entity_comparison table = compare_rows(COMPARISON_ROWS + 1);
    cr_expect_eq(table.rows_count, COMPARISON_ROWS);
    cr_expect_eq(table.more, 1);
    table = compare_rows(COMPARISON_SUBJECTS + 1);
    cr_expect_eq(table.rows_count, COMPARISON_ROWS);
    cr_expect_eq(table.more, COMPARISON_SUBJECTS - COMPARISON_ROWS);
    cr_expect_eq(table.withheld, 1);
    cr_expect_eq(compare_rows(0).rows_count, 0);
}
