/* The journal in memory: for tests and for what need not outlive the process. */
#ifndef SAMSKAP_JOURNAL_MEMORY_H
#define SAMSKAP_JOURNAL_MEMORY_H

#include "journal/journal.h"

/* How the n-th write is to fail, for tests; 0: never. Counted from 1 over all batches and blobs. */
struct journal_memory_faults {
    int64_t fail_at;       /* this write is not stored and completes as UNKNOWN_OUTCOME */
    int64_t fail_after_at; /* this one is stored, and completes as UNKNOWN_OUTCOME all the same */
};

/* Completions come through the mailbox, never from within journal_append. faults may be NULL and may be
 * changed by its owner at any time. */
struct journal *journal_memory_open(struct mailbox *mailbox, const struct journal_memory_faults *faults);

#endif
