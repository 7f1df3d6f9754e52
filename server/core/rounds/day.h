/* Days of the calendar, as people write them: YYYY-MM-DD, of no time zone. */
#ifndef SAMSKAP_CORE_ROUNDS_DAY_H
#define SAMSKAP_CORE_ROUNDS_DAY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

enum { DAY_MILLISECONDS = 24 * 60 * 60 * 1000, DAY_TEXT_LENGTH = 10 };

/* Days since 1970-01-01; false for what is no day. */
bool day_parse(struct str text, int64_t *day);
int64_t day_monday(int64_t day);                       /* of its week */
struct str day_week(int64_t day, struct arena *arena); /* by ISO 8601: 2026-W07 */

#endif
