/* A batch goes: BEGIN IMMEDIATE → blobs → appends, each settled by itself → the heads → COMMIT → where
 * something was redacted or erased, the WAL is emptied before anybody is told, so that the text stands in no
 * file any more (in the database itself it is overwritten; see 0001_journal.sql).
 *
 * When any step fails, COMMIT above all: ROLLBACK, forget what is cached of the store, and the whole batch
 * has an unknown outcome. (A COMMIT may fail after the WAL was synced.) The next batch tries anew. */
#include "journal/sqlite_writer.h"

#include "base/diag.h"
#include "base/memory.h"
#include "base/random.h"
#include "journal/sqlite_migrate.h"
#include "journal/sqlite_store.h"

/* 'immediate': the write lock is waited for here, and not in the middle. */
static const char *const query_texts[SQLITE_QUERY_COUNT] = {
    [SQLITE_BEGIN] = "begin immediate",
    [SQLITE_COMMIT] = "commit",
    [SQLITE_FIND_COMMAND] = "select seq from event where process = ? and command_id = ?",
    [SQLITE_FIND_TAIL] = "select head, at, erased from process where id = ?",
    [SQLITE_FIND_EVENT] = "select " SQLITE_EVENT_COLUMNS " from event where process = ? and seq = ?",
    [SQLITE_FIND_BLOB] = "select 1 from blob where process = ? and sha256 = ? and not erased",
    [SQLITE_PUT_PROCESS] = "insert into process (id, head, at) values (?, 0, 0)",
    [SQLITE_PUT_TAIL] = "update process set head = ?, at = ? where id = ?",
    [SQLITE_PUT_EVENT] =
        "insert into event (process, " SQLITE_EVENT_COLUMNS ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [SQLITE_FIND_SIZE] = "select length(cast(body as blob)) from event where process = ? and seq = ?",
    [SQLITE_PUT_REDACTED] = "update event set body = ?, redacted = 1 where process = ? and seq = ?",
    [SQLITE_PUT_BLOB] = "insert into blob (process, sha256, type, bytes) values (?, ?, ?, ?)"
                        " on conflict (process, sha256) do update set bytes = excluded.bytes, erased = 0",
    [SQLITE_ERASE_BLOB] = "update blob set bytes = zeroblob(length(bytes)), erased = 1"
                          " where process = ? and sha256 = ?",
    [SQLITE_FIND_ANY_BLOB] = "select sha256 from blob where process = ? and not erased limit 1",
    [SQLITE_ERASE_EVENT] = "update event set actor = printf('%*s', length(cast(actor as blob)), ''),"
                           " body = printf('%*s', length(cast(body as blob)), ''), redacted = 1"
                           " where process = ? and seq = ?",
    [SQLITE_ERASE_PROCESS] = "update process set erased = 1 where id = ?",
};

static const char connection_settings[] = "pragma synchronous = full;"
                                          "pragma secure_delete = on;"
                                          "pragma foreign_keys = on;"
                                          "pragma cache_size = -16384;"; /* KiB */

static enum status set_wal(sqlite3 *db) {
    char mode[16];
    enum status status = sqlite_db_read_text(db, "pragma journal_mode = wal", mode, sizeof mode);
    return status == STATUS_OK && !str_equal(str_of(mode), STR("wal")) ? STATUS_IO : status;
}

/* BUSY: somebody reads from the WAL just now. */
static enum status empty_wal(sqlite3 *db) {
    int code = sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    return sqlite_status(code);
}

static enum status prepare_all(struct sqlite_writer *writer) {
    enum status status = STATUS_OK;
    for (int i = 0; i < SQLITE_QUERY_COUNT && status == STATUS_OK; i++) {
        status = sqlite_db_prepare(writer->db, query_texts[i], &writer->statements[i]);
    }
    return status;
}

