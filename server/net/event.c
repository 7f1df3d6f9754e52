/* What libwebsockets says comes to one callback, which only translates. */
#include "net/event.h"

#include <string.h>

#include "net/exchange.h"
#include "net/http.h"
#include "net/peer.h"
#include "net/upgrade.h"

enum {
    RECEIVE_SIZE = 256,      /* what a WebSocket is given to at a time; a bigger one costs each connection */
    SEND_SIZE = 1024 * 1024, /* less, and each send is cut and its rest copied */
};

static struct exchange *exchange_on(struct lws *wsi) {
    struct connection *connection = lws_get_opaque_user_data(wsi);
    return connection && connection->kind == CONNECTION_EXCHANGE ? (struct exchange *)(void *)connection
                                                                 : NULL;
}

static struct peer *peer_on(struct lws *wsi) {
    struct connection *connection = lws_get_opaque_user_data(wsi);
    return connection && connection->kind == CONNECTION_PEER ? (struct peer *)(void *)connection : NULL;
}

static void leave_exchange(struct lws *wsi) {
    struct exchange *exchange = exchange_on(wsi);
    if (exchange) {
        lws_set_opaque_user_data(wsi, NULL);
        exchange_leave(exchange);
    }
}

static void forget_peer(struct lws *wsi) {
    struct peer *peer = peer_on(wsi);
    if (peer) {
        lws_set_opaque_user_data(wsi, NULL);
        peer_closed(peer);
        peer_destroy(peer);
    }
}

static int begin_exchange(struct net *net, struct lws *wsi) {
    leave_exchange(wsi);
    struct exchange *exchange = exchange_create(net, wsi);
    lws_set_opaque_user_data(wsi, exchange);
    http_requested(exchange);
    return 0;
}

static int write_exchange(struct lws *wsi) {
    struct exchange *exchange = exchange_on(wsi);
    int result = exchange ? exchange_writable(exchange) : 0;
    if (result <= 0) {
        return result;
    }
    leave_exchange(wsi);
    return lws_http_transaction_completed(wsi) ? -1 : 0;
}

static int on_http(struct net *net, struct lws *wsi, enum lws_callback_reasons reason, void *in,
                   size_t size) {
    struct exchange *exchange = exchange_on(wsi);
    switch (reason) {
    case LWS_CALLBACK_HTTP:
        return begin_exchange(net, wsi);
    case LWS_CALLBACK_HTTP_BODY:
        if (exchange) {
            http_body(exchange, in, size);
        }
        return 0;
    case LWS_CALLBACK_HTTP_BODY_COMPLETION:
        if (exchange) {
            http_body_whole(exchange);
        }
        return 0;
    case LWS_CALLBACK_HTTP_WRITEABLE:
        return write_exchange(wsi);
    default: /* closed */
        leave_exchange(wsi);
        return 0;
    }
}

static int on_websocket(struct lws *wsi, enum lws_callback_reasons reason, void *in, size_t size) {
    struct peer *peer = peer_on(wsi);
    if (!peer) {
        return -1;
    }
    switch (reason) {
    case LWS_CALLBACK_ESTABLISHED:
        peer_opened(peer);
        return 0;
    case LWS_CALLBACK_RECEIVE:
        return peer_received(peer, in, size);
    case LWS_CALLBACK_RECEIVE_PONG:
        peer_heard(peer);
        return 0;
    case LWS_CALLBACK_SERVER_WRITEABLE:
        return peer_writable(peer);
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
        return peer_asked_to_close(peer);
    default: /* LWS_CALLBACK_CLOSED */
        peer_closed(peer);
        return 0;
    }
}

/* Any other Upgrade is refused before it is looked at: the path to h2c has a known memory fault. */
static int confirm_upgrade(struct net *net, struct lws *wsi) {
    char upgrade[32] = "";
    if (lws_hdr_copy(wsi, upgrade, sizeof upgrade, WSI_TOKEN_UPGRADE) <= 0 ||
        strcasecmp(upgrade, "websocket") != 0) {
        net->counters.refused++;
        return -1;
    }
    return upgrade_may_open(net, wsi) ? 0 : -1;
}

static int on_event(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in, size_t size) {
    (void)user;
    struct net *net = lws_context_user(lws_get_context(wsi));
    switch (reason) {
    case LWS_CALLBACK_FILTER_NETWORK_CONNECTION:
        return net->stopping || net->sockets >= (size_t)net->options.limits->connections + HTTP_CONNECTIONS;
    case LWS_CALLBACK_SERVER_NEW_CLIENT_INSTANTIATED:
        net->sockets++;
        return 0;
    case LWS_CALLBACK_WSI_DESTROY:
        leave_exchange(wsi);
        forget_peer(wsi);
        net->sockets -= net->sockets > 0;
        return 0;
    case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE:
        return confirm_upgrade(net, wsi);
    case LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION:
        leave_exchange(wsi);
        lws_set_opaque_user_data(wsi, peer_create(net, wsi));
        return 0;
    case LWS_CALLBACK_HTTP:
    case LWS_CALLBACK_HTTP_BODY:
    case LWS_CALLBACK_HTTP_BODY_COMPLETION:
    case LWS_CALLBACK_HTTP_WRITEABLE:
    case LWS_CALLBACK_CLOSED_HTTP:
        return on_http(net, wsi, reason, in, size);
    case LWS_CALLBACK_ESTABLISHED:
    case LWS_CALLBACK_RECEIVE:
    case LWS_CALLBACK_RECEIVE_PONG:
    case LWS_CALLBACK_SERVER_WRITEABLE:
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
    case LWS_CALLBACK_CLOSED:
        return on_websocket(wsi, reason, in, size);
    default:
        return 0;
    }
}

/* One protocol for all: it is the WebSocket's, and the first of a context is HTTP's too. */
const struct lws_protocols net_protocols[] = {
    {SUBPROTOCOL, on_event, 0, RECEIVE_SIZE, 0, NULL, SEND_SIZE},
    {NULL, NULL, 0, 0, 0, NULL, 0},
};
