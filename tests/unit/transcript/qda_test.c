/* Projects for programs of qualitative analysis: what stands where, and that it stays there. Whether they are
 * valid is asked in tests/integration/qda.test.mjs. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "meeting.h"
#include "transcript/qda_project.h"

enum { OF_GROUPING = 50, OF_GROUP, GROUP_ROUND = 90, MORE_NOTES = 100 };

static struct process *process;
static struct record record;
static struct qda qda;
static struct buffer text;
static bool made;

static void set_up(void) {
    process = meeting_create();
    buffer_init(&text);
    made = false;
}

static void forget(void) {
    if (made) {
        qda_finish(&qda);
        record_finish(&record);
    }
    made = false;
}

static void tear_down(void) {
    forget();
    buffer_finish(&text);
    process_destroy(process);
}

TestSuite(qda, .init = set_up, .fini = tear_down);

static void make(enum record_view view, const char *profile) {
    forget();
    static struct transcript_options options;
    options = (struct transcript_options){.view = view, .profile = str_of(profile), .at = 1};
    record_init(&record, process, view, (struct id){{0}});
    qda_init(&qda, &record, &options, false);
    made = true;
}

static bool append(struct sink *sink, const void *bytes, size_t size) {
    (void)sink;
    buffer_append(&text, bytes, size);
    return true;
}

static void write_project(void) {
    struct sink sink = {append};
    buffer_clear(&text);
    cr_assert_eq(qda_write_project(&qda, &sink), STATUS_OK);
    buffer_append_byte(&text, '\0');
}

static const struct qda_source *source_of(const char *name) {
    for (size_t i = 0; i < qda.sources.count; i++) {
        if (str_equal(qda.sources.at[i].name, str_of(name))) {
            return &qda.sources.at[i];
        }
    }
    return NULL;
}

/* ---- reading a source, with the place of each entry ---- */

struct collector {
    struct qda_reader reader;
    struct buffer text;
    struct {
        struct id id;
        int64_t start, end;
    } entries[40];
    size_t count;
};

static void take_piece(struct qda_reader *reader, struct str piece) {
    buffer_append_str(&((struct collector *)(void *)reader)->text, piece);
}

static void take_entry(struct qda_reader *reader, const struct qda_entry *entry, int64_t start, int64_t end) {
    struct collector *collector = (struct collector *)(void *)reader;
    cr_assert_lt(collector->count, 40);
    collector->entries[collector->count].id = entry->id;
    collector->entries[collector->count].start = start;
    collector->entries[collector->count++].end = end;
}

static void read_source(const char *name, struct collector *collector) {
    const struct qda_source *source = source_of(name);
    cr_assert(source, "no source %s", name);
    *collector = (struct collector){.reader = {take_piece, take_entry}};
    buffer_init(&collector->text);
    qda_read_source(&qda, source, &collector->reader);
}

/* The bytes between two places in code points. */
static struct str between(struct str all, int64_t start, int64_t end) {
    struct str part = {0};
    int64_t place = -1;
    for (size_t i = 0; i <= all.size; i++) {
        place += i == all.size || (all.data[i] & 0xc0) != 0x80;
        if (place == start && !part.data) {
            part.data = all.data + i;
        }
        if (place == end) {
            part.size = (size_t)(all.data + i - part.data);
            break;
        }
    }
    return part;
}

static struct str text_of(const struct collector *collector, int note) {
    for (size_t i = 0; i < collector->count; i++) {
        if (id_equal(collector->entries[i].id, id_of(OF_NOTE, note))) {
            return between(buffer_str(&collector->text), collector->entries[i].start,
                           collector->entries[i].end);
        }
    }
    return (struct str){0};
}

/* ---- sources ---- */

Test(qda, a_source_for_each_round_that_opened_and_for_each_table) {
    make(RECORD_VIEW_DOCUMENTATION, NULL);
    cr_expect(source_of("1. Vad vill ni uppnå"));
    cr_expect(source_of("1. Vad vill ni uppnå, Bord 2"), "a group's note");
    cr_expect(source_of("2. Och på kvällen"));
    cr_expect_eq(qda.sources.count, 6, "ballots have no texts");
    struct collector collector;
    read_source("1. Vad vill ni uppnå, Bord 2", &collector);
    cr_expect(str_equal(buffer_str(&collector.text), STR("Vad vill ni uppnå?\n\nSamverkan\n")));
    cr_expect(str_equal(text_of(&collector, 10), STR("Samverkan")));
    buffer_finish(&collector.text);
}

