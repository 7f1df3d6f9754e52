/* A workbook for spreadsheets: a sheet that says what the record is, the dictionary, a sheet for each table,
 * and the same once more as survey tools take it (wide.h).
 *
 * libxlsxwriter writes it into a file without a name, through the one that the system has for what is open,
 * and that file is then sent; it keeps no more in memory than the row in hand. Its own temporary files lie
 * where the system has such, and lose their names before anything is in them: when the program is killed the
 * system gives back the room of them all. Nothing comes of chance or of the clock: the same record gives the
 * same bytes. */
#include <stdio.h>
#include <unistd.h>

#include "base/nameless.h"
#include "transcript/about.h"
#include "transcript/file_sink.h"
#include "transcript/format.h"
#include "transcript/wide.h"
#include "transcript/xlsx_book.h"
#include "transcript/xlsx_check.h"

struct writer {
    struct record *record;
    struct xlsx_book *book;
    struct wide *wide;
    bool in_swedish;
};

/* ---- about and dictionary ---- */

struct texts {
    const char *cut, *wide_research, *wide_documentation;
};

static const struct texts english = {
    "Times are local ones of the process. A text that is longer than a cell may be (32 767 characters) is "
    "cut, "
    "and ends with",
    "Sheet wide: a row for each person within a scope, a column for each question, for tools that take "
    "surveys; "
    "wide_columns says what was asked. It is made of notes, votes, answers and diary. Several notes of a "
    "person "
    "stand one a line; those of groups are left out. A label says who is the same person within its scope, "
    "and "
    "nothing beyond it.",
    "Sheet wide: a row for each name or organisation within a scope, a column for each question, for tools "
    "that "
    "take surveys; wide_columns says what was asked. It has the rounds alone whose answers show who "
    "answered. "
    "Several notes of one name stand one a line, and people of the same name in one row; those of groups are "
    "left out.",
};

static const struct texts swedish = {
    "Tider är processens lokala tid. En text som är längre än en cell får vara (32 767 tecken) är avkortad "
    "och "
    "slutar med",
    "Bladet wide: en rad för varje person inom ett scope, en kolumn för varje fråga, för verktyg som läser "
    "enkäter; wide_columns säger vad som frågades. Det är gjort av notes, votes, answers och diary. Flera "
    "lappar "
    "från en person står en per rad; gruppers är inte med. En beteckning säger vem som är samma person inom "
    "sitt "
    "scope, och ingenting därutöver.",
    "Bladet wide: en rad för varje namn eller organisation inom ett scope, en kolumn för varje fråga, för "
    "verktyg "
    "som läser enkäter; wide_columns säger vad som frågades. Bara moment där svaren visar vem som svarade är "
    "med. "
    "Flera lappar från ett namn står en per rad, och personer med samma namn på en rad; gruppers är inte "
    "med.",
};

static void put_fact(void *context, const char *key, struct str value) {
    struct writer *writer = context;
    struct str line;
    xlsx_put_text(writer->book, 0, str_of(key));
    while (str_split(&value, '\n', &line)) {
        xlsx_put_text(writer->book, 1, line);
        xlsx_end_row(writer->book);
    }
}

static void write_about(struct writer *writer, const struct transcript_options *options) {
    static const char *const headings[] = {"key", "value"};
    const struct texts *texts = writer->in_swedish ? &swedish : &english;
    char cut[256];
    xlsx_begin_sheet(writer->book, "about", headings, COUNT_OF(headings));
    record_about(writer->record, options, put_fact, writer);
    snprintf(cut, sizeof cut, "%s %s", texts->cut, xlsx_cut_mark(writer->book).data);
    put_fact(writer, "xlsx", str_of(cut));
    if (wide_column_count(writer->wide) > 0) {
        put_fact(
            writer, "wide",
            str_of(record_is_research(writer->record) ? texts->wide_research : texts->wide_documentation));
    }
    xlsx_end_sheet(writer->book);
}

static void describe(struct writer *writer, const char *table, const struct column *columns, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct column *column = &columns[i];
        if (record_has_column(writer->record, column)) {
            xlsx_put_text(writer->book, 0, str_of(table));
            xlsx_put_text(writer->book, 1, str_of(column->name));
            xlsx_put_text(writer->book, 2, str_of(cell_kind_text(column->kind)));
            xlsx_put_text(writer->book, 3, str_of(writer->in_swedish ? column->swedish : column->english));
            xlsx_end_row(writer->book);
        }
    }
}

