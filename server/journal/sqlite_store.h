/* The store as settle.h sees it: the writer's statements, and the tails of processes that it keeps. */
#ifndef SAMSKAP_JOURNAL_SQLITE_STORE_H
#define SAMSKAP_JOURNAL_SQLITE_STORE_H

#include "journal/settle.h"
#include "journal/sqlite_event.h"
#include "journal/sqlite_writer.h"

extern const struct journal_store sqlite_store_ops; /* store is the struct sqlite_writer */

MUST_CHECK enum status sqlite_store_write_tails(struct sqlite_writer *writer);
void sqlite_store_forget(struct sqlite_writer *writer); /* the cached tails */
void sqlite_store_trim(struct sqlite_writer *writer);   /* forgets where they have become many */

#endif
