/* An event as a row, for whoever reads rows. */
#ifndef SAMSKAP_JOURNAL_SQLITE_EVENT_H
#define SAMSKAP_JOURNAL_SQLITE_EVENT_H

#include "journal/journal.h"
#include "journal/sqlite_db.h"

#define SQLITE_EVENT_COLUMNS "seq, command_id, actor, at, kind, version, redacted, body"

/* The event's texts are the row's: valid until the next step. */
MUST_CHECK enum status sqlite_event_of_row(sqlite3_stmt *statement, struct journal_event *event);

#endif
