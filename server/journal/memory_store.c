#include "journal/memory_store.h"

#include <string.h>

#include "base/memory.h"
#include "base/random.h"

void memory_store_init(struct memory_store *store) {
    store->seed = random_map_seed();
    map_init(&store->processes, store->seed);
}

static void free_event(struct journal_event *event) {
    memory_free_str(&event->actor);
    memory_free_str(&event->kind);
    memory_free_str(&event->body);
}

static void free_blob(struct memory_blob *blob) {
    memory_free_str(&blob->type);
    memory_free_str(&blob->bytes);
    memory_free(blob);
}

static void empty_process(struct memory_process *process) {
    for (int64_t i = 0; i < process->tail.head; i++) {
        free_event(&process->events[i]);
    }
    for (struct memory_blob *blob = process->blobs, *next; blob; blob = next) {
        next = blob->next;
        free_blob(blob);
    }
    memory_free(process->events);
    map_finish(&process->commands);
}

static void free_process(struct memory_process *process) {
    empty_process(process);
    memory_free(process);
}

void memory_store_finish(struct memory_store *store) {
    const void *cursor = NULL;
    struct memory_process *process;
    while ((process = map_next(&store->processes, &cursor))) {
        free_process(process);
    }
    map_finish(&store->processes);
}

struct memory_process *memory_store_find(const struct memory_store *store, struct id process) {
    return map_find(&store->processes, process.bytes, sizeof process.bytes);
}

static struct memory_process *find_or_make(struct memory_store *store, struct id id) {
    struct memory_process *process = memory_store_find(store, id);
    if (!process) {
        process = memory_allocate(sizeof *process);
        process->id = id;
        map_init(&process->commands, store->seed);
        map_put(&store->processes, process->id.bytes, sizeof process->id.bytes, process);
    }
    return process;
}

/* Where the pointer to the blob stands, or is to stand: they are kept in order. */
static struct memory_blob **blob_place(struct memory_process *process, const uint8_t sha256[32]) {
    struct memory_blob **place = &process->blobs;
    while (*place && memcmp((*place)->sha256, sha256, 32) < 0) {
        place = &(*place)->next;
    }
    return place;
}

static bool is_blob(const struct memory_blob *blob, const uint8_t sha256[32]) {
    return blob && memcmp(blob->sha256, sha256, 32) == 0;
}

struct memory_blob *memory_store_find_blob(const struct memory_store *store, struct id process,
                                           const uint8_t sha256[32]) {
    struct memory_process *found = memory_store_find(store, process);
    struct memory_blob *blob = found ? *blob_place(found, sha256) : NULL;
    return is_blob(blob, sha256) ? blob : NULL;
}

static enum status find_command(void *store, struct id process, struct id command, int64_t *seq) {
    struct memory_process *found = memory_store_find(store, process);
    void *value = found ? map_find(&found->commands, command.bytes, sizeof command.bytes) : NULL;
    *seq = (int64_t)(intptr_t)value;
    return value ? STATUS_OK : STATUS_NOT_FOUND;
}

static enum status find_tail(void *store, struct id process, struct journal_tail *tail) {
    struct memory_process *found = memory_store_find(store, process);
    *tail = found ? found->tail : (struct journal_tail){0};
    return STATUS_OK;
}

static enum status find_event(void *store, struct id process, int64_t seq, journal_follow_fn *each,
                              void *context) {
    struct memory_process *found = memory_store_find(store, process);
    if (!found || seq < 1 || seq > found->tail.head) {
        return STATUS_NOT_FOUND;
    }
    each(context, &found->events[seq - 1]);
    return STATUS_OK;
}

static enum status find_blob(void *store, struct id process, const uint8_t sha256[32]) {
    return memory_store_find_blob(store, process, sha256) ? STATUS_OK : STATUS_NOT_FOUND;
}

static enum status put_event(void *store, struct id process, const struct journal_event *event,
                             struct journal_tail tail) {
    struct memory_process *found = find_or_make(store, process);
    found->events = memory_grow(found->events, &found->capacity, (size_t)tail.head, sizeof *found->events);
    struct journal_event *copy = &found->events[tail.head - 1];
    *copy = *event;
    copy->actor = memory_copy_str(event->actor.data ? event->actor : STR(""));
    copy->kind = memory_copy_str(event->kind);
    copy->body = memory_copy_str(event->body);
    map_put(&found->commands, copy->command.bytes, sizeof copy->command.bytes, (void *)(intptr_t)event->seq);
    found->tail = tail;
    return STATUS_OK;
}

static enum status put_redacted(void *store, struct id process, int64_t seq, struct str body) {
    struct journal_event *event = &memory_store_find(store, process)->events[seq - 1];
    memory_free_str(&event->body);
    event->body = memory_copy_str(body);
    event->redacted = true;
    return STATUS_OK;
}

static enum status put_blob(void *store, const struct journal_blob *blob) {
    struct memory_process *found = find_or_make(store, blob->process);
    struct memory_blob *copy = memory_allocate(sizeof *copy);
    memcpy(copy->sha256, blob->sha256, sizeof copy->sha256);
    copy->type = memory_copy_str(blob->type);
    copy->bytes = memory_copy_str(blob->bytes);
    struct memory_blob **place = blob_place(found, blob->sha256);
    copy->next = *place;
    *place = copy;
    return STATUS_OK;
}

static enum status erase_blob(void *store, struct id process, const uint8_t sha256[32]) {
    struct memory_blob **place = blob_place(memory_store_find(store, process), sha256);
    struct memory_blob *blob = *place;
    if (is_blob(blob, sha256)) { /* an event may name one twice */
        *place = blob->next;
        free_blob(blob);
    }
    return STATUS_OK;
}

/* The process itself stays, so that its id is not used again. */
static enum status erase_process(void *store, struct id id) {
    struct memory_process *process = find_or_make(store, id);
    empty_process(process);
    process->events = NULL;
    process->capacity = 0;
    process->blobs = NULL;
    process->tail = (struct journal_tail){.erased = true};
    return STATUS_OK;
}

const struct journal_store memory_store_ops = {
    .find_command = find_command,
    .find_tail = find_tail,
    .find_event = find_event,
    .find_blob = find_blob,
    .put_event = put_event,
    .put_redacted = put_redacted,
    .put_blob = put_blob,
    .erase_blob = erase_blob,
    .erase_process = erase_process,
};
