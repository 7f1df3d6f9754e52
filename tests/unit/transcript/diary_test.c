/* A diary in the records: by day with what was answered, or what its authors consent to without. */
#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

enum { DIARY = 60 };

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

TestSuite(diary_record, .init = set_up, .fini = tear_down);

static size_t read_rows(enum record_view view, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, all, table);
    return json_array_size(rows);
}

static struct actor person(int number) {
    return (struct actor){ACTOR_PARTICIPANT, id_of(OF_PERSON, number)};
}

static void keep_diary(enum authorship authorship) {
    struct event_round_put put = {.id = id_of(OF_ROUND, DIARY),
                                  .session = id_of(OF_SESSION, 1),
                                  .form = ROUND_FORM_DIARY,
                                  .question = STR("Vad la du märke till?"),
                                  .visibility = VISIBILITY_OWN,
                                  .authorship = authorship,
                                  .homework = true};
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = put});
    meeting_host(process, EVENT_ROUND_OPEN, (union event_body){.round_open = {.id = put.id}});
}

static void write(int entry, struct actor author, const char *day, const char *text, bool consent,
                  bool removed) {
    struct event_diary_put put = {.id = id_of(OF_NOTE, entry),
                                  .round = id_of(OF_ROUND, DIARY),
                                  .rev = removed ? 2 : 1,
                                  .about = DIARY_ABOUT_ACTION,
                                  .day = str_of(day),
                                  .text = str_of(text),
                                  .tags = entry == 101 ? STR("tid, möten") : (struct str){0},
                                  .consent = consent,
                                  .removed = removed};
    put.role = consent ? id_of(OF_ROLE, 1) : (struct id){{0}};
    meeting_happen(process, author, EVENT_DIARY_PUT, (union event_body){.diary_put = put});
}

static void write_all(struct actor first, struct actor second) {
    write(101, first, "2021-03-02", "Vi bytte plats", true, false);
    write(102, first, "2021-02-20", "Vi väntade", true, false);
    write(103, second, "2021-02-28", "Utan samtycke", false, false);
    write(104, second, "2021-02-21", "BORTTAGEN", true, false);
    write(104, second, "2021-02-21", "BORTTAGEN", true, true);
    meeting_host(process, EVENT_DIARY_ANSWER,
                 (union event_body){.diary_answer = {.id = id_of(OF_NOTE, 101), .text = STR("Tack")}});
}

static const char *of(size_t row, const char *member) {
    return meeting_text(json_array_get(rows, row), member);
}

static void check_totals(json_int_t included) {
    json_t *total = meeting_row(rows, "in_table", "diary");
    cr_assert(total);
    cr_expect_str_eq(meeting_text(total, "what"), "entries");
    cr_expect_eq(json_integer_value(json_object_get(total, "total")), 3);
    cr_expect_eq(json_integer_value(json_object_get(total, "included")), included);
    cr_expect_eq(json_integer_value(json_object_get(total, "withheld")), 3 - included);
}

Test(diary_record, documentation_has_what_stands_by_day_with_names_and_answers) {
    keep_diary(AUTHORSHIP_NAMED);
    write_all(person(1), person(2));
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, "diary"), 3);
    cr_expect_str_eq(of(0, "text"), "Vi väntade");
    cr_expect_str_eq(of(0, "day"), "2021-02-20");
    cr_expect_str_eq(of(0, "about"), "action");
    cr_expect(json_is_null(json_object_get(json_array_get(rows, 0), "answer")));
    cr_expect(json_is_null(json_object_get(json_array_get(rows, 0), "tags")));
    cr_expect_str_eq(of(1, "text"), "Utan samtycke");
    cr_expect_str_eq(of(1, "name"), "Deltagare 2");
    cr_expect_str_eq(of(2, "tags"), "tid, möten");
    cr_expect_str_eq(of(2, "answer"), "Tack");
    cr_expect_null(json_object_get(json_array_get(rows, 2), "author"));
    read_rows(RECORD_VIEW_DOCUMENTATION, "totals");
    check_totals(3);
}

Test(diary_record, research_has_those_who_consent_under_one_label_and_no_answers) {
    keep_diary(AUTHORSHIP_ANONYMOUS);
    write_all(meeting_author(1), meeting_author(2));
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, "diary"), 2);
    cr_expect_str_eq(of(0, "author"), "A1");
    cr_expect_str_eq(of(1, "author"), "A1");
    cr_expect_str_eq(of(0, "role"), "chef");
    cr_expect(meeting_row(rows, "text", "Vi bytte plats"));
    cr_expect_null(meeting_row(rows, "text", "Utan samtycke"));
    cr_expect_null(json_object_get(json_array_get(rows, 0), "answer"));
    cr_expect_null(json_object_get(json_array_get(rows, 0), "name"));
    read_rows(RECORD_VIEW_RESEARCH, "totals");
    check_totals(2);
}

Test(diary_record, a_linked_diary_says_no_name) {
    keep_diary(AUTHORSHIP_LINKED);
    write_all(person(1), person(2));
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, "diary"), 3);
    for (size_t i = 0; i < 3; i++) {
        cr_expect(json_is_null(json_object_get(json_array_get(rows, i), "name")));
    }
}
