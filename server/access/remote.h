/* Secrets by which a phone is logged in as somebody who is logged in already, to steer from there: good for
 * ten minutes and once, and no longer than the log-in that made them. They stand in the server's memory only;
 * of one log-in the newest holds, and where there are too many, the oldest goes. */
#ifndef SAMSKAP_ACCESS_REMOTE_H
#define SAMSKAP_ACCESS_REMOTE_H

#include <stdint.h>

#include "access/secret.h"

enum { REMOTE_LASTS = 10 * 60 * 1000 /* milliseconds */, REMOTE_MOST = 100 };

/* Zeroed it is empty. */
struct remotes {
    struct remote {
        char secret[SECRET_TEXT + 1];
        char login[SECRET_HASH + 1]; /* the hash of who made it */
        int64_t ends;
    } list[REMOTE_MOST];
};

/* now: milliseconds, monotonic. */
void remotes_add(struct remotes *remotes, struct str login, struct str secret, int64_t now);
/* Whether the secret is that login's, and can be taken still. */
bool remotes_has(const struct remotes *remotes, struct str login, struct str secret, int64_t now);
/* Uses the secret up. False: there is none, or no longer. It takes the same time whatever of it is right. */
bool remotes_take(struct remotes *remotes, struct str secret, int64_t now, char login[SECRET_HASH + 1]);

#endif
