/* The notification `sync`, written piece by piece into one buffer: what is so now, and what is gone. The
 * caller cuts it where the next piece does not fit. Pure; the loop's thread.
 *
 *   {"jsonrpc":"2.0","method":"sync","params":{"epoch":…,"full":true,"now":{…},
 *    "entities":[…],"gone":[{"kind":…,"id":…}…],"more":true,"seq":…}}
 *
 * full, now and more are left out where they say nothing. */
#ifndef SAMSKAP_PROTOCOL_SYNC_H
#define SAMSKAP_PROTOCOL_SYNC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "core/process.h"

struct sync_writer {
    struct buffer *buffer;
    struct buffer gone; /* waits for the entities' end */
    size_t start, limit;
    size_t pieces; /* entities and gone so far */
};

/* The frame begins behind what stands in the buffer (leave head room there first) and stays within limit
 * bytes, but that its first piece always fits. now: encoded JSON, or absent. */
void sync_begin(struct sync_writer *writer, struct buffer *buffer, size_t limit, struct id epoch, bool full,
                struct str now);
/* Adds an entity's JSON text. False: it does not fit, and nothing was written. */
bool sync_add_entity(struct sync_writer *writer, struct str json);
bool sync_add_gone(struct sync_writer *writer, enum entity_kind kind, struct id id);
/* seq: up to where the client knows all once it has this frame. more: the next frame follows at once. */
void sync_finish(struct sync_writer *writer, int64_t seq, bool more);

/* ---- presence ---- */

struct now_writing {
    struct id round;
    int64_t count;
};

/* Who is there at this moment. Has no seq and is sent whole. */
struct now {
    int64_t present; /* participants with a connection */
    const struct now_writing *writing;
    size_t writing_count;
    struct str code, secret; /* the way in, where there is one; absent where joining is closed */
};

/* {"present":…,"writing":[{"round":…,"count":…}…],"code":…,"secret":…} as far as the audience may know:
 * participants learn how many are present, and that only from PROCESS_SAY_MOST_BELOW; a display shows that
 * and the way in; hosts see all. */
void now_encode(const struct now *now, enum audience_kind audience, struct buffer *buffer);

#endif
