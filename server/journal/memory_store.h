/* What the memory engine holds. No locks here: memory.c has one around it all. */
#ifndef SAMSKAP_JOURNAL_MEMORY_STORE_H
#define SAMSKAP_JOURNAL_MEMORY_STORE_H

#include "base/map.h"
#include "journal/settle.h"

struct memory_blob {
    struct memory_blob *next;
    uint8_t sha256[32];
    struct str type;
    struct str bytes;
};

struct memory_process {
    struct id id;
    struct journal_tail tail;
    struct journal_event *events; /* seq n at n - 1; their texts are owned */
    size_t capacity;
    struct map commands; /* command → seq, as a pointer */
    struct memory_blob *blobs;
};

struct memory_store {
    struct map_seed seed;
    struct map processes;
};

extern const struct journal_store memory_store_ops;

void memory_store_init(struct memory_store *store);
void memory_store_finish(struct memory_store *store);
/* NULL: neither event nor blob. */
struct memory_process *memory_store_find(const struct memory_store *store, struct id process);
struct memory_blob *memory_store_find_blob(const struct memory_store *store, struct id process,
                                           const uint8_t sha256[32]);

#endif
