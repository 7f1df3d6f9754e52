#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "meeting.h"
#include "support_sheets.h"

static struct process *process;
static struct buffer bytes;
static struct sheets *sheets;

static void set_up(void) {
    process = meeting_create();
    buffer_init(&bytes);
}

static void tear_down(void) {
    if (sheets) {
        sheets_close(sheets);
    }
    buffer_finish(&bytes);
    process_destroy(process);
}

TestSuite(wide, .init = set_up, .fini = tear_down);

static void open_book(enum record_view view) {
    struct transcript_options options = {.view = view, .format = STR("xlsx")};
    if (sheets) {
        sheets_close(sheets);
    }
    buffer_clear(&bytes);
    cr_assert_eq(meeting_write(process, options, &bytes), STATUS_OK);
    sheets = sheets_open(&bytes);
}

static void expect_headings(const char *expected) {
    char headings[400] = "";
    const char *found;
    for (size_t i = 0; *(found = sheets_cell(sheets, "wide", 0, i)); i++) {
        size_t size = strlen(headings);
        snprintf(headings + size, sizeof headings - size, "%s%s", i > 0 ? " " : "", found + 1);
    }
    cr_expect_str_eq(headings, expected);
}

static const char *cell(size_t row, const char *heading) {
    return sheets_cell(sheets, "wide", row, sheets_column(sheets, "wide", heading));
}

/* The row of a scope and, under a heading, of a label; 0. */
static size_t find(int round, const char *heading, const char *label) {
    char scope[ID_TEXT_LENGTH + 2] = "'", name[100];
    id_format(id_of(OF_ROUND, round), scope + 1);
    snprintf(name, sizeof name, "'%s", label);
    for (size_t row = 1; row < sheets_rows(sheets, "wide"); row++) {
        if (strcmp(cell(row, "scope"), scope) == 0 && strcmp(cell(row, heading), name) == 0) {
            return row;
        }
    }
    return 0;
}

Test(wide, research_has_a_row_a_label_and_a_column_a_question) {
    open_book(RECORD_VIEW_RESEARCH);
    expect_headings("scope author role organisation_type q1 q2 q3 q4 q5_1 q5_2 q5_3 q7");
    json_t *notes = meeting_rows(process, RECORD_VIEW_RESEARCH, (struct id){{0}}, "notes");
    json_t *first = meeting_row(notes, "text", "Trygghet för alla");
    size_t row = find(OPEN_ROUND, "author", meeting_text(first, "author"));
    cr_assert_gt(row, 0);
    cr_expect_str_eq(cell(row, "q1"), "'Trygghet för alla\ntrygghet", "both of one person");
    cr_expect_str_eq(cell(row, "role"), "'chef");
    cr_expect_str_eq(cell(row, "organisation_type"), "'kommun");
    cr_expect_str_eq(cell(row, "q2"), "", "of another scope");
    json_decref(notes);
}

/* Nothing more, nothing less: each line stands for a note of a person, with that label. */
Test(wide, says_what_the_notes_say) {
    open_book(RECORD_VIEW_RESEARCH);
    json_t *notes = meeting_rows(process, RECORD_VIEW_RESEARCH, (struct id){{0}}, "notes");
    size_t persons = 0, lines = 0;
    for (size_t i = 0; i < json_array_size(notes); i++) {
        json_t *note = json_array_get(notes, i);
        persons += json_integer_value(json_object_get(note, "group_size")) == 0;
    }
    for (size_t row = 1; row < sheets_rows(sheets, "wide"); row++) {
        static const char *const questions[] = {"q1", "q2", "q3", "q4", "q7"};
        for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
            const char *text = cell(row, questions[i]);
            lines += *text != '\0';
            for (; *text; text++) {
                lines += *text == '\n';
            }
        }
    }
    cr_expect_eq(lines, persons);
    json_decref(notes);
}