Test(qda, what_xml_does_not_allow_is_gone_before_anything_is_counted) {
    static const char *const texts[] = {"\x01"
                                        "å\x0b\xef\xbf\xbf"
                                        "ä",
                                        "\xef\xbb\xbf😀\r\nö", "\x02", "rest"};
    for (int i = 0; i < 4; i++) {
        cr_assert_eq(
            meeting_note(process, MORE_NOTES + i, EVENING_ROUND, meeting_author(60 + i), texts[i], true),
            REASON_ABSENT);
    }
    make(RECORD_VIEW_DOCUMENTATION, NULL);
    struct collector collector;
    read_source("2. Och på kvällen", &collector);
    cr_expect(str_equal(text_of(&collector, MORE_NOTES), STR("åä")));
    cr_expect(str_equal(text_of(&collector, MORE_NOTES + 1), STR("\xef\xbb\xbf😀\nö")));
    cr_expect(str_is_absent(text_of(&collector, MORE_NOTES + 2)), "nothing is left to select");
    cr_expect(str_equal(text_of(&collector, MORE_NOTES + 3), STR("rest")));
    buffer_finish(&collector.text);
}

static void add_round(int number, struct str question, struct id grouping) {
    struct event_round_put put = {.id = id_of(OF_ROUND, number),
                                  .session = id_of(OF_SESSION, 2),
                                  .form = ROUND_FORM_NOTES,
                                  .question = question,
                                  .visibility = id_is_none(grouping) ? VISIBILITY_ALL : VISIBILITY_GROUP,
                                  .authorship = AUTHORSHIP_ANONYMOUS,
                                  .grouping = grouping};
    meeting_host(process, EVENT_ROUND_PUT, (union event_body){.round_put = put});
    meeting_host(process, EVENT_ROUND_OPEN, (union event_body){.round_open = {.id = put.id}});
}

Test(qda, no_text_begins_with_a_byte_order_mark) {
    add_round(GROUP_ROUND, STR("\x01\xef\xbb\xbf\xef\xbb\xbfVad?"), (struct id){{0}});
    make(RECORD_VIEW_RESEARCH, NULL);
    const struct qda_source *last = &qda.sources.at[qda.sources.count - 1];
    struct collector collector = {.reader = {take_piece, take_entry}};
    buffer_init(&collector.text);
    qda_read_source(&qda, last, &collector.reader);
    cr_expect(str_equal(buffer_str(&collector.text), STR("Vad?\n")), "nor is an empty round's text empty");
    buffer_finish(&collector.text);
}

Test(qda, groups_of_one_name_have_sources_of_their_own) {
    struct put_group groups[2];
    for (int i = 0; i < 2; i++) {
        groups[i] = (struct put_group){.id = id_of(OF_GROUP, i), .name = STR("Rum/1")};
    }
    meeting_host(process, EVENT_GROUPING_PUT,
                 (union event_body){.grouping_put = {.id = id_of(OF_GROUPING, 1),
                                                     .session = id_of(OF_SESSION, 2),
                                                     .title = STR("Smågrupper"),
                                                     .groups = groups,
                                                     .groups_count = 2}});
    add_round(GROUP_ROUND, STR("Vad ser ni?"), id_of(OF_GROUPING, 1));
    for (int i = 0; i < 2; i++) {
        struct event_note_put note = {.id = id_of(OF_NOTE, MORE_NOTES + i),
                                      .round = id_of(OF_ROUND, GROUP_ROUND),
                                      .rev = 1,
                                      .text = STR("Vi ser det"),
                                      .group = id_of(OF_GROUP, i)};
        meeting_happen(process, meeting_author(70 + i), EVENT_NOTE_PUT, (union event_body){.note_put = note});
    }
    make(RECORD_VIEW_DOCUMENTATION, NULL);
    const struct qda_source *first = source_of("2. Vad ser ni, Rum 1"), *second = first + 1;
    cr_assert(first);
    cr_expect_not(id_equal(first->guid, second->guid));
    cr_expect(str_starts_with(second->name, STR("2. Vad ser ni, Rum 1 (")));
    cr_expect_null(source_of("2. Vad ser ni"), "nobody is in no group");
}

/* ---- the same from record to record ---- */

Test(qda, the_same_record_gives_the_same_bytes) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        make((enum record_view)view, NULL);
        write_project();
        struct str first = memory_copy_str(buffer_str(&text));
        write_project();
        cr_expect(str_equal(first, buffer_str(&text)), "written again");
        make((enum record_view)view, NULL);
        write_project();
        cr_expect(str_equal(first, buffer_str(&text)), "made again");
        memory_free_str(&first);
    }
}

