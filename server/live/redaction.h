/* Emptying in the journal what nobody may keep: removed and superseded texts of rounds that have ended, and
 * looked-up forms that only they had. */
#ifndef SAMSKAP_LIVE_REDACTION_H
#define SAMSKAP_LIVE_REDACTION_H

struct room;

/* Where something may be due: sends one redaction, and the next when that has come back. */
void redaction_begin(struct room *room);

#endif
