/* One WebSocket connection, as live's peer: reassembles messages, writes frames straight from the loop while
 * nothing is buffered, is pinged and given up. */
#ifndef SAMSKAP_NET_PEER_H
#define SAMSKAP_NET_PEER_H

#include "net/state.h"

struct peer;

/* While the request's headers are there. */
struct peer *peer_create(struct net *net, struct lws *wsi);
void peer_destroy(struct peer *peer);
void peer_opened(struct peer *peer);
/* These return -1 where the connection must be closed, as libwebsockets wants it. */
int peer_received(struct peer *peer, const char *bytes, size_t size);
int peer_writable(struct peer *peer);
int peer_asked_to_close(const struct peer *peer);
void peer_heard(struct peer *peer); /* a pong */
void peer_closed(struct peer *peer);
/* A visit of the wheel. */
void peer_visit(void *net, struct list *link);

#endif
