/* A client as a page would be: keeps a store from sync, an outbox of what was not answered, and its own
 * things; and a peer that can be slow, deaf, or lost on the way. */
#ifndef SAMSKAP_SIMULATION_FAKE_H
#define SAMSKAP_SIMULATION_FAKE_H

#include <jansson.h>

#include "protocol/entity.h"
#include "world.h"

struct fake {
    struct world *world;
    struct client *client; /* NULL: not connected */
    char token[33], author_secret[33], login[33], cookie[33], address[16];
    char joining[512];  /* the members of join's or attend's parameters, but for token, seq and epoch */
    const char *method; /* "join" or "attend" */
    bool busy, dead;    /* takes nothing; takes all and nothing arrives */
    bool joined, failing, reading;
    int close_code;
    int64_t number; /* of the next request */
    json_t *store;  /* "kind id" → entity */
    json_t *fresh;  /* while a full view comes: the same */
    json_t *own;
    json_t *outbox;    /* command → request, not answered yet */
    json_t *settled;   /* command → {seq, reason?} */
    json_t *replies;   /* request number → the last response, for what is no command */
    json_t *ever;      /* keys that were in the store at some time */
    json_t *now;       /* as last told; NULL */
    int64_t seq, told; /* of the last sync, and of join */
    char epoch[ID_TEXT_LENGTH + 1];
    int64_t frames, full_frames, largest;
    char join_reason[40]; /* of the last refused join; "" */
};

void fake_create(struct fake *fake, struct world *world);
void fake_destroy(struct fake *fake); /* disconnects */
/* Someone who joins by that link, with a token of their own. */
void fake_be_participant(struct fake *fake, const char *secret);
void fake_be_host(struct fake *fake, const char *process); /* NULL: the house */
void fake_be_display(struct fake *fake, const char *token);

void fake_connect(struct fake *fake); /* and sends join or attend, and the outbox behind it */
void fake_disconnect(struct fake *fake);
void fake_set_busy(struct fake *fake, bool busy);
/* A command: kept in the outbox until it is answered. params without command. The command's id. */
struct id fake_command(struct fake *fake, const char *method, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Sends all of the outbox again. */
void fake_resend(struct fake *fake);
void fake_resend_one(struct fake *fake, struct id command);
/* Asks, settles the world, and gives the response (borrowed until the next). */
json_t *fake_ask(struct fake *fake, const char *method, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void fake_send(struct fake *fake, const char *message);
/* A command, until it has its answer: the reason, or NULL where it was taken. */
const char *fake_do(struct fake *fake, const char *method, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
size_t fake_waiting(const struct fake *fake);
const char *fake_reason(const struct fake *fake, struct id command); /* NULL: taken */
int64_t fake_seq(const struct fake *fake, struct id command);        /* 0: not in the journal */
/* How many entities of a kind are in the store. */
size_t fake_count(const struct fake *fake, const char *kind);
json_t *fake_entity(const struct fake *fake, const char *kind, struct id id);
json_t *fake_own(const struct fake *fake, const char *kind, struct id id);
/* The digest of the store, computed as a page would. */
void fake_digest(const struct fake *fake, char digest[DIGEST_TEXT_SIZE + 1]);

struct text {
    char text[ID_TEXT_LENGTH + 1];
};
struct text text_of(struct id id);

#endif
