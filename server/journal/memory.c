#include "journal/memory.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/memory.h"
#include "base/random.h"
#include "journal/engine.h"
#include "journal/memory_store.h"

struct memory_journal {
    struct journal journal;
    const struct journal_memory_faults *faults;
    int64_t writes;       /* so far, failed ones too; the loop's */
    pthread_mutex_t lock; /* of store */
    struct memory_store store;
};

static struct memory_journal *memory_of(struct journal *journal) {
    return LIST_ENTRY(journal, struct memory_journal, journal);
}

enum fault { NO_FAULT, FAULT_BEFORE, FAULT_AFTER };

static enum fault next_fault(struct memory_journal *memory) {
    const struct journal_memory_faults *faults = memory->faults;
    memory->writes++;
    if (faults && faults->fail_at == memory->writes) {
        return FAULT_BEFORE;
    }
    return faults && faults->fail_after_at == memory->writes ? FAULT_AFTER : NO_FAULT;
}

static void write_blob(struct memory_journal *memory, struct journal_batch *batch,
                       struct journal_blob *blob) {
    enum fault fault = next_fault(memory);
    enum status status = STATUS_OK;
    if (fault != FAULT_BEFORE) {
        status = journal_settle_blob(&memory_store_ops, &memory->store, blob);
    }
    if (fault != NO_FAULT || status != STATUS_OK) {
        blob->status = STATUS_UNKNOWN_OUTCOME;
        batch->failed = true;
    }
}

static void write_appends(struct memory_journal *memory, struct journal_batch *batch) {
    enum fault fault = next_fault(memory);
    enum status status = STATUS_OK;
    struct list none;
    list_init(&none);
    for (struct list *link = batch->appends.next;
         link != &batch->appends && fault != FAULT_BEFORE && status == STATUS_OK; link = link->next) {
        struct journal_append *append = LIST_ENTRY(link, struct journal_append, link);
        status = journal_settle_append(&memory_store_ops, &memory->store, append);
    }
    if (fault != NO_FAULT || status != STATUS_OK) {
        journal_settle_unknown(&batch->appends, &none);
        batch->failed = true;
    }
}

static void memory_write(struct journal *journal, struct journal_batch *batch) {
    struct memory_journal *memory = memory_of(journal);
    pthread_mutex_lock(&memory->lock);
    for (struct list *link = batch->blobs.next; link != &batch->blobs; link = link->next) {
        write_blob(memory, batch, LIST_ENTRY(link, struct journal_blob, link));
    }
    if (!list_is_empty(&batch->appends)) {
        write_appends(memory, batch);
    }
    pthread_mutex_unlock(&memory->lock);
    mailbox_post(journal->mailbox, &batch->letter);
}

static void memory_stop(struct journal *journal) {
    (void)journal; /* writing never lasts beyond the call */
}

static void memory_destroy(struct journal *journal) {
    struct memory_journal *memory = memory_of(journal);
    memory_store_finish(&memory->store);
    pthread_mutex_destroy(&memory->lock);
    memory_free(memory);
}

/* Pages are copied out, so that the callbacks run without the lock and may append. */
static size_t copy_page(struct memory_journal *memory, struct id id, int64_t after, struct arena *arena,
                        struct journal_event *page, bool *erased) {
    size_t count = 0;
    pthread_mutex_lock(&memory->lock);
    const struct memory_process *process = memory_store_find(&memory->store, id);
    int64_t head = process ? process->tail.head : 0;
    *erased = process && process->tail.erased;
    for (int64_t seq = after < 0 ? 1 : after + 1; process && seq <= head && count < JOURNAL_PAGE; seq++) {
        struct journal_event *event = &page[count++];
        *event = process->events[seq - 1];
        event->actor = arena_copy(arena, event->actor);
        event->kind = arena_copy(arena, event->kind);
        event->body = arena_copy(arena, event->body);
    }
    pthread_mutex_unlock(&memory->lock);
    return count;
}

static enum status memory_read(struct journal *journal, struct id process, int64_t after,
                               journal_follow_fn *each, void *context, int64_t *last) {
    struct arena arena;
    bool erased;
    arena_init(&arena);
    struct journal_event *page = arena_allocate_array(&arena, JOURNAL_PAGE, sizeof *page);
    size_t count = copy_page(memory_of(journal), process, after, &arena, page, &erased);
    *last = count > 0 ? page[count - 1].seq : after;
    for (size_t i = 0; i < count; i++) {
        each(context, &page[i]);
    }
    arena_finish(&arena);
    return erased ? STATUS_ERASED : STATUS_OK;
}

static int compare_processes(const void *a, const void *b) {
    const struct journal_process *first = a, *second = b;
    return id_compare(first->id, second->id);
}

static enum status memory_read_processes(struct journal *journal, journal_process_fn *each, void *context) {
    struct memory_journal *memory = memory_of(journal);
    struct journal_process *found = NULL;
    const struct memory_process *process;
    const void *cursor = NULL;
    size_t count = 0, capacity = 0;
    pthread_mutex_lock(&memory->lock);
    while ((process = map_next(&memory->store.processes, &cursor))) {
        if (process->tail.head > 0) {
            found = memory_grow(found, &capacity, count + 1, sizeof *found);
            found[count++] = (struct journal_process){process->id, process->tail.head};
        }
    }
    pthread_mutex_unlock(&memory->lock);
    if (count > 0) {
        qsort(found, count, sizeof *found, compare_processes);
    }
    for (size_t i = 0; i < count; i++) {
        each(context, &found[i]);
    }
    memory_free(found);
    return STATUS_OK;
}

static enum status memory_read_blob(struct journal *journal, struct id process, const uint8_t sha256[32],
                                    struct buffer *bytes, struct buffer *type) {
    struct memory_journal *memory = memory_of(journal);
    pthread_mutex_lock(&memory->lock);
    const struct memory_blob *blob = memory_store_find_blob(&memory->store, process, sha256);
    if (blob) {
        buffer_append_str(bytes, blob->bytes);
        buffer_append_str(type, blob->type);
    }
    pthread_mutex_unlock(&memory->lock);
    return blob ? STATUS_OK : STATUS_NOT_FOUND;
}

static enum status memory_read_blobs(struct journal *journal, struct id process, journal_blob_fn *each,
                                     void *context) {
    struct memory_journal *memory = memory_of(journal);
    pthread_mutex_lock(&memory->lock);
    const struct memory_process *found = memory_store_find(&memory->store, process);
    for (const struct memory_blob *blob = found ? found->blobs : NULL; blob; blob = blob->next) {
        each(context, blob->sha256, blob->type, (int64_t)blob->bytes.size);
    }
    pthread_mutex_unlock(&memory->lock);
    return STATUS_OK;
}

static const struct journal_engine memory_engine = {
    .write = memory_write,
    .stop = memory_stop,
    .destroy = memory_destroy,
    .read = memory_read,
    .read_processes = memory_read_processes,
    .read_blob = memory_read_blob,
    .read_blobs = memory_read_blobs,
};

struct journal *journal_memory_open(struct mailbox *mailbox, const struct journal_memory_faults *faults) {
    struct memory_journal *memory = memory_allocate(sizeof *memory);
    journal_init(&memory->journal, &memory_engine, mailbox, random_id());
    memory->faults = faults;
    pthread_mutex_init(&memory->lock, NULL);
    memory_store_init(&memory->store);
    return &memory->journal;
}
