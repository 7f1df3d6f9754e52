/* Somebody in a room, over all their connections: a participant, an account, a display. Stays until the room
 * leaves memory, so that coming again gives no new allowance. */
#ifndef SAMSKAP_LIVE_MEMBER_H
#define SAMSKAP_LIVE_MEMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/id.h"
#include "base/list.h"

struct member {
    struct list link; /* the room's */
    struct id id;
    struct list clients; /* oldest first */
    size_t client_count;
    size_t undecided; /* events on their way to the journal */
    int64_t tokens;   /* microseconds of allowance, see member_spend */
    int64_t filled_at;
};

struct room;

/* Finds or makes them. */
struct member *member_of(struct room *room, struct id id);
/* Takes one command out of their allowance: so many a second sustained, so many at once. False: too often. */
bool member_spend(struct member *member, int64_t now, int64_t per_second, int64_t burst);

#endif
