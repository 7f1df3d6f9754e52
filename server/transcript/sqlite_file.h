/* An SQLite database in an open file. SQLite opens files by their names, and follows /proc/self/fd/N to the
 * name that the file once had; so it gets a file system of its own here, in which that file is all there is.
 * Nothing else is made: no journal and no temporary files. */
#ifndef SAMSKAP_TRANSCRIPT_SQLITE_FILE_H
#define SAMSKAP_TRANSCRIPT_SQLITE_FILE_H

#include <sqlite3.h>

#include "base/status.h"

struct sqlite_file;

/* A database to be written in the file, which is empty; the caller's, and must outlive it. */
MUST_CHECK enum status sqlite_file_open(int file, struct sqlite_file **opened);
sqlite3 *sqlite_file_database(struct sqlite_file *file);
void sqlite_file_close(struct sqlite_file *file); /* takes NULL; statements must be finalized */

#endif
