/* Where in a recording of the room something was. */
#ifndef SAMSKAP_TRANSCRIPT_MARKS_H
#define SAMSKAP_TRANSCRIPT_MARKS_H

#include "transcript/tables.h"

/* A cell of text: minutes and seconds from the session's first mark, or where it has none from when it went
 * live: "07:05", "125:00", "-00:30" before that. Nothing where either time is not known (0). */
void record_offset(struct record *record, struct id session, int64_t at);

#endif