static void describe_table(struct writer *writer, const struct table *table) {
    if (!record_has_table(writer->record, table)) {
        return;
    }
    xlsx_put_text(writer->book, 0, str_of(table->name));
    xlsx_put_text(writer->book, 3, str_of(writer->in_swedish ? table->swedish : table->english));
    xlsx_end_row(writer->book);
    describe(writer, table->name, table->columns, table->column_count);
}

static void write_dictionary(struct writer *writer) {
    static const char *const headings[] = {"table", "column", "kind", "meaning"};
    size_t count;
    xlsx_begin_sheet(writer->book, "dictionary", headings, COUNT_OF(headings));
    for (size_t i = 0; record_tables[i]; i++) {
        describe_table(writer, record_tables[i]);
    }
    if (wide_column_count(writer->wide) > 0) {
        const struct column *leads = wide_leads(writer->wide, &count);
        describe(writer, "wide", leads, count);
        describe_table(writer, &wide_columns_table);
    }
    xlsx_end_sheet(writer->book);
}

/* ---- tables ---- */

static bool write_row(void *context, const struct table *table, const struct cell *cells) {
    struct writer *writer = context;
    size_t column = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (record_has_column(writer->record, &table->columns[i])) {
            xlsx_put_cell(writer->book, column++, &cells[i]);
        }
    }
    xlsx_end_row(writer->book);
    return !xlsx_has_failed(writer->book);
}

static void write_table(struct writer *writer, const struct table *table) {
    const char *headings[TABLE_COLUMNS];
    size_t count = 0;
    for (size_t i = 0; i < table->column_count; i++) {
        if (record_has_column(writer->record, &table->columns[i])) {
            headings[count++] = table->columns[i].name;
        }
    }
    xlsx_begin_sheet(writer->book, table->name, headings, count);
    (void)record_walk(writer->record, table, write_row, writer);
    xlsx_end_sheet(writer->book);
}

static void put_wide_cell(void *context, size_t column, const struct cell *cell) {
    struct writer *writer = context;
    xlsx_put_cell(writer->book, column, cell);
}

static bool end_wide_row(void *context) {
    struct writer *writer = context;
    xlsx_end_row(writer->book);
    return !xlsx_has_failed(writer->book);
}

static void write_wide(struct writer *writer) {
    const struct wide_writer rows = {put_wide_cell, end_wide_row, writer};
    size_t count = wide_column_count(writer->wide);
    if (count > 0) {
        xlsx_begin_sheet(writer->book, "wide", wide_headings(writer->wide), count);
        (void)wide_write(writer->wide, &rows);
        xlsx_end_sheet(writer->book);
        write_table(writer, &wide_columns_table);
    }
}

static enum status write_book(struct record *record, const struct transcript_options *options, int file) {
    const struct profile *profile = process_profile(record->process);
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    const struct xlsx_options book = {.path = path,
                                      .zone = profile ? profile->zone : STR("UTC"),
                                      .language = record_language(record),
                                      .title = profile ? profile->title : (struct str){0},
                                      .at = options->at,
                                      .most_rows = XLSX_ROWS};
    struct writer writer = {.record = record, .in_swedish = book.language == LANGUAGE_SV};
    writer.book = xlsx_book_create(&book);
    writer.wide = wide_create(record);
    write_about(&writer, options);
    write_dictionary(&writer);
    for (size_t i = 0; record_tables[i] && !xlsx_has_failed(writer.book); i++) {
        if (record_has_table(record, record_tables[i])) {
            write_table(&writer, record_tables[i]);
        }
    }
    write_wide(&writer);
    enum status status = xlsx_book_finish(writer.book);
    wide_destroy(writer.wide);
    xlsx_book_destroy(writer.book);
    return status;
}

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    int file = nameless_open(options->folder);
    if (file < 0) {
        return STATUS_IO;
    }
    enum status status = write_book(record, options, file);
    if (status == STATUS_OK) {
        status = xlsx_check(file);
    }
    if (status == STATUS_OK) {
        status = file_into_sink(file, sink);
    }
    close(file);
    return status;
}

const struct transcript_format xlsx_format = {
    "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", str_is_empty,
    write_all};
