/* What a client of the server knows: entities as sync brings them, and beside them what is its own. */
#ifndef REPLAY_STORE_H
#define REPLAY_STORE_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

enum { STORE_DIGEST = 64 };

struct store {
    json_t *shared; /* object: "KIND ID" to entity */
    json_t *own;    /* likewise: from joining and from replies */
    json_t *now;    /* the last one; NULL: none yet */
    int64_t seq;
    char epoch[37];
    bool whole; /* a sync without more has come */
};

void store_init(struct store *store);
void store_finish(struct store *store);
void store_sync(struct store *store, const json_t *params);
void store_put_own(struct store *store, json_t *entity);
/* Borrowed; NULL: not there. */
const json_t *store_find(const struct store *store, const char *kind, const char *id);
const json_t *store_find_own(const struct store *store, const char *kind, const char *id);
/* SHA-256 of the shared entities in the canonical form that schema/wire.md describes, hexadecimal. */
void store_digest(const struct store *store, char digest[STORE_DIGEST + 1]);

#endif
