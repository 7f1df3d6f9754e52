#include <criterion/criterion.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "meeting.h"
#include "transcript/sqlite_file.h"
#include "transcript/tables.h"

static struct process *process;
static struct buffer bytes;
static sqlite3 *database;

static void set_up(void) {
    process = meeting_create();
    buffer_init(&bytes);
}

static void tear_down(void) {
    cr_expect_eq(sqlite3_close(database), SQLITE_OK);
    buffer_finish(&bytes);
    process_destroy(process);
}

TestSuite(sqlite, .init = set_up, .fini = tear_down);

static void write_database(enum record_view view) {
    struct transcript_options options = {.view = view, .format = STR("sqlite")};
    buffer_clear(&bytes);
    cr_assert_eq(meeting_write(process, options, &bytes), STATUS_OK);
}

static void open_database(enum record_view view) {
    write_database(view);
    sqlite3_close(database);
    cr_assert_eq(sqlite3_open(":memory:", &database), SQLITE_OK);
    cr_assert_eq(sqlite3_deserialize(database, "main", (unsigned char *)bytes.data, (sqlite3_int64)bytes.size,
                                     (sqlite3_int64)bytes.size, SQLITE_DESERIALIZE_READONLY),
                 SQLITE_OK);
}

static sqlite3_stmt *ask(const char *query) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(database, query, -1, &statement, NULL);
    cr_assert_eq(code, SQLITE_OK, "%s: %s", query, sqlite3_errmsg(database));
    return statement;
}

static void expect_text(const char *query, const char *expected) {
    sqlite3_stmt *statement = ask(query);
    cr_assert_eq(sqlite3_step(statement), SQLITE_ROW, "%s", query);
    const char *text = (const char *)sqlite3_column_text(statement, 0);
    cr_expect_str_eq(text ? text : "null", expected, "%s", query);
    sqlite3_finalize(statement);
}

/* ---- every cell ---- */

static void expect_cell(sqlite3_stmt *statement, int column, const char *name, const json_t *value) {
    switch (json_typeof(value)) {
    case JSON_NULL:
        cr_expect_eq(sqlite3_column_type(statement, column), SQLITE_NULL, "%s", name);
        break;
    case JSON_STRING:
        cr_assert_eq(sqlite3_column_type(statement, column), SQLITE_TEXT, "%s", name);
        cr_expect_str_eq((const char *)sqlite3_column_text(statement, column), json_string_value(value));
        break;
    default:
        cr_assert_eq(sqlite3_column_type(statement, column), SQLITE_INTEGER, "%s", name);
        cr_expect_eq(sqlite3_column_int64(statement, column),
                     json_is_integer(value) ? json_integer_value(value) : json_is_true(value), "%s", name);
    }
}

static void expect_row(sqlite3_stmt *statement, json_t *row) {
    const char *name;
    json_t *value;
    int column = 0;
    json_object_del(row, "table");
    cr_assert_eq((size_t)sqlite3_column_count(statement), json_object_size(row));
    json_object_foreach(row, name, value) {
        cr_expect_str_eq(sqlite3_column_name(statement, column), name);
        expect_cell(statement, column, name, value);
        column++;
    }
}

static void expect_table(enum record_view view, const char *table) {
    char query[100];
    snprintf(query, sizeof query, "select * from \"%s\" order by rowid", table);
    sqlite3_stmt *statement = ask(query);
    json_t *rows = meeting_rows(process, view, (struct id){{0}}, table);
    for (size_t i = 0; i < json_array_size(rows); i++) {
        cr_assert_eq(sqlite3_step(statement), SQLITE_ROW, "%s: row %zu", table, i);
        expect_row(statement, json_array_get(rows, i));
    }
    cr_expect_eq(sqlite3_step(statement), SQLITE_DONE, "%s", table);
    json_decref(rows);
    sqlite3_finalize(statement);
}

