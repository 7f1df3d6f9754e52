/* Themes and the notes in them: the documentation has the screens' figures, research material those of the
 * consenting notes. And the line that a ballot's cut draws. */
#include <criterion/criterion.h>

#include "meeting.h"
#include "transcript/cut.h"

static struct process *process;
static json_t *rows;
static const struct id all;

enum { OF_BOARD = 40, OF_THEME };

static void sort(int note, int theme) {
    meeting_host(process, EVENT_NOTE_SORT,
                 (union event_body){.note_sort = {.board = id_of(OF_BOARD, 1),
                                                  .note = id_of(OF_NOTE, note),
                                                  .to = id_of(OF_THEME, theme)}});
}

static void put_theme(int n, const char *title, int64_t position, bool removed) {
    const struct theme *theme = process_theme(process, id_of(OF_THEME, n));
    struct event_theme_put put = {.id = id_of(OF_THEME, n),
                                  .base = theme ? theme->changed : 0,
                                  .board = id_of(OF_BOARD, 1),
                                  .title = str_of(title),
                                  .position = position,
                                  .removed = removed};
    meeting_host(process, EVENT_THEME_PUT, (union event_body){.theme_put = put});
}

static void put_board(bool removed) {
    struct id rounds[] = {id_of(OF_ROUND, OPEN_ROUND), id_of(OF_ROUND, EVENING_ROUND)};
    const struct board *board = process_board(process, id_of(OF_BOARD, 1));
    struct event_board_put put = {.id = id_of(OF_BOARD, 1),
                                  .base = board ? board->changed : 0,
                                  .title = STR("Väggen"),
                                  .rounds = rounds,
                                  .rounds_count = 2,
                                  .hands = BOARD_HANDS_HOSTS,
                                  .removed = removed};
    meeting_host(process, EVENT_BOARD_PUT, (union event_body){.board_put = put});
}

/* Notes 1, 3, 4, 8 and 51 have consent, 2 and 10 have not; of one person are 1 and 3. */
static void set_up(void) {
    static const int notes[] = {1, 2, 3, 4, 8, 10, 51};
    process = meeting_create();
    put_board(false);
    put_theme(1, "Trygghet", 2, false);
    put_theme(2, "Närhet", 1, false);
    put_theme(3, "Bortvalt", 0, false);
    for (size_t i = 0; i < sizeof notes / sizeof *notes; i++) {
        sort(notes[i], 1);
    }
    sort(2, 2);
    sort(2, 3);
    put_theme(3, "Bortvalt", 0, true);
}

static void tear_down(void) {
    json_decref(rows);
    process_destroy(process);
}

TestSuite(themes, .init = set_up, .fini = tear_down);

static size_t read_rows(enum record_view view, struct id session, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, session, table);
    return json_array_size(rows);
}

static json_int_t number(json_t *row, const char *member) {
    return json_integer_value(json_object_get(row, member));
}

Test(themes, stand_in_their_order_with_the_figures_of_the_screens) {
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "themes"), 2);
    json_t *few = json_array_get(rows, 0), *many = json_array_get(rows, 1);
    cr_expect_str_eq(meeting_text(few, "title"), "Närhet");
    cr_expect_eq(number(few, "number"), 1);
    cr_expect_eq(number(few, "notes"), 1);
    cr_expect(json_is_null(json_object_get(few, "persons")), "fewer than five");
    cr_expect_str_eq(meeting_text(many, "board_title"), "Väggen");
    cr_expect_eq(number(many, "notes"), 7);
    cr_expect_eq(number(many, "persons"), 6);
    cr_expect(json_is_true(json_object_get(many, "per_round")));
    cr_expect_eq(number(many, "votes"), 0);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 2), "themes"), 2,
                 "a board is of each of its sessions");
}

Test(themes, are_counted_anew_in_research_material) {
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, all, "themes"), 2);
    json_t *row = meeting_row(rows, "title", "Trygghet");
    cr_expect_eq(number(row, "notes"), 5);
    cr_expect(json_is_null(json_object_get(row, "persons")), "four of them");
    cr_expect_null(json_object_get(row, "votes"));
    cr_expect_eq(number(meeting_row(rows, "title", "Närhet"), "notes"), 0);
}

Test(themes, have_the_notes_of_the_record_and_no_others) {
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "sortings"), 8);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 2), "sortings"), 1);
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, all, "sortings"), 5);
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, id_of(OF_SESSION, 1), "sortings"), 4);
    cr_assert_gt(read_rows(RECORD_VIEW_RESEARCH, id_of(OF_SESSION, 1), "totals"), 0);
    json_t *total = meeting_row(rows, "in_table", "sortings");
    cr_assert(total);
    cr_expect_eq(number(total, "total"), 7);
    cr_expect_eq(number(total, "included"), 4);
    cr_expect_eq(number(total, "withheld"), 3);
}

Test(themes, of_a_removed_board_stand_nowhere) {
    put_board(true);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "themes"), 0);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "sortings"), 0);
    cr_expect_gt(read_rows(RECORD_VIEW_DOCUMENTATION, all, "totals"), 0);
    cr_expect_null(meeting_row(rows, "in_table", "sortings"));
}

Test(cut, takes_those_with_most_votes) {
    const int64_t votes[] = {5, 9, 0, 7, 1};
    static const enum cut_side sides[] = {CUT_OUT, CUT_CHOSEN, CUT_OUT, CUT_CHOSEN, CUT_OUT};
    for (size_t i = 0; i < 5; i++) {
        cr_expect_eq(cut_side_of(votes, 5, 2, i), sides[i], "%zu", i);
        cr_expect_eq(cut_side_of(votes, 5, 0, i), CUT_NONE);
        cr_expect_eq(cut_side_of(votes, 5, 100, i), votes[i] > 0 ? CUT_CHOSEN : CUT_OUT);
    }
}

Test(cut, shows_a_tie_on_the_line_as_a_tie) {
    const int64_t votes[] = {3, 5, 3, 3, 1};
    static const enum cut_side sides[] = {CUT_TIED, CUT_CHOSEN, CUT_TIED, CUT_TIED, CUT_OUT};
    for (size_t i = 0; i < 5; i++) {
        cr_expect_eq(cut_side_of(votes, 5, 2, i), sides[i], "%zu", i);
        cr_expect_eq(cut_side_of(votes, 5, 3, i), sides[i], "%zu", i);
        cr_expect_eq(cut_side_of(votes, 5, 4, i), i == 4 ? CUT_OUT : CUT_CHOSEN, "%zu", i);
    }
}
