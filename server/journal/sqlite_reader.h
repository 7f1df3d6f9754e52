/* Connections that only read: taken from a small pool, one for each read, by any thread. */
#ifndef SAMSKAP_JOURNAL_SQLITE_READER_H
#define SAMSKAP_JOURNAL_SQLITE_READER_H

#include <pthread.h>

#include "journal/engine.h"

struct sqlite_readers {
    const char *path;
    pthread_mutex_t lock; /* of idle and idle_count */
    struct list idle;
    int idle_count;
};

/* What the engines over a file have in common, and begin with. */
struct sqlite_reading {
    struct journal journal;
    struct sqlite_readers readers;
};

void sqlite_readers_init(struct sqlite_readers *readers, const char *path);
void sqlite_readers_finish(struct sqlite_readers *readers); /* none may be reading */

/* The engines' reads (journal/engine.h); journal is the first member of a struct sqlite_reading. */
MUST_CHECK enum status sqlite_read(struct journal *journal, struct id process, int64_t after,
                                   journal_follow_fn *each, void *context, int64_t *last);
MUST_CHECK enum status sqlite_read_processes(struct journal *journal, journal_process_fn *each,
                                             void *context);
MUST_CHECK enum status sqlite_read_blob(struct journal *journal, struct id process, const uint8_t sha256[32],
                                        struct buffer *bytes, struct buffer *type);
MUST_CHECK enum status sqlite_read_blobs(struct journal *journal, struct id process, journal_blob_fn *each,
                                         void *context);

#endif
