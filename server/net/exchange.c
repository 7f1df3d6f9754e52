#include "net/exchange.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "net/field.h"
#include "net/header.h"
#include "net/picture.h"
#include "net/upload.h"
#include "protocol/reply.h"

enum { PIECE_SIZE = 16 * 1024 };

/* ---- the request ---- */

static void read_path(struct exchange *exchange, struct lws *wsi) {
    static const struct {
        enum lws_token_indexes token;
        enum method method;
    } methods[] = {{WSI_TOKEN_GET_URI, METHOD_GET},
                   {WSI_TOKEN_HEAD_URI, METHOD_HEAD},
                   {WSI_TOKEN_POST_URI, METHOD_POST}};
    exchange->method = METHOD_OTHER;
    for (size_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        struct str path = header_copy(wsi, methods[i].token, &exchange->arena);
        if (!str_is_absent(path)) {
            exchange->method = methods[i].method;
            exchange->path = path;
            return;
        }
    }
}

static void read_headers(struct exchange *exchange, struct lws *wsi) {
    struct arena *arena = &exchange->arena;
    struct net *net = exchange->net;
    read_path(exchange, wsi);
    exchange->host = header_copy(wsi, WSI_TOKEN_HOST, arena);
    exchange->cookies = header_copy(wsi, WSI_TOKEN_HTTP_COOKIE, arena);
    exchange->accepted_encodings = header_copy(wsi, WSI_TOKEN_HTTP_ACCEPT_ENCODING, arena);
    exchange->known_etags = header_copy(wsi, WSI_TOKEN_HTTP_IF_NONE_MATCH, arena);
    exchange->type = header_copy(wsi, WSI_TOKEN_HTTP_CONTENT_TYPE, arena);
    exchange->origin = origin_of(header_copy(wsi, WSI_TOKEN_ORIGIN, arena), exchange->host,
                                 net->options.tls_cert != NULL, net->options.public_url);
    struct str length = header_copy(wsi, WSI_TOKEN_HTTP_CONTENT_LENGTH, arena);
    bool chunked = lws_hdr_total_length(wsi, WSI_TOKEN_HTTP_TRANSFER_ENCODING) > 0;
    /* A length is the only way to say where a request ends that all who pass it on agree about. */
    exchange->length = chunked ? -1 : str_is_absent(length) ? 0 : field_length(length);
    exchange->view = header_argument(wsi, "view", arena);
    exchange->format = header_argument(wsi, "format", arena);
    exchange->profile = header_argument(wsi, "profile", arena);
    exchange->study = header_argument(wsi, "study", arena);
    exchange->size = header_argument(wsi, "size", arena);
    exchange->authorization = header_copy(wsi, WSI_TOKEN_HTTP_AUTHORIZATION, arena);
    exchange->address = header_address(wsi, net->options.proxies, arena);
}

struct exchange *exchange_create(struct net *net, struct lws *wsi) {
    struct exchange *exchange = memory_allocate(sizeof *exchange);
    exchange->connection.kind = CONNECTION_EXCHANGE;
    exchange->net = net;
    exchange->wsi = wsi;
    exchange->file = -1;
    exchange->body_most = BODY_SIZE;
    exchange->deadline = net_now() + BODY_TIME;
    /* One request a connection: libwebsockets 4.1.6 turns in circles, serving nobody else, over some requests
     * that were sent before the one ahead of them was answered. */
    exchange->close = true;
    arena_init(&exchange->arena);
    buffer_init(&exchange->body);
    buffer_init(&exchange->head);
    list_init(&exchange->link);
    list_init(&exchange->book_link);
    list_append(&net->exchanges, &exchange->link);
    net->counters.requests++;
    read_headers(exchange, wsi);
    return exchange;
}

static void destroy(struct exchange *exchange) {
    if (exchange->book) {
        shelf_release(exchange->book);
    }
    if (exchange->upload) {
        upload_abandon(exchange->upload);
    }
    if (exchange->file >= 0) {
        close(exchange->file);
    }
    if (exchange->body.data) {
        explicit_bzero(exchange->body.data, exchange->body.size); /* may hold a password */
    }
    buffer_finish(&exchange->body);
    buffer_finish(&exchange->head);
    arena_finish(&exchange->arena);
    memory_free(exchange);
}

void exchange_leave(struct exchange *exchange) {
    list_remove(&exchange->link);
    exchange->wsi = NULL;
    if (!exchange->pending) {
        destroy(exchange);
    }
}

void exchange_wait(struct exchange *exchange) {
    exchange->pending = true;
    exchange->deadline = 0;
    /* What is sent behind the request is not read: libwebsockets would go round over it until we answer. */
    if (exchange->wsi) {
        lws_rx_flow_control(exchange->wsi, 0);
    }
}

