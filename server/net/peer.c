/* A message comes in pieces of at most rx_buffer_size and is put together in a buffer that is bounded by the
 * frame limit; one that came whole is not copied. A frame goes out at once while libwebsockets buffers
 * nothing for the connection; after a partial send live is told BUSY, and called when there is room: so at
 * most the rest of one frame is queued for a slow reader. */
#include "net/peer.h"

#include <assert.h>
#include <stdio.h>

#include "base/memory.h"
#include "net/cookie.h"
#include "net/header.h"
#include "net/silence.h"
#include "net/socket.h"
#include "net/upgrade.h"

static_assert(LWS_PRE <= FRAME_HEAD_ROOM, "a frame has room for the header that is written in front of it");

enum { CODE_SIZE = 2, REASON_SIZE = 100, CLOSING_SECONDS = 5 };

struct peer {
    struct connection connection;
    struct net *net;
    struct lws *wsi;
    struct client *client;
    struct list link;      /* the wheel's */
    int64_t heard;         /* when anything came from it */
    int64_t pinged;        /* when it was asked in this silence; 0: not yet */
    uint64_t arrived;      /* at it, when it was last looked at in this silence */
    bool looked;           /* at that, in this silence */
    struct buffer message; /* its beginning, while it is not whole */
    bool waiting;          /* live wants to know when there is room */
    bool deaf;             /* live does not want to read from it now */
    bool closing;
    bool goodbye_said;
    bool closed;
    int code; /* of closing */
    char reason[REASON_SIZE];
    struct str address, login, token; /* the last two are cookies; copies, until it is opened */
    bool same_origin;
};

/* ---- from live ---- */

/* The library sends a close frame only when a callback of reading fails; returning -1 from WRITEABLE cuts the
 * connection without one. So the frame is written like any other, by the value that the library's own code
 * uses for it, and the peer has a while to answer. */
static int say_goodbye(struct peer *peer) {
    static const enum lws_write_protocol close_frame = (enum lws_write_protocol)4;
    unsigned char room[LWS_PRE + CODE_SIZE + REASON_SIZE];
    size_t size = strlen(peer->reason);
    room[LWS_PRE] = (unsigned char)(peer->code >> 8);
    room[LWS_PRE + 1] = (unsigned char)peer->code;
    memcpy(room + LWS_PRE + CODE_SIZE, peer->reason, size);
    peer->goodbye_said = true;
    if (lws_write(peer->wsi, room + LWS_PRE, CODE_SIZE + size, close_frame) < 0) {
        return -1;
    }
    lws_set_timeout(peer->wsi, PENDING_TIMEOUT_USER_OK, CLOSING_SECONDS);
    lws_cancel_service(peer->net->context); /* so that the timeout is looked at */
    return 0;
}

static enum peer_write write_frame(void *context, struct frame *frame) {
    struct peer *peer = context;
    if (peer->closing || peer->closed) {
        return PEER_LOST;
    }
    if (lws_partial_buffered(peer->wsi)) {
        peer->waiting = true;
        lws_callback_on_writable(peer->wsi);
        return PEER_BUSY;
    }
    if (lws_write(peer->wsi, (unsigned char *)frame_text(frame), frame->size, LWS_WRITE_TEXT) < 0) {
        peer->closing = true;
        net_kill(peer->net, peer->wsi);
        return PEER_LOST;
    }
    return PEER_TAKEN;
}

static void close_peer(void *context, int code, const char *reason) {
    struct peer *peer = context;
    if (peer->closing || peer->closed) {
        return;
    }
    peer->closing = true;
    peer->code = code;
    snprintf(peer->reason, sizeof peer->reason, "%s", reason);
    lws_callback_on_writable(peer->wsi); /* which comes when what was sent has left */
}

static void set_reading(void *context, bool reading) {
    struct peer *peer = context;
    if (peer->closed) {
        return;
    }
    peer->deaf = !reading;
    lws_rx_flow_control(peer->wsi, reading);
    if (reading) {
        lws_cancel_service(
            peer->net->context); /* what it has read already waits in it, and nothing else stirs */
    }
}

static const struct peer_ops ops = {write_frame, close_peer, set_reading};

/* ---- from the network ---- */

struct peer *peer_create(struct net *net, struct lws *wsi) {
    struct arena arena;
    arena_init(&arena);
    struct peer *peer = memory_allocate(sizeof *peer);
    peer->connection.kind = CONNECTION_PEER;
    peer->net = net;
    peer->wsi = wsi;
    list_init(&peer->link);
    buffer_init(&peer->message);
    struct str cookies = header_copy(wsi, WSI_TOKEN_HTTP_COOKIE, &arena);
    peer->address = memory_copy_str(header_address(wsi, net->options.proxies, &arena));
    peer->login = memory_copy_str(cookie_find(cookies, STR(COOKIE_LOGIN)));
    peer->token = memory_copy_str(cookie_find(cookies, STR(COOKIE_TOKEN)));
    peer->same_origin = upgrade_origin(net, wsi, &arena) == ORIGIN_OWN;
    arena_finish(&arena);
    return peer;
}

void peer_destroy(struct peer *peer) {
    buffer_finish(&peer->message);
    memory_free_str(&peer->address);
    memory_free_str(&peer->login);
    memory_free_str(&peer->token);
    memory_free(peer);
}

