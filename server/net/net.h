/* The network: HTTP and WebSocket by libwebsockets on the loop, with or without TLS. It translates: what it
 * hears goes to live as opened, message, writable, closed; what may be seen and done is live's to say. Loop's
 * thread only. */
#ifndef SAMSKAP_NET_NET_H
#define SAMSKAP_NET_NET_H

#include "live/live.h"
#include "net/loop.h"

struct net;

struct net_options {
    struct loop *loop;
    struct live *live;
    struct journal *journal;
    struct workers *workers;
    const struct live_limits *limits;
    const char *host;     /* an address, "" for all */
    int port;             /* 0: any that is free */
    const char *tls_cert; /* a file in PEM; NULL: no TLS */
    const char *tls_key;
    struct str public_url; /* as browsers see the server, where that is not what it listens on */
    struct str
        frame_ancestors; /* who may show participants' and displays' pages in a frame; absent: nobody */
    struct str proxies;  /* addresses in front of the server that say whom they speak for; absent: none */
    const char *folder;  /* for the temporary files of downloads; NULL: in memory */
    const char *picture_maker; /* the program samskap-picture; NULL: beside the one that runs */
    struct str build;
};

/* Options are copied; what they point at must outlive the net. INVALID: the certificate or the address cannot
 * be used. BUSY: somebody else has the port. IO. */
MUST_CHECK enum status net_open(const struct net_options *options, struct net **net);
int net_port(const struct net *net);
/* Takes no new connections; live_stop asks those that are there to go. */
void net_stop(struct net *net);
/* Whether nobody is connected any more. */
bool net_is_idle(void *net);
/* Ends all connections, running the loop for it. Answers that were asked of others may still come. */
void net_close(struct net *net);
/* When the workers have ended and the mailbox is empty. Takes NULL. */
void net_destroy(struct net *net);

#endif
