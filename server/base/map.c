/* Chains in a table that doubles when it is full: an entry stays where it is as long as it lives, and
 * taking one out leaves no trace that would slow later searches down. */
#include "base/map.h"

#include <sodium.h>
#include <string.h>

#include "base/memory.h"

enum { FIRST_SLOTS = 8 };

struct map_entry {
    struct map_entry *next; /* in the same slot */
    void *value;
    uint64_t hash;
    size_t key_size;
    unsigned char key[];
};

static uint64_t hash_key(const struct map *map, const void *key, size_t key_size) {
    _Static_assert(sizeof map->seed.bytes == crypto_shorthash_KEYBYTES, "a seed is a SipHash key");
    unsigned char out[crypto_shorthash_BYTES];
    uint64_t hash;
    _Static_assert(sizeof hash == sizeof out, "a hash is 64 bits");
    crypto_shorthash(out, key_size > 0 ? key : out, key_size, map->seed.bytes);
    memcpy(&hash, out, sizeof hash);
    return hash;
}

static size_t slot_of(const struct map *map, uint64_t hash) {
    return (size_t)hash & (map->slot_count - 1);
}

static bool entry_has_key(const struct map_entry *entry, uint64_t hash, const void *key, size_t key_size) {
    return entry->hash == hash && entry->key_size == key_size &&
           (key_size == 0 || memcmp(entry->key, key, key_size) == 0);
}

/* Where the pointer to the entry stands, or where it would be hung on. */
static struct map_entry **find_place(const struct map *map, uint64_t hash, const void *key, size_t key_size) {
    struct map_entry **place = &map->slots[slot_of(map, hash)];
    while (*place && !entry_has_key(*place, hash, key, key_size)) {
        place = &(*place)->next;
    }
    return place;
}

static void grow(struct map *map) {
    struct map_entry **old = map->slots;
    size_t old_count = map->slot_count;
    map->slot_count = old_count > 0 ? old_count * 2 : FIRST_SLOTS;
    map->slots = memory_resize_array(NULL, map->slot_count, sizeof(struct map_entry *));
    memset(map->slots, 0, map->slot_count * sizeof(struct map_entry *));
    for (size_t i = 0; i < old_count; i++) {
        for (struct map_entry *entry = old[i], *next; entry; entry = next) {
            next = entry->next;
            struct map_entry **slot = &map->slots[slot_of(map, entry->hash)];
            entry->next = *slot;
            *slot = entry;
        }
    }
    memory_free(old);
}

static struct map_entry *first_from(const struct map *map, size_t slot) {
    for (; slot < map->slot_count; slot++) {
        if (map->slots[slot]) {
            return map->slots[slot];
        }
    }
    return NULL;
}

void map_init(struct map *map, struct map_seed seed) {
    *map = (struct map){.seed = seed};
}

void map_finish(struct map *map) {
    for (size_t i = 0; i < map->slot_count; i++) {
        for (struct map_entry *entry = map->slots[i], *next; entry; entry = next) {
            next = entry->next;
            memory_free(entry);
        }
    }
    memory_free(map->slots);
    map_init(map, map->seed);
}

void *map_find(const struct map *map, const void *key, size_t key_size) {
    if (map->count == 0) {
        return NULL;
    }
    struct map_entry *entry = *find_place(map, hash_key(map, key, key_size), key, key_size);
    return entry ? entry->value : NULL;
}

void *map_put(struct map *map, const void *key, size_t key_size, void *value) {
    if (map->count == map->slot_count) {
        grow(map);
    }
    uint64_t hash = hash_key(map, key, key_size);
    struct map_entry **place = find_place(map, hash, key, key_size);
    if (*place) {
        void *replaced = (*place)->value;
        (*place)->value = value;
        return replaced;
    }
    struct map_entry *entry = memory_allocate(sizeof *entry + key_size);
    entry->value = value;
    entry->hash = hash;
    entry->key_size = key_size;
    if (key_size > 0) {
        memcpy(entry->key, key, key_size);
    }
    *place = entry;
    map->count++;
    return NULL;
}

void *map_remove(struct map *map, const void *key, size_t key_size) {
    if (map->count == 0) {
        return NULL;
    }
    struct map_entry **place = find_place(map, hash_key(map, key, key_size), key, key_size);
    struct map_entry *entry = *place;
    if (!entry) {
        return NULL;
    }
    void *value = entry->value;
    *place = entry->next;
    memory_free(entry);
    map->count--;
    return value;
}

void *map_next(const struct map *map, const void **cursor) {
    const struct map_entry *at = *cursor;
    const struct map_entry *next;
    if (!at) {
        next = first_from(map, 0);
    } else {
        next = at->next ? at->next : first_from(map, slot_of(map, at->hash) + 1);
    }
    *cursor = next;
    return next ? next->value : NULL;
}
