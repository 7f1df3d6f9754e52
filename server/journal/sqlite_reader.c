#include "journal/sqlite_reader.h"

#include "base/memory.h"
#include "journal/sqlite_event.h"

enum { IDLE_READERS = 4 };

enum query { READ_EVENTS, READ_ERASED, READ_PROCESSES, READ_BLOB, READ_BLOBS, QUERY_COUNT };

enum { ERASED_COLUMN = 8 /* of READ_EVENTS, behind the event's own */ };

static const char *const query_texts[QUERY_COUNT] = {
    [READ_EVENTS] = ("select " SQLITE_EVENT_COLUMNS ", (select erased from process where id = ?1)"
                     " from event where process = ?1 and seq > ?2 order by seq limit ?3"),
    [READ_ERASED] = "select 1 from process where id = ? and erased",
    [READ_PROCESSES] = "select id, head from process where head > 0 and not erased order by id",
    [READ_BLOB] = "select bytes, type from blob where process = ? and sha256 = ? and not erased",
    [READ_BLOBS] =
        "select sha256, type, length(bytes) from blob where process = ? and not erased order by sha256",
};

struct reader {
    struct list link;
    sqlite3 *db;
    sqlite3_stmt *statements[QUERY_COUNT]; /* NULL until first needed */
};

static void reader_destroy(struct reader *reader) {
    for (int i = 0; i < QUERY_COUNT; i++) {
        sqlite3_finalize(reader->statements[i]);
    }
    sqlite3_close(reader->db);
    memory_free(reader);
}

static enum status reader_create(const char *path, struct reader **reader) {
    struct reader *made = memory_allocate(sizeof *made);
    enum status status = sqlite_db_open(path, SQLITE_OPEN_READONLY, &made->db);
    if (status != STATUS_OK) {
        memory_free(made);
        return status;
    }
    *reader = made;
    return STATUS_OK;
}

static enum status take(struct sqlite_readers *readers, enum query query, struct reader **reader,
                        sqlite3_stmt **statement) {
    struct reader *taken = NULL;
    pthread_mutex_lock(&readers->lock);
    struct list *first = list_first(&readers->idle);
    if (first) {
        list_remove(first);
        readers->idle_count--;
        taken = LIST_ENTRY(first, struct reader, link);
    }
    pthread_mutex_unlock(&readers->lock);
    enum status status = taken ? STATUS_OK : reader_create(readers->path, &taken);
    if (status == STATUS_OK && !taken->statements[query]) {
        status = sqlite_db_prepare(taken->db, query_texts[query], &taken->statements[query]);
    }
    *reader = taken;
    *statement = taken ? taken->statements[query] : NULL;
    return status;
}

/* Ends the reader's transaction. After a failure the connection is not used again. */
static void give_back(struct sqlite_readers *readers, struct reader *reader, sqlite3_stmt *statement,
                      enum status status) {
    if (!reader) {
        return;
    }
    if (statement) {
        sqlite3_reset(statement);
    }
    pthread_mutex_lock(&readers->lock);
    bool keep = readers->idle_count < IDLE_READERS &&
                (status == STATUS_OK || status == STATUS_NOT_FOUND || status == STATUS_ERASED);
    if (keep) {
        list_append(&readers->idle, &reader->link);
        readers->idle_count++;
    }
    pthread_mutex_unlock(&readers->lock);
    if (!keep) {
        reader_destroy(reader);
    }
}

void sqlite_readers_init(struct sqlite_readers *readers, const char *path) {
    *readers = (struct sqlite_readers){.path = path};
    pthread_mutex_init(&readers->lock, NULL);
    list_init(&readers->idle);
}

void sqlite_readers_finish(struct sqlite_readers *readers) {
    struct list *link;
    while ((link = list_first(&readers->idle))) {
        list_remove(link);
        reader_destroy(LIST_ENTRY(link, struct reader, link));
    }
    pthread_mutex_destroy(&readers->lock);
}

static struct sqlite_readers *readers_of(struct journal *journal) {
    return &LIST_ENTRY(journal, struct sqlite_reading, journal)->readers;
}

static enum status read_row(sqlite3_stmt *statement, int code, struct journal_event *event) {
    if (code != SQLITE_ROW) {
        return sqlite_status(code);
    }
    if (sqlite3_column_int(statement, ERASED_COLUMN)) {
        return STATUS_ERASED;
    }
    return sqlite_event_of_row(statement, event);
}

