/* An arena: memory for one message or one piece of work, given back all at once. */
#ifndef SAMSKAP_BASE_ARENA_H
#define SAMSKAP_BASE_ARENA_H

#include <stddef.h>

#include "base/str.h"

struct arena_block;

struct arena {
    struct arena_block *block; /* the newest; older ones hang on it */
    size_t used;
};

void arena_init(struct arena *arena);
void arena_finish(struct arena *arena);
/* Gives all back but the first block, for the next message. */
void arena_reset(struct arena *arena);
void *arena_allocate(struct arena *arena, size_t size); /* zeroed, aligned for any type */
void *arena_allocate_array(struct arena *arena, size_t count, size_t size);
struct str arena_copy(struct arena *arena, struct str text); /* with a NUL behind it; absent stays absent */
struct str arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
