#include "access/remote.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>

static void forget(struct remote *remote) {
    sodium_memzero(remote, sizeof *remote);
}

static void forget_of(struct remotes *remotes, struct str login) {
    for (size_t i = 0; i < REMOTE_MOST; i++) {
        if (str_equal(str_of(remotes->list[i].login), login)) {
            forget(&remotes->list[i]);
        }
    }
}

/* A free one, which ends at 0, is the oldest of all. */
static struct remote *oldest(struct remotes *remotes) {
    struct remote *found = &remotes->list[0];
    for (size_t i = 1; i < REMOTE_MOST; i++) {
        found = remotes->list[i].ends < found->ends ? &remotes->list[i] : found;
    }
    return found;
}

void remotes_add(struct remotes *remotes, struct str login, struct str secret, int64_t now) {
    assert(login.size == SECRET_HASH && secret.size == SECRET_TEXT);
    forget_of(remotes, login);
    struct remote *remote = oldest(remotes);
    forget(remote);
    memcpy(remote->secret, secret.data, secret.size);
    memcpy(remote->login, login.data, login.size);
    remote->ends = now + REMOTE_LASTS;
}

/* Its place, or REMOTE_MOST. */
static size_t place_of(const struct remotes *remotes, struct str secret) {
    size_t found = REMOTE_MOST;
    for (size_t i = 0; secret_is_one(secret) && i < REMOTE_MOST; i++) {
        if (sodium_memcmp(remotes->list[i].secret, secret.data, SECRET_TEXT) == 0) {
            found = i;
        }
    }
    return found;
}

bool remotes_has(const struct remotes *remotes, struct str login, struct str secret, int64_t now) {
    size_t i = place_of(remotes, secret);
    return i < REMOTE_MOST && now < remotes->list[i].ends && str_equal(str_of(remotes->list[i].login), login);
}

bool remotes_take(struct remotes *remotes, struct str secret, int64_t now, char login[SECRET_HASH + 1]) {
    size_t i = place_of(remotes, secret);
    if (i == REMOTE_MOST) {
        return false;
    }
    struct remote *found = &remotes->list[i];
    bool holds = now < found->ends;
    if (holds) {
        memcpy(login, found->login, sizeof found->login);
    }
    forget(found);
    return holds;
}
