/* What a host's screen knows of the room, as far as the demonstration looks at it: rounds, and the list of
 * words. Fed with sync. */
#ifndef SAMSKAP_APP_DEMO_ROOM_H
#define SAMSKAP_APP_DEMO_ROOM_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

struct demo_room {
    json_t *rounds;        /* id → entity */
    json_t *words;         /* the latest list's entity; NULL: none yet */
    int64_t words_changes; /* how often that changed */
};

void demo_room_init(struct demo_room *room);
void demo_room_finish(struct demo_room *room);
void demo_room_see(struct demo_room *room, const json_t *message); /* a sync; ignores all else */
/* Borrowed; NULL: not seen yet. */
const json_t *demo_room_round(const struct demo_room *room, const char *id);
bool demo_room_round_is(const struct demo_room *room, const char *id, const char *state);

#endif
