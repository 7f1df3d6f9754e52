/* The guards that an event from a client passes, in one order: size → shape → who (inbox.c) → seen before →
 * may → how often → whether the fold would take it. */
#ifndef SAMSKAP_LIVE_GUARDS_H
#define SAMSKAP_LIVE_GUARDS_H

#include <stdbool.h>

struct call;
struct client;
struct event;

/* Sends the event that a client asks for to the journal, or answers why not. */
void guards_pass(struct call *call);
/* The same for one that was made of a request: its kind, and its body, of which the texts are in the call's
 * arena. */
void guards_pass_event(struct call *call, struct event *event);

/* Takes a request out of its sender's allowance. True: there is none left. */
bool guards_too_often(const struct client *client);

#endif
