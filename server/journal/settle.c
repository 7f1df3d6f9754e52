#include "journal/settle.h"

#include "base/memory.h"

static enum status check_form(const struct journal_append *append) {
    const struct journal_event *event = &append->event;
    if (id_is_none(event->command) || str_is_empty(event->kind) || str_is_absent(event->body)) {
        return STATUS_INVALID;
    }
    if (append->redact_count > 0 && !append->redact) {
        return STATUS_INVALID;
    }
    if (append->erase && id_equal(*append->erase, append->process)) {
        return STATUS_INVALID;
    }
    if (event->actor.size > JOURNAL_ACTOR_SIZE || event->kind.size > JOURNAL_KIND_SIZE ||
        event->body.size > JOURNAL_BODY_SIZE) {
        return STATUS_TOO_LARGE;
    }
    return STATUS_OK;
}

struct redaction {
    journal_redact_fn *redact;
    struct buffer body;
    enum status status;
};

static void redact_one(void *context, const struct journal_event *event) {
    struct redaction *redaction = context;
    redaction->status = redaction->redact(event, &redaction->body);
}

/* Makes the emptied bodies. append->status says whether that was possible. */
static enum status prepare_redactions(const struct journal_store *ops, void *store, int64_t head,
                                      struct journal_append *append, struct redaction *redactions) {
    for (size_t i = 0; i < append->redact_count && append->status == STATUS_OK; i++) {
        int64_t seq = append->redact_seqs[i];
        struct redaction *redaction = &redactions[i];
        redaction->redact = append->redact;
        buffer_init(&redaction->body);
        if (seq < 1 || seq > head) {
            append->status = STATUS_NOT_FOUND;
            break;
        }
        enum status status = ops->find_event(store, append->process, seq, redact_one, redaction);
        if (status != STATUS_OK) {
            return status == STATUS_NOT_FOUND ? STATUS_CORRUPT : status; /* below the head all are there */
        }
        append->status = redaction->status;
    }
    return STATUS_OK;
}

static enum status check_blobs(const struct journal_store *ops, void *store, struct journal_append *append) {
    for (size_t i = 0; i < append->erase_count && append->status == STATUS_OK; i++) {
        enum status status = ops->find_blob(store, append->process, append->erase_blobs[i]);
        if (status == STATUS_NOT_FOUND) {
            append->status = status;
        } else if (status != STATUS_OK) {
            return status;
        }
    }
    return STATUS_OK;
}

static enum status store_event(const struct journal_store *ops, void *store, struct journal_tail tail,
                               struct journal_append *append) {
    struct journal_event *event = &append->event;
    if (!append->at_is_fixed) {
        event->at = event->at > tail.at ? event->at : tail.at;
        tail.at = event->at;
    }
    event->seq = ++tail.head;
    return ops->put_event(store, append->process, event, tail);
}

static enum status store_all(const struct journal_store *ops, void *store, struct journal_tail tail,
                             struct journal_append *append, const struct redaction *redactions) {
    enum status status = store_event(ops, store, tail, append);
    for (size_t i = 0; i < append->redact_count && status == STATUS_OK; i++) {
        struct str body = buffer_str(&redactions[i].body);
        status = ops->put_redacted(store, append->process, append->redact_seqs[i], body);
    }
    for (size_t i = 0; i < append->erase_count && status == STATUS_OK; i++) {
        status = ops->erase_blob(store, append->process, append->erase_blobs[i]);
    }
    return status == STATUS_OK && append->erase ? ops->erase_process(store, *append->erase) : status;
}

static enum status settle_new(const struct journal_store *ops, void *store, struct journal_tail tail,
                              struct journal_append *append) {
    struct redaction *redactions = NULL;
    if (append->redact_count > 0) {
        redactions = memory_resize_array(NULL, append->redact_count, sizeof *redactions);
        for (size_t i = 0; i < append->redact_count; i++) {
            redactions[i] = (struct redaction){0};
        }
    }
    enum status status = prepare_redactions(ops, store, tail.head, append, redactions);
    if (status == STATUS_OK) {
        status = check_blobs(ops, store, append);
    }
    if (status == STATUS_OK && append->status == STATUS_OK) {
        status = store_all(ops, store, tail, append, redactions);
    }
    for (size_t i = 0; i < append->redact_count; i++) {
        buffer_finish(&redactions[i].body);
    }
    memory_free(redactions);
    return status;
}

enum status journal_settle_append(const struct journal_store *ops, void *store,
                                  struct journal_append *append) {
    int64_t seq;
    struct journal_tail tail;
    append->status = check_form(append);
    if (append->status != STATUS_OK) {
        return STATUS_OK;
    }
    enum status status = ops->find_tail(store, append->process, &tail);
    if (status == STATUS_OK && tail.erased) { /* also what was stored before: there is nothing to be found */
        append->status = STATUS_ERASED;
        return STATUS_OK;
    }
    if (status == STATUS_OK) {
        status = ops->find_command(store, append->process, append->event.command, &seq);
    }
    if (status == STATUS_NOT_FOUND) {
        return settle_new(ops, store, tail, append);
    }
    if (status == STATUS_OK) {
        append->status = STATUS_EXISTS;
        append->event.seq = seq;
    }
    return status;
}

enum status journal_settle_blob(const struct journal_store *ops, void *store, struct journal_blob *blob) {
    if (blob->bytes.size > JOURNAL_BLOB_SIZE || blob->type.size > JOURNAL_TYPE_SIZE) {
        blob->status = STATUS_TOO_LARGE;
        return STATUS_OK;
    }
    struct journal_tail tail;
    enum status status = ops->find_tail(store, blob->process, &tail);
    if (status != STATUS_OK || tail.erased) {
        blob->status = STATUS_ERASED;
        return status;
    }
    blob->status = STATUS_OK;
    status = ops->find_blob(store, blob->process, blob->sha256);
    return status == STATUS_NOT_FOUND ? ops->put_blob(store, blob) : status;
}

void journal_settle_unknown(struct list *appends, struct list *blobs) {
    for (struct list *link = appends->next; link != appends; link = link->next) {
        struct journal_append *append = LIST_ENTRY(link, struct journal_append, link);
        append->status = STATUS_UNKNOWN_OUTCOME;
        append->event.seq = 0;
    }
    for (struct list *link = blobs->next; link != blobs; link = link->next) {
        LIST_ENTRY(link, struct journal_blob, link)->status = STATUS_UNKNOWN_OUTCOME;
    }
}
