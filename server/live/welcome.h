/* A client takes its place in a room, and is told what it comes to. */
#ifndef SAMSKAP_LIVE_WELCOME_H
#define SAMSKAP_LIVE_WELCOME_H

#include "base/id.h"
#include "protocol/request.h"

struct client;
struct room;

/* Its place among the clients, as the member who, from the seq that it says it has seen; the standing and
 * what goes with it must be set. Of too many connections of one member the oldest give way. */
void welcome(struct client *client, struct room *room, struct id who, int64_t seq, struct id epoch);

/* {"participant","session","process","epoch","seq","time","build","own"} */
void welcome_participant(struct client *client, const struct request_id *id);
/* {"account","name","process","epoch","seq","time","build"}; in the house without process, epoch and seq. */
void welcome_host(struct client *client, const struct request_id *id);
/* {"account","name","session","own", and the same} */
void welcome_researcher(struct client *client, const struct request_id *id);
/* {"session","process","epoch","seq","time","build"}, and "token" where it came by a code. */
void welcome_display(struct client *client, const struct request_id *id, struct str token);

#endif
