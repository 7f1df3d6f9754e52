#include "journal/sqlite_store.h"

#include "base/memory.h"

enum { TAILS_KEPT = 4096 };

struct cached_tail {
    struct list link; /* in writer.changed */
    struct id process;
    struct journal_tail tail;
};

static struct cached_tail *find_cached(struct sqlite_writer *writer, struct id process) {
    return map_find(&writer->tails, process.bytes, sizeof process.bytes);
}

static struct cached_tail *cache(struct sqlite_writer *writer, struct id process, struct journal_tail tail) {
    struct cached_tail *cached = memory_allocate(sizeof *cached);
    list_init(&cached->link);
    cached->process = process;
    cached->tail = tail;
    map_put(&writer->tails, process.bytes, sizeof process.bytes, cached);
    return cached;
}

/* Steps a statement that gives one row, which is there until it is reset. */
static enum status find_row(sqlite3_stmt *statement) {
    int code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        return STATUS_OK;
    }
    return code == SQLITE_DONE ? STATUS_NOT_FOUND : sqlite_status(code);
}

static enum status find_command(void *store, struct id process, struct id command, int64_t *seq) {
    struct sqlite_writer *writer = store;
    sqlite3_stmt *statement = writer->statements[SQLITE_FIND_COMMAND];
    sqlite_bind_id(statement, 1, process);
    sqlite_bind_id(statement, 2, command);
    enum status status = find_row(statement);
    *seq = status == STATUS_OK ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return status;
}

