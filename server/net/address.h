/* Which address a connection counts as, where wrong codes and passwords are counted. Pure. */
#ifndef SAMSKAP_NET_ADDRESS_H
#define SAMSKAP_NET_ADDRESS_H

#include "base/arena.h"
#include "base/str.h"

/* peer is the socket's other end, forwarded the header X-Forwarded-For (absent where there is none), proxies
 * the configured addresses, with spaces between them. What known proxies wrote is believed, and nothing else:
 * the answer is the last address on the way that is not one of them. IPv6 addresses count by their first 64
 * bits, because everybody has as many of them as they like. In the arena. */
struct str address_of(struct str peer, struct str forwarded, struct str proxies, struct arena *arena);

#endif
