#include "transcript/file_sink.h"

#include <errno.h>
#include <unistd.h>

enum { ROOM = 64 * 1024 };

static bool write_piece(struct sink *base, const void *bytes, size_t size) {
    struct file_sink *sink = (struct file_sink *)(void *)base;
    buffer_append(&sink->waiting, bytes, size);
    return sink->waiting.size < ROOM || file_sink_flush(sink);
}

void file_sink_init(struct file_sink *sink, int file) {
    *sink = (struct file_sink){.sink = {write_piece}, .file = file};
    buffer_init(&sink->waiting);
}

bool file_sink_flush(struct file_sink *sink) {
    size_t done = 0;
    while (done < sink->waiting.size) {
        ssize_t written = write(sink->file, sink->waiting.data + done, sink->waiting.size - done);
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        done += (size_t)written;
    }
    sink->size += (int64_t)done;
    buffer_clear(&sink->waiting);
    return true;
}

void file_sink_finish(struct file_sink *sink) {
    buffer_finish(&sink->waiting);
}

enum status file_into_sink(int file, struct sink *sink) {
    enum status status = STATUS_OK;
    off_t offset = 0;
    struct buffer piece;
    buffer_init(&piece);
    for (;;) {
        ssize_t size = pread(file, buffer_reserve(&piece, ROOM), ROOM, offset);
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size <= 0) {
            status = size == 0 ? STATUS_OK : STATUS_IO;
            break;
        }
        if (!sink->write(sink, piece.data, (size_t)size)) {
            status = STATUS_IO;
            break;
        }
        offset += size;
    }
    buffer_finish(&piece);
    return status;
}