Test(sqlite, has_each_table_with_every_cell) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        open_database((enum record_view)view);
        expect_text("pragma integrity_check", "ok");
        struct record record;
        record_init(&record, process, (enum record_view)view, (struct id){{0}});
        for (size_t i = 0; record_tables[i]; i++) {
            if (record_has_table(&record, record_tables[i])) {
                expect_table((enum record_view)view, record_tables[i]->name);
            }
        }
        record_finish(&record);
    }
}

Test(sqlite, has_no_table_of_the_other_view) {
    open_database(RECORD_VIEW_RESEARCH);
    expect_text("select count(*) from sqlite_schema where name = 'entries'", "0");
    expect_text("select count(*) from dictionary where \"table\" = 'entries'", "0");
    expect_text("select count(*) from pragma_table_info('notes') where name = 'name'", "0");
}

Test(sqlite, says_what_it_is_and_what_each_column_means) {
    open_database(RECORD_VIEW_DOCUMENTATION);
    expect_text("select value from about where key = 'format'", "samskap.transcript");
    expect_text("select value from about where key = 'view'", "documentation");
    expect_text("select value from about where key = 'at'", "2021-02-12T09:00:00.000Z");
    expect_text("select value from about where key = 'title'", "Nära vård");
    expect_text("select value like '%det som skärmarna visade%' from about where key = 'readme'", "1");
    expect_text("select swedish from dictionary where \"table\" = 'notes' and \"column\" = 'round'",
                "momentet den svarar på");
    expect_text("select kind from dictionary where \"table\" = 'notes' and \"column\" = 'late'", "flag");
    expect_text("pragma user_version", "1");
    expect_text("pragma page_size", "4096");
    expect_text("select count(*) from pragma_table_list where schema = 'main' and name not like 'sqlite%' "
                "and not strict",
                "0");
    expect_text("select (select count(\"column\") from dictionary where \"table\" <> 'dictionary') = (select "
                "count(*) from sqlite_schema s, "
                "pragma_table_info(s.name) where s.name not in ('about', 'dictionary'))",
                "1");
}

Test(sqlite, texts_are_what_was_written) {
    char long_text[40001];
    memset(long_text, 'x', sizeof long_text - 1);
    long_text[40000] = '\0';
    cr_assert_eq(meeting_note(process, 60, EVENING_ROUND, meeting_author(40), long_text, true),
                 REASON_ABSENT);
    cr_assert_eq(meeting_note(process, 61, EVENING_ROUND, meeting_author(41),
                              "'; drop table notes; --👩‍👧", true),
                 REASON_ABSENT);
    open_database(RECORD_VIEW_RESEARCH);
    expect_text("select count(*) from notes where length(text) = 40000", "1");
    expect_text("select count(*) from notes where text = '''; drop table notes; --👩‍👧'", "1");
}

Test(sqlite, the_same_record_gives_the_same_bytes) {
    for (int view = RECORD_VIEW_DOCUMENTATION; view < RECORD_VIEW_END; view++) {
        write_database((enum record_view)view);
        struct str first = memory_copy_str(buffer_str(&bytes));
        write_database((enum record_view)view);
        cr_expect(str_equal(first, buffer_str(&bytes)));
        memory_free_str(&first);
    }
}

Test(sqlite, a_file_that_cannot_be_written_is_an_error) {
    struct transcript_options options = {
        .view = RECORD_VIEW_DOCUMENTATION, .format = STR("sqlite"), .folder = "/nowhere/at/all"};
    cr_expect_eq(meeting_write(process, options, &bytes), STATUS_IO);
    cr_expect_eq(bytes.size, 0);
    struct sqlite_file *file = NULL;
    int full = open("/dev/full", O_RDWR | O_CLOEXEC);
    cr_assert_geq(full, 0);
    cr_assert_eq(sqlite_file_open(full, &file), STATUS_OK, "nothing is written yet");
    cr_expect_neq(sqlite3_exec(sqlite_file_database(file), "create table t (x)", NULL, NULL, NULL),
                  SQLITE_OK);
    sqlite_file_close(file);
    close(full);
    cr_expect_eq(sqlite_file_open(-1, &file), STATUS_IO);
    cr_expect_null(file);
}
