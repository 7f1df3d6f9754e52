#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/nameless.h"
#include "meeting.h"
#include "support_sheets.h"
#include "transcript/file_sink.h"
#include "transcript/xlsx_book.h"
#include "transcript/xlsx_check.h"
#include "transcript/xlsx_text.h"
#include "transcript/zip.h"
#include "transcript/zone_time.h"

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

TestSuite(xlsx, .init = set_up, .fini = tear_down);

static void write_book(enum record_view view) {
    struct transcript_options options = {.view = view, .format = STR("xlsx")};
    buffer_clear(&bytes);
    cr_assert_eq(meeting_write(process, options, &bytes), STATUS_OK);
}

static void open_book(enum record_view view) {
    if (sheets) {
        sheets_close(sheets);
    }
    write_book(view);
    sheets = sheets_open(&bytes);
}

static const char *cell(const char *sheet, size_t row, const char *heading) {
    return sheets_cell(sheets, sheet, row, sheets_column(sheets, sheet, heading));
}

/* The row whose cell is that; fails where there is none. */
static size_t find(const char *sheet, const char *heading, const char *value) {
    size_t column = sheets_column(sheets, sheet, heading);
    for (size_t row = 1; row < sheets_rows(sheets, sheet); row++) {
        if (strcmp(sheets_cell(sheets, sheet, row, column), value) == 0) {
            return row;
        }
    }
    cr_assert_fail("%s has no %s", sheet, value);
    return 0;
}

static bool has(const char *text, const char *part) {
    return strstr(text, part) != NULL;
}

Test(xlsx, has_a_sheet_for_each_table_of_the_view) {
    const struct record documentation = {.view = RECORD_VIEW_DOCUMENTATION};
    open_book(RECORD_VIEW_DOCUMENTATION);
    struct str names = sheets_names(sheets);
    cr_expect(str_starts_with(names, STR("about dictionary sessions items ")), "%s", names.data);
    cr_expect(has(names.data, " entries "));
    cr_expect(has(names.data, " totals wide wide_columns"));
    for (size_t i = 0; record_tables[i]; i++) {
        if (record_has_table(&documentation, record_tables[i])) {
            cr_expect_gt(sheets_rows(sheets, record_tables[i]->name), 0);
        }
        cr_expect_leq(strlen(record_tables[i]->name), 25, "a name that can be continued");
    }
    open_book(RECORD_VIEW_RESEARCH);
    cr_expect_not(has(sheets_names(sheets).data, " entries "));
}

/* ---- every cell ---- */

/* What a reader of the sheet sees: by the clock in Stockholm. */
static void expect_time(const char *found, const char *expected) {
    struct tm utc = {0}, *wall;
    char shown[32], local[ZONE_TIME_LENGTH + 1];
    cr_assert_eq(sscanf(expected, "%d-%d-%dT%d:%d:%d", &utc.tm_year, &utc.tm_mon, &utc.tm_mday, &utc.tm_hour,
                        &utc.tm_min, &utc.tm_sec),
                 6);
    utc.tm_year -= 1900;
    utc.tm_mon -= 1;
    struct zone_clock *clock = zone_clock_create(STR("Europe/Stockholm"));
    zone_clock_format(clock, (int64_t)timegm(&utc) * 1000, local);
    zone_clock_destroy(clock);
    time_t seconds = (time_t)((strtod(found, NULL) - 25569) * 86400 + 0.5);
    wall = gmtime(&seconds);
    strftime(shown, sizeof shown, "%Y-%m-%d %H:%M:%S", wall);
    cr_expect_str_eq(shown, local);
}

static void expect_cell(const char *found, const struct column *column, const json_t *value) {
    char expected[2000] = "";
    switch (json_typeof(value)) {
    case JSON_NULL:
        break;
    case JSON_STRING:
        if (column->kind == CELL_TIME) {
            expect_time(found, json_string_value(value));
            return;
        }
        snprintf(expected, sizeof expected, "%s%s", *json_string_value(value) ? "'" : "",
                 json_string_value(value));
        break;
    case JSON_INTEGER:
        snprintf(expected, sizeof expected, "%lld", (long long)json_integer_value(value));
        break;
    default:
        snprintf(expected, sizeof expected, json_is_true(value) ? "'ja" : "'nej");
    }
    cr_expect_str_eq(found, expected, "%s", column->name);
}

static void expect_table(enum record_view view, const struct table *table) {
    json_t *rows = meeting_rows(process, view, (struct id){{0}}, table->name);
    cr_assert_eq(sheets_rows(sheets, table->name), json_array_size(rows) + 1, "%s", table->name);
    for (size_t i = 0; i < json_array_size(rows); i++) {
        size_t place = 0;
        for (size_t j = 0; j < table->column_count; j++) {
            const json_t *value = json_object_get(json_array_get(rows, i), table->columns[j].name);
            if (value) {
                expect_cell(sheets_cell(sheets, table->name, i + 1, place++), &table->columns[j], value);
            }
        }
    }
    json_decref(rows);
}

