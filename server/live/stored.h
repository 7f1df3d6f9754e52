/* What the journal stored, decoded whole. Any thread. */
#ifndef SAMSKAP_LIVE_STORED_H
#define SAMSKAP_LIVE_STORED_H

#include "access/house.h"
#include "base/arena.h"
#include "core/event.h"
#include "journal/journal.h"

/* CORRUPT: not the expected seq, or damaged. UNSUPPORTED: a kind or version that this program does not know.
 * What the event points at is in the arena. */
MUST_CHECK enum status stored_event(const struct journal_event *stored, int64_t expected, struct arena *arena,
                                    struct event *event);
MUST_CHECK enum status stored_house_event(const struct journal_event *stored, int64_t expected,
                                          struct arena *arena, struct house_event *event);

#endif
