/* Return links and slips: how they are made, and who may come in by one. Of their secrets the journal gets
 * hashes, which are bound to the process. */
#ifndef SAMSKAP_LIVE_WAYS_H
#define SAMSKAP_LIVE_WAYS_H

#include "access/secret.h"
#include "core/model.h"

struct call;
struct joining;
struct room;

void ways_put(struct call *call);
void ways_put_slips(struct call *call);

/* The way that a join names. */
struct way_in {
    char hash[SECRET_HASH + 1];
    const struct way *way; /* NULL: there is none with that secret */
};

void ways_find(const struct room *room, struct str secret, struct way_in *way_in);
/* Whether it may be used for the session by whom the process does not know yet, or (participant) by whom it
 * has let in before. */
enum reason ways_judge(const struct way_in *way_in, const struct participant *participant,
                       const struct joining *joining);

#endif
