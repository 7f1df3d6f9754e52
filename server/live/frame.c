#include "live/frame.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"

struct frame *frame_create(struct str text) {
    struct frame *frame = memory_allocate(sizeof *frame + FRAME_HEAD_ROOM + text.size);
    frame->references = 1;
    frame->size = text.size;
    if (text.size > 0) {
        memcpy(frame_text(frame), text.data, text.size);
    }
    return frame;
}

struct frame *frame_retain(struct frame *frame) {
    assert(frame->references > 0);
    frame->references++;
    return frame;
}

void frame_release(struct frame *frame) {
    if (!frame) {
        return;
    }
    assert(frame->references > 0);
    if (--frame->references == 0) {
        memory_free(frame);
    }
}

char *frame_text(struct frame *frame) {
    return frame->bytes + FRAME_HEAD_ROOM;
}
