/* How libwebsockets tells what happens on its connections. */
#ifndef SAMSKAP_NET_EVENT_H
#define SAMSKAP_NET_EVENT_H

#include "net/state.h"

/* Of a context whose user is the net. */
extern const struct lws_protocols net_protocols[];

#endif
