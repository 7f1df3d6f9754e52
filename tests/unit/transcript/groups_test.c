/* Groups: how many stood in each, never who; and whose group's a note is. */
#include <criterion/criterion.h>

#include "meeting.h"

enum { OF_GROUPING = 50, OF_GROUP, GROUP_ROUND = 90, GROUP_NOTE = 90 };

static struct process *process;
static json_t *rows;
static const struct id all;

/* The twelve of the morning, in so many groups. */
static void divide(int grouping, size_t count) {
    struct put_group groups[3];
    for (size_t i = 0; i < count; i++) {
        groups[i] = (struct put_group){.id = id_of(OF_GROUP, grouping * 10 + (int)i), .name = STR("Rummet")};
    }
    meeting_host(process, EVENT_GROUPING_PUT,
                 (union event_body){.grouping_put = {.id = id_of(OF_GROUPING, grouping),
                                                     .session = id_of(OF_SESSION, 1),
                                                     .title = STR("Smågrupper"),
                                                     .groups = groups,
                                                     .groups_count = count}});
    meeting_host(process, EVENT_GROUPING_DEAL,
                 (union event_body){.grouping_deal = {.id = id_of(OF_GROUPING, grouping),
                                                      .base = process_head(process),
                                                      .method = DEAL_METHOD_BALANCED,
                                                      .seed = STR("1")}});
}

static void set_up(void) {
    process = meeting_create();
}

static void tear_down(void) {
    json_decref(rows);
    process_destroy(process);
}

TestSuite(groups, .init = set_up, .fini = tear_down);

static size_t read_rows(enum record_view view, struct id session, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, session, table);
    return json_array_size(rows);
}

static json_t *member(size_t row, const char *name) {
    return json_object_get(json_array_get(rows, row), name);
}

Test(groups, say_how_many_stood_in_them) {
    divide(1, 2);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "groups"), 3);
    cr_expect_str_eq(json_string_value(member(0, "method")), "balanced");
    cr_expect_str_eq(json_string_value(member(1, "name")), "Rummet");
    cr_expect_eq(json_integer_value(member(1, "number")), 2);
    cr_expect_eq(json_integer_value(member(0, "participants")), 6);
    cr_expect_eq(json_integer_value(member(1, "participants")), 6);
    cr_expect(json_is_null(member(2, "group")), "and those in none");
    cr_expect_eq(json_integer_value(member(2, "participants")), 0);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 2), "groups"), 0);
    cr_expect_eq(read_rows(RECORD_VIEW_RESEARCH, all, "groups"), 3);
}

Test(groups, withhold_small_ones_and_what_would_tell_them) {
    divide(1, 3);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "groups"), 4);
    for (size_t i = 0; i < 3; i++) {
        cr_expect(json_is_null(member(i, "participants")), "four");
        cr_expect(json_is_true(member(i, "withheld")));
    }
}

Test(groups, notes_say_whose_they_are) {
    divide(1, 2);
    struct event_round_put round = {.id = id_of(OF_ROUND, GROUP_ROUND),
                                    .session = id_of(OF_SESSION, 1),
                                    .form = ROUND_FORM_NOTES,
                                    .question = STR("Vad ser ni?"),
                                    .visibility = VISIBILITY_GROUP,
                                    .authorship = AUTHORSHIP_ANONYMOUS,
                                    .grouping = id_of(OF_GROUPING, 1)};
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = round});
    meeting_host(process, EVENT_ROUND_OPEN, (union event_body){.round_open = {.id = round.id}});
    struct event_note_put note = {.id = id_of(OF_NOTE, GROUP_NOTE),
                                  .round = round.id,
                                  .rev = 1,
                                  .text = STR("Vi ser det"),
                                  .group = id_of(OF_GROUP, 11)};
    meeting_happen(process, meeting_author(70), EVENT_NOTE_PUT, (union event_body){.note_put = note});
    cr_assert_gt(read_rows(RECORD_VIEW_DOCUMENTATION, all, "notes"), 1);
    json_t *row = meeting_row(rows, "text", "Vi ser det");
    cr_assert(row);
    cr_expect_str_eq(meeting_text(row, "group_name"), "Rummet");
    cr_expect_str_neq(meeting_text(row, "group"), "");
    cr_expect_str_eq(meeting_text(row, "group_table"), "");
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "group"), "");
    (void)read_rows(RECORD_VIEW_DOCUMENTATION, all, "rounds");
    cr_expect_str_neq(meeting_text(meeting_row(rows, "question", "Vad ser ni?"), "grouping"), "");
}
