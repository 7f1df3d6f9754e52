/* A client inside the program: speaks the wire's JSON with live through a peer that keeps what it is sent.
 * Nothing is sent from within live's calls: what came is taken in the next turn. */
#ifndef SAMSKAP_APP_DEMO_PEER_H
#define SAMSKAP_APP_DEMO_PEER_H

#include <jansson.h>

#include "base/list.h"
#include "live/live.h"

struct demo_peer {
    struct live *live;
    struct client *client; /* NULL: not connected */
    bool watches;          /* keeps what the room sees, too */
    bool lost;             /* the server has closed it */
    int64_t asked;         /* requests so far; the last one's id */
    int64_t waiting;       /* for so many answers */
    struct list inbox;
};

void demo_peer_init(struct demo_peer *peer, struct live *live, bool watches);
/* login: the cookie of a host; absent for participants. */
void demo_peer_connect(struct demo_peer *peer, struct str login);
void demo_peer_disconnect(struct demo_peer *peer); /* harmless where it is not connected */

/* Takes the reference to params. Without effect where it is not connected. */
void demo_peer_ask(struct demo_peer *peer, const char *method, json_t *params);
/* The same with a fresh command id. */
void demo_peer_command(struct demo_peer *peer, const char *method, json_t *params);
/* The next message that came, a reference of the caller's; NULL: none. Disconnects where the server closed.
 */
json_t *demo_peer_take(struct demo_peer *peer);
bool demo_peer_has_mail(const struct demo_peer *peer);

/* ---- JSON, made short ---- */

json_t *demo_json_id(struct id id);
json_t *demo_json_secret(void);                                     /* 128 random bits as 32 digits */
const char *demo_json_text(const json_t *object, const char *name); /* "" where there is none */
int64_t demo_json_integer(const json_t *object, const char *name);  /* 0 where there is none */

#endif
