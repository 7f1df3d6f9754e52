/* Messages from clients: from bytes to the function that handles them. */
#ifndef SAMSKAP_LIVE_INBOX_H
#define SAMSKAP_LIVE_INBOX_H

#include "base/str.h"

struct client;

/* Handles a message for which a reply is owed already (client_owe). */
void inbox_take(struct client *client, struct str message);

#endif
