/* SQLite: one file to query, with a table for each of the record's, `about`, which says what the record is,
 * and `dictionary`, which says what each column means.
 *
 * SQLite writes it into a file without a name, which is then sent: what is half made nobody can open, and
 * when the program is killed the system gives the file's room back, whatever was in it. One transaction, no
 * journal and a small cache that spills into the file, so that no table is ever whole in memory. Nothing in
 * it comes of chance or of the clock: the same record gives the same bytes. */
#include <sqlite3.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "base/diag.h"
#include "base/nameless.h"
#include "transcript/about.h"
#include "transcript/dictionary.h"
#include "transcript/file_sink.h"
#include "transcript/format.h"
#include "transcript/sqlite_file.h"

struct writer {
    struct record *record;
    sqlite3 *database;
    sqlite3_stmt *insert; /* of the table in hand */
    int column;           /* the last one that was bound */
    int code;             /* of the first thing that failed */
};

/* The version of the tables stands where SQLite keeps one for its user; the other number says "Smsk" to
 * programs that look at files. */
static const char begin[] = "pragma page_size = 4096;"
                            "pragma encoding = 'UTF-8';"
                            "pragma auto_vacuum = none;"
                            "pragma journal_mode = off;"
                            "pragma locking_mode = exclusive;"
                            "pragma synchronous = off;"
                            "pragma temp_store = memory;"
                            "pragma application_id = 0x536d736b;"
                            "begin;"
                            "create table about (key text not null, value text) strict;";

static void keep(struct writer *writer, int code) {
    if (writer->code == SQLITE_OK && code != SQLITE_OK && code != SQLITE_DONE) {
        writer->code = code;
    }
}

static void run(struct writer *writer, const char *text) {
    if (writer->code == SQLITE_OK) {
        keep(writer, sqlite3_exec(writer->database, text, NULL, NULL, NULL));
    }
}

static void prepare(struct writer *writer, const char *text) {
    sqlite3_finalize(writer->insert);
    writer->insert = NULL;
    if (writer->code == SQLITE_OK) {
        keep(writer, sqlite3_prepare_v2(writer->database, text, -1, &writer->insert, NULL));
    }
}

/* ---- cells ---- */

/* Texts are valid until the row is put. */
static void bind_text(struct writer *writer, struct str text) {
    writer->column++;
    if (!str_is_absent(text)) {
        keep(writer,
             sqlite3_bind_text(writer->insert, writer->column, text.data, (int)text.size, SQLITE_STATIC));
    }
}

/* For texts that are not. */
static void bind_copy(struct writer *writer, const char *text) {
    keep(writer, sqlite3_bind_text(writer->insert, ++writer->column, text, -1, SQLITE_TRANSIENT));
}

static void bind_cell(struct writer *writer, const struct cell *cell) {
    char id[ID_TEXT_LENGTH + 1], at[CLOCK_TEXT_LENGTH + 1];
    switch (cell->kind) {
    case CELL_ABSENT:
        writer->column++;
        break;
    case CELL_TEXT:
        bind_text(writer, cell->text);
        break;
    case CELL_ID:
        id_format(cell->id, id);
        bind_copy(writer, id);
        break;
    case CELL_TIME:
        clock_format(cell->number, at);
        bind_copy(writer, at);
        break;
    case CELL_COUNT:
    case CELL_FLAG:
        keep(writer, sqlite3_bind_int64(writer->insert, ++writer->column, cell->number));
        break;
    }
}

static bool put_row(struct writer *writer) {
    if (writer->code == SQLITE_OK) {
        keep(writer, sqlite3_step(writer->insert));
        keep(writer, sqlite3_reset(writer->insert));
        sqlite3_clear_bindings(writer->insert);
    }
    writer->column = 0;
    return writer->code == SQLITE_OK;
}

/* ---- tables ---- */

static void write_fact(void *context, const char *key, struct str value) {
    struct writer *writer = context;
    bind_text(writer, str_of(key));
    bind_text(writer, value);
    put_row(writer);
}

static const char *type_of(enum cell_kind kind) {
    return kind == CELL_COUNT || kind == CELL_FLAG ? "integer" : "text";
}

/* Names are ours, and some of them are words of SQL. */
static void make_table(struct writer *writer, const struct table *table) {
    struct buffer create, insert;
    const char *comma = "";
    buffer_init(&create);
    buffer_init(&insert);
    buffer_format(&create, "create table \"%s\" (", table->name);
    buffer_format(&insert, "insert into \"%s\" values (", table->name);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (record_has_column(writer->record, column)) {
            buffer_format(&create, "%s\"%s\" %s", comma, column->name, type_of(column->kind));
            buffer_format(&insert, "%s?", comma);
            comma = ", ";
        }
    }
    buffer_append(&create, ") strict", sizeof ") strict");
    buffer_append(&insert, ")", sizeof ")");
    run(writer, create.data);
    prepare(writer, insert.data);
    buffer_finish(&insert);
    buffer_finish(&create);
}

static bool write_row(void *context, const struct table *table, const struct cell *cells) {
    struct writer *writer = context;
    for (size_t i = 0; i < table->column_count; i++) {
        if (record_has_column(writer->record, &table->columns[i])) {
            bind_cell(writer, &cells[i]);
        }
    }
    return put_row(writer);
}

static void write_table(struct writer *writer, const struct table *table) {
    if (record_has_table(writer->record, table)) {
        make_table(writer, table);
        if (writer->code == SQLITE_OK) {
            record_walk(writer->record, table, write_row, writer);
        }
    }
}

static void write_version(struct writer *writer) {
    char *text = sqlite3_mprintf("pragma user_version = %d", TRANSCRIPT_VERSION);
    run(writer, text);
    sqlite3_free(text);
}

static enum status write_database(struct record *record, const struct transcript_options *options, int file) {
    struct sqlite_file *database;
    struct writer writer = {.record = record};
    enum status status = sqlite_file_open(file, &database);
    if (status != STATUS_OK) {
        return status;
    }
    writer.database = sqlite_file_database(database);
    run(&writer, begin);
    write_version(&writer);
    prepare(&writer, "insert into about values (?, ?)");
    if (writer.code == SQLITE_OK) {
        record_about(record, options, write_fact, &writer);
    }
    write_table(&writer, &dictionary_table);
    for (size_t i = 0; record_tables[i] && writer.code == SQLITE_OK; i++) {
        write_table(&writer, record_tables[i]);
    }
    prepare(&writer, "commit");
    put_row(&writer);
    sqlite3_finalize(writer.insert);
    sqlite_file_close(database);
    if (writer.code != SQLITE_OK) {
        diag(DIAG_WARNING, "a record as a database: %s", sqlite3_errstr(writer.code));
    }
    return writer.code == SQLITE_OK ? STATUS_OK : STATUS_IO;
}

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    int file = nameless_open(options->folder);
    if (file < 0) {
        return STATUS_IO;
    }
    enum status status = write_database(record, options, file);
    if (status == STATUS_OK) {
        status = file_into_sink(file, sink);
    }
    close(file);
    return status;
}

const struct transcript_format sqlite_format = {"sqlite", "application/vnd.sqlite3", "sqlite", str_is_empty,
                                                write_all};
