/* Lists of words as screens see them. Counting is the costliest thing there is to show, so a list is encoded
 * once for each reader and seq at which it changed, and counted once for each state of the process, whoever
 * asks. */
#ifndef SAMSKAP_LIVE_WORDS_CACHE_H
#define SAMSKAP_LIVE_WORDS_CACHE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "core/process.h"
#include "protocol/words_view.h"

struct room;

/* Fills in the words of a list's entity. */
void words_complete(struct room *room, enum words_reader reader, struct entity *entity, struct arena *arena);
/* The list as it is counted now; valid until the process changes. NULL: there is no such list. */
const struct words_view *words_view_now(struct room *room, struct id list);
/* Appends the completed entity's JSON. */
void words_encode(struct room *room, enum words_reader reader, struct entity *entity, struct arena *arena,
                  struct buffer *json);
void words_cache_clear(struct room *room);

#endif
