/* The texts inside an archive: manifest, a line for each event, a line for each blob. */
#ifndef SAMSKAP_TRANSCRIPT_ARCHIVE_TEXT_H
#define SAMSKAP_TRANSCRIPT_ARCHIVE_TEXT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "transcript/archive.h"

enum { ARCHIVE_SUM_SIZE = 32, ARCHIVE_SUM_TEXT = 64, ARCHIVE_BLOB_NAME = 6 + ARCHIVE_SUM_TEXT };

struct archive_manifest {
    struct id process;
    int64_t events, blobs;
    uint8_t sum[ARCHIVE_SUM_SIZE]; /* SHA-256 of events.jsonl */
};

struct archive_blob_line {
    uint8_t sha256[ARCHIVE_SUM_SIZE];
    struct str type;
    int64_t size;
};

void archive_encode_manifest(const struct archive_manifest *manifest, struct buffer *buffer);
/* INVALID, UNSUPPORTED, TOO_LARGE. */
MUST_CHECK enum status archive_decode_manifest(struct str text, struct archive_manifest *manifest);

/* With its line's end. INVALID: no archive may hold it. */
MUST_CHECK enum status archive_encode_event(const struct archive_event *event, struct buffer *buffer);
/* Without its line's end; texts are copied into the arena. CORRUPT. */
MUST_CHECK enum status archive_decode_event(struct str line, struct arena *arena,
                                            struct archive_event *event);

MUST_CHECK enum status archive_encode_blob(const struct archive_blob *blob, struct buffer *buffer);
MUST_CHECK enum status archive_decode_blob(struct str line, struct arena *arena,
                                           struct archive_blob_line *blob);

/* blobs/SHA256, closed by a NUL. */
void archive_blob_name(const uint8_t sha256[ARCHIVE_SUM_SIZE], char name[ARCHIVE_BLOB_NAME + 1]);

#endif