/* Where there is no event to say it. */
static enum status check_erased(struct sqlite_readers *readers, struct id process) {
    struct reader *reader;
    sqlite3_stmt *statement;
    enum status status = take(readers, READ_ERASED, &reader, &statement);
    bool erased = false;
    if (status == STATUS_OK) {
        sqlite_bind_id(statement, 1, process);
        int code = sqlite3_step(statement);
        erased = code == SQLITE_ROW;
        status = sqlite_status(code);
    }
    give_back(readers, reader, statement, status);
    return erased ? STATUS_ERASED : status;
}

enum status sqlite_read(struct journal *journal, struct id process, int64_t after, journal_follow_fn *each,
                        void *context, int64_t *last) {
    struct sqlite_readers *readers = readers_of(journal);
    struct reader *reader;
    sqlite3_stmt *statement;
    *last = after;
    enum status status = take(readers, READ_EVENTS, &reader, &statement);
    if (status == STATUS_OK) {
        sqlite_bind_id(statement, 1, process);
        sqlite3_bind_int64(statement, 2, after);
        sqlite3_bind_int(statement, 3, JOURNAL_PAGE);
        int code;
        while (status == STATUS_OK && (code = sqlite3_step(statement)) != SQLITE_DONE) {
            struct journal_event event;
            status = read_row(statement, code, &event);
            if (status == STATUS_OK) {
                each(context, &event);
                *last = event.seq;
            }
        }
    }
    give_back(readers, reader, statement, status);
    return status == STATUS_OK && *last == after ? check_erased(readers, process) : status;
}

enum status sqlite_read_processes(struct journal *journal, journal_process_fn *each, void *context) {
    struct sqlite_readers *readers = readers_of(journal);
    struct reader *reader;
    sqlite3_stmt *statement;
    int code;
    enum status status = take(readers, READ_PROCESSES, &reader, &statement);
    while (status == STATUS_OK && (code = sqlite3_step(statement)) != SQLITE_DONE) {
        struct journal_process process = {0};
        status = code == SQLITE_ROW ? sqlite_column_id(statement, 0, &process.id) : sqlite_status(code);
        if (status == STATUS_OK) {
            process.head = sqlite3_column_int64(statement, 1);
            each(context, &process);
        }
    }
    give_back(readers, reader, statement, status);
    return status;
}

enum status sqlite_read_blob(struct journal *journal, struct id process, const uint8_t sha256[32],
                             struct buffer *bytes, struct buffer *type) {
    struct sqlite_readers *readers = readers_of(journal);
    struct reader *reader;
    sqlite3_stmt *statement;
    enum status status = take(readers, READ_BLOB, &reader, &statement);
    if (status == STATUS_OK) {
        sqlite_bind_id(statement, 1, process);
        sqlite_bind_hash(statement, 2, sha256);
        int code = sqlite3_step(statement);
        if (code == SQLITE_ROW) {
            const void *data = sqlite3_column_blob(statement, 0);
            buffer_append(bytes, data, (size_t)sqlite3_column_bytes(statement, 0));
            buffer_append_str(type, sqlite_column_str(statement, 1));
        } else {
            status = code == SQLITE_DONE ? STATUS_NOT_FOUND : sqlite_status(code);
        }
    }
    give_back(readers, reader, statement, status);
    return status;
}

enum status sqlite_read_blobs(struct journal *journal, struct id process, journal_blob_fn *each,
                              void *context) {
    struct sqlite_readers *readers = readers_of(journal);
    struct reader *reader;
    sqlite3_stmt *statement;
    int code;
    enum status status = take(readers, READ_BLOBS, &reader, &statement);
    if (status == STATUS_OK) {
        sqlite_bind_id(statement, 1, process);
    }
    while (status == STATUS_OK && (code = sqlite3_step(statement)) != SQLITE_DONE) {
        uint8_t sha256[32];
        status = code == SQLITE_ROW ? sqlite_column_hash(statement, 0, sha256) : sqlite_status(code);
        if (status == STATUS_OK) {
            each(context, sha256, sqlite_column_str(statement, 1), sqlite3_column_int64(statement, 2));
        }
    }
    give_back(readers, reader, statement, status);
    return status;
}
