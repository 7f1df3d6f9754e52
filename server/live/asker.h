/* Whose request an outcome is awaited for. Embedded in what awaits it; the client may go meanwhile. */
#ifndef SAMSKAP_LIVE_ASKER_H
#define SAMSKAP_LIVE_ASKER_H

#include "base/list.h"
#include "protocol/request.h"

struct client;

struct asker {
    struct list link;          /* client->askers */
    struct client *client;     /* NULL: has gone */
    struct request_id request; /* its text is a copy */
};

void asker_init(struct asker *asker, struct client *client, const struct request_id *request);
void asker_finish(struct asker *asker);
/* The client goes: nobody asks any more. */
void askers_forget(struct client *client);

#endif
