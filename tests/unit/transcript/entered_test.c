/* What hosts enter for people without a device: in the documentation as on the screens, and in research
 * material not at all, since nobody asked these people about it. */
#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

static struct process *process;
static json_t *rows;
static const struct id all;

static void set_up(void) {
    process = meeting_create();
}

static void tear_down(void) {
    json_decref(rows);
    process_destroy(process);
}

TestSuite(entered, .init = set_up, .fini = tear_down);

static void read_rows(enum record_view view, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, all, table);
}

static json_int_t number(json_t *row, const char *member) {
    return json_integer_value(json_object_get(row, member));
}

static json_t *total(int round, const char *what) {
    char id[ID_TEXT_LENGTH + 1];
    id_format(id_of(OF_ROUND, round), id);
    for (size_t i = 0; i < json_array_size(rows); i++) {
        json_t *row = json_array_get(rows, i);
        if (strcmp(meeting_text(row, "round"), id) == 0 && strcmp(meeting_text(row, "what"), what) == 0) {
            return row;
        }
    }
    cr_assert_fail("no total of %s", what);
    return NULL;
}

static void enter(int note, int round, const char *text) {
    meeting_host(process, EVENT_NOTE_ENTER,
                 (union event_body){.note_enter = {.id = id_of(OF_NOTE, note),
                                                   .round = id_of(OF_ROUND, round),
                                                   .person = id_of(OF_PERSON, 900),
                                                   .rev = 1,
                                                   .text = str_of(text)}});
}

static void check_totals(int round, const char *what, json_int_t more) {
    read_rows(RECORD_VIEW_DOCUMENTATION, "totals");
    json_int_t shown = number(total(round, what), "total");
    cr_expect_eq(number(total(round, what), "included"), shown);
    read_rows(RECORD_VIEW_RESEARCH, "totals");
    cr_expect_eq(number(total(round, what), "total"), shown);
    cr_expect_eq(number(total(round, what), "included") + number(total(round, what), "withheld"), shown);
    cr_expect_geq(number(total(round, what), "withheld"), more);
}

Test(entered, notes_are_withheld_from_research) {
    enter(700, OPEN_ROUND, "På papper, utan namn");
    enter(701, NAMED_ROUND, "På papper, bland namn");
    read_rows(RECORD_VIEW_DOCUMENTATION, "notes");
    json_t *anonymous = meeting_row(rows, "text", "På papper, utan namn");
    json_t *named = meeting_row(rows, "text", "På papper, bland namn");
    cr_assert(anonymous && named);
    cr_expect(json_is_null(json_object_get(anonymous, "entered")), "few are without a device");
    cr_expect(json_is_true(json_object_get(named, "entered")));
    cr_expect_str_eq(meeting_text(named, "name"), "");
    read_rows(RECORD_VIEW_RESEARCH, "notes");
    cr_expect_null(meeting_row(rows, "text", "På papper, utan namn"));
    cr_expect_null(meeting_row(rows, "text", "På papper, bland namn"));
    check_totals(OPEN_ROUND, "notes", 1);
    check_totals(NAMED_ROUND, "notes", 1);
}

Test(entered, hands_are_in_the_tally_and_withheld_from_research) {
    struct choice_hands raised = {.votes = 6};
    raised.id = id_of(OF_CHOICE, 1);
    meeting_host(process, EVENT_HANDS_PUT,
                 (union event_body){.hands_put = {.round = id_of(OF_ROUND, BALLOT),
                                                  .people = 4,
                                                  .choices = &raised,
                                                  .choices_count = 1}});
    read_rows(RECORD_VIEW_DOCUMENTATION, "votes");
    json_t *row = meeting_row(rows, "text", "Trygghet");
    cr_expect_eq(number(row, "votes"), 11);
    cr_expect_eq(number(row, "hands"), 6);
    cr_expect_eq(number(row, "voters"), 3);
    read_rows(RECORD_VIEW_RESEARCH, "votes");
    for (size_t i = 0; i < json_array_size(rows); i++) {
        cr_expect_leq(number(json_array_get(rows, i), "votes"), 2);
    }
    check_totals(BALLOT, "votes", 6);
    check_totals(BALLOT, "voters", 4);
    read_rows(RECORD_VIEW_DOCUMENTATION, "totals");
    cr_expect_eq(number(total(BALLOT, "votes"), "total"), 13);
    cr_expect_eq(number(total(BALLOT, "voters"), "total"), 7);
}
