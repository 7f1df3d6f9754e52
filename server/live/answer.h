/* Replies, made and sent. */
#ifndef SAMSKAP_LIVE_ANSWER_H
#define SAMSKAP_LIVE_ANSWER_H

#include "live/append.h"
#include "protocol/request.h"

struct client;

void answer_result(struct client *client, const struct request_id *id, struct str result);
/* Refused before any journal. path: where in the parameters; "" or NULL. */
void answer_error(struct client *client, const struct request_id *id, enum reason reason, const char *path);
/* What became of a command. The first and every later time the same, but that the sender's own entity is as
 * it is stored now. */
void answer_outcome(struct client *client, const struct request_id *id, const struct event *event,
                    const struct outcome *outcome);

#endif
