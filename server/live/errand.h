/* A client's request to the house while it waits for the house's journal. */
#ifndef SAMSKAP_LIVE_ERRAND_H
#define SAMSKAP_LIVE_ERRAND_H

#include "access/secret.h"
#include "live/asker.h"
#include "live/commands.h"
#include "live/registry.h"

struct errand {
    struct asker asker;
    struct live *live;
    struct arena arena; /* holds the request's parameters */
    struct request request;
    struct id account; /* who asks */
    struct id process; /* that they attend; none */
    char secret[SECRET_TEXT + 1];
    char hash[SECRET_HASH + 1];
};

/* Takes the call's arena over. */
struct errand *errand_create(struct call *call);
/* Answers, where the client is still there, and frees the errand. result: JSON. */
void errand_finish(struct errand *errand, struct str result);
void errand_fail(struct errand *errand, enum reason reason);
/* registry_put in the name of who asks; the errand is the context. */
void errand_put(struct errand *errand, struct id command, enum house_kind kind, const union house_body *body,
                registered_fn *done);
/* A fresh secret, and its hash. */
void errand_make_secret(struct errand *errand);

#endif
