/* Lists of words as screens see them. Counting is the costliest thing there is to show, so a list is counted
 * once for each seq at which it changed, whoever asks. */
#ifndef SAMSKAP_LIVE_WORDS_CACHE_H
#define SAMSKAP_LIVE_WORDS_CACHE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "core/process.h"

struct room;

/* Fills in the words of a list's entity. */
void words_complete(const struct room *room, struct entity *entity, struct arena *arena);
/* Appends the completed entity's JSON. */
void words_encode(struct room *room, struct entity *entity, struct arena *arena, struct buffer *json);
void words_cache_clear(struct room *room);

#endif
