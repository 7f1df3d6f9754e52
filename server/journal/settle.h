/* What an append means, once for all engines: repeats, forms and caps, numbering, time, redaction, erasing.
 * Runs within a transaction of the engine. Everything that can refuse an append is asked before anything is
 * changed, so that a refusal leaves no trace and the transaction goes on. */
#ifndef SAMSKAP_JOURNAL_SETTLE_H
#define SAMSKAP_JOURNAL_SETTLE_H

#include "journal/journal.h"

/* Where a process stands: zeros where it has no event. */
struct journal_tail {
    int64_t head;
    int64_t at;  /* the latest of the events whose time was not fixed */
    bool erased; /* for good: it takes nothing any more */
};

/* The store, as the transaction sees it. NOT_FOUND is an answer; all else but OK is the store's failure. */
struct journal_store {
    enum status (*find_command)(void *store, struct id process, struct id command, int64_t *seq);
    enum status (*find_tail)(void *store, struct id process, struct journal_tail *tail);
    enum status (*find_event)(void *store, struct id process, int64_t seq, journal_follow_fn *each,
                              void *context);
    enum status (*find_blob)(void *store, struct id process, const uint8_t sha256[32]);
    enum status (*put_event)(void *store, struct id process, const struct journal_event *event,
                             struct journal_tail tail);
    enum status (*put_redacted)(void *store, struct id process, int64_t seq, struct str body);
    enum status (*put_blob)(void *store, const struct journal_blob *blob);
    enum status (*erase_blob)(void *store, struct id process, const uint8_t sha256[32]);
    /* Events and blobs; nothing of the process need be there. */
    enum status (*erase_process)(void *store, struct id process);
};

/* Settles one append or blob: its status says how. A result other than OK is the store's failure: the
 * transaction must be rolled back. */
MUST_CHECK enum status journal_settle_append(const struct journal_store *ops, void *store,
                                             struct journal_append *append);
MUST_CHECK enum status journal_settle_blob(const struct journal_store *ops, void *store,
                                           struct journal_blob *blob);
/* All of a batch whose transaction failed. */
void journal_settle_unknown(struct list *appends, struct list *blobs);

#endif
