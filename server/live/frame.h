/* A frame: one WebSocket text message, made once and shared by reference count by all who are sent it.
 * Immutable once it is made, but for the head room, which the network writes its header into before each
 * send. Loop's thread only. */
#ifndef SAMSKAP_LIVE_FRAME_H
#define SAMSKAP_LIVE_FRAME_H

#include <stddef.h>

#include "base/buffer.h"

enum { FRAME_HEAD_ROOM = 32 }; /* at least LWS_PRE */

struct frame {
    size_t references;
    size_t size;
    char bytes[]; /* FRAME_HEAD_ROOM, then size bytes of text */
};

struct frame *frame_create(struct str text); /* one reference */
struct frame *frame_retain(struct frame *frame);
void frame_release(struct frame *frame); /* takes NULL */
char *frame_text(struct frame *frame);

#endif
