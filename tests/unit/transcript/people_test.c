/* Seats, how long they were held, and next steps: in the documentation as all could see them, in research
 * material only what their persons consent to; never who holds a seat, nor what was not shared. */
#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

static struct process *process;
static json_t *rows;
static const struct id all;

enum { OF_SEAT = 30, OF_HOLDING, OF_STEP };

static void set_up(void) {
    process = meeting_create();
}

static void tear_down(void) {
    json_decref(rows);
    process_destroy(process);
}

TestSuite(people, .init = set_up, .fini = tear_down);

static size_t read_rows(enum record_view view, struct id session, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, session, table);
    return json_array_size(rows);
}

static json_int_t number(json_t *row, const char *member) {
    return json_integer_value(json_object_get(row, member));
}

static void put_seat(int n, const char *title, int64_t position, bool removed) {
    struct event_seat_put put = {.id = id_of(OF_SEAT, n),
                                 .base = process_seat(process, id_of(OF_SEAT, n)) ? process_head(process) : 0,
                                 .title = str_of(title),
                                 .role = id_of(OF_ROLE, 1),
                                 .organisation = id_of(OF_ORGANISATION, 1),
                                 .position = position,
                                 .removed = removed};
    meeting_host(process, EVENT_SEAT_PUT, (union event_body){.seat_put = put});
}

static void put_step(int person, int n, struct event_step_put put) {
    struct actor actor = {ACTOR_PARTICIPANT, id_of(OF_PERSON, person)};
    put.id = id_of(OF_STEP, n);
    put.rev = put.rev > 0 ? put.rev : 1;
    meeting_happen(process, actor, EVENT_STEP_PUT, (union event_body){.step_put = put});
}

static void consent(int person, bool said) {
    struct actor actor = {ACTOR_PARTICIPANT, id_of(OF_PERSON, person)};
    meeting_happen(process, actor, EVENT_PARTICIPANT_CONSENT,
                   (union event_body){.participant_consent = {.rev = 50, .consent = said}});
}

Test(people, seats_stand_in_their_order_and_are_of_the_documentation) {
    put_seat(1, "Enhetschef", 2, false);
    put_seat(2, "Undersköterska", 1, false);
    put_seat(3, "Gammal plats", 0, false);
    put_seat(3, "Gammal plats", 0, true);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "seats"), 2);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "title"), "Undersköterska");
    cr_expect_eq(number(json_array_get(rows, 1), "number"), 2);
    cr_expect_str_neq(meeting_text(json_array_get(rows, 1), "role"), "");
    cr_expect_str_neq(meeting_text(json_array_get(rows, 1), "organisation"), "");
    cr_expect_eq(read_rows(RECORD_VIEW_RESEARCH, all, "seats"), 0);
}

Test(people, no_record_says_who_holds_a_seat) {
    struct transcript_options options = {.view = RECORD_VIEW_DOCUMENTATION, .format = STR("jsonl")};
    struct buffer buffer;
    put_seat(1, "Enhetschef", 0, false);
    put_seat(2, "Borttagen plats", 0, false);
    for (int i = 0; i < 3; i++) {
        struct event_holding_put put = {.id = id_of(OF_HOLDING, i + 1),
                                        .seat = id_of(OF_SEAT, i == 2 ? 2 : 1),
                                        .name = STR("Robin Hemlig"),
                                        .from = 2000 - i * 500,
                                        .deputy = i == 0};
        meeting_host(process, EVENT_HOLDING_PUT, (union event_body){.holding_put = put});
    }
    put_seat(2, "Borttagen plats", 0, true);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "holdings"), 2);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "title"), "Enhetschef");
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "from"), "1970-01-01T00:00:01.500Z");
    cr_expect(json_is_null(json_object_get(json_array_get(rows, 0), "until")));
    cr_expect(json_is_true(json_object_get(json_array_get(rows, 1), "deputy")));
    cr_expect_eq(read_rows(RECORD_VIEW_RESEARCH, all, "holdings"), 0);
    buffer_init(&buffer);
    cr_assert_eq(meeting_write(process, options, &buffer), STATUS_OK);
    cr_expect_null(memmem(buffer.data, buffer.size, "Robin Hemlig", 12));
    buffer_finish(&buffer);
}

