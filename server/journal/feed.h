/* Who follows which process, and how far each has come. The loop's thread only. */
#ifndef SAMSKAP_JOURNAL_FEED_H
#define SAMSKAP_JOURNAL_FEED_H

#include "journal/engine.h"

void journal_feeds_init(struct journal *journal);
void journal_feeds_finish(struct journal *journal);
/* Between the two nothing that is being walked over is freed. They nest. */
void journal_feeds_begin(struct journal *journal);
void journal_feeds_end(struct journal *journal);
/* Brings the followers of the process to event->seq: hands out the event, after whatever of the store they
 * have not seen. False: a follower could not be brought there because the store could not be read. */
bool journal_feeds_deliver(struct journal *journal, struct id process, const struct journal_event *event);
/* The same where the event itself is not at hand. */
bool journal_feeds_reach(struct journal *journal, struct id process, int64_t seq);

#endif
