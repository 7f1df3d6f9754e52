/* Whether anything can be stored: clients are told when that changes, and while it cannot, the server tries
 * by itself, so that it does not wait for somebody to write who was told not to. */
#ifndef SAMSKAP_LIVE_WRITABLE_H
#define SAMSKAP_LIVE_WRITABLE_H

#include "live/alarm.h"

struct live;

void writable_ring(struct alarm *alarm); /* live->probe */
/* Once in each turn. */
void writable_watch(struct live *live);

#endif
