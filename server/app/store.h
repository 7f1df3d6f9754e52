/* The data folder and the store in it, for commands that look at it or add to it. */
#ifndef SAMSKAP_APP_STORE_H
#define SAMSKAP_APP_STORE_H

#include "app/config.h"
#include "core/process.h"
#include "journal/journal.h"
#include "records/house.h"

/* DATA/samskap.db, in memory of the caller's (memory_free). */
char *store_path(const struct config *config);
/* Makes the folder and those above it, readable to nobody else. Says what went wrong. */
MUST_CHECK enum status store_make_folder(const struct config *config);
/* Opens the store for writing; says what went wrong, and what helps. */
MUST_CHECK enum status store_open(const struct config *config, struct mailbox *mailbox,
                                  struct journal **journal);
/* The same for reading, beside a running server too. */
MUST_CHECK enum status store_open_to_read(const struct config *config, struct mailbox *mailbox,
                                          struct journal **journal);

/* Appends and waits for it, with a mailbox that nobody else opens. OK, or as journal_append completes. */
MUST_CHECK enum status store_append(struct journal *journal, struct mailbox *mailbox,
                                    struct journal_append *append);
MUST_CHECK enum status store_append_house(struct journal *journal, struct mailbox *mailbox,
                                          enum house_kind kind, const union house_body *body, int64_t at);

#endif
