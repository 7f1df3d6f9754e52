/* JSON-RPC over a WebSocket: requests, their answers, and the store that sync fills. */
#ifndef REPLAY_CALLER_H
#define REPLAY_CALLER_H

#include "store.h"
#include "ws_client.h"

/* Exactly one of result and error is given; neither: the connection was lost. Borrowed for the call. */
typedef void caller_reply(void *context, const json_t *result, const json_t *error);

struct caller_request; /* awaits its answer */

/* Frames parsed lately. The server sends one frame to all who see the same, so its clients here share what
 * was parsed too; nobody changes it. */
enum { CALLER_CACHE = 64 };

struct caller_cache {
    struct caller_parsed {
        struct buffer text;
        json_t *message;    /* NULL: none yet, or no JSON */
    } frames[CALLER_CACHE]; /* by the hash of the text */
};

struct caller {
    struct ws ws;
    struct store store;
    struct caller_cache *cache;
    struct caller_request *requests; /* oldest first */
    int64_t next_id;
    bool faulty; /* the server sent what is no JSON-RPC */
};

void caller_cache_init(struct caller_cache *cache);
void caller_cache_finish(struct caller_cache *cache);

MUST_CHECK enum status caller_open(struct caller *caller, struct ws_loop *loop, struct caller_cache *cache,
                                   const struct address *address, const char *cookie);
void caller_close(struct caller *caller);
/* params is taken over. */
void caller_send(struct caller *caller, const char *method, json_t *params, caller_reply *reply,
                 void *context);
/* Sends, and turns the loop until the answer is there: a new reference to the result, or NULL; then why (at
 * most so many bytes) is the error's reason, or says that the connection was lost. */
json_t *caller_ask(struct caller *caller, const char *method, json_t *params, char *why, size_t why_size);
/* The stable name of why something was refused; "" if it has none. */
const char *caller_reason(const json_t *error);

#endif
