/* What stands behind the contract, for the engines only: the front (journal.c) keeps the queue, the followers
 * and the order of completions; an engine stores batches and answers reads. */
#ifndef SAMSKAP_JOURNAL_ENGINE_H
#define SAMSKAP_JOURNAL_ENGINE_H

#include "base/map.h"
#include "journal/journal.h"

/* What is stored in one go. The engine settles every append (status, event.seq, event.at) and blob (status),
 * says whether the store failed, and posts the letter. */
struct journal_batch {
    struct letter letter;
    struct journal *journal;
    struct list appends;
    struct list blobs; /* before the appends, which may name them */
    bool failed;
};

struct journal_engine {
    /* Starts storing; called by the loop, one batch at a time. */
    void (*write)(struct journal *journal, struct journal_batch *batch);
    /* Returns when the batch in flight, if any, has been posted; no write comes after it. */
    void (*stop)(struct journal *journal);
    void (*destroy)(struct journal *journal);
    /* Any thread; see journal.h. */
    enum status (*read)(struct journal *journal, struct id process, int64_t after, journal_follow_fn *each,
                        void *context, int64_t *last);
    enum status (*read_processes)(struct journal *journal, journal_process_fn *each, void *context);
    enum status (*read_blob)(struct journal *journal, struct id process, const uint8_t sha256[32],
                             struct buffer *bytes, struct buffer *type);
    enum status (*read_blobs)(struct journal *journal, struct id process, journal_blob_fn *each,
                              void *context);
};

/* The first member of every engine's own struct. All of it is the loop's. */
struct journal {
    const struct journal_engine *engine;
    struct mailbox *mailbox;
    struct id epoch;
    struct list waiting_appends;
    struct list waiting_blobs;
    struct journal_batch batch;
    bool in_flight; /* batch is the engine's */
    bool closing;
    bool writable;
    size_t pending;
    struct map feeds;    /* process → struct journal_feed */
    struct list fresh;   /* followers to be brought to the head by the letter catch_up */
    struct list removed; /* followers to be freed when nothing is being delivered */
    unsigned delivering;
    struct letter catch_up;
    bool catch_up_posted;
};

void journal_init(struct journal *journal, const struct journal_engine *engine, struct mailbox *mailbox,
                  struct id epoch);

#endif
