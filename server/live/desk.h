/* The desk: what HTTP asks of the house (live.h). Here only what live.c must call. */
#ifndef SAMSKAP_LIVE_DESK_H
#define SAMSKAP_LIVE_DESK_H

struct live;

/* Who waits at the desk for a wrong password's delay is sent away. */
void desk_close(struct live *live);

#endif
