#include "net/upgrade.h"

#include "net/field.h"
#include "net/header.h"
#include "net/reply.h"

static bool offers_subprotocol(struct str offered) {
    struct str one;
    while (field_next(&offered, &one)) {
        if (str_equal(one, STR(SUBPROTOCOL))) {
            return true;
        }
    }
    return false;
}

enum origin upgrade_origin(struct net *net, struct lws *wsi, struct arena *arena) {
    return origin_of(header_copy(wsi, WSI_TOKEN_ORIGIN, arena), header_copy(wsi, WSI_TOKEN_HOST, arena),
                     net->options.tls_cert != NULL, net->options.public_url);
}

/* 0: it may open; else the status of the answer, and why. */
static int judge_upgrade(struct net *net, struct lws *wsi, struct arena *arena, const char **message) {
    if (!str_equal(header_copy(wsi, WSI_TOKEN_GET_URI, arena), STR("/ws"))) {
        *message = "WebSockets are at /ws";
        return HTTP_STATUS_NOT_FOUND;
    }
    if (!str_equal(header_copy(wsi, WSI_TOKEN_VERSION, arena), STR("13")) ||
        str_is_empty(header_copy(wsi, WSI_TOKEN_KEY, arena))) {
        *message = "the WebSocket version must be 13, with a key";
        return HTTP_STATUS_BAD_REQUEST;
    }
    if (!offers_subprotocol(header_copy(wsi, WSI_TOKEN_PROTOCOL, arena))) {
        *message = "the subprotocol must be " SUBPROTOCOL;
        return HTTP_STATUS_BAD_REQUEST;
    }
    if (upgrade_origin(net, wsi, arena) == ORIGIN_FOREIGN) {
        *message = "the page comes from another site";
        return HTTP_STATUS_FORBIDDEN;
    }
    if (net->stopping || net->peers >= (size_t)net->options.limits->connections) {
        *message = net->stopping ? "the server is stopping" : "too many are connected";
        return HTTP_STATUS_SERVICE_UNAVAILABLE;
    }
    return 0;
}

bool upgrade_may_open(struct net *net, struct lws *wsi) {
    struct arena arena;
    arena_init(&arena);
    const char *message = NULL;
    int status = judge_upgrade(net, wsi, &arena, &message);
    if (status != 0) {
        net->counters.refused++;
        reply_at_once(net, wsi, status, message);
    }
    arena_finish(&arena);
    return status == 0;
}
