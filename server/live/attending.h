/* How a host comes in, by log-in, and a display, by its token or (the first time) by a code. */
#ifndef SAMSKAP_LIVE_ATTENDING_H
#define SAMSKAP_LIVE_ATTENDING_H

struct call;

void attending_attend(struct call *call);

#endif
