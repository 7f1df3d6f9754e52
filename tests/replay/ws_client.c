#include "ws_client.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* Small, so that the kernel holds no long queue of frames that are out of date: the server sends the state of
 * the moment to who is ready, and answers do not stand behind all of it. */
enum { RECEIVE_ROOM = 32 * 1024 };

enum opcode { OPCODE_TEXT = 1, OPCODE_CLOSE = 8, OPCODE_PING = 9, OPCODE_PONG = 10 };

enum status ws_loop_init(struct ws_loop *loop) {
    loop->epoll = epoll_create1(EPOLL_CLOEXEC);
    return loop->epoll < 0 ? STATUS_IO : STATUS_OK;
}

void ws_loop_finish(struct ws_loop *loop) {
    if (loop->epoll >= 0)
        close(loop->epoll);
    loop->epoll = -1;
}

int64_t ws_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void await_room(struct ws *ws, bool wanted) {
    if (ws->awaits_room == wanted)
        return;
    struct epoll_event event = {.events = EPOLLIN | (wanted ? EPOLLOUT : 0), .data.ptr = ws};
    epoll_ctl(ws->loop->epoll, EPOLL_CTL_MOD, ws->fd, &event);
    ws->awaits_room = wanted;
}

static void lose(struct ws *ws) {
    if (ws->state == WS_CLOSED)
        return;
    ws_finish(ws);
    ws->closed(ws->context);
}

static void flush_out(struct ws *ws) {
    while (ws->state != WS_CLOSED && ws->out.size > 0) {
        ssize_t sent = send(ws->fd, ws->out.data, ws->out.size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0) {
            if (errno == EAGAIN)
                await_room(ws, true);
            return; /* a lost connection shows when it is read */
        }
        memmove(ws->out.data, ws->out.data + sent, ws->out.size - (size_t)sent);
        ws->out.size -= (size_t)sent;
    }
    if (ws->state != WS_CLOSED)
        await_room(ws, false);
}

static void append_frame(struct buffer *out, enum opcode opcode, struct str payload) {
    uint8_t head[14] = {(uint8_t)(0x80 | opcode)};
    size_t size = 2;
    if (payload.size < 126) {
        head[1] = (uint8_t)payload.size;
    } else if (payload.size < 65536) {
        head[1] = 126;
        head[size++] = (uint8_t)(payload.size >> 8);
        head[size++] = (uint8_t)payload.size;
    } else {
        head[1] = 127;
        for (int shift = 56; shift >= 0; shift -= 8)
            head[size++] = (uint8_t)((uint64_t)payload.size >> shift);
    }
    head[1] |= 0x80;
    uint8_t mask[4];
    randombytes_buf(mask, sizeof mask);
    memcpy(head + size, mask, sizeof mask);
    buffer_append(out, head, size + sizeof mask);
    char *write = buffer_reserve(out, payload.size);
    for (size_t i = 0; i < payload.size; i++)
        write[i] = (char)((uint8_t)payload.data[i] ^ mask[i % 4]);
    out->size += payload.size;
}

static void send_frame(struct ws *ws, enum opcode opcode, struct str payload) {
    if (ws->state == WS_CLOSED)
        return;
    append_frame(ws->state == WS_OPEN ? &ws->out : &ws->waiting, opcode, payload);
    if (!ws->awaits_room)
        flush_out(ws);
}

void ws_send(struct ws *ws, struct str message) {
    send_frame(ws, OPCODE_TEXT, message);
}

/* One whole frame at the front of bytes: how many it takes, 0 while it is not all there. */
static size_t parse_frame(struct str bytes, enum opcode *opcode, struct str *payload) {
    const uint8_t *data = (const uint8_t *)bytes.data;
    if (bytes.size < 2)
        return 0;
    uint64_t size = data[1] & 0x7f;
    size_t head = size == 126 ? 4 : size == 127 ? 10 : 2;
    if (bytes.size < head)
        return 0;
    if (head > 2) {
        size = 0;
        for (size_t i = 2; i < head; i++)
            size = size << 8 | data[i];
    }
    if (bytes.size - head < size)
        return 0;
    *opcode = data[0] & 0x0f;
    *payload = (struct str){bytes.data + head, (size_t)size};
    return head + (size_t)size;
}

