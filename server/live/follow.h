/* What the journal stored comes back here, in seq order: the only thing that moves a room's state. */
#ifndef SAMSKAP_LIVE_FOLLOW_H
#define SAMSKAP_LIVE_FOLLOW_H

#include "journal/journal.h"

/* A journal_follow_fn; context is the room. */
void room_follow(void *context, const struct journal_event *stored);

#endif
