/* Time zones, by ICU. Any thread. */
#ifndef SAMSKAP_BASE_ZONE_H
#define SAMSKAP_BASE_ZONE_H

#include <stdbool.h>

#include "base/str.h"

/* Whether the name is one of the zone database's, also an older name ("Europe/Stockholm", "UTC",
 * "Asia/Calcutta"). */
bool zone_is_known(struct str name);

#endif
