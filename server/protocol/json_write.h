/* JSON text written straight into a buffer. The caller sets commas and brackets. Escapes are those of
 * JSON.stringify, so that a page can compute the same digests. */
#ifndef SAMSKAP_PROTOCOL_JSON_WRITE_H
#define SAMSKAP_PROTOCOL_JSON_WRITE_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/id.h"
#include "base/str.h"

void json_write_text(struct buffer *buffer, struct str text); /* with quotes; absent is written as "" */
void json_write_id(struct buffer *buffer, struct id id);      /* with quotes */
void json_write_integer(struct buffer *buffer, int64_t value);
/* `"name":`, and a comma in front unless a bracket or a colon stands there. The name needs no escapes. */
void json_write_name(struct buffer *buffer, struct str name);

#endif
