/* A raw client for tests: a TCP socket, HTTP as text, WebSocket frames made by hand, so that what is wrong on
 * the wire can be sent too. Every wait is bounded. */
#ifndef SAMSKAP_TEST_WIRE_H
#define SAMSKAP_TEST_WIRE_H

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WIRE_ROOM = 512 * 1024, WIRE_WAIT = 20000, WIRE_KEY_SIZE = 4 };

struct wire {
    int socket, port;
    char data[WIRE_ROOM]; /* what was read and not yet taken */
    size_t size;
    bool ended;
};

static inline void wire_connect(struct wire *wire) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)wire->port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    wire->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(wire->socket, (struct sockaddr *)&address, sizeof address) != 0) {
        abort();
    }
}

static inline struct wire *wire_open(int port) {
    struct wire *wire = calloc(1, sizeof *wire);
    wire->port = port;
    wire_connect(wire);
    return wire;
}

/* A new connection: the server answers one request on each. */
static inline void wire_again(struct wire *wire) {
    close(wire->socket);
    wire->size = 0;
    wire->data[0] = '\0';
    wire->ended = false;
    wire_connect(wire);
}

static inline void wire_close(struct wire *wire) {
    close(wire->socket);
    free(wire);
}

static inline void wire_send(struct wire *wire, const void *bytes, size_t size) {
    const char *rest = bytes;
    while (size > 0) {
        ssize_t sent = send(wire->socket, rest, size, MSG_NOSIGNAL);
        if (sent <= 0) {
            return; /* the server has hung up, which the test finds out by reading */
        }
        rest += sent;
        size -= (size_t)sent;
    }
}

static inline void wire_say(struct wire *wire, const char *text) {
    wire_send(wire, text, strlen(text));
}

/* Reads once; false when nothing came in time or the server has hung up. */
static inline bool wire_read(struct wire *wire, int milliseconds) {
    struct pollfd poll_fd = {wire->socket, POLLIN, 0};
    if (wire->ended || poll(&poll_fd, 1, milliseconds) <= 0) {
        return false;
    }
    ssize_t got = recv(wire->socket, wire->data + wire->size, WIRE_ROOM - 1 - wire->size, 0);
    wire->ended = got <= 0;
    wire->size += got > 0 ? (size_t)got : 0;
    wire->data[wire->size] = '\0';
    return got > 0;
}

static inline bool wire_is_ended(struct wire *wire) {
    while (wire_read(wire, WIRE_WAIT)) {
    }
    return wire->ended;
}

static inline void wire_take(struct wire *wire, size_t size) {
    memmove(wire->data, wire->data + size, wire->size - size);
    wire->size -= size;
    wire->data[wire->size] = '\0';
}

/* One HTTP answer: its head as text (to be freed), its body's size and, where wanted, the body (to be freed).
 * NULL: none came. */
static inline char *wire_answer(struct wire *wire, bool has_body, size_t *body_size, char **body) {
    char *end;
    while (!(end = strstr(wire->data, "\r\n\r\n"))) {
        if (!wire_read(wire, WIRE_WAIT)) {
            return NULL;
        }
    }
    size_t head_size = (size_t)(end - wire->data) + 4;
    char *head = strndup(wire->data, head_size);
    const char *length = strstr(head, "Content-Length: ");
    size_t size = has_body && length ? (size_t)strtoul(length + 16, NULL, 10) : 0;
    while (wire->size < head_size + size && wire_read(wire, WIRE_WAIT)) {
    }
    if (body_size) {
        *body_size = size;
    }
    if (body) {
        *body = calloc(1, size + 1);
        memcpy(*body, wire->data + head_size, size);
    }
    wire_take(wire, head_size + size);
    return head;
}

static inline int wire_status(struct wire *wire) {
    char *head = wire_answer(wire, true, NULL, NULL);
    int status = head ? atoi(head + strlen("HTTP/1.1 ")) : 0;
    free(head);
    return status;
}

/* ---- WebSocket ---- */

/* The status of the answer; 101 when it is one. */
static inline int wire_upgrade(struct wire *wire, const char *path, const char *headers) {
    char request[2048];
    snprintf(request, sizeof request,
             "GET %s HTTP/1.1\r\nHost: test:1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
             "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n%s\r\n",
             path, headers);
    wire_say(wire, request);
    char *head = wire_answer(wire, false, NULL, NULL);
    int status = head ? atoi(head + strlen("HTTP/1.1 ")) : 0;
    free(head);
    return status;
}

/* opcode 0 continues, 1 text, 2 binary, 8 close, 9 ping, 10 pong. */
static inline void wire_frame(struct wire *wire, int opcode, bool final, const void *bytes, size_t size) {
    unsigned char *frame = calloc(1, size + 14);
    size_t at = 0;
    frame[at++] = (unsigned char)(opcode | (final ? 0x80 : 0));
    if (size < 126) {
        frame[at++] = (unsigned char)(0x80 | size);
    } else if (size < 65536) {
        frame[at++] = 0x80 | 126;
        frame[at++] = (unsigned char)(size >> 8);
        frame[at++] = (unsigned char)size;
    } else {
        frame[at++] = 0x80 | 127;
        for (int shift = 56; shift >= 0; shift -= 8) {
            frame[at++] = (unsigned char)((uint64_t)size >> shift);
        }
    }
    static const unsigned char key[WIRE_KEY_SIZE] = {1, 2, 3, 4};
    memcpy(frame + at, key, WIRE_KEY_SIZE);
    at += WIRE_KEY_SIZE;
    for (size_t i = 0; i < size; i++) {
        frame[at + i] = ((const unsigned char *)bytes)[i] ^ key[i % WIRE_KEY_SIZE];
    }
    wire_send(wire, frame, at + size);
    free(frame);
}

/* The next frame of the server: its opcode, and its bytes (to be freed, with a NUL behind). -1: none came. */
static inline int wire_receive(struct wire *wire, char **bytes, size_t *size) {
    for (;;) {
        const unsigned char *data = (const unsigned char *)wire->data;
        size_t head = 2, length = wire->size >= 2 ? data[1] & 0x7f : 0;
        if (wire->size >= 4 && length == 126) {
            head = 4;
            length = (size_t)data[2] << 8 | data[3];
        } else if (length == 126) {
            head = 4;
        } else if (length == 127) {
            head = 10;
            length = 0;
            for (size_t i = 2; i < 10 && wire->size >= 10; i++) {
                length = length << 8 | data[i];
            }
        }
        if (wire->size >= 2 && wire->size >= head + length) {
            int opcode = data[0] & 0x0f;
            *bytes = calloc(1, length + 1);
            memcpy(*bytes, wire->data + head, length);
            *size = length;
            wire_take(wire, head + length);
            return opcode;
        }
        if (!wire_read(wire, WIRE_WAIT)) {
            return -1;
        }
    }
}

/* The code that the server closes with; 0: it did not. Passes over what it sent before. */
static inline int wire_close_code(struct wire *wire) {
    char *bytes;
    size_t size;
    int opcode;
    while ((opcode = wire_receive(wire, &bytes, &size)) >= 0) {
        int code = opcode == 8 && size >= 2 ? (unsigned char)bytes[0] << 8 | (unsigned char)bytes[1] : 0;
        free(bytes);
        if (opcode == 8) {
            return code;
        }
    }
    return 0;
}

#endif
