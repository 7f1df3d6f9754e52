/* One HTTP request and its answer. Owned by its connection; while somebody else is asked (live, a worker), by
 * who will answer: the client may go meanwhile. */
#ifndef SAMSKAP_NET_EXCHANGE_H
#define SAMSKAP_NET_EXCHANGE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "net/origin.h"
#include "net/reply.h"
#include "net/state.h"

enum {
    BODY_SIZE = 4096,      /* of a request, at most */
    BODY_TIME = 15 * 1000, /* milliseconds for it to come */
    UPLOAD_TIME =
        180 * 1000, /* the same for an uploaded file, of which something comes at least every BODY_TIME */
    READ_TIME = 60 * 1000, /* milliseconds without progress while the answer is read */
};

enum method { METHOD_GET, METHOD_HEAD, METHOD_POST, METHOD_OTHER };

struct book;
struct upload;

/* To be told once the body is there. */
struct refusal {
    int status;
    struct str reason;
    const char *message;
};

struct exchange {
    struct connection connection;
    struct net *net;
    struct lws *wsi; /* NULL: the client has gone */
    struct list link;
    int64_t deadline; /* milliseconds; 0: none */
    bool pending;     /* somebody will answer, and frees it if the client has gone */

    struct arena arena; /* of what follows */
    enum method method;
    struct str path, host, cookies, accepted_encodings, known_etags, type, address, authorization;
    enum origin origin;
    long length;                                   /* of the request's body; 0: none */
    struct str view, format, profile, study, size; /* arguments of the query */
    struct buffer body;
    size_t body_most;      /* of it is kept */
    int64_t body_until;    /* milliseconds; 0: it comes at once, else it may take until then */
    struct upload *upload; /* whose file the body is; NULL */
    struct refusal refusal;
    void (*handle)(struct exchange *exchange); /* when the body is there */

    bool answered, close;
    struct buffer head; /* headers, and a small body behind them */
    size_t head_sent;
    const unsigned char *bytes; /* a body that lies still; NULL */
    struct book *book;          /* whose bytes they are; NULL */
    struct list book_link;      /* while it waits for it */
    int file;                   /* a body in a file; -1 */
    int64_t left;               /* bytes of it to be sent */
};

/* Reads the headers. */
struct exchange *exchange_create(struct net *net, struct lws *wsi);
/* The client has gone, or has its answer. */
void exchange_leave(struct exchange *exchange);
/* Marks that somebody else will answer; exchange_resume says whether there is anybody left to answer to (else
 * it is freed). */
void exchange_wait(struct exchange *exchange);
bool exchange_resume(struct exchange *exchange);

/* Each answers once. more: further header lines. */
void exchange_answer(struct exchange *exchange, struct reply *reply, struct str more, struct str body);
/* bytes lie still for as long as the program runs, or the exchange has their book. */
void exchange_answer_bytes(struct exchange *exchange, struct reply *reply, struct str more,
                           const unsigned char *bytes);
void exchange_answer_file(struct exchange *exchange, struct reply *reply, int file); /* takes the file */
void exchange_refuse(struct exchange *exchange, int status, struct str reason, const char *message);
void exchange_refuse_reason(struct exchange *exchange, enum reason reason);
/* Sends the next piece. -1: close the connection; 1: the exchange is over. */
int exchange_writable(struct exchange *exchange);
/* Ends those whose time is up. */
void exchanges_expire(struct net *net);

#endif
