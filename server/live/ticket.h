/* Tickets: what a client fetches pictures with over HTTP, where it has no other way to say who it is. 128
 * bits, in memory only, for as long as its connection stands; so a ticket sees what its connection is shown,
 * no more and no longer. */
#ifndef SAMSKAP_LIVE_TICKET_H
#define SAMSKAP_LIVE_TICKET_H

#include "base/str.h"

struct client;
struct live;

/* To who has come into a room. */
void ticket_give(struct client *client);
void ticket_end(struct client *client);
/* NULL: nobody's, or no longer. */
struct client *ticket_find(const struct live *live, struct str ticket);

#endif
