/* The front of every engine: one outstanding batch, what comes meanwhile is the next.
 *
 * A batch goes: taken from what waits → written by the engine, on its thread → its letter is opened here →
 * the next batch is started → followers get the events in seq order → the appends complete. When the engine
 * fails, its batch completes as UNKNOWN_OUTCOME; part of it may be stored all the same, and feed.c reads that
 * from the store before it hands out anything later. An append of which a follower could not be told
 * completes as UNKNOWN_OUTCOME too: sent again, it is found, and the follower is tried again. */
#include "journal/engine.h"
#include "journal/feed.h"

#include <assert.h>

static struct journal_append *append_of(struct list *link) {
    return LIST_ENTRY(link, struct journal_append, link);
}

static struct journal_blob *blob_of(struct list *link) {
    return LIST_ENTRY(link, struct journal_blob, link);
}

static void move_all(struct list *from, struct list *to) {
    struct list *link;
    while ((link = list_first(from))) {
        list_remove(link);
        list_append(to, link);
    }
}

static void complete_appends(struct journal *journal, struct list *appends) {
    struct list *link;
    while ((link = list_first(appends))) {
        struct journal_append *append = append_of(link);
        list_remove(link);
        journal->pending--;
        append->done(append);
    }
}

static void complete_blobs(struct list *blobs) {
    struct list *link;
    while ((link = list_first(blobs))) {
        list_remove(link);
        blob_of(link)->done(blob_of(link));
    }
}

static void start_batch(struct journal *journal) {
    struct journal_batch *batch = &journal->batch;
    bool nothing = list_is_empty(&journal->waiting_appends) && list_is_empty(&journal->waiting_blobs);
    if (journal->in_flight || journal->closing || nothing) {
        return;
    }
    struct list *link;
    move_all(&journal->waiting_blobs, &batch->blobs);
    for (int i = 0; i < JOURNAL_BATCH && (link = list_first(&journal->waiting_appends)); i++) {
        list_remove(link);
        list_append(&batch->appends, link);
    }
    batch->failed = false;
    journal->in_flight = true;
    journal->engine->write(journal, batch);
}

static void tell_followers(struct journal *journal, struct journal_append *append) {
    bool told = true;
    if (append->status == STATUS_OK) {
        told = journal_feeds_deliver(journal, append->process, &append->event);
    } else if (append->status == STATUS_EXISTS) {
        told = journal_feeds_reach(journal, append->process, append->event.seq);
    }
    if (!told) {
        append->status = STATUS_UNKNOWN_OUTCOME;
        append->event.seq = 0;
    }
}

static void open_batch(struct letter *letter) {
    struct journal_batch *batch = LIST_ENTRY(letter, struct journal_batch, letter);
    struct journal *journal = batch->journal;
    struct list appends, blobs;
    list_init(&appends);
    list_init(&blobs);
    move_all(&batch->appends, &appends);
    move_all(&batch->blobs, &blobs);
    journal->writable = !batch->failed;
    journal->in_flight = false;
    start_batch(journal); /* the engine writes while the events are taken in here */
    journal_feeds_begin(journal);
    for (struct list *link = appends.next; link != &appends; link = link->next) {
        tell_followers(journal, append_of(link));
    }
    complete_blobs(&blobs);
    complete_appends(journal, &appends);
    journal_feeds_end(journal);
}

void journal_init(struct journal *journal, const struct journal_engine *engine, struct mailbox *mailbox,
                  struct id epoch) {
    *journal = (struct journal){.engine = engine, .mailbox = mailbox, .epoch = epoch, .writable = true};
    list_init(&journal->waiting_appends);
    list_init(&journal->waiting_blobs);
    journal->batch.journal = journal;
    journal->batch.letter.open = open_batch;
    list_init(&journal->batch.appends);
    list_init(&journal->batch.blobs);
    journal_feeds_init(journal);
}

void journal_append(struct journal *journal, struct journal_append *append) {
    append->status = STATUS_OK;
    append->event.seq = 0;
    journal->pending++;
    list_append(&journal->waiting_appends, &append->link);
    start_batch(journal);
}

void journal_store_blob(struct journal *journal, struct journal_blob *blob) {
    blob->status = STATUS_OK;
    list_append(&journal->waiting_blobs, &blob->link);
    start_batch(journal);
}

size_t journal_pending(const struct journal *journal) {
    return journal->pending;
}

bool journal_is_writable(const struct journal *journal) {
    return journal->writable;
}

struct id journal_epoch(const struct journal *journal) {
    return journal->epoch;
}

enum status journal_read(struct journal *journal, struct id process, int64_t after, journal_follow_fn *each,
                         void *context, int64_t *last) {
    return journal->engine->read(journal, process, after, each, context, last);
}

enum status journal_read_processes(struct journal *journal, journal_process_fn *each, void *context) {
    return journal->engine->read_processes(journal, each, context);
}

enum status journal_read_blob(struct journal *journal, struct id process, const uint8_t sha256[32],
                              struct buffer *bytes, struct buffer *type) {
    return journal->engine->read_blob(journal, process, sha256, bytes, type);
}

enum status journal_read_blobs(struct journal *journal, struct id process, journal_blob_fn *each,
                               void *context) {
    return journal->engine->read_blobs(journal, process, each, context);
}

static void cancel_waiting(struct journal *journal) {
    for (struct list *link = journal->waiting_appends.next; link != &journal->waiting_appends;
         link = link->next) {
        append_of(link)->status = STATUS_CANCELLED;
    }
    for (struct list *link = journal->waiting_blobs.next; link != &journal->waiting_blobs;
         link = link->next) {
        blob_of(link)->status = STATUS_CANCELLED;
    }
    complete_blobs(&journal->waiting_blobs);
    complete_appends(journal, &journal->waiting_appends);
}

void journal_close(struct journal *journal) {
    if (!journal) {
        return;
    }
    assert(journal->delivering == 0);
    journal->closing = true;
    journal->engine->stop(journal);
    while (journal->in_flight || journal->catch_up_posted) {
        mailbox_open_all(journal->mailbox);
    }
    /* What a completion appended meanwhile is cancelled as well. */
    while (!list_is_empty(&journal->waiting_appends) || !list_is_empty(&journal->waiting_blobs)) {
        cancel_waiting(journal);
    }
    journal_feeds_finish(journal);
    journal->engine->destroy(journal);
}
