/* A hash map from runs of bytes (ids, texts) to pointers. Keys are copied, values are borrowed. Peers choose
 * keys, so the hash is SipHash with a seed that they do not know; the order of a walk depends on the seed and
 * must never show in anything that leaves the program. */
#ifndef SAMSKAP_BASE_MAP_H
#define SAMSKAP_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct map_seed {
    uint8_t bytes[16];
};

struct map_entry;

struct map {
    struct map_entry **slots; /* NULL while the map is empty */
    size_t slot_count;        /* a power of two */
    size_t count;
    struct map_seed seed;
};

void map_init(struct map *map, struct map_seed seed);
void map_finish(struct map *map);                                        /* values are not touched */
void *map_find(const struct map *map, const void *key, size_t key_size); /* NULL: not there */
/* Puts a value (not NULL) and returns the one it replaced, or NULL. */
void *map_put(struct map *map, const void *key, size_t key_size, void *value);
void *map_remove(struct map *map, const void *key, size_t key_size); /* the value, or NULL */
/* Walks all values: *cursor starts as NULL; returns NULL at the end. The map must not change meanwhile. */
void *map_next(const struct map *map, const void **cursor);

#endif
