/* The engine for those who only read: a pool of readers, and a refusal for every write. */
#include "base/memory.h"
#include "journal/engine.h"
#include "journal/sqlite.h"
#include "journal/sqlite_migrate.h"
#include "journal/sqlite_reader.h"

struct read_only_journal {
    struct sqlite_reading reading;
    struct str path;
};

static struct read_only_journal *read_only_of(struct journal *journal) {
    return LIST_ENTRY(journal, struct read_only_journal, reading.journal);
}

static void engine_write(struct journal *journal, struct journal_batch *batch) {
    for (struct list *link = batch->blobs.next; link != &batch->blobs; link = link->next) {
        LIST_ENTRY(link, struct journal_blob, link)->status = STATUS_DENIED;
    }
    for (struct list *link = batch->appends.next; link != &batch->appends; link = link->next) {
        LIST_ENTRY(link, struct journal_append, link)->status = STATUS_DENIED;
    }
    batch->failed = true;
    mailbox_post(journal->mailbox, &batch->letter);
}

static void engine_stop(struct journal *journal) {
    (void)journal;
}

static void engine_destroy(struct journal *journal) {
    struct read_only_journal *read_only = read_only_of(journal);
    sqlite_readers_finish(&read_only->reading.readers);
    memory_free_str(&read_only->path);
    memory_free(read_only);
}

static const struct journal_engine read_only_engine = {
    .write = engine_write,
    .stop = engine_stop,
    .destroy = engine_destroy,
    .read = sqlite_read,
    .read_processes = sqlite_read_processes,
    .read_blob = sqlite_read_blob,
    .read_blobs = sqlite_read_blobs,
};

/* The readers ask for the tables as they are in this version. */
static enum status read_epoch(const char *path, struct id *epoch) {
    sqlite3 *db;
    int version;
    enum status status = sqlite_open_existing(path, SQLITE_OPEN_READONLY, &db, &version);
    if (status == STATUS_OK && version < journal_migration_count) {
        status = STATUS_UNSUPPORTED;
    }
    if (status == STATUS_OK) {
        status = sqlite_read_epoch(db, epoch);
    }
    sqlite3_close(db);
    return status;
}

enum status journal_sqlite_open_read_only(const char *path, struct mailbox *mailbox,
                                          struct journal **journal) {
    struct id epoch;
    enum status status = read_epoch(path, &epoch);
    if (status != STATUS_OK) {
        return status;
    }
    struct read_only_journal *read_only = memory_allocate(sizeof *read_only);
    read_only->path = memory_copy_str(str_of(path));
    sqlite_readers_init(&read_only->reading.readers, read_only->path.data);
    journal_init(&read_only->reading.journal, &read_only_engine, mailbox, epoch);
    read_only->reading.journal.writable = false;
    *journal = &read_only->reading.journal;
    return STATUS_OK;
}
