/* One SQLite connection: how it is opened, and SQLite's codes as ours. Whoever holds it uses it from one
 * thread at a time. */
#ifndef SAMSKAP_JOURNAL_SQLITE_DB_H
#define SAMSKAP_JOURNAL_SQLITE_DB_H

#include <sqlite3.h>

#include "base/id.h"
#include "base/status.h"
#include "base/str.h"

enum { SQLITE_WAIT = 5000 /* milliseconds for a lock of another connection */ };

enum status sqlite_status(int code);
/* flags as of sqlite3_open_v2. On failure *db is NULL. */
MUST_CHECK enum status sqlite_db_open(const char *path, int flags, sqlite3 **db);
MUST_CHECK enum status sqlite_db_run(sqlite3 *db, const char *sql);
/* One row's text; NOT_FOUND where there is no row. */
MUST_CHECK enum status sqlite_db_read_text(sqlite3 *db, const char *sql, char *text, size_t size);
/* A statement to be kept. */
MUST_CHECK enum status sqlite_db_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **statement);

/* Bound texts must live until the statement is reset. */
void sqlite_bind_id(sqlite3_stmt *statement, int place, struct id id);
void sqlite_bind_str(sqlite3_stmt *statement, int place, struct str text);
void sqlite_bind_hash(sqlite3_stmt *statement, int place, const uint8_t sha256[32]);
/* Valid until the next step; never absent. */
struct str sqlite_column_str(sqlite3_stmt *statement, int column);
MUST_CHECK enum status sqlite_column_id(sqlite3_stmt *statement, int column, struct id *id);
MUST_CHECK enum status sqlite_column_hash(sqlite3_stmt *statement, int column, uint8_t sha256[32]);
/* Steps and resets a statement that gives no rows. */
MUST_CHECK enum status sqlite_run(sqlite3_stmt *statement);

#endif
