#include "transcript/transcript.h"

#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

static struct process *process;
static struct buffer text;

static void set_up(void) {
    process = meeting_create();
    buffer_init(&text);
}

static void tear_down(void) {
    buffer_finish(&text);
    process_destroy(process);
}

TestSuite(transcript, .init = set_up, .fini = tear_down);

Test(transcript, formats_say_what_they_are) {
    const char *media_type, *ending;
    cr_assert(transcript_format(STR("jsonl"), &media_type, &ending));
    cr_expect_str_eq(media_type, "application/x-ndjson");
    cr_expect_str_eq(ending, "jsonl");
    cr_assert(transcript_format(STR("csv"), &media_type, &ending));
    cr_expect_str_eq(media_type, "application/zip");
    cr_expect_str_eq(ending, "zip");
    cr_assert(transcript_format(STR("sqlite"), &media_type, &ending));
    cr_expect_str_eq(media_type, "application/vnd.sqlite3");
    cr_expect_str_eq(ending, "sqlite");
    cr_expect_not(transcript_format(STR("pdf"), &media_type, &ending));
    cr_expect_null(media_type);
    cr_expect_null(ending);
    cr_expect_not(transcript_format((struct str){0}, &media_type, &ending));
}

Test(transcript, what_is_not_there_is_refused_before_anything_is_written) {
    static const struct id nowhere = {{1, 2, 3}};
    const struct transcript_options good = {.view = RECORD_VIEW_DOCUMENTATION, .format = STR("jsonl")};
    struct transcript_options options = good;
    options.format = STR("pdf");
    cr_expect_eq(meeting_write(process, options, &text), STATUS_INVALID);
    options = good;
    options.view = RECORD_VIEW_ABSENT;
    cr_expect_eq(meeting_write(process, options, &text), STATUS_INVALID);
    options = good;
    options.profile = STR("excel-sv");
    cr_expect_eq(meeting_write(process, options, &text), STATUS_INVALID, "a profile of another format");
    options.format = STR("csv");
    options.profile = STR("excel-tlh");
    cr_expect_eq(meeting_write(process, options, &text), STATUS_INVALID);
    options = good;
    options.session = nowhere;
    cr_expect_eq(meeting_write(process, options, &text), STATUS_NOT_FOUND);
    cr_expect_eq(text.size, 0);
}

Test(transcript, which_profiles_a_format_has) {
    cr_expect(transcript_has_profile(STR("csv"), STR("excel-sv")));
    cr_expect(transcript_has_profile(STR("csv"), STR("")));
    cr_expect(transcript_has_profile(STR("jsonl"), (struct str){0}));
    cr_expect_not(transcript_has_profile(STR("csv"), STR("excel-tlh")));
    cr_expect_not(transcript_has_profile(STR("jsonl"), STR("data")));
    cr_expect_not(transcript_has_profile(STR("pdf"), STR("")));
}

Test(transcript, json_lines_begin_with_a_header) {
    struct transcript_options options = {
        .view = RECORD_VIEW_RESEARCH, .session = id_of(OF_SESSION, 1), .format = STR("jsonl")};
    cr_assert_eq(meeting_write(process, options, &text), STATUS_OK);
    struct str rest = buffer_str(&text), line;
    cr_assert(str_split(&rest, '\n', &line));
    json_t *header = json_loadb(line.data, line.size, JSON_REJECT_DUPLICATES, NULL);
    cr_assert(header);
    cr_expect_str_eq(meeting_text(header, "format"), "samskap.transcript");
    cr_expect_eq(json_integer_value(json_object_get(header, "version")), 1);
    cr_expect_str_eq(meeting_text(header, "view"), "research");
    cr_expect_str_eq(meeting_text(header, "at"), "2021-02-12T09:00:00.000Z");
    cr_expect_str_eq(meeting_text(header, "title"), "Nära vård");
    cr_expect_str_eq(meeting_text(header, "zone"), "Europe/Stockholm");
    cr_expect_neq(strlen(meeting_text(header, "session")), 0);
    cr_expect_null(json_object_get(header, "table"));
    json_decref(header);
    cr_expect_eq(text.data[text.size - 1], '\n');
}

struct small_sink {
    struct sink sink;
    size_t room, largest;
    bool refused;
};

static bool take(struct sink *sink, const void *bytes, size_t size) {
    struct small_sink *small = (struct small_sink *)sink;
    (void)bytes;
    cr_expect_not(small->refused, "nothing is sent to a sink that has refused");
    small->largest = size > small->largest ? size : small->largest;
    if (size > small->room) {
        small->refused = true;
        return false;
    }
    small->room -= size;
    return true;
}

Test(transcript, a_sink_that_takes_no_more_ends_it) {
    static const char *const formats[] = {"jsonl", "csv", "xlsx", "sqlite", "qdpx"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        for (size_t room = 0; room < 4000; room += 1333) {
            struct small_sink sink = {.sink = {take}, .room = room};
            struct transcript_options options = {.view = RECORD_VIEW_DOCUMENTATION,
                                                 .format = str_of(formats[i])};
            cr_expect_eq(transcript_write(process, &options, &sink.sink), STATUS_IO, "%s in %zu", formats[i],
                         room);
        }
    }
}

/* Two hundred long notes more: what is sent at once stays what it was. */
Test(transcript, is_sent_in_pieces) {
    char long_text[901];
    memset(long_text, 'x', sizeof long_text - 1);
    long_text[900] = '\0';
    for (int i = 0; i < 200; i++) {
        cr_assert_eq(
            meeting_note(process, 55 + i, EVENING_ROUND, meeting_author(50 + i % 20), long_text, true),
            REASON_ABSENT);
    }
    struct small_sink sink = {.sink = {take}, .room = 1000000};
    struct transcript_options options = {.view = RECORD_VIEW_DOCUMENTATION, .format = STR("jsonl")};
    cr_expect_eq(transcript_write(process, &options, &sink.sink), STATUS_OK);
    cr_expect_gt(1000000 - sink.room, 200 * 900);
    cr_expect_lt(sink.largest, 40000);
}

Test(transcript, a_process_without_anything_has_a_record_too) {
    struct process *empty = process_create((struct map_seed){{1}});
    struct transcript_options options = {.view = RECORD_VIEW_RESEARCH, .format = STR("jsonl")};
    cr_expect_eq(meeting_write(empty, options, &text), STATUS_OK);
    options.format = STR("csv");
    cr_expect_eq(meeting_write(empty, options, &text), STATUS_OK);
    process_destroy(empty);
}
