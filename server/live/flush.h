/* What the room sees: a crowd is the clients of one audience; a flush brings each from where it stands to the
 * head. Frames are kept for one state of the process by where they begin, so that all who stand at the same
 * place share one, and whoever was away or slow is sent frames made from its own place.
 */
#ifndef SAMSKAP_LIVE_FLUSH_H
#define SAMSKAP_LIVE_FLUSH_H

#include "core/process.h"
#include "live/frame.h"
#include "live/state.h"
#include "protocol/entity.h"

struct client;
struct room;

/* Where a client stands. */
struct position {
    struct change_cursor cursor; /* all changes up to here were sent */
    int64_t base; /* a full view began at this head: what went before that was never seen. 0: no matter */
    bool full;    /* the next frame says that all else is to be dropped */
};

struct crowd {
    struct list link; /* the room's */
    struct room *room;
    struct audience audience;
    struct list clients;
    struct list frames; /* struct made, of frames_head; kept while somebody is behind */
    size_t frame_count;
    int64_t frames_head;
    struct str now;      /* who is present, as this audience was last told; absent before */
    int64_t now_version; /* of that; clients know theirs */
    int64_t now_seen;    /* the room's version that it is of */
    int64_t digest_seq;  /* of the digest; 0: there is none */
    char digest[DIGEST_TEXT_SIZE + 1];
};

/* The place of a client that has seen seq (0: nothing, or nothing that still holds). */
struct position position_of(const struct room *room, int64_t seq);
/* A client comes to an audience, or changes it, and begins where its position says. */
void crowd_enter(struct client *client, struct audience audience);
void crowd_leave(struct client *client);
void crowds_destroy(struct room *room);

/* Flushes the rooms in which something changed, as long as fan-out may have the loop. */
void flush_due(struct live *live, int64_t now);
/* When it must be called again; INT64_MAX: nothing waits. */
int64_t flush_next(const struct live *live);

#endif
