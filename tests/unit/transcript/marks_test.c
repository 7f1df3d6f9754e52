#include <criterion/criterion.h>

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

TestSuite(marks, .init = set_up, .fini = tear_down);

static json_t *first_row(enum record_view view, struct id session, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, session, table);
    return json_array_get(rows, 0);
}

static int64_t began(void) {
    return process_session(process, id_of(OF_SESSION, 1))->run_at;
}

static void mark(int number, int64_t at, const char *title, bool removed) {
    struct id id = id_of(OF_MARK, number);
    const struct mark *old = process_mark(process, id);
    struct event event = {
        .seq = process_head(process) + 1,
        .command = id_of(OF_MARK, 100 + (int)process_head(process) % 100),
        .actor = {ACTOR_ACCOUNT, id_of(OF_PERSON, 99)},
        .at = at,
        .kind = EVENT_MARK_PUT,
        .body.mark_put = {.id = id,
                          .base = old ? old->changed : 0,
                          .session = id_of(OF_SESSION, 1),
                          .title = str_of(title),
                          .removed = removed},
    };
    cr_assert_eq(process_apply(process, &event), REASON_ABSENT);
}

Test(marks, offsets_count_from_the_sessions_beginning_where_nothing_is_marked) {
    cr_expect_str_eq(meeting_text(first_row(RECORD_VIEW_DOCUMENTATION, all, "sessions"), "began_offset"),
                     "00:00");
    cr_expect_eq(json_array_size(rows), 2);
    cr_expect(first_row(RECORD_VIEW_DOCUMENTATION, all, "marks") == NULL);
}

Test(marks, offsets_count_from_the_first_mark) {
    mark(1, began() + 65000, "Ljudinspelning startad", false);
    mark(2, began() + 65000 + 7505000, "Paus", false);
    json_t *session = first_row(RECORD_VIEW_RESEARCH, all, "sessions");
    cr_expect_str_eq(meeting_text(session, "began_offset"), "-01:05");
    cr_expect(json_is_null(json_object_get(session, "ended_offset")));
    json_t *row = first_row(RECORD_VIEW_RESEARCH, id_of(OF_SESSION, 1), "marks");
    cr_assert_eq(json_array_size(rows), 2);
    cr_expect_str_eq(meeting_text(row, "offset"), "00:00");
    cr_expect_str_eq(meeting_text(row, "title"), "Ljudinspelning startad");
    cr_expect_str_eq(meeting_text(json_array_get(rows, 1), "offset"), "125:05");
    cr_expect(first_row(RECORD_VIEW_RESEARCH, id_of(OF_SESSION, 2), "marks") == NULL);
}

Test(marks, a_mark_that_was_removed_is_in_no_record_and_nothing_counts_from_it) {
    mark(1, began() + 65000, "Ljudinspelning startad", false);
    mark(2, began() + 70000, "Nu", false);
    mark(1, began() + 80000, "Ljudinspelning startad", true);
    json_t *row = first_row(RECORD_VIEW_DOCUMENTATION, all, "marks");
    cr_assert_eq(json_array_size(rows), 1);
    cr_expect_str_eq(meeting_text(row, "title"), "Nu");
    cr_expect_str_eq(meeting_text(row, "offset"), "00:00");
}
