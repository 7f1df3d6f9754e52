/* Comparisons as screens see them, all alike: each is encoded once for each seq at which it changed. */
#ifndef SAMSKAP_LIVE_COMPARISON_CACHE_H
#define SAMSKAP_LIVE_COMPARISON_CACHE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "core/process.h"

struct room;

/* Fills in the figures of one that is told. */
void comparison_complete(struct room *room, struct entity *entity, struct arena *arena);
/* Appends the completed entity's JSON. */
void comparison_encode(struct room *room, struct entity *entity, struct arena *arena, struct buffer *json);
void comparison_cache_clear(struct room *room);

#endif