Test(people, steps_that_are_shared_stand_and_no_others) {
    struct id evening = id_of(OF_SESSION, 2);
    put_step(1, 1, (struct event_step_put){.text = STR("ringa grannen"), .shared = true, .done = true});
    put_step(1, 2, (struct event_step_put){.text = STR("min hemlighet")});
    put_step(2, 3, (struct event_step_put){.text = STR("skriva"), .shared = true, .session = evening});
    put_step(2, 4, (struct event_step_put){.text = STR("ångra"), .shared = true, .removed = true});
    consent(1, true);
    consent(2, false);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "steps"), 2);
    json_t *row = meeting_row(rows, "text", "ringa grannen");
    cr_assert(row);
    cr_expect(json_is_true(json_object_get(row, "done")));
    cr_expect(json_is_null(json_object_get(row, "session")));
    cr_expect(meeting_row(rows, "text", "skriva"));
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, evening, "steps"), 1);
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, all, "steps"), 1);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "text"), "ringa grannen");
    cr_expect_null(json_object_get(json_array_get(rows, 0), "name"));
    read_rows(RECORD_VIEW_RESEARCH, all, "totals");
    row = meeting_row(rows, "what", "steps");
    cr_expect_eq(number(row, "total"), 2);
    cr_expect_eq(number(row, "withheld"), 1);
}

Test(people, the_name_is_the_one_that_screens_show) {
    struct actor actor = {ACTOR_PARTICIPANT, id_of(OF_PERSON, 1)};
    put_step(1, 1, (struct event_step_put){.text = STR("ringa"), .shared = true});
    meeting_happen(process, actor, EVENT_PARTICIPANT_PUT,
                   (union event_body){.participant_put = {.rev = 60, .name = STR("Kim Nyman")}});
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "steps"), 1);
    cr_expect_str_eq(meeting_text(json_array_get(rows, 0), "name"), "Kim Nyman");
}

Test(people, to_a_session_that_was_removed_nothing_belongs) {
    struct id spare = id_of(OF_SESSION, 9);
    struct event_session_put put = {.id = spare, .title = STR("Av misstag")};
    meeting_host(process, EVENT_SESSION_PUT, (union event_body){.session_put = put});
    put_step(1, 1, (struct event_step_put){.text = STR("ringa"), .shared = true, .session = spare});
    struct event_item_put item = {
        .id = id_of(OF_ITEM, 9), .session = spare, .form = ITEM_FORM_TALK, .title = STR("Samtal")};
    meeting_host(process, EVENT_ITEM_PUT, (union event_body){.item_put = item});
    struct event_entry_put entry = {.id = id_of(OF_STEP, 9),
                                    .form = ENTRY_FORM_QUESTION,
                                    .state = ENTRY_STATE_OPEN,
                                    .text = STR("Vem?"),
                                    .session = spare};
    meeting_host(process, EVENT_ENTRY_PUT, (union event_body){.entry_put = entry});
    size_t items = read_rows(RECORD_VIEW_DOCUMENTATION, all, "items");
    size_t sessions = read_rows(RECORD_VIEW_DOCUMENTATION, all, "sessions");
    put.base = process_head(process);
    put.removed = true;
    meeting_host(process, EVENT_SESSION_PUT, (union event_body){.session_put = put});
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "items"), items - 1);
    cr_expect_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "sessions"), sessions - 1);
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "steps"), 1, "people's own stays");
    cr_expect(json_is_null(json_object_get(json_array_get(rows, 0), "session")));
    cr_assert_eq(read_rows(RECORD_VIEW_DOCUMENTATION, all, "entries"), 1);
    cr_expect(json_is_null(json_object_get(json_array_get(rows, 0), "session")));
}
