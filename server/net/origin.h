/* Whose page a browser's request comes from (design §4): the Origin header against where this server stands.
 * Pure. */
#ifndef SAMSKAP_NET_ORIGIN_H
#define SAMSKAP_NET_ORIGIN_H

#include <stdbool.h>

#include "base/str.h"

enum origin {
    ORIGIN_ABSENT, /* no browser, or a browser's own navigation */
    ORIGIN_OWN,    /* scheme, host and port are this server's */
    ORIGIN_FOREIGN
};

/* origin and host are the headers' values, absent where there is none; public_url is the configured address,
 * for servers behind a proxy, absent where there is none. */
enum origin origin_of(struct str origin, struct str host, bool tls, struct str public_url);
/* Whether browsers reach the server by https, with or without a proxy. */
bool origin_is_secure(bool tls, struct str public_url);

#endif
