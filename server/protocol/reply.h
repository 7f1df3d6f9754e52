/* Replies, as JSON-RPC 2.0 text appended to a buffer. Pure; any thread. */
#ifndef SAMSKAP_PROTOCOL_REPLY_H
#define SAMSKAP_PROTOCOL_REPLY_H

#include <stdint.h>

#include "base/buffer.h"
#include "protocol/request.h"

/* {"seq":…,"entity":{…}}: a command that was taken. entity is encoded JSON; "" or absent: left out. */
void reply_write_seq(const struct request_id *id, int64_t seq, struct str entity, struct buffer *buffer);
/* The result is encoded JSON. */
void reply_write_result(const struct request_id *id, struct str result, struct buffer *buffer);
/* seq 0: refused before the journal; else the void event's. path: within params; "" or absent: left out. */
void reply_write_error(const struct request_id *id, enum reason reason, int64_t seq, struct str path,
                       struct buffer *buffer);

int reply_error_code(enum reason reason);            /* JSON-RPC's */
const char *reply_error_message(enum reason reason); /* plain English, static, never NULL */
struct str reason_text(enum reason reason);          /* "not_open"; absent for REASON_ABSENT */

#endif
