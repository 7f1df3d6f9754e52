/* A flush brings each client of a crowd from where it stands to the head. */
#ifndef SAMSKAP_LIVE_FLUSH_H
#define SAMSKAP_LIVE_FLUSH_H

#include <stdint.h>

struct live;

/* Flushes the rooms in which something changed, as long as fan-out may have the loop. */
void flush_due(struct live *live, int64_t now);
/* When it must be called again; INT64_MAX: nothing waits. */
int64_t flush_next(const struct live *live);

#endif
