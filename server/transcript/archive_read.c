/* One walk through the zip, whose entries must come in the order in which they are written. It is made twice:
 * first with nobody to take anything. Whatever the file says of itself, no more is read of it than
 * ARCHIVE_RATIO times its size, and no more is held than one line or one blob and the list of blobs. */
#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/memory.h"
#include "transcript/archive_text.h"

enum { CHUNK = 64 * 1024, ALWAYS_ALLOWED = 1024 * 1024 };

struct reader {
    struct archive *archive;
    const struct archive_taker *taker; /* NULL: only checks */
    int64_t allowed;                   /* bytes that may still come out */
    struct archive_manifest manifest;
    struct arena line_arena;
    struct arena arena;
    struct archive_blob_line *blobs;
    size_t blob_count, blob_capacity;
    int64_t events;
    struct buffer buffer;
    crypto_hash_sha256_state sum;
};

static enum status next_entry(struct reader *reader, const char *name) {
    struct archive_entry *entry;
    if (archive_read_next_header(reader->archive, &entry) != ARCHIVE_OK) {
        return STATUS_CORRUPT;
    }
    const char *found = archive_entry_pathname(entry);
    return found && strcmp(found, name) == 0 ? STATUS_OK : STATUS_CORRUPT;
}

/* Up to CHUNK more bytes of the entry behind the buffer's; *size 0 at its end. */
static enum status read_chunk(struct reader *reader, size_t *size) {
    char *room = buffer_reserve(&reader->buffer, CHUNK);
    la_ssize_t result = archive_read_data(reader->archive, room, CHUNK);
    if (result < 0) {
        return STATUS_CORRUPT;
    }
    *size = (size_t)result;
    reader->allowed -= result;
    if (reader->allowed < 0) {
        return STATUS_TOO_LARGE;
    }
    reader->buffer.size += *size;
    return STATUS_OK;
}

/* A whole entry into the buffer. */
static enum status read_entry(struct reader *reader, size_t most) {
    buffer_clear(&reader->buffer);
    for (size_t size = 1; size > 0;) {
        enum status status = read_chunk(reader, &size);
        if (status != STATUS_OK) {
            return status;
        }
        if (reader->buffer.size > most) {
            return STATUS_TOO_LARGE;
        }
    }
    return STATUS_OK;
}

typedef enum status line_fn(struct reader *reader, struct str line);

/* The whole lines in the buffer; what is left of it is the beginning of the next. */
static enum status take_lines(struct reader *reader, line_fn *take) {
    struct str rest = buffer_str(&reader->buffer);
    const char *end;
    while (rest.size > 0 && (end = memchr(rest.data, '\n', rest.size))) {
        struct str line = {rest.data, (size_t)(end - rest.data)};
        enum status status = line.size < ARCHIVE_LINE_SIZE ? take(reader, line) : STATUS_TOO_LARGE;
        arena_reset(&reader->line_arena);
        if (status != STATUS_OK) {
            return status;
        }
        rest.size -= line.size + 1;
        rest.data = end + 1;
    }
    if (rest.size > 0) {
        memmove(reader->buffer.data, rest.data, rest.size);
    }
    reader->buffer.size = rest.size;
    return rest.size < ARCHIVE_LINE_SIZE ? STATUS_OK : STATUS_TOO_LARGE;
}