static void take_frame(struct ws *ws, enum opcode opcode, struct str payload) {
    const uint8_t *data = (const uint8_t *)payload.data;
    if (opcode == OPCODE_TEXT) {
        ws->text(ws->context, payload);
    } else if (opcode == OPCODE_PING) {
        send_frame(ws, OPCODE_PONG, payload);
    } else if (opcode == OPCODE_CLOSE) {
        ws->close_code = payload.size >= 2 ? data[0] << 8 | data[1] : 0;
        send_frame(ws, OPCODE_CLOSE, payload);
        lose(ws);
    }
}

/* False: the server refused; 0 in *taken: the head is not all there yet. */
static bool take_handshake(struct ws *ws, size_t *taken) {
    const char *end = memmem(ws->in.data, ws->in.size, "\r\n\r\n", 4);
    *taken = 0;
    if (end == NULL)
        return true;
    *taken = (size_t)(end - ws->in.data) + 4;
    ws->state = WS_OPEN;
    buffer_append_str(&ws->out, buffer_str(&ws->waiting));
    buffer_clear(&ws->waiting);
    if (!ws->awaits_room)
        flush_out(ws);
    return str_starts_with(buffer_str(&ws->in), STR("HTTP/1.1 101 "));
}

static void take_input(struct ws *ws) {
    size_t done = 0, taken = 0;
    if (ws->state == WS_HANDSHAKE && !take_handshake(ws, &done)) {
        lose(ws);
        return;
    }
    while (ws->state == WS_OPEN) {
        enum opcode opcode;
        struct str payload;
        taken = parse_frame((struct str){ws->in.data + done, ws->in.size - done}, &opcode, &payload);
        if (taken == 0)
            break;
        done += taken;
        take_frame(ws, opcode, payload);
    }
    if (ws->state != WS_CLOSED && done > 0) {
        memmove(ws->in.data, ws->in.data + done, ws->in.size - done);
        ws->in.size -= done;
    }
}

static void receive(struct ws *ws) {
    enum { STEP = 65536 };
    ssize_t got = recv(ws->fd, buffer_reserve(&ws->in, STEP), STEP, 0);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) {
        lose(ws);
        return;
    }
    ws->in.size += (size_t)got;
    take_input(ws);
}

bool ws_loop_turn(struct ws_loop *loop, int timeout) {
    struct epoll_event events[256];
    int count = epoll_wait(loop->epoll, events, 256, timeout);
    for (int i = 0; i < count; i++) {
        struct ws *ws = events[i].data.ptr;
        if (events[i].events & EPOLLOUT)
            flush_out(ws);
        if (ws->state != WS_CLOSED && events[i].events & ~(uint32_t)EPOLLOUT)
            receive(ws);
    }
    return count > 0;
}

static void write_handshake(struct ws *ws, const struct address *address, const char *cookie) {
    uint8_t nonce[16];
    char key[sodium_base64_ENCODED_LEN(sizeof nonce, sodium_base64_VARIANT_ORIGINAL)];
    randombytes_buf(nonce, sizeof nonce);
    sodium_bin2base64(key, sizeof key, nonce, sizeof nonce, sodium_base64_VARIANT_ORIGINAL);
    buffer_format(
        &ws->out,
        "GET /ws HTTP/1.1\r\nHost: %s:%s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: samskap.v1\r\n"
        "Origin: http://%s:%s\r\n",
        address->host, address->port, key, address->host, address->port);
    if (*cookie != '\0')
        buffer_format(&ws->out, "Cookie: %s\r\n", cookie);
    buffer_append_str(&ws->out, STR("\r\n"));
}

enum status ws_open(struct ws *ws, struct ws_loop *loop, const struct address *address, const char *cookie) {
    ws->loop = loop;
    ws->close_code = 0;
    ws->awaits_room = false;
    buffer_init(&ws->in);
    buffer_init(&ws->out);
    buffer_init(&ws->waiting);
    ws->fd = address_connect(address);
    if (ws->fd < 0)
        return STATUS_UNAVAILABLE;
    int on = 1, room = RECEIVE_ROOM;
    setsockopt(ws->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(ws->fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    fcntl(ws->fd, F_SETFL, O_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = ws};
    epoll_ctl(loop->epoll, EPOLL_CTL_ADD, ws->fd, &event);
    ws->state = WS_HANDSHAKE;
    write_handshake(ws, address, cookie);
    flush_out(ws);
    return STATUS_OK;
}

void ws_finish(struct ws *ws) {
    if (ws->state == WS_CLOSED)
        return;
    ws->state = WS_CLOSED;
    close(ws->fd);
    buffer_finish(&ws->in);
    buffer_finish(&ws->out);
    buffer_finish(&ws->waiting);
}
