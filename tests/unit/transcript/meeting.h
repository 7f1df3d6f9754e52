/* A small process with something of everything, made by the fold: what the tests of records look at. */
#ifndef SAMSKAP_TESTS_TRANSCRIPT_MEETING_H
#define SAMSKAP_TESTS_TRANSCRIPT_MEETING_H

#include <jansson.h>

#include "base/buffer.h"
#include "core/model.h"
#include "transcript/transcript.h"

/* Groups of ids; id_of(GROUP, n) is the n-th. */
enum {
    OF_SESSION = 1,
    OF_ITEM,
    OF_ROUND,
    OF_NOTE,
    OF_CHOICE,
    OF_ROLE,
    OF_ORGANISATION,
    OF_PERSON,
    OF_AUTHOR,
    OF_LIST,
    OF_TABLE,
    OF_MARK
};
/* Rounds. */
enum { OPEN_ROUND = 1, NAMED_ROUND, LINKED_ROUND, ORGANISATION_ROUND, BALLOT, HIDDEN_BALLOT, EVENING_ROUND };

struct id id_of(int group, int number);
struct process *meeting_create(void);
/* The transcript's bytes, into the buffer. */
enum status meeting_write(const struct process *process, struct transcript_options options,
                          struct buffer *buffer);
/* All rows of a table, as JSON objects; the caller's, for json_decref. */
json_t *meeting_rows(const struct process *process, enum record_view view, struct id session,
                     const char *table);
/* The row whose member has the value; NULL. */
json_t *meeting_row(json_t *rows, const char *member, const char *value);
const char *meeting_text(json_t *row, const char *member); /* "" where it is null */
/* So that tests can let more happen. */
enum reason meeting_note(struct process *process, int note, int round, struct actor actor, const char *text,
                         bool consent);
struct actor meeting_author(int number);
/* By anybody; must be accepted. */
void meeting_happen(struct process *process, struct actor actor, enum event_kind kind, union event_body body);
/* By the host; must be accepted. */
void meeting_host(struct process *process, enum event_kind kind, union event_body body);

#endif
