#include "transcript/file_sink.h"

#include <errno.h>
#include <sodium.h>
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

struct summing {
    struct sink sink;
    crypto_hash_sha256_state state;
    int64_t size;
};

static bool add_to_sum(struct sink *base, const void *bytes, size_t size) {
    struct summing *summing = (struct summing *)(void *)base;
    crypto_hash_sha256_update(&summing->state, bytes, size);
    summing->size += (int64_t)size;
    return true;
}

enum status file_sum(int file, char sum[FILE_SUM + 1], int64_t *size) {
    unsigned char bytes[crypto_hash_sha256_BYTES];
    struct summing summing = {.sink = {add_to_sum}};
    crypto_hash_sha256_init(&summing.state);
    enum status status = file_into_sink(file, &summing.sink);
    crypto_hash_sha256_final(&summing.state, bytes);
    sodium_bin2hex(sum, FILE_SUM + 1, bytes, sizeof bytes);
    *size = summing.size;
    return status;
}
