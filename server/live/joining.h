/* How a participant comes in: by code or link, or (who has joined the session before) by the session. */
#ifndef SAMSKAP_LIVE_JOINING_H
#define SAMSKAP_LIVE_JOINING_H

struct call;

void joining_join(struct call *call);

#endif