static enum status find_tail(void *store, struct id process, struct journal_tail *tail) {
    struct sqlite_writer *writer = store;
    struct cached_tail *cached = find_cached(writer, process);
    if (cached) {
        *tail = cached->tail;
        return STATUS_OK;
    }
    sqlite3_stmt *statement = writer->statements[SQLITE_FIND_TAIL];
    sqlite_bind_id(statement, 1, process);
    enum status status = find_row(statement);
    *tail = (struct journal_tail){0};
    if (status == STATUS_OK) {
        *tail = (struct journal_tail){sqlite3_column_int64(statement, 0), sqlite3_column_int64(statement, 1),
                                      sqlite3_column_int(statement, 2) != 0};
        cache(writer, process, *tail);
    }
    sqlite3_reset(statement);
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

static enum status find_event(void *store, struct id process, int64_t seq, journal_follow_fn *each,
                              void *context) {
    struct sqlite_writer *writer = store;
    sqlite3_stmt *statement = writer->statements[SQLITE_FIND_EVENT];
    struct journal_event event;
    sqlite_bind_id(statement, 1, process);
    sqlite3_bind_int64(statement, 2, seq);
    enum status status = find_row(statement);
    if (status == STATUS_OK) {
        status = sqlite_event_of_row(statement, &event);
    }
    if (status == STATUS_OK) {
        each(context, &event);
    }
    sqlite3_reset(statement);
    return status;
}

static enum status find_blob(void *store, struct id process, const uint8_t sha256[32]) {
    struct sqlite_writer *writer = store;
    sqlite3_stmt *statement = writer->statements[SQLITE_FIND_BLOB];
    sqlite_bind_id(statement, 1, process);
    sqlite_bind_hash(statement, 2, sha256);
    enum status status = find_row(statement);
    sqlite3_reset(statement);
    return status;
}

/* The row of a process comes with its first event; its head is written once per transaction. */
static enum status put_tail(struct sqlite_writer *writer, struct id process, struct journal_tail tail) {
    struct cached_tail *cached = find_cached(writer, process);
    if (!cached) {
        sqlite3_stmt *statement = writer->statements[SQLITE_PUT_PROCESS];
        sqlite_bind_id(statement, 1, process);
        enum status status = sqlite_run(statement);
        if (status != STATUS_OK) {
            return status;
        }
        cached = cache(writer, process, tail);
    }
    cached->tail = tail;
    list_remove(&cached->link);
    list_append(&writer->changed, &cached->link);
    return STATUS_OK;
}

static enum status put_event(void *store, struct id process, const struct journal_event *event,
                             struct journal_tail tail) {
    struct sqlite_writer *writer = store;
    sqlite3_stmt *statement = writer->statements[SQLITE_PUT_EVENT];
    enum status status = put_tail(writer, process, tail);
    if (status != STATUS_OK) {
        return status;
    }
    sqlite_bind_id(statement, 1, process);
    sqlite3_bind_int64(statement, 2, event->seq);
    sqlite_bind_id(statement, 3, event->command);
    sqlite_bind_str(statement, 4, event->actor);
    sqlite3_bind_int64(statement, 5, event->at);
    sqlite_bind_str(statement, 6, event->kind);
    sqlite3_bind_int(statement, 7, event->version);
    sqlite3_bind_int(statement, 8, event->redacted);
    sqlite_bind_str(statement, 9, event->body);
    return sqlite_run(statement);
}

static enum status find_size(struct sqlite_writer *writer, struct id process, int64_t seq, size_t *size) {
    sqlite3_stmt *statement = writer->statements[SQLITE_FIND_SIZE];
    sqlite_bind_id(statement, 1, process);
    sqlite3_bind_int64(statement, 2, seq);
    enum status status = find_row(statement);
    *size = status == STATUS_OK ? (size_t)sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return status;
}

/* Filled up to the size that it had, the row stays where it is and SQLite overwrites it. A row of another
 * size may push its neighbours to other pages, which leaves traces of them behind. */
static enum status put_redacted(void *store, struct id process, int64_t seq, struct str body) {
    struct sqlite_writer *writer = store;
    sqlite3_stmt *statement = writer->statements[SQLITE_PUT_REDACTED];
    struct buffer filled;
    size_t size;
    enum status status = find_size(writer, process, seq, &size);
    if (status != STATUS_OK) {
        return status == STATUS_NOT_FOUND ? STATUS_CORRUPT : status;
    }
    buffer_init(&filled);
    buffer_append_str(&filled, body);
    while (filled.size < size) {
        buffer_append_byte(&filled, ' ');
    }
    writer->erased = true;
    sqlite_bind_str(statement, 1, buffer_str(&filled));
    sqlite_bind_id(statement, 2, process);
    sqlite3_bind_int64(statement, 3, seq);
    status = sqlite_run(statement);
    buffer_finish(&filled);
    return status;
}

static enum status put_blob(void *store, const struct journal_blob *blob) {
    struct sqlite_writer *writer = store;
    sqlite3_stmt *statement = writer->statements[SQLITE_PUT_BLOB];
    sqlite_bind_id(statement, 1, blob->process);
    sqlite_bind_hash(statement, 2, blob->sha256);
    sqlite_bind_str(statement, 3, blob->type);
    sqlite3_bind_blob64(statement, 4, blob->bytes.size > 0 ? blob->bytes.data : "", blob->bytes.size,
                        SQLITE_STATIC);
    return sqlite_run(statement);
}

static enum status erase_blob(void *store, struct id process, const uint8_t sha256[32]) {
    struct sqlite_writer *writer = store;
    sqlite3_stmt *statement = writer->statements[SQLITE_ERASE_BLOB];
    writer->erased = true;
    sqlite_bind_id(statement, 1, process);
    sqlite_bind_hash(statement, 2, sha256);
    return sqlite_run(statement);
}

/* One row at a time: of a statement that changes many, SQLite keeps what they were in a file of its own. */
static enum status erase_events(struct sqlite_writer *writer, struct id process, int64_t head) {
    sqlite3_stmt *statement = writer->statements[SQLITE_ERASE_EVENT];
    enum status status = STATUS_OK;
    for (int64_t seq = 1; seq <= head && status == STATUS_OK; seq++) {
        sqlite_bind_id(statement, 1, process);
        sqlite3_bind_int64(statement, 2, seq);
        status = sqlite_run(statement);
    }
    return status;
}

static enum status find_any_blob(struct sqlite_writer *writer, struct id process, uint8_t sha256[32]) {
    sqlite3_stmt *statement = writer->statements[SQLITE_FIND_ANY_BLOB];
    sqlite_bind_id(statement, 1, process);
    enum status status = find_row(statement);
    if (status == STATUS_OK) {
        status = sqlite_column_hash(statement, 0, sha256);
    }
    sqlite3_reset(statement);
    return status;
}

static enum status erase_blobs(struct sqlite_writer *writer, struct id process) {
    uint8_t sha256[32];
    enum status status;
    while ((status = find_any_blob(writer, process, sha256)) == STATUS_OK &&
           (status = erase_blob(writer, process, sha256)) == STATUS_OK) {
    }
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

/* Rows that hold texts never move and are never deleted (0001_journal.sql): they are filled with blanks where
 * they stand, and the mark on the process says that they are none. */
static enum status erase_process(void *store, struct id process) {
    struct sqlite_writer *writer = store;
    sqlite3_stmt *statement = writer->statements[SQLITE_ERASE_PROCESS];
    struct journal_tail tail;
    enum status status = find_tail(writer, process, &tail);
    if (status == STATUS_OK && !find_cached(writer, process)) {
        status = put_tail(writer, process, tail);
    }
    if (status == STATUS_OK) {
        status = erase_events(writer, process, tail.head);
    }
    if (status == STATUS_OK) {
        status = erase_blobs(writer, process);
    }
    if (status == STATUS_OK) {
        sqlite_bind_id(statement, 1, process);
        status = sqlite_run(statement);
    }
    if (status == STATUS_OK) {
        writer->erased = true;
        find_cached(writer, process)->tail.erased = true;
    }
    return status;
}

enum status sqlite_store_write_tails(struct sqlite_writer *writer) {
    sqlite3_stmt *statement = writer->statements[SQLITE_PUT_TAIL];
    struct list *link;
    enum status status = STATUS_OK;
    while (status == STATUS_OK && (link = list_first(&writer->changed))) {
        struct cached_tail *cached = LIST_ENTRY(link, struct cached_tail, link);
        list_remove(link);
        sqlite3_bind_int64(statement, 1, cached->tail.head);
        sqlite3_bind_int64(statement, 2, cached->tail.at);
        sqlite_bind_id(statement, 3, cached->process);
        status = sqlite_run(statement);
    }
    return status;
}

void sqlite_store_forget(struct sqlite_writer *writer) {
    const void *cursor = NULL;
    struct cached_tail *cached;
    while ((cached = map_next(&writer->tails, &cursor))) {
        memory_free(cached);
    }
    struct map_seed seed = writer->tails.seed;
    map_finish(&writer->tails);
    map_init(&writer->tails, seed);
    list_init(&writer->changed);
}

void sqlite_store_trim(struct sqlite_writer *writer) {
    if (writer->tails.count > TAILS_KEPT) {
        sqlite_store_forget(writer);
    }
}

const struct journal_store sqlite_store_ops = {
    .find_command = find_command,
    .find_tail = find_tail,
    .find_event = find_event,
    .find_blob = find_blob,
    .put_event = put_event,
    .put_redacted = put_redacted,
    .put_blob = put_blob,
    .erase_blob = erase_blob,
    .erase_process = erase_process,
};
