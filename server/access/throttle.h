/* Wrong join codes: so many a minute from one address and for the server are answered at once; beyond that,
 * addresses that have missed (and only those) wait. Never a limit on right codes, nor on a hotel that shares
 * one address. */
#ifndef SAMSKAP_ACCESS_THROTTLE_H
#define SAMSKAP_ACCESS_THROTTLE_H

#include <stdint.h>

#include "base/map.h"
#include "base/str.h"

struct throttle;

struct throttle *throttle_create(struct map_seed seed, int per_address, int per_server);
void throttle_destroy(struct throttle *throttle);
/* How many milliseconds a try from this address must wait now; 0: none. now in milliseconds, monotonic. */
int64_t throttle_delay(struct throttle *throttle, struct str address, int64_t now);
void throttle_miss(struct throttle *throttle, struct str address, int64_t now);

#endif
