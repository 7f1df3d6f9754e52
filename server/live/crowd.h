/* What the room sees: a crowd is the clients of one audience, with the frames that were made for them. */
#ifndef SAMSKAP_LIVE_CROWD_H
#define SAMSKAP_LIVE_CROWD_H

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
void crowd_destroy(struct crowd *crowd);
void crowds_destroy(struct room *room);

/* A frame that was made, for all who stand where it begins. */
struct made {
    struct list link;
    struct position from, to;
    bool with_now;
    struct frame *frame; /* NULL: there is nothing to be seen */
};

/* The frame that goes on from there: kept, or made now. Valid until the crowd's frames are dropped. */
const struct made *crowd_frame(struct crowd *crowd, const struct position *from, bool with_now);
void crowd_drop_frames(struct crowd *crowd);
/* An audience is told who is present where that differs from what it was told: most may know little of it. */
void crowd_renew_now(struct crowd *crowd);

#endif
