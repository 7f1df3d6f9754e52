/* Sample messages of any shape, for tests. */
#ifndef SAMSKAP_TESTS_PROTOCOL_SUPPORT_H
#define SAMSKAP_TESTS_PROTOCOL_SUPPORT_H

#include <jansson.h>
#include <stdbool.h>

#include "protocol/shape.h"

/* All members, or the required ones; none that equals its default. For clients without the server's. The
 * caller's. */
json_t *sample_record(const struct shape *shape, bool all, bool client);

#endif
