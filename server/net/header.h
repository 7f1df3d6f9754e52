/* What a request says, copied from libwebsockets while it has the headers (design §7: never through `in`). */
#ifndef SAMSKAP_NET_HEADER_H
#define SAMSKAP_NET_HEADER_H

#include <libwebsockets.h>

#include "base/arena.h"
#include "base/str.h"

/* The header's value, closed by a NUL; absent where there is none. */
struct str header_copy(struct lws *wsi, enum lws_token_indexes token, struct arena *arena);
/* The decoded value of a query argument; absent where there is none. */
struct str header_argument(struct lws *wsi, const char *name, struct arena *arena);
/* Whom the request comes from, by the socket and, behind known proxies, by what they say (net/address.h). */
struct str header_address(struct lws *wsi, struct str proxies, struct arena *arena);

#endif