/* Nothing is changed before the version is known to be ours. */
enum status sqlite_writer_open(struct sqlite_writer *writer, const char *path) {
    int version;
    *writer = (struct sqlite_writer){0};
    map_init(&writer->tails, random_map_seed());
    list_init(&writer->changed);
    enum status status = sqlite_db_open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &writer->db);
    if (status == STATUS_OK) {
        status = sqlite_read_version(writer->db, &version);
    }
    if (status == STATUS_OK) {
        status = set_wal(writer->db);
    }
    if (status == STATUS_OK) {
        status = sqlite_db_run(writer->db, connection_settings);
    }
    if (status == STATUS_OK) {
        status = sqlite_migrate(writer->db);
    }
    if (status == STATUS_OK) {
        status = prepare_all(writer);
    }
    if (status == STATUS_OK) {
        writer->checkpoint_owed = empty_wal(writer->db) != STATUS_OK; /* a killed server owes one, perhaps */
    } else {
        sqlite_writer_close(writer);
    }
    return status;
}

void sqlite_writer_close(struct sqlite_writer *writer) {
    for (int i = 0; i < SQLITE_QUERY_COUNT; i++) {
        sqlite3_finalize(writer->statements[i]);
    }
    sqlite3_close(writer->db); /* takes NULL; the last connection empties and removes the WAL */
    sqlite_store_forget(writer);
    map_finish(&writer->tails);
}

static enum status settle_blobs(struct sqlite_writer *writer, struct journal_batch *batch) {
    enum status status = STATUS_OK;
    for (struct list *link = batch->blobs.next; link != &batch->blobs && status == STATUS_OK;
         link = link->next) {
        status = journal_settle_blob(&sqlite_store_ops, writer, LIST_ENTRY(link, struct journal_blob, link));
    }
    return status;
}

static enum status settle_appends(struct sqlite_writer *writer, struct journal_batch *batch) {
    enum status status = STATUS_OK;
    for (struct list *link = batch->appends.next; link != &batch->appends && status == STATUS_OK;
         link = link->next) {
        struct journal_append *append = LIST_ENTRY(link, struct journal_append, link);
        status = journal_settle_append(&sqlite_store_ops, writer, append);
    }
    return status;
}

static enum status write_in_transaction(struct sqlite_writer *writer, struct journal_batch *batch) {
    enum status status = sqlite_run(writer->statements[SQLITE_BEGIN]);
    if (status == STATUS_OK) {
        status = settle_blobs(writer, batch);
    }
    if (status == STATUS_OK) {
        status = settle_appends(writer, batch);
    }
    if (status == STATUS_OK) {
        status = sqlite_store_write_tails(writer);
    }
    return status == STATUS_OK ? sqlite_run(writer->statements[SQLITE_COMMIT]) : status;
}

static void pay_checkpoint(struct sqlite_writer *writer) {
    if (!writer->checkpoint_owed && !writer->erased) {
        return;
    }
    writer->checkpoint_owed = empty_wal(writer->db) != STATUS_OK;
    if (writer->checkpoint_owed) {
        diag(DIAG_WARNING, "redacted text is still in the WAL; emptying it is tried again");
    }
}

void sqlite_writer_tend(struct sqlite_writer *writer) {
    writer->erased = false;
    pay_checkpoint(writer);
}

void sqlite_writer_write(struct sqlite_writer *writer, struct journal_batch *batch) {
    writer->erased = false;
    enum status status = write_in_transaction(writer, batch);
    if (status == STATUS_OK) {
        sqlite_store_trim(writer);
        pay_checkpoint(writer);
        return;
    }
    if (!sqlite3_get_autocommit(writer->db)) {
        sqlite3_exec(writer->db, "rollback", NULL, NULL, NULL);
    }
    sqlite_store_forget(writer);
    journal_settle_unknown(&batch->appends, &batch->blobs);
    batch->failed = true;
    diag(DIAG_ERROR, "a batch was not stored: %s", status_text(status));
}
