/* Entities as JSON, and digests over them. Pure; any thread. */
#ifndef SAMSKAP_PROTOCOL_ENTITY_H
#define SAMSKAP_PROTOCOL_ENTITY_H

#include <stddef.h>

#include "base/buffer.h"
#include "core/process.h"

struct str entity_name(enum entity_kind kind); /* "note" */

/* {"kind":…,"id":…,"seq":…, then the members by name} */
void entity_encode(const struct entity *entity, struct buffer *buffer);

/* SHA-256 over the lines `["kind","id",{members}]`, each closed by LF, sorted by kind and then id; seq is
 * left out, members stand by name, absent and default ones are left out. A page gets the same from what it
 * was sent. */
enum { DIGEST_TEXT_SIZE = 64 };

struct digest_line;

struct digest {
    struct digest_line *lines;
    size_t count, capacity;
    struct buffer text;
};

void digest_init(struct digest *digest);
void digest_add(struct digest *digest, const struct entity *entity); /* in any order, each once */
/* Hexadecimal, closed by a NUL. Frees what the digest holds. */
void digest_finish(struct digest *digest, char text[DIGEST_TEXT_SIZE + 1]);

#endif
