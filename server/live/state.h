/* What the files of live/ share: the one live thing and what hangs on it. Not for other folders. */
#ifndef SAMSKAP_LIVE_STATE_H
#define SAMSKAP_LIVE_STATE_H

#include "access/pairing.h"
#include "access/remote.h"
#include "access/throttle.h"
#include "base/arena.h"
#include "base/list.h"
#include "base/map.h"
#include "live/alarm.h"
#include "live/live.h"

struct registry;
struct lookups;
struct visit;
struct patrol;

struct live {
    struct live_options options; /* texts are copies */
    struct live_state state;     /* the counters; the rest is filled in when asked for */
    struct map_seed seed;
    struct list alarms;
    struct alarm probe;        /* while nothing can be stored; see writable.c */
    struct list clients;       /* all that are connected */
    struct list ready;         /* whose held messages may go on */
    struct list visits;        /* at the desk, that wait for a delay */
    struct list turns;         /* that wait for their turn behind it */
    struct visit *verifying;   /* whose turn it is; NULL */
    struct list gone;          /* freed at the end of the turn */
    struct map rooms;          /* by process */
    struct list room_list;     /* the same; the one that was flushed last stands last */
    struct registry *registry; /* the house */
    struct throttle *throttle;
    struct pairings pairings; /* codes of displays that are to come */
    struct remotes remotes;   /* secrets of phones that are to come */
    struct map tickets;       /* to clients, see tickets.h */
    struct lookups *lookups;  /* NULL: nothing is looked up */
    struct patrol *patrol;
    int64_t flush_from; /* microseconds: no fan-out before; see flush.c */
    bool stored;        /* in this turn appends have completed */
    bool read_only;     /* as clients were last told */
    bool stopping;
};

static inline int64_t live_wall(const struct live *live) {
    return live->options.wall(live->options.context);
}

static inline int64_t live_monotonic(const struct live *live) {
    return live->options.monotonic(live->options.context);
}

#endif
