/* The two clocks, and times as text. Only app wires these in; everything below is given its time. */
#ifndef SAMSKAP_BASE_CLOCK_H
#define SAMSKAP_BASE_CLOCK_H

#include <stdint.h>

enum { CLOCK_TEXT_LENGTH = 24 };

int64_t clock_wall(void);      /* milliseconds since 1970, UTC; may jump */
int64_t clock_monotonic(void); /* microseconds since some start; never goes back */
/* ISO 8601 in UTC with milliseconds: 2021-02-12T09:00:00.000Z */
void clock_format(int64_t milliseconds, char text[CLOCK_TEXT_LENGTH + 1]);

#endif
