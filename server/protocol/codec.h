/* Records from JSON and back, by their shapes: one walk for every message there is. Pure; any thread. */
#ifndef SAMSKAP_PROTOCOL_CODEC_H
#define SAMSKAP_PROTOCOL_CODEC_H

#include <jansson.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "protocol/shape.h"

enum { CODEC_PATH_SIZE = 128 };

struct codec_error {
    char path[CODEC_PATH_SIZE]; /* "profile.roles.3.name"; closed by a NUL */
    const char *text;           /* what is wrong there; static */
};

enum codec_source {
    CODEC_CLIENT,          /* texts are normalised, bounded and clean; members of the server are refused */
    CODEC_JOURNAL,         /* stored as they are: only what the fold relies on is checked */
    CODEC_JOURNAL_REDACTED /* the same, and personal members may be absent although required */
};

/* Fills the record (shape->size bytes); what it points at is in the arena. INVALID, with where and why. */
MUST_CHECK enum status codec_decode(const struct shape *shape, const json_t *json, enum codec_source source,
                                    struct arena *arena, void *record, struct codec_error *error);

enum codec_leave_out { CODEC_ALL = 0, CODEC_NO_PERSONAL = 1, CODEC_NO_SERVER = 2 };

/* The canonical text: members by name, absent ones left out, and optional ones that equal their default. */
void codec_encode(const struct shape *shape, const void *record, unsigned leave_out, struct buffer *buffer);
/* The members alone, without the braces, each with a comma in front where something stands there already. */
void codec_encode_members(const struct shape *shape, const void *record, unsigned leave_out,
                          struct buffer *buffer);

#endif
