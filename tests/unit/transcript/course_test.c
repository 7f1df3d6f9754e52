#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "meeting.h"
#include "transcript/promise.h"

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

TestSuite(course, .init = set_up, .fini = tear_down);

static size_t read_rows(enum record_view view, struct id session, const char *table) {
    json_decref(rows);
    rows = meeting_rows(process, view, session, table);
    return json_array_size(rows);
}

static const char *text(size_t row, const char *member) {
    return meeting_text(json_array_get(rows, row), member);
}

Test(course, screens_stand_with_from_when_until_when) {
    struct id morning = id_of(OF_SESSION, 1);
    size_t before = read_rows(RECORD_VIEW_DOCUMENTATION, morning, "stages");
    meeting_host(process, EVENT_SESSION_STAGE,
                 (union event_body){.session_stage = {.id = morning, .screen = STAGE_SCREEN_JOIN}});
    meeting_host(process, EVENT_SESSION_STAGE,
                 (union event_body){.session_stage = {.id = morning,
                                                      .screen = STAGE_SCREEN_ROUND,
                                                      .round = id_of(OF_ROUND, OPEN_ROUND)}});
    cr_assert_eq(read_rows(RECORD_VIEW_RESEARCH, morning, "stages"), before + 2);
    cr_expect_str_eq(text(before, "screen"), "join");
    cr_expect_str_eq(text(before, "until"), text(before + 1, "from"));
    cr_expect_str_neq(text(before, "offset"), "");
    cr_expect_str_eq(text(before + 1, "screen"), "round");
    cr_expect_str_neq(text(before + 1, "round"), "");
    cr_expect(json_is_null(json_object_get(json_array_get(rows, before + 1), "until")));
    cr_expect_null(json_object_get(json_array_get(rows, before), "picture"));
    cr_expect_eq(read_rows(RECORD_VIEW_RESEARCH, id_of(OF_SESSION, 2), "stages"), 0);
}

Test(course, actions_name_nobody) {
    size_t count = read_rows(RECORD_VIEW_DOCUMENTATION, all, "actions");
    cr_assert_gt(count, 4);
    cr_expect_str_eq(text(0, "action"), "begin");
    for (size_t i = 0; i < count; i++) {
        cr_expect_eq(json_object_size(json_array_get(rows, i)), 9, "a table and eight columns");
        cr_expect_str_neq(text(i, "at"), "");
    }
    cr_expect(meeting_row(rows, "action", "close"));
}

Test(course, wordings_stand_in_both_records) {
    size_t count = read_rows(RECORD_VIEW_RESEARCH, all, "wordings");
    cr_assert_gt(count, 4);
    cr_expect(meeting_row(rows, "question", "Vilka är viktigast?"));
    cr_expect_str_neq(meeting_text(meeting_row(rows, "question", "Vilka är viktigast?"), "choices"), "");
}

Test(course, rounds_say_their_promise) {
    read_rows(RECORD_VIEW_DOCUMENTATION, all, "rounds");
    cr_expect_str_eq(text(0, "promise"), "Alla ser svaren. Ingen ser vem som skrev.");
    cr_expect(json_is_null(json_object_get(json_array_get(rows, 0), "present_opened")));
}

Test(course, how_many_were_present_stands_where_it_is_known) {
    struct id id = id_of(OF_ROUND, EVENING_ROUND);
    meeting_host(process, EVENT_ROUND_CLOSE, (union event_body){.round_close = {.id = id, .present = 14}});
    read_rows(RECORD_VIEW_DOCUMENTATION, id_of(OF_SESSION, 2), "rounds");
    cr_expect_eq(json_integer_value(json_object_get(json_array_get(rows, 0), "present_closed")), 14);
}

/* The pages' texts, beside the folder of tests that this file is in. */
static struct buffer read_texts(void) {
    char path[1024];
    struct buffer page;
    size_t size;
    buffer_init(&page);
    snprintf(path, sizeof path, "%.*s/../../../web/src/shared/view/texts/shared.ts",
             (int)(strrchr(__FILE__, '/') - __FILE__), __FILE__);
    FILE *file = fopen(path, "rb");
    cr_assert(file, "%s", path);
    while ((size = fread(buffer_reserve(&page, 4096), 1, 4096, file)) > 0) {
        page.size += size;
    }
    fclose(file);
    buffer_append_byte(&page, '\0');
    return page;
}

Test(course, the_promise_is_the_pages_own_word_by_word) {
    struct buffer page = read_texts();
    for (const struct promise_sentence *sentence = promise_sentences; sentence->name; sentence++) {
        char line[512];
        snprintf(line, sizeof line, " %s: \"%s\",", sentence->name, sentence->swedish);
        cr_expect(strstr(page.data, line), "%s", line);
        snprintf(line, sizeof line, " %s: \"%s\",", sentence->name, sentence->english);
        cr_expect(strstr(page.data, line), "%s", line);
    }
    buffer_finish(&page);
}

Test(course, each_kind_of_round_has_its_promise) {
    struct arena arena;
    arena_init(&arena);
    struct round round = {.form = ROUND_FORM_NOTES,
                          .visibility = VISIBILITY_GROUP,
                          .authorship = AUTHORSHIP_ORGANISATION,
                          .counted_together = true};
    cr_expect(str_equal(
        promise_of(&round, LANGUAGE_EN, &arena),
        STR("Your group sees the answers now, everyone once they are shown, group by group. Your "
            "organisation stands "
            "beside the answer. The answers are counted together with the other questions that belong "
            "here.")));
    round = (struct round){
        .form = ROUND_FORM_SCALE, .authorship = AUTHORSHIP_LINKED, .scale.result = RESULT_OPEN};
    cr_expect(str_equal(promise_of(&round, LANGUAGE_SV, &arena),
                        STR("Alla ser resultatet medan ni svarar. Ingen här ser vad du svarade. I "
                            "forskningsmaterialet har du en pseudonym.")));
    round = (struct round){.form = ROUND_FORM_BALLOT, .authorship = AUTHORSHIP_NAMED};
    cr_expect(str_equal(promise_of(&round, LANGUAGE_SV, &arena),
                        STR("Resultatet visas när omröstningen avslutas. Alla kan se hur du röstade.")));
    round = (struct round){.form = ROUND_FORM_DIARY, .authorship = AUTHORSHIP_NAMED};
    cr_expect(str_equal(
        promise_of(&round, LANGUAGE_EN, &arena),
        STR("The facilitators read what you write, and it is in the documentation. Everyone else only "
            "sees the pattern over time, never the text. The facilitators see your name.")));
    arena_finish(&arena);
}
