/* The journal in an SQLite file: WAL, synchronous=FULL, secure_delete. A writer thread owns the write
 * connection; one batch is outstanding, what comes meanwhile is the next. */
#ifndef SAMSKAP_JOURNAL_SQLITE_H
#define SAMSKAP_JOURNAL_SQLITE_H

#include "journal/journal.h"

/* Opens or makes path (mode 0600), brings its tables up to date, and locks it for this program by the file
 * path.lock. BUSY: another server has it. UNSUPPORTED: made by a newer version. CORRUPT: damaged, or no such
 * store. IO. */
MUST_CHECK enum status journal_sqlite_open(const char *path, struct mailbox *mailbox,
                                           struct journal **journal);
/* Opens a store for reading only, also beside a server that has it, or after one that was killed: takes no
 * lock, starts no thread, changes no table. Reads and blobs work, from any thread; what is appended or stored
 * completes as DENIED; followers get what is stored when they begin. The folder must be writable where the
 * files that SQLite keeps beside a store are not there. NOT_FOUND, CORRUPT; UNSUPPORTED: of a newer version,
 * or of an older one that no server has brought up to date yet; BUSY, IO. */
MUST_CHECK enum status journal_sqlite_open_read_only(const char *path, struct mailbox *mailbox,
                                                     struct journal **journal);
/* Copies a store that may be in use, as it is at one moment, into a new file (mode 0600), and gives the copy
 * a new epoch. EXISTS: there is a file called copy. NOT_FOUND, CORRUPT, UNSUPPORTED: path. IO. Any thread. */
MUST_CHECK enum status journal_sqlite_backup(const char *path, const char *copy);
/* SQLite's integrity check, dense seqs, heads. Says what is wrong with a line each, and returns CORRUPT then.
 * The store may be in use. NOT_FOUND, UNSUPPORTED, IO. Any thread. */
MUST_CHECK enum status journal_sqlite_verify(const char *path, void (*say)(void *context, const char *line),
                                             void *context);

#endif
