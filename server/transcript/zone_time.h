/* Times as the clock on the wall showed them: 2021-02-12 10:00:00 in an IANA zone, by ICU. */
#ifndef SAMSKAP_TRANSCRIPT_ZONE_TIME_H
#define SAMSKAP_TRANSCRIPT_ZONE_TIME_H

#include <stdint.h>

#include "base/str.h"

enum { ZONE_TIME_LENGTH = 19 };

struct zone_clock;

/* A zone that ICU does not know is UTC. */
struct zone_clock *zone_clock_create(struct str zone);
void zone_clock_destroy(struct zone_clock *clock); /* takes NULL */
/* Milliseconds since 1970 UTC, up to the year 9999. */
void zone_clock_format(struct zone_clock *clock, int64_t milliseconds, char text[ZONE_TIME_LENGTH + 1]);
/* The same moment as the wall's clock had it, in milliseconds since 1970 by that clock. */
int64_t zone_clock_wall(struct zone_clock *clock, int64_t milliseconds);

#endif