Test(wide, who_voted_gave_nothing_to_the_other_choices) {
    open_book(RECORD_VIEW_RESEARCH);
    for (int i = 1; i <= 2; i++) {
        size_t row = find(BALLOT, "author", i == 1 ? "A1" : "A2");
        cr_assert_gt(row, 0);
        cr_expect_str_eq(cell(row, "q5_1"), "2");
        cr_expect_str_eq(cell(row, "q5_2"), "0");
        cr_expect_str_eq(cell(row, "q5_3"), "0");
        cr_expect_str_eq(cell(row, "q1"), "");
    }
    cr_expect_eq(find(BALLOT, "author", "A3"), 0, "one did not consent, one took theirs back");
}

Test(wide, labels_stand_by_their_numbers) {
    for (int i = 0; i < 12; i++) {
        cr_assert_eq(meeting_note(process, 60 + i, EVENING_ROUND, meeting_author(60 + i), "x", true),
                     REASON_ABSENT);
    }
    open_book(RECORD_VIEW_RESEARCH);
    size_t first = find(EVENING_ROUND, "author", "A1");
    cr_expect_eq(find(EVENING_ROUND, "author", "A9"), first + 8);
    cr_expect_eq(find(EVENING_ROUND, "author", "A10"), first + 9);
    cr_expect_eq(find(EVENING_ROUND, "author", "A13"), first + 12);
}

Test(wide, says_what_each_column_asks) {
    open_book(RECORD_VIEW_RESEARCH);
    cr_expect_eq(sheets_rows(sheets, "wide_columns"), 9);
    cr_expect_str_eq(sheets_cell(sheets, "wide_columns", 1, 0), "'q1");
    cr_expect_str_eq(
        sheets_cell(sheets, "wide_columns", 1, sheets_column(sheets, "wide_columns", "question")),
        "'Vad vill ni uppnå?");
    cr_expect_str_eq(sheets_cell(sheets, "wide_columns", 6, 0), "'q5_2");
    cr_expect_str_eq(
        sheets_cell(sheets, "wide_columns", 6, sheets_column(sheets, "wide_columns", "part_text")),
        "'Närhet");
}

static void rename_person(int number, const char *name) {
    const struct event_participant_put put = {
        .rev = 3, .name = str_of(name), .organisation = id_of(OF_ORGANISATION, 1 + number % 2)};
    meeting_happen(process, (struct actor){ACTOR_PARTICIPANT, id_of(OF_PERSON, number)},
                   EVENT_PARTICIPANT_PUT, (union event_body){.participant_put = put});
}

/* Anonymous and linked rounds have no column, and what nobody signed no row. */
Test(wide, documentation_has_names_and_organisations_where_screens_have_them) {
    rename_person(2, "Deltagare 1");
    rename_person(3, NULL);
    open_book(RECORD_VIEW_DOCUMENTATION);
    expect_headings("scope name organisation q2 q4");
    cr_expect_eq(sheets_rows(sheets, "wide_columns"), 3);
    cr_expect_str_eq(cell(find(NAMED_ROUND, "name", "Deltagare 1"), "q2"), "'med namn\nmed namn",
                     "of two who have one name nobody can tell which is whose");
    cr_expect_eq(find(NAMED_ROUND, "name", "Deltagare 2"), 0);
    cr_expect_eq(find(NAMED_ROUND, "name", "Deltagare 3"), 0);
    cr_expect_eq(sheets_rows(sheets, "wide"), 1 + 6 + 1);
    size_t row = sheets_rows(sheets, "wide") - 1;
    cr_expect_str_eq(cell(row, "name"), "");
    cr_expect_str_eq(cell(row, "q4"), "'kommunens svar");
}

Test(wide, is_left_out_where_no_answer_says_whose_it_is) {
    const struct transcript_options options = {
        .view = RECORD_VIEW_DOCUMENTATION, .session = id_of(OF_SESSION, 2), .format = STR("xlsx")};
    cr_assert_eq(meeting_write(process, options, &bytes), STATUS_OK);
    sheets = sheets_open(&bytes);
    cr_expect_null(strstr(sheets_names(sheets).data, "wide"));
}
