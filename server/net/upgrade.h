/* Whether a request may become a WebSocket. Reads its headers, while they are there. */
#ifndef SAMSKAP_NET_UPGRADE_H
#define SAMSKAP_NET_UPGRADE_H

#include "net/origin.h"
#include "net/state.h"

/* Else an HTTP answer was written. */
bool upgrade_may_open(struct net *net, struct lws *wsi);
/* Of which site the page is that asks. */
enum origin upgrade_origin(struct net *net, struct lws *wsi, struct arena *arena);

#endif
