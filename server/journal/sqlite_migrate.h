/* The tables, brought up to date by numbered scripts (schema/migrations), which the build embeds. */
#ifndef SAMSKAP_JOURNAL_SQLITE_MIGRATE_H
#define SAMSKAP_JOURNAL_SQLITE_MIGRATE_H

#include "journal/sqlite_db.h"

extern const int journal_migration_count;
extern const char *const journal_migrations[];

/* The version of the tables, 0 in a file without any. CORRUPT: not such a store. UNSUPPORTED: newer. */
MUST_CHECK enum status sqlite_read_version(sqlite3 *db, int *version);
/* Opens a store that is there, with flags as of sqlite3_open_v2, and changes nothing. NOT_FOUND; CORRUPT: not
 * such a store; UNSUPPORTED: newer. On failure *db is NULL. */
MUST_CHECK enum status sqlite_open_existing(const char *path, int flags, sqlite3 **db, int *version);
/* Runs what is missing, and gives a new store its epoch, all in one transaction. */
MUST_CHECK enum status sqlite_migrate(sqlite3 *db);
MUST_CHECK enum status sqlite_read_epoch(sqlite3 *db, struct id *epoch);
MUST_CHECK enum status sqlite_write_epoch(sqlite3 *db, struct id epoch);

#endif
