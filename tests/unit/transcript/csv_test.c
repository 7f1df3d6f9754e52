#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "meeting.h"
#include "support_zip.h"
#include "transcript/tables.h"

static struct process *process;
static struct buffer zip;
static struct buffer text; /* of one entry */

static void set_up(void) {
    process = meeting_create();
    buffer_init(&zip);
    buffer_init(&text);
}

static void tear_down(void) {
    buffer_finish(&text);
    buffer_finish(&zip);
    process_destroy(process);
}

TestSuite(csv, .init = set_up, .fini = tear_down);

static void write_zip(enum record_view view, struct str profile) {
    struct transcript_options options = {.view = view, .format = STR("csv"), .profile = profile};
    buffer_clear(&zip);
    cr_assert_eq(meeting_write(process, options, &zip), STATUS_OK);
}

/* Reads one entry into text; how many entries there are. */
static int read_entry(const char *name) {
    return unzip_entry(&zip, name, &text);
}

static bool has(const char *part) {
    return memmem(text.data, text.size, part, strlen(part)) != NULL;
}

static int count_of(const char *part) {
    int count = 0;
    for (size_t i = 0; i + strlen(part) <= text.size; i++) {
        count += memcmp(text.data + i, part, strlen(part)) == 0;
    }
    return count;
}

Test(csv, has_a_file_for_each_table_and_one_that_explains_them) {
    write_zip(RECORD_VIEW_DOCUMENTATION, (struct str){0});
    const struct record documentation = {.view = RECORD_VIEW_DOCUMENTATION};
    int tables = 0;
    for (size_t i = 0; record_tables[i]; i++) {
        tables += record_has_table(&documentation, record_tables[i]);
    }
    for (size_t i = 0; record_tables[i]; i++) {
        if (!record_has_table(&documentation, record_tables[i])) {
            continue;
        }
        char name[64];
        snprintf(name, sizeof name, "%s.csv", record_tables[i]->name);
        cr_expect_eq(read_entry(name), tables + 4);
        cr_expect_gt(text.size, 0, "%s", name);
    }
    cr_expect_eq(read_entry("README.txt"), tables + 4);
    cr_expect(has("Det här är dokumentationen."), "in the process's language");
    cr_expect(has("Tider är i UTC"));
    cr_expect(has("notes.csv: en lapp"));
    cr_expect(has("  group_size: "));
    cr_expect_not(has("  author: "), "a column of the other view");
}

Test(csv, says_who_it_is_of_and_when_so_that_it_can_be_cited) {
    const struct profile *profile = process_profile(process);
    struct transcript_options options = {
        .view = RECORD_VIEW_DOCUMENTATION, .format = STR("csv"), .at = 1613145600000};
    cr_assert_eq(meeting_write(process, options, &zip), STATUS_OK);
    read_entry("README.txt");
    char expected[300];
    snprintf(expected, sizeof expected, "  %.*s [dokumentation] (2021). Samskap, hämtat 2021-02-12.\n",
             STR_ARGS(profile->title));
    cr_expect(has(expected), "%s", expected);
    cr_expect_not(has("Bara ett av processens tillfällen"));
    options.session = id_of(OF_SESSION, 1);
    buffer_clear(&zip);
    cr_assert_eq(meeting_write(process, options, &zip), STATUS_OK);
    read_entry("README.txt");
    cr_expect(has("Bara ett av processens tillfällen: "));
}

Test(csv, a_studys_material_is_cited_as_its_organisations) {
    const struct event_study_put put = {.id = id_of(OF_LIST, 90),
                                        .title = STR("Vård i glesbygd"),
                                        .organisation = STR("Högskolan"),
                                        .text = STR("Får vi läsa det ni skriver?")};
    struct transcript_options options = {.view = RECORD_VIEW_RESEARCH, .format = STR("csv"), .study = put.id};
    meeting_host(process, EVENT_STUDY_PUT, (union event_body){.study_put = put});
    cr_assert_eq(meeting_write(process, options, &zip), STATUS_OK);
    read_entry("README.txt");
    cr_expect(has("  Högskolan (2021). Nära vård – Vård i glesbygd [forskningsmaterial]. Samskap, hämtat "
                  "2021-02-12.\n"));
    read_entry("datapackage.json");
    cr_expect(has("\"description\":\"Vård i glesbygd\""));
}

