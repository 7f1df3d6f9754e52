/* The connection that writes: the store of settle.h as SQLite keeps it, and one transaction per batch. Used
 * by the thread that opens it until the writer's thread takes over. */
#ifndef SAMSKAP_JOURNAL_SQLITE_WRITER_H
#define SAMSKAP_JOURNAL_SQLITE_WRITER_H

#include "base/map.h"
#include "journal/engine.h"
#include "journal/sqlite_db.h"

enum sqlite_query {
    SQLITE_BEGIN,
    SQLITE_COMMIT,
    SQLITE_FIND_COMMAND,
    SQLITE_FIND_TAIL,
    SQLITE_FIND_EVENT,
    SQLITE_FIND_BLOB,
    SQLITE_PUT_PROCESS,
    SQLITE_PUT_TAIL,
    SQLITE_PUT_EVENT,
    SQLITE_FIND_SIZE,
    SQLITE_PUT_REDACTED,
    SQLITE_PUT_BLOB,
    SQLITE_ERASE_BLOB,
    SQLITE_FIND_ANY_BLOB,
    SQLITE_ERASE_EVENT,
    SQLITE_ERASE_PROCESS,
    SQLITE_QUERY_COUNT
};

struct sqlite_writer {
    sqlite3 *db;
    sqlite3_stmt *statements[SQLITE_QUERY_COUNT];
    struct map tails;     /* process → struct cached_tail; emptied after every error */
    struct list changed;  /* tails to be written before COMMIT */
    bool erased;          /* by the transaction: the WAL still holds it */
    bool checkpoint_owed; /* emptying the WAL did not succeed yet */
};

/* Opens or makes the file, with its tables. On failure nothing is left to be closed. */
MUST_CHECK enum status sqlite_writer_open(struct sqlite_writer *writer, const char *path);
void sqlite_writer_close(struct sqlite_writer *writer);
/* Stores and settles all of the batch. */
void sqlite_writer_write(struct sqlite_writer *writer, struct journal_batch *batch);
/* Tries again what is owed, when there is nothing to write. */
void sqlite_writer_tend(struct sqlite_writer *writer);

#endif
