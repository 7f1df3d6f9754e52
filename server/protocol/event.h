/* Events from and to the journal's bytes: the one place where older versions of a kind are brought up to
 * date. Pure; any thread. */
#ifndef SAMSKAP_PROTOCOL_EVENT_H
#define SAMSKAP_PROTOCOL_EVENT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "base/str.h"
#include "core/event.h"
#include "records/house.h"

struct str event_name(enum event_kind kind); /* "note.put": the journal's kind, and the method */
int event_version(enum event_kind kind);     /* the one that is written now */

/* Fills in kind, body, redacted, size and both hashes; seq, command, actor and at are the caller's. What the
 * body points at is in the arena. UNSUPPORTED: no such kind or version. CORRUPT: not of the kind's form. */
MUST_CHECK enum status event_decode(struct str kind, int version, struct str body, struct arena *arena,
                                    struct event *event);
/* Appends the body as the journal keeps it and sets the event's size and hashes. The newest version. */
void event_encode(struct event *event, struct buffer *body);
/* Fills in what a reader can work out anew from the event: the hash of a text that people consent to. What it
 * fills in is in the arena. */
void event_sum_text(struct event *event, struct arena *arena);
/* Sets the hashes alone: what the server fills in does not change them, so they can be had before that. */
void event_hash(struct event *event);

/* Appends the body (of a process's or of the house's event) without its personal leaves, marked as redacted
 * and with the size that it had (the fold counts bytes: redaction must change no verdict). Doing it twice
 * changes nothing. UNSUPPORTED, CORRUPT as above. */
MUST_CHECK enum status event_redact(struct str kind, int version, struct str body, struct buffer *redacted);
MUST_CHECK enum status house_redact(struct str kind, int version, struct str body, struct buffer *redacted);

struct str house_name(enum house_kind kind);
int house_version(enum house_kind kind);
MUST_CHECK enum status house_decode(struct str kind, int version, struct str body, struct arena *arena,
                                    enum house_kind *decoded, union house_body *record);
/* 16 bytes over kind and body, but for what the server fills in. */
void house_hash(enum house_kind kind, const union house_body *record, uint8_t hash[EVENT_HASH_SIZE]);
void house_encode(enum house_kind kind, const union house_body *record, struct buffer *body);

#endif