Test(csv, has_a_dictionary_of_what_stands_in_it) {
    write_zip(RECORD_VIEW_RESEARCH, (struct str){0});
    read_entry("dictionary.csv");
    cr_expect_eq(strncmp(text.data, "table,column,kind,english,swedish,views\n", 40), 0);
    cr_expect(has("\nnotes,,,one note,en lapp,\n"));
    cr_expect(has("\nnotes,note,id,the note's id,lappens id,both\n"));
    cr_expect(has("\nnotes,author,text,"));
    cr_expect(has(",research\n"));
    cr_expect_not(has(",documentation\n"), "no columns of the other view");
    write_zip(RECORD_VIEW_DOCUMENTATION, STR("excel-sv"));
    read_entry("dictionary.csv");
    cr_expect(has("\r\nnotes;note;id;the note's id;lappens id;both\r\n"));
}

Test(csv, has_no_file_for_a_table_of_the_other_view) {
    write_zip(RECORD_VIEW_RESEARCH, (struct str){0});
    read_entry("entries.csv");
    cr_expect_eq(text.size, 0);
    read_entry("README.txt");
    cr_expect_not(has("entries.csv"));
    cr_expect(has("notes.csv"));
}

Test(csv, data_is_utf8_with_commas_and_line_feeds) {
    write_zip(RECORD_VIEW_DOCUMENTATION, STR("data"));
    read_entry("notes.csv");
    cr_expect_eq(strncmp(text.data,
                         "note,round,session,text,group_size,group_table,late,shown,name,organisation,"
                         "supports,entered\n",
                         91),
                 0);
    cr_expect(has(",\"=1+1; \"\"citat\"\"\nny rad\","), "byte for byte, but for doubled quotes");
    cr_expect(has(",Trygghet för alla,0,,false,true,,,0,,,,all,false,,,\n"));
    cr_expect_not(has("\r"));
    read_entry("sessions.csv");
    cr_expect(has(",2021-02-12T09:00:00.000Z,"));
}

Test(csv, excel_sv_has_a_mark_semicolons_local_times_and_no_formulas) {
    write_zip(RECORD_VIEW_DOCUMENTATION, STR("excel-sv"));
    read_entry("notes.csv");
    cr_expect_eq(strncmp(text.data, "\xef\xbb\xbfnote;round;", 14), 0);
    cr_expect(has(";\"'=1+1; \"\"citat\"\"\nny rad\";"));
    cr_expect(has(";Trygghet för alla;0;;nej;ja;;;0;;;;all;nej;;;\r\n"));
    read_entry("sessions.csv");
    cr_expect(has(";2021-02-12 10:00:00;"));
    read_entry("README.txt");
    cr_expect(has("Tider är processens lokala tid."));
    cr_expect(has("notes.csv: en lapp\r\n"));
}

Test(csv, whatever_a_spreadsheet_would_reckon_with_becomes_text) {
    static const char *const formulas[] = {"=HYPERLINK(0)", "+46 70", "-1",  "@SUM(A1)", "\tx",     "\rx",
                                           "\n=1",          "＝2+1",  "＋2", "－2",      "＠SUM(2)"};
    const int count = sizeof formulas / sizeof *formulas;
    for (int i = 0; i < count; i++) {
        cr_assert_eq(meeting_note(process, 60 + i, EVENING_ROUND, meeting_author(40), formulas[i], true),
                     REASON_ABSENT);
    }
    write_zip(RECORD_VIEW_RESEARCH, STR("excel-sv"));
    read_entry("notes.csv");
    for (int i = 0; i < count; i++) {
        char escaped[32];
        snprintf(escaped, sizeof escaped, "'%s", formulas[i]);
        cr_expect_eq(count_of(formulas[i]), count_of(escaped), "%s", formulas[i]);
        cr_expect_eq(count_of(escaped), 1, "%s", formulas[i]);
    }
    write_zip(RECORD_VIEW_RESEARCH, STR("data"));
    read_entry("notes.csv");
    cr_expect(has(",=HYPERLINK(0),"), "data is what was written");
}

Test(csv, the_same_record_gives_the_same_bytes) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        write_zip((enum record_view)view, (struct str){0});
        struct str first = memory_copy_str(buffer_str(&zip));
        write_zip((enum record_view)view, (struct str){0});
        cr_expect(str_equal(first, buffer_str(&zip)));
        memory_free_str(&first);
    }
}

Test(csv, research_material_has_its_own_columns) {
    write_zip(RECORD_VIEW_RESEARCH, (struct str){0});
    read_entry("notes.csv");
    cr_expect_eq(
        strncmp(text.data,
                "note,round,session,text,group_size,group_table,late,author,role,organisation_type\n", 81),
        0);
    read_entry("README.txt");
    cr_expect(has("Det här är forskningsmaterialet."));
}
