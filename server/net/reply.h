/* The head of an HTTP answer: status, length, and the headers that keep a browser from doing what these pages
 * never need. */
#ifndef SAMSKAP_NET_REPLY_H
#define SAMSKAP_NET_REPLY_H

#include "net/state.h"
#include "records/types.h"

enum reply_policy {
    REPLY_DATA,        /* no page: may do nothing at all */
    REPLY_PICTURE,     /* the same, of what browsers might take for a page */
    REPLY_PAGE,        /* may be framed by those that are configured */
    REPLY_PAGE_PRIVATE /* never framed: log-in and all that hosts do, and what is no page of its own */
};

struct reply {
    int status;
    const char *type;        /* media type; NULL: there is no body */
    int64_t size;            /* of the body */
    const char *cache;       /* Cache-Control; NULL: no-store */
    const char *disposition; /* Content-Disposition's file name; NULL */
    bool shown;              /* under that name, and not saved */
    enum reply_policy policy;
    bool close; /* the connection ends with it */
};

/* Appends status line and headers, and the blank line when `more`, further header lines each with CRLF, is
 * behind them. */
void reply_write(const struct net *net, const struct reply *reply, struct str more, struct buffer *head);
/* `{"reason":…,"message":…}`, as all refusals are told. */
void reply_write_refusal(struct str reason, const char *message, struct buffer *body);
/* Writes a whole small refusal now, from within a callback. The connection must be closed behind it. */
void reply_at_once(struct net *net, struct lws *wsi, int status, const char *message);
/* How a refusal of live looks in HTTP. */
int reply_status_of(enum reason reason);

#endif