Test(xlsx, has_every_cell) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        struct record record;
        open_book((enum record_view)view);
        record_init(&record, process, (enum record_view)view, (struct id){{0}});
        for (size_t i = 0; record_tables[i]; i++) {
            if (record_has_table(&record, record_tables[i])) {
                expect_table((enum record_view)view, record_tables[i]);
            }
        }
        record_finish(&record);
    }
}

Test(xlsx, says_what_it_is_and_what_each_column_means) {
    open_book(RECORD_VIEW_RESEARCH);
    cr_expect_str_eq(cell("about", find("about", "key", "'view"), "value"), "'research");
    cr_expect_str_eq(cell("about", find("about", "key", "'at"), "value"), "'2021-02-12T09:00:00.000Z");
    cr_expect_str_eq(cell("about", find("about", "key", "'readme"), "value"), "'Nära vård");
    cr_expect(has(cell("about", find("about", "key", "'xlsx"), "value"), "… [avkortad]"));
    cr_expect(has(cell("about", find("about", "key", "'wide"), "value"), "beteckning"));
    size_t row = find("dictionary", "column", "'group_size");
    cr_expect_str_eq(cell("dictionary", row, "table"), "'notes");
    cr_expect_str_eq(cell("dictionary", row, "kind"), "'number");
    cr_expect(has(cell("dictionary", row, "meaning"), "0: från en person"));
    cr_expect_str_eq(cell("dictionary", find("dictionary", "column", "'part_text"), "table"),
                     "'wide_columns");
}

Test(xlsx, headings_stay_in_sight_and_filter) {
    open_book(RECORD_VIEW_DOCUMENTATION);
    const char *xml = sheets_entry(sheets, "xl/worksheets/sheet3.xml");
    cr_expect(has(xml, "ySplit=\"1\""));
    cr_expect(has(xml, "state=\"frozen\""));
    cr_expect(has(xml, "<autoFilter ref=\"A1:"));
    cr_expect(has(xml, "<cols>"));
    cr_expect(has(sheets_entry(sheets, "xl/styles.xml"), "<b/>"));
    cr_expect(has(sheets_entry(sheets, "xl/styles.xml"), "yyyy\\-mm\\-dd\\ hh:mm:ss") ||
              has(sheets_entry(sheets, "xl/styles.xml"), "yyyy-mm-dd hh:mm:ss"));
}

/* ---- texts ---- */

static void expect_note(int note, const char *text, const char *found) {
    cr_assert_eq(meeting_note(process, note, EVENING_ROUND, meeting_author(40), text, true), REASON_ABSENT);
    open_book(RECORD_VIEW_RESEARCH);
    char id[ID_TEXT_LENGTH + 2] = "'";
    id_format(id_of(OF_NOTE, note), id + 1);
    cr_expect_str_eq(cell("notes", find("notes", "note", id), "text"), found);
}

Test(xlsx, texts_are_texts_whatever_they_look_like) {
    expect_note(60, "=1+1", "'=1+1");
    expect_note(61, "007", "'007");
    expect_note(62, "https://example.org/", "'https://example.org/");
    expect_note(63, " \t👩‍👧 å <&>\"\nrad två ", "' \t👩‍👧 å <&>\"\nrad två ");
    expect_note(64, "_x0041_ _x41_ _x0041", "'_x005F_x0041_ _x41_ _x0041");
    expect_note(65, "a\x01z\xef\xbf\xbf", "'az");
    cr_expect_not(has(sheets_entry(sheets, "xl/worksheets/sheet12.xml"), "hyperlink"));
}

Test(xlsx, a_text_that_is_too_long_is_cut_and_says_so) {
    static char text[40001], expected[40010];
    memset(text, 'x', 40000);
    snprintf(expected, sizeof expected, "'%.*s… [avkortad]", XLSX_TEXT_UNITS - 12, text);
    expect_note(60, text, expected);
    text[XLSX_TEXT_UNITS] = '\0';
    snprintf(expected, sizeof expected, "'%s", text);
    expect_note(61, text, expected);
}

static size_t cut_size(const char *text, size_t count) {
    struct buffer all, cell_text;
    buffer_init(&all);
    buffer_init(&cell_text);
    for (size_t i = 0; i < count; i++) {
        buffer_append_str(&all, str_of(text));
    }
    xlsx_text(buffer_str(&all), STR("…"), &cell_text);
    size_t size = cell_text.size - 1;
    buffer_finish(&all);
    buffer_finish(&cell_text);
    return size;
}

Test(xlsx, what_is_beyond_the_basic_plane_counts_twice) {
    cr_expect_eq(cut_size("x", XLSX_TEXT_UNITS), XLSX_TEXT_UNITS);
    cr_expect_eq(cut_size("x", XLSX_TEXT_UNITS + 1), XLSX_TEXT_UNITS - 1 + strlen("…"));
    cr_expect_eq(cut_size("😀", XLSX_TEXT_UNITS / 2), (size_t)XLSX_TEXT_UNITS / 2 * 4);
    cr_expect_eq(cut_size("😀", XLSX_TEXT_UNITS / 2 + 1), (size_t)XLSX_TEXT_UNITS / 2 * 4 + strlen("…"));
}

/* ---- the file ---- */

