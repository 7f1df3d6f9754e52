/* A small blocking HTTP client, for logging in and downloading; and the address of the server. */
#ifndef REPLAY_HTTP_H
#define REPLAY_HTTP_H

#include "base/buffer.h"
#include "base/status.h"

struct address {
    char host[256];
    char port[8];
};

/* http://HOST[:PORT][/]; TLS is not spoken here. */
MUST_CHECK enum status address_parse(const char *url, struct address *address);
/* A connected socket, or -1. */
int address_connect(const struct address *address);

enum { HTTP_COOKIE = 256 };

struct http_answer {
    int status;
    char cookie[HTTP_COOKIE]; /* NAME=VALUE of the first Set-Cookie; "" if there is none */
    struct buffer body;
};

/* Sends one request and reads its answer. body NULL: a GET; else it is JSON, posted from the server's own
 * origin. cookie may be "". The caller finishes answer->body, also after a failure. */
MUST_CHECK enum status http_ask(const struct address *address, const char *path, const char *cookie,
                                const char *body, struct http_answer *answer);

#endif
