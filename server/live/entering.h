/* The steps that join and attend share. Each of the two is a walk of which some steps must wait (a wrong
 * code's delay, loading, events of the participant's); the message is then held and the walk begun again from
 * the start, with more of it done. */
#ifndef SAMSKAP_LIVE_ENTERING_H
#define SAMSKAP_LIVE_ENTERING_H

#include <stdbool.h>

#include "protocol/request.h"

struct call;
struct client;
struct room;

/* The message is held and handled again when client_ready is called. */
void entering_wait(struct call *call);
/* Answers why not; the client may try again. */
void entering_fail(struct client *client, const struct request_id *id, enum reason reason);
/* The room of the process, once it is live. NULL: the call waits, or was answered. */
struct room *entering_room(struct call *call, struct id process);
/* To be asked before a code is tried. An address that has missed too often waits before its next one, and
 * again where others of it have missed meanwhile. True: it waits. */
bool entering_must_wait(struct call *call);
/* The code was wrong: that is answered, and counted. */
void entering_miss(struct call *call);

#endif
