/* What the files of net/ share. Not for other folders. */
#ifndef SAMSKAP_NET_STATE_H
#define SAMSKAP_NET_STATE_H

#include <libwebsockets.h>
#include <uv.h>

#include "net/net.h"
#include "net/wheel.h"

enum {
    HTTP_CONNECTIONS = 500, /* besides those that WebSockets may have */
    DOWNLOADS = 4,          /* at once; each has a worker and a temporary file */
    SUBPROTOCOL_SIZE = 64,
};
#define SUBPROTOCOL "samskap.v1"

struct net_counters {
    int64_t opened, closed, messages, message_bytes, requests, refused, pings, dead;
};

struct net {
    struct net_options options;
    struct lws_context *context;
    struct lws_vhost *vhost;
    struct wheel wheel;    /* of peers */
    struct list exchanges; /* HTTP, those whose client is there */
    size_t sockets;        /* open, of any kind */
    size_t peers;          /* of these, WebSockets */
    size_t downloads;
    struct list uploads;
    struct shelf *shelf; /* of pictures */
    char *maker;         /* the program that makes them */
    int port;
    bool stopping;
    struct net_counters counters;
    uv_timer_t beat; /* turns the wheel */
    bool beat_closed;
};

/* What hangs on a connection of libwebsockets. */
struct connection {
    enum { CONNECTION_EXCHANGE = 1, CONNECTION_PEER } kind;
};

/* Ends a connection from outside its own callback. */
void net_kill(struct net *net, struct lws *wsi);
int64_t net_now(void); /* milliseconds, monotonic */

#endif
