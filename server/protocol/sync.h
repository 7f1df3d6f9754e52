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
    size_t pieces; /* entities and gone so far; now counts as one */
};

/* The frame begins behind what stands in the buffer (leave head room there first) and stays within limit
 * bytes, but that its first piece always fits. now: encoded JSON, or absent; where it is there it is that
 * piece. */
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

/* The way into a session; absent where there is none, or joining is closed. */
struct now_way_in {
    struct str code, secret;
};

struct now_session {
    struct id session;
    int64_t present; /* 0 is not said */
    struct now_way_in way_in;
};

struct now_host {
    struct id account;
    struct str name;
};

/* Who is there at this moment. Has no seq and is sent whole. */
struct now {
    int64_t present; /* participants with a connection: in the audience's session; to hosts in the process */
    const struct now_writing *writing; /* this and what follows: hosts */
    size_t writing_count;
    const struct now_session *sessions;
    size_t session_count;
    const struct now_host *hosts;
    size_t host_count;
    struct now_way_in way_in; /* displays: into their session */
};

/* {"present":…,"writing":[{"round":…,"count":…}…],"sessions":[{"session":…,"present":…,"code":…,"secret":…}…],
 * "hosts":[{"account":…,"name":…}…],"code":…,"secret":…} as far as the audience may know: participants learn
 * how many are present, and that only from PROCESS_SAY_MOST_BELOW; a display shows that and the way in; hosts
 * are told of each session, and of each other. */
void now_encode(const struct now *now, enum audience_kind audience, struct buffer *buffer);

#endif