Test(qda, authors_stay_who_they_are_when_labels_move) {
    make(RECORD_VIEW_RESEARCH, NULL);
    size_t count = qda.cases.count;
    struct id *before = memory_resize_array(NULL, count, sizeof *before);
    for (size_t i = 0; i < count; i++) {
        before[i] = qda.cases.at[i].guid;
    }
    for (int i = 0; i < 8; i++) {
        cr_assert_eq(
            meeting_note(process, MORE_NOTES + i, EVENING_ROUND, meeting_author(60 + i), "mer", true),
            REASON_ABSENT);
    }
    make(RECORD_VIEW_RESEARCH, NULL);
    cr_expect_eq(qda.cases.count, count + 8);
    size_t found = 0;
    for (size_t i = 0; i < qda.cases.count; i++) {
        for (size_t j = 0; j < count; j++) {
            found += id_equal(qda.cases.at[i].guid, before[j]);
        }
    }
    cr_expect_eq(found, count);
    memory_free(before);
}

Test(qda, what_is_new_goes_by_the_day_on_which_a_round_opened_there) {
    make(RECORD_VIEW_DOCUMENTATION, "since-2021-02-12");
    cr_expect_eq(qda.sources.count, 6);
    make(RECORD_VIEW_DOCUMENTATION, "since-2021-02-13");
    cr_expect_eq(qda.sources.count, 0);
    cr_expect_eq(qda.cases.count, 0);
    write_project();
    cr_expect(strstr(text.data, "2021-02-13."));
    cr_expect(strstr(text.data, "Dokumentation"), "what it is");
    cr_expect_null(strstr(text.data, "<Sources"));
    cr_expect(qda_is_since(&qda, 1613170800000), "midnight in Stockholm, an hour before that in UTC");
    cr_expect_not(qda_is_since(&qda, 1613170799999));
}

Test(qda, which_profiles_there_are) {
    static const char *const wrong[] = {
        "since", "since-2021-02-1", "since-2021-02-123", "since-2021-02-1x", "2021-02-12", "data"};
    cr_expect(transcript_has_profile(STR("qdpx"), STR("since-2021-02-12")));
    cr_expect(transcript_has_profile(STR("qdpx"), STR("")));
    cr_expect(transcript_has_profile(STR("qdc"), STR("")));
    cr_expect_not(transcript_has_profile(STR("qdc"), STR("since-2021-02-12")));
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cr_expect_not(transcript_has_profile(STR("qdpx"), str_of(wrong[i])), "%s", wrong[i]);
    }
}

/* ---- cases ---- */

Test(qda, the_documentation_knows_names_only_where_rounds_show_them) {
    make(RECORD_VIEW_DOCUMENTATION, NULL);
    cr_expect_eq(qda.cases.count, 9, "eight names, one organisation");
    write_project();
    cr_expect(strstr(text.data, "<Case guid=\""));
    cr_expect(strstr(text.data, "name=\"Deltagare 8\""));
    cr_expect(strstr(text.data, "name=\"Region Dalarna\"") || strstr(text.data, "name=\"Falun\""));
    cr_expect_null(strstr(text.data, "OVARSAM"), "why a note was hidden");
    make(RECORD_VIEW_RESEARCH, NULL);
    write_project();
    cr_expect_null(strstr(text.data, "Deltagare 8"));
    cr_expect(strstr(text.data, "name=\"A1 · 1. Vad vill ni uppnå\""));
    cr_expect(strstr(text.data, "<TextValue>chef</TextValue>"));
    cr_expect(strstr(text.data, "<TextValue>kommun</TextValue>"));
}

/* ---- names ---- */

Test(qda, no_two_have_one_name_and_the_first_keeps_its_own) {
    struct qda_names names;
    struct arena arena;
    arena_init(&arena);
    qda_names_init(&names);
    struct str first = qda_name(&names, STR("  Trygg\nhet "), STR("Väggen"), id_of(1, 1), &arena);
    struct str second = qda_name(&names, STR("TRYGG HET"), STR("Väggen"), id_of(1, 2), &arena);
    struct str third = qda_name(&names, STR("trygg het"), STR("Väggen"), id_of(1, 3), &arena);
    struct str fourth = qda_name(&names, STR("trygg het"), (struct str){0}, id_of(1, 3), &arena);
    cr_expect(str_equal(first, STR("Trygg het")));
    cr_expect(str_equal(second, STR("TRYGG HET (Väggen)")));
    cr_expect(str_equal(third, STR("trygg het (016f0000)")), "%.*s", STR_ARGS(third));
    cr_expect_gt(fourth.size, third.size);
    cr_expect(str_equal(qda_line(STR("åäö"), 2, &arena), STR("åä…")));
    qda_names_finish(&names);
    arena_finish(&arena);
}