void peer_opened(struct peer *peer) {
    struct peer_info info = {peer->address, peer->login, peer->token, peer->same_origin};
    peer->heard = net_now();
    peer->net->peers++;
    peer->net->counters.opened++;
    socket_keep_queue_short(lws_get_socket_fd(peer->wsi));
    wheel_add(&peer->net->wheel, &peer->link);
    peer->client = live_connect(peer->net->options.live, &ops, peer, &info);
    memory_free_str(&peer->address);
    memory_free_str(&peer->login); /* not needed again, and secret */
    memory_free_str(&peer->token);
}

void peer_closed(struct peer *peer) {
    peer->closed = true;
    list_remove(&peer->link);
    if (peer->client) {
        peer->net->peers--;
        peer->net->counters.closed++;
        live_disconnected(peer->net->options.live, peer->client);
        peer->client = NULL;
    }
}

/* One that is being closed has said what it had to say: it does not stay by going on. */
void peer_heard(struct peer *peer) {
    if (!peer->closing) {
        peer->heard = net_now();
        peer->pinged = 0;
        peer->looked = false;
    }
}

static int refuse(struct peer *peer, enum lws_close_status code, const char *reason) {
    peer->closing = true;
    lws_close_reason(peer->wsi, code, (unsigned char *)reason, strlen(reason));
    return -1;
}

static void deliver(struct peer *peer, struct str message) {
    peer->net->counters.messages++;
    peer->net->counters.message_bytes += (int64_t)message.size;
    live_receive(peer->net->options.live, peer->client, message);
}

int peer_received(struct peer *peer, const char *bytes, size_t size) {
    peer_heard(peer);
    if (peer->closing) {
        return 0; /* what it says now comes too late */
    }
    if (lws_frame_is_binary(peer->wsi)) {
        return refuse(peer, LWS_CLOSE_STATUS_UNACCEPTABLE_OPCODE, "text only");
    }
    size_t ahead = lws_remaining_packet_payload(peer->wsi); /* of this WebSocket frame; it says so itself */
    size_t whole = peer->message.size + size;
    if (ahead > (size_t)peer->net->options.limits->frame ||
        whole + ahead > (size_t)peer->net->options.limits->frame) {
        return refuse(peer, LWS_CLOSE_STATUS_MESSAGE_TOO_LARGE, "message too large");
    }
    bool last = lws_is_final_fragment(peer->wsi) && ahead == 0;
    if (last && peer->message.size == 0) {
        deliver(peer, (struct str){size > 0 ? bytes : "", size});
        return 0;
    }
    buffer_append(&peer->message, bytes, size);
    if (last) {
        deliver(peer, buffer_str(&peer->message));
        buffer_finish(&peer->message); /* between messages an idle connection holds no memory */
        buffer_init(&peer->message);
    }
    return 0;
}

int peer_asked_to_close(const struct peer *peer) {
    return peer->goodbye_said ? -1 : 0; /* its answer to ours, or its own, which the library answers */
}

int peer_writable(struct peer *peer) {
    if (peer->closing) {
        return peer->code != 0 && !peer->goodbye_said ? say_goodbye(peer) : 0;
    }
    if (peer->waiting) {
        peer->waiting = false;
        peer_heard(peer); /* what was sent has been taken: its answer to a ping may stand behind much more */
        live_writable(peer->net->options.live, peer->client);
    }
    return 0;
}

/* Whether it is on its way to the answer that is missed: what was sent before goes on arriving, only slowly.
 * Once all has arrived, silence is silence. */
static bool is_getting_on(struct peer *peer) {
    struct socket_queue queue;
    if (!socket_look(lws_get_socket_fd(peer->wsi), &queue)) {
        return false;
    }
    bool more = peer->looked && queue.arrived > peer->arrived;
    peer->looked = true;
    peer->arrived = queue.arrived;
    return more && (queue.waiting > 0 || lws_partial_buffered(peer->wsi));
}

/* Pings are our own: the library's validity timers cost more with every connection. */
static void ping(struct peer *peer) {
    unsigned char room[LWS_PRE + 1] = {0}; /* the library passes over the answer to a ping without a body */
    peer->net->counters.pings++;
    if (lws_write(peer->wsi, room + LWS_PRE, 1, LWS_WRITE_PING) < 0) {
        peer->closing = true;
        net_kill(peer->net, peer->wsi);
    }
}

static void give_up(struct peer *peer) {
    peer->net->counters.dead++;
    peer->closing = true;
    list_remove(&peer->link); /* once is enough */
    net_kill(peer->net, peer->wsi);
}

void peer_visit(void *context, struct list *link) {
    struct net *net = context;
    struct peer *peer = LIST_ENTRY(link, struct peer, link);
    bool is_full = lws_partial_buffered(peer->wsi);
    if (peer->deaf && !is_full) {
        peer_heard(peer); /* it may well speak: its answers to pings are not read either */
    }
    int64_t now = net_now(), silent = now - peer->heard;
    if (silent >= net->options.limits->ping && !peer->closing && is_getting_on(peer)) {
        peer_heard(peer);
        return;
    }
    switch (silence_judge(net->options.limits, silent, peer->pinged == 0 ? -1 : now - peer->pinged)) {
    case SILENCE_ASK:
        peer->pinged = now;
        if (!peer->closing && !is_full) { /* who takes nothing has been asked by what waits for it */
            ping(peer);
        }
        return;
    case SILENCE_OVER:
        give_up(peer);
        return;
    case SILENCE_FINE:
        return;
    }
}