bool exchange_resume(struct exchange *exchange) {
    exchange->pending = false;
    if (!exchange->wsi) {
        destroy(exchange);
        return false;
    }
    return true;
}

/* ---- the answer ---- */

static void begin(struct exchange *exchange, struct reply *reply, struct str more) {
    reply->close = reply->close || exchange->close;
    exchange->close = reply->close;
    exchange->answered = true;
    lws_rx_flow_control(exchange->wsi, 1); /* (nor is anything written while it is not read) */
    exchange->deadline = net_now() + READ_TIME;
    reply_write(exchange->net, reply, more, &exchange->head);
    lws_callback_on_writable(exchange->wsi);
}

void exchange_answer(struct exchange *exchange, struct reply *reply, struct str more, struct str body) {
    reply->size = (int64_t)body.size;
    begin(exchange, reply, more);
    if (exchange->method != METHOD_HEAD) {
        buffer_append_str(&exchange->head, body);
    }
}

void exchange_answer_bytes(struct exchange *exchange, struct reply *reply, struct str more,
                           const unsigned char *bytes) {
    begin(exchange, reply, more);
    if (exchange->method != METHOD_HEAD) {
        exchange->bytes = bytes;
        exchange->left = reply->size;
    }
}

void exchange_answer_file(struct exchange *exchange, struct reply *reply, int file) {
    begin(exchange, reply, (struct str){0});
    exchange->file = file;
    exchange->left = exchange->method == METHOD_HEAD ? 0 : reply->size;
}

void exchange_refuse(struct exchange *exchange, int status, struct str reason, const char *message) {
    struct reply reply = {.status = status, .type = "application/json"};
    struct buffer body;
    buffer_init(&body);
    reply_write_refusal(reason, message, &body);
    exchange->net->counters.refused++;
    exchange_answer(exchange, &reply, (struct str){0}, buffer_str(&body));
    buffer_finish(&body);
}

void exchange_refuse_reason(struct exchange *exchange, enum reason reason) {
    exchange_refuse(exchange, reply_status_of(reason), reason_text(reason), reply_error_message(reason));
}

/* ---- sending ---- */

/* The next piece, of the head first; -1 where the file cannot be read. */
static ssize_t fill(struct exchange *exchange, unsigned char *piece, size_t room) {
    size_t size = exchange->head.size - exchange->head_sent;
    if (size > room) {
        size = room;
    }
    memcpy(piece, exchange->head.data + exchange->head_sent, size);
    exchange->head_sent += size;
    size_t more = room - size;
    if ((int64_t)more > exchange->left) {
        more = (size_t)exchange->left;
    }
    if (more == 0) {
        return (ssize_t)size;
    }
    if (exchange->bytes) {
        memcpy(piece + size, exchange->bytes, more);
        exchange->bytes += more;
    } else {
        ssize_t got = read(exchange->file, piece + size, more);
        if (got <= 0) {
            return -1; /* it was whole when its length was told */
        }
        more = (size_t)got;
    }
    exchange->left -= (int64_t)more;
    return (ssize_t)(size + more);
}

static bool is_sent(const struct exchange *exchange) {
    return exchange->head_sent == exchange->head.size && exchange->left == 0;
}

int exchange_writable(struct exchange *exchange) {
    unsigned char room[LWS_PRE + PIECE_SIZE];
    if (!exchange->answered) {
        return 0;
    }
    if (!is_sent(exchange)) {
        ssize_t size = fill(exchange, room + LWS_PRE, PIECE_SIZE);
        if (size < 0) {
            return -1;
        }
        enum lws_write_protocol how = is_sent(exchange) ? LWS_WRITE_HTTP_FINAL : LWS_WRITE_HTTP;
        if (lws_write(exchange->wsi, room + LWS_PRE, (size_t)size, how) < 0) {
            return -1;
        }
        exchange->deadline = net_now() + READ_TIME;
    }
    if (!is_sent(exchange) || lws_partial_buffered(exchange->wsi)) {
        lws_callback_on_writable(exchange->wsi);
        return 0;
    }
    return exchange->close ? -1 : 1;
}

void exchanges_expire(struct net *net) {
    int64_t now = net_now();
    for (struct list *link = net->exchanges.next; link != &net->exchanges; link = link->next) {
        struct exchange *exchange = LIST_ENTRY(link, struct exchange, link);
        if (exchange->deadline != 0 && now >= exchange->deadline) {
            exchange->deadline = 0;
            net_kill(net, exchange->wsi);
        }
    }
}
