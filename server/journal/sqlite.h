/* The journal in an SQLite file: WAL, synchronous=FULL, secure_delete. A writer thread owns the write
 * connection; one batch is outstanding, what comes meanwhile is the next. */
#ifndef SAMSKAP_JOURNAL_SQLITE_H
#define SAMSKAP_JOURNAL_SQLITE_H

#include "journal/journal.h"

/* Opens or makes path, and locks it for this program. BUSY: another server has it. UNSUPPORTED: made by a
 * newer version. CORRUPT: damaged, or no such store. */
MUST_CHECK enum status journal_sqlite_open(const char *path, struct mailbox *mailbox,
                                           struct journal **journal);
/* Copies a store that may be in use, page by page, into a new file, and gives the copy a new epoch. EXISTS.
 */
MUST_CHECK enum status journal_sqlite_backup(const char *path, const char *copy);
/* SQLite's integrity check, dense seqs, heads. Says what is wrong with a line each. */
MUST_CHECK enum status journal_sqlite_verify(const char *path, void (*say)(void *context, const char *line),
                                             void *context);

#endif
