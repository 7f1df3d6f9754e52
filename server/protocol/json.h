/* Strict JSON: what a peer sends is capped and checked before the parser allocates anything of size. Pure;
 * any thread. */
#ifndef SAMSKAP_PROTOCOL_JSON_H
#define SAMSKAP_PROTOCOL_JSON_H

#include <jansson.h>
#include <stddef.h>

#include "base/str.h"
#include "records/types.h"

struct json_limits {
    size_t size; /* bytes */
    size_t depth;
};

/* One object or array: valid UTF-8, no deeper than allowed, no member twice, no NUL in a text. REASON_ABSENT
 * and *value (the caller's, for json_decref), else TOO_LARGE or BAD_JSON. */
enum reason json_parse(struct str text, struct json_limits limits, json_t **value);

#endif
