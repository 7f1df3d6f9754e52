/* A process as one file, to be moved or kept: its whole journal, void events too, and its blobs. A zip with
 *   manifest.json   format, version, process, how many events and blobs, SHA-256 of events.jsonl
 *   events.jsonl    one event a line, in seq order, its body as it is stored, byte for byte
 *   blobs.jsonl     one blob a line: SHA-256, media type, size
 *   blobs/SHA256    the bytes of each
 * Bytes without meaning, like the journal: what an event says is judged by whoever folds it. Any thread;
 * blocks. */
#ifndef SAMSKAP_TRANSCRIPT_ARCHIVE_H
#define SAMSKAP_TRANSCRIPT_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"
#include "base/status.h"
#include "base/str.h"
#include "transcript/sink.h"

/* Caps of what is read, so that no file can ask for more memory or disk than a process can have. */
enum {
    ARCHIVE_VERSION = 1,
    ARCHIVE_MANIFEST_SIZE = 4 * 1024,
    ARCHIVE_TEXT_SIZE = 64,         /* actor and kind */
    ARCHIVE_BODY_SIZE = 256 * 1024, /* of one event */
    ARCHIVE_LINE_SIZE = 2 * ARCHIVE_BODY_SIZE + 1024,
    ARCHIVE_EVENTS = 10 * 1000 * 1000,
    ARCHIVE_BLOBS = 100 * 1000,
    ARCHIVE_BLOB_SIZE = 8 * 1024 * 1024,
    ARCHIVE_TYPE_SIZE = 100,
    ARCHIVE_RATIO = 200 /* bytes out of one byte of the file: what people write is never so alike */
};

struct archive_event {
    int64_t seq;
    struct id command;
    int64_t at;
    int version;
    bool redacted;
    struct str actor, kind, body;
};

struct archive_blob {
    uint8_t sha256[32];
    struct str type; /* media type */
    struct str bytes;
};

typedef bool archive_event_fn(void *context, const struct archive_event *event);
typedef bool archive_blob_fn(void *context, const struct archive_blob *blob);

/* Where an archive is written from. Each function calls `each` for all there is, and stops where that returns
 * false; it returns OK then too, or why it failed. Both are called twice and must bring the same each time
 * (of a process that goes on: up to the head it had at first), for in a zip sizes and sums stand before the
 * bytes. */
struct archive_source {
    void *context;
    struct id process;
    enum status (*events)(void *context, archive_event_fn *each, void *each_context);
    enum status (*blobs)(void *context, archive_blob_fn *each, void *each_context);
};

/* IO: the sink refused. CONFLICT: the source brought something else the second time. INVALID: it brought an
 * event or blob that no archive may hold, or bytes that are not what their SHA-256 says. Otherwise what the
 * source returned. */
MUST_CHECK enum status archive_write_process(const struct archive_source *source, struct sink *sink);

/* Who takes what is read: begin, then every event, then every blob. False: stop, with CANCELLED. */
struct archive_taker {
    void *context;
    bool (*begin)(void *context, struct id process, int64_t events, int64_t blobs);
    archive_event_fn *event;
    archive_blob_fn *blob;
};

/* The file is read twice: whole, to be checked, and only if all of it is sound, once more for the taker.
 * NOT_FOUND, IO: the file. INVALID: not an archive of ours. UNSUPPORTED: of a newer version. CORRUPT: cut off
 * or changed. TOO_LARGE: beyond the caps above. CANCELLED: the taker stopped. */
MUST_CHECK enum status archive_read_process(const char *path, const struct archive_taker *taker);

#endif