Test(xlsx, the_same_record_gives_the_same_bytes) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        write_book((enum record_view)view);
        struct str first = memory_copy_str(buffer_str(&bytes));
        write_book((enum record_view)view);
        cr_expect(str_equal(first, buffer_str(&bytes)));
        memory_free_str(&first);
    }
    open_book(RECORD_VIEW_RESEARCH);
    const char *core = sheets_entry(sheets, "docProps/core.xml");
    cr_expect(has(core, ">2021-02-12T09:00:00Z</dcterms:created>"));
    cr_expect(has(core, ">2021-02-12T09:00:00Z</dcterms:modified>"));
    cr_expect(has(core, "Nära vård"));
}

static void fill_sheets(struct xlsx_book *book) {
    static const char *const headings[] = {"number", "at"};
    xlsx_begin_sheet(book, "some", headings, COUNT_OF(headings));
    for (int i = 0; i < 5; i++) {
        const struct cell number = {.kind = CELL_COUNT, .number = i};
        const struct cell at = {.kind = CELL_TIME, .number = i == 4 ? -3000000000000 : i * 86400000LL};
        xlsx_put_cell(book, 0, &number);
        xlsx_put_cell(book, 1, &at);
        xlsx_put_cell(book, 2, &number); /* a column that is not there */
        xlsx_end_row(book);
    }
    xlsx_end_sheet(book);
}

static void read_file(int file) {
    ssize_t size;
    buffer_clear(&bytes);
    for (off_t at = 0; (size = pread(file, buffer_reserve(&bytes, 1000), 1000, at)) > 0; at += size) {
        bytes.size += (size_t)size;
    }
}

Test(xlsx, what_has_no_room_in_a_sheet_goes_on_in_the_next) {
    int file = nameless_open(NULL);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    const struct xlsx_options options = {
        .path = path, .zone = STR("UTC"), .language = LANGUAGE_EN, .at = 1000, .most_rows = 3};
    struct xlsx_book *book = xlsx_book_create(&options);
    fill_sheets(book);
    cr_assert_eq(xlsx_book_finish(book), STATUS_OK);
    xlsx_book_destroy(book);
    read_file(file);
    close(file);
    sheets = sheets_open(&bytes);
    cr_expect_str_eq(sheets_names(sheets).data, "some some 2 some 3");
    cr_expect_eq(sheets_rows(sheets, "some 3"), 2);
    cr_expect_str_eq(cell("some 3", 1, "number"), "4");
    cr_expect_str_eq(cell("some 2", 2, "number"), "3");
    cr_expect_str_eq(cell("some 2", 2, "at"), "25572");
    cr_expect_str_eq(cell("some 3", 1, "at"), "'1874-12-07 18:40:00", "before spreadsheets' time");
}

Test(xlsx, a_file_that_cannot_be_written_is_an_error) {
    struct transcript_options options = {
        .view = RECORD_VIEW_DOCUMENTATION, .format = STR("xlsx"), .folder = "/nowhere/at/all"};
    cr_expect_eq(meeting_write(process, options, &bytes), STATUS_IO);
    cr_expect_eq(bytes.size, 0);
    const struct xlsx_options full = {
        .path = "/dev/full", .zone = STR("UTC"), .language = LANGUAGE_EN, .at = 1000, .most_rows = XLSX_ROWS};
    struct xlsx_book *book = xlsx_book_create(&full);
    fill_sheets(book);
    cr_expect_eq(xlsx_book_finish(book), STATUS_IO);
    xlsx_book_destroy(book);
}

static enum status check_part(struct str part) {
    struct file_sink sink;
    int file = nameless_open(NULL);
    file_sink_init(&sink, file);
    struct zip *zip = zip_create(&sink.sink);
    cr_assert_eq(zip_begin(zip, "xl/workbook.xml", (int64_t)part.size), STATUS_OK);
    cr_assert_eq(zip_write(zip, part.data, part.size), STATUS_OK);
    cr_assert_eq(zip_end(zip), STATUS_OK);
    zip_destroy(zip);
    cr_assert(file_sink_flush(&sink));
    file_sink_finish(&sink);
    enum status status = xlsx_check(file);
    close(file);
    return status;
}

Test(xlsx, what_was_lost_on_the_way_is_found) {
    cr_expect_eq(check_part(STR("<a><b>text</b></a>")), STATUS_OK);
    cr_expect_eq(check_part(STR("<a><b>text")), STATUS_IO);
    cr_expect_eq(check_part(STR("<a><b>text</a>")), STATUS_IO);
    cr_expect_eq(check_part(STR("")), STATUS_IO);
    int file = nameless_open(NULL);
    cr_expect_eq(xlsx_check(file), STATUS_IO);
    close(file);
    write_book(RECORD_VIEW_RESEARCH);
    file = nameless_open(NULL);
    cr_assert_eq(write(file, bytes.data, bytes.size), (ssize_t)bytes.size);
    cr_expect_eq(xlsx_check(file), STATUS_OK);
    cr_assert_eq(ftruncate(file, (off_t)bytes.size / 2), 0);
    cr_expect_eq(xlsx_check(file), STATUS_IO);
    close(file);
}