static enum status read_lines(struct reader *reader, line_fn *take) {
    buffer_clear(&reader->buffer);
    for (size_t size = 1; size > 0;) {
        size_t before = reader->buffer.size;
        enum status status = read_chunk(reader, &size);
        if (status != STATUS_OK) {
            return status;
        }
        crypto_hash_sha256_update(&reader->sum, (const uint8_t *)reader->buffer.data + before, size);
        status = take_lines(reader, take);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return reader->buffer.size == 0 ? STATUS_OK : STATUS_CORRUPT;
}

static enum status take_event(struct reader *reader, struct str line) {
    struct archive_event event;
    enum status status = archive_decode_event(line, &reader->line_arena, &event);
    if (status != STATUS_OK) {
        return status;
    }
    if (event.seq != reader->events + 1 || event.seq > reader->manifest.events) {
        return STATUS_CORRUPT;
    }
    reader->events++;
    const struct archive_taker *taker = reader->taker;
    return !taker || taker->event(taker->context, &event) ? STATUS_OK : STATUS_CANCELLED;
}

static enum status take_blob_line(struct reader *reader, struct str line) {
    if (reader->blob_count >= (size_t)reader->manifest.blobs) {
        return STATUS_CORRUPT;
    }
    reader->blobs =
        memory_grow(reader->blobs, &reader->blob_capacity, reader->blob_count + 1, sizeof *reader->blobs);
    enum status status = archive_decode_blob(line, &reader->arena, &reader->blobs[reader->blob_count]);
    reader->blob_count += status == STATUS_OK;
    return status;
}

static enum status read_manifest(struct reader *reader) {
    if (next_entry(reader, "manifest.json") != STATUS_OK) {
        return STATUS_INVALID; /* a zip of something else, or no zip */
    }
    enum status status = read_entry(reader, ARCHIVE_MANIFEST_SIZE);
    if (status != STATUS_OK) {
        return status == STATUS_TOO_LARGE ? STATUS_INVALID : status;
    }
    status = archive_decode_manifest(buffer_str(&reader->buffer), &reader->manifest);
    const struct archive_taker *taker = reader->taker;
    if (status == STATUS_OK && taker &&
        !taker->begin(taker->context, reader->manifest.process, reader->manifest.events,
                      reader->manifest.blobs)) {
        return STATUS_CANCELLED;
    }
    return status;
}

static enum status read_events(struct reader *reader) {
    enum status status = next_entry(reader, "events.jsonl");
    crypto_hash_sha256_init(&reader->sum);
    if (status == STATUS_OK) {
        status = read_lines(reader, take_event);
    }
    if (status != STATUS_OK) {
        return status;
    }
    uint8_t sum[ARCHIVE_SUM_SIZE];
    crypto_hash_sha256_final(&reader->sum, sum);
    bool whole =
        reader->events == reader->manifest.events && memcmp(sum, reader->manifest.sum, sizeof sum) == 0;
    return whole ? STATUS_OK : STATUS_CORRUPT;
}

static enum status read_blob(struct reader *reader, const struct archive_blob_line *line) {
    char name[ARCHIVE_BLOB_NAME + 1];
    archive_blob_name(line->sha256, name);
    enum status status = next_entry(reader, name);
    if (status == STATUS_OK) {
        status = read_entry(reader, ARCHIVE_BLOB_SIZE);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct archive_blob blob = {.type = line->type, .bytes = buffer_str(&reader->buffer)};
    crypto_hash_sha256(blob.sha256, (const uint8_t *)reader->buffer.data, reader->buffer.size);
    if (memcmp(blob.sha256, line->sha256, sizeof blob.sha256) != 0 ||
        (int64_t)blob.bytes.size != line->size) {
        return STATUS_CORRUPT;
    }
    const struct archive_taker *taker = reader->taker;
    return !taker || taker->blob(taker->context, &blob) ? STATUS_OK : STATUS_CANCELLED;
}

static enum status read_blobs(struct reader *reader) {
    enum status status = next_entry(reader, "blobs.jsonl");
    if (status == STATUS_OK) {
        status = read_lines(reader, take_blob_line);
    }
    if (status == STATUS_OK && (int64_t)reader->blob_count != reader->manifest.blobs) {
        status = STATUS_CORRUPT;
    }
    for (size_t i = 0; i < reader->blob_count && status == STATUS_OK; i++) {
        status = read_blob(reader, &reader->blobs[i]);
    }
    return status;
}

static enum status read_all(struct reader *reader) {
    enum status status = read_manifest(reader);
    if (status == STATUS_OK) {
        status = read_events(reader);
    }
    if (status == STATUS_OK) {
        status = read_blobs(reader);
    }
    if (status != STATUS_OK) {
        return status;
    }
    struct archive_entry *entry;
    return archive_read_next_header(reader->archive, &entry) == ARCHIVE_EOF ? STATUS_OK : STATUS_CORRUPT;
}

static enum status walk(int descriptor, int64_t allowed, const struct archive_taker *taker) {
    struct reader reader = {.archive = archive_read_new(), .taker = taker, .allowed = allowed};
    arena_init(&reader.line_arena);
    arena_init(&reader.arena);
    buffer_init(&reader.buffer);
    if (!reader.archive || archive_read_support_format_zip(reader.archive) != ARCHIVE_OK) {
        diag(DIAG_ERROR, "libarchive reads no zip files here");
        abort();
    }
    enum status status = STATUS_INVALID; /* where not even the first bytes are a zip's */
    if (archive_read_open_fd(reader.archive, descriptor, CHUNK) == ARCHIVE_OK) {
        status = read_all(&reader);
    }
    archive_read_free(reader.archive);
    memory_free(reader.blobs);
    buffer_finish(&reader.buffer);
    arena_finish(&reader.arena);
    arena_finish(&reader.line_arena);
    return status;
}

static enum status read_twice(int descriptor, const struct archive_taker *taker) {
    struct stat file;
    if (fstat(descriptor, &file) != 0) {
        return STATUS_IO;
    }
    if (!S_ISREG(file.st_mode)) {
        return STATUS_INVALID;
    }
    if (file.st_size > INT64_MAX / (2 * ARCHIVE_RATIO)) {
        return STATUS_TOO_LARGE;
    }
    int64_t allowed = ALWAYS_ALLOWED + (int64_t)file.st_size * ARCHIVE_RATIO;
    enum status status = walk(descriptor, allowed, NULL);
    if (status != STATUS_OK) {
        return status;
    }
    return lseek(descriptor, 0, SEEK_SET) == 0 ? walk(descriptor, allowed, taker) : STATUS_IO;
}

enum status archive_read_process(const char *path, const struct archive_taker *taker) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return errno == ENOENT || errno == ENOTDIR ? STATUS_NOT_FOUND : STATUS_IO;
    }
    enum status status = read_twice(descriptor, taker);
    close(descriptor);
    return status;
}
