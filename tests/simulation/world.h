/* A whole server without network, disk, threads or time: the clock stands until it is moved, chance comes
 * from a seed, workers work when they are told to, the journal is in memory and can be made to fail. What
 * happens in one run happens in the next. */
#ifndef SAMSKAP_SIMULATION_WORLD_H
#define SAMSKAP_SIMULATION_WORLD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mailbox.h"
#include "base/worker.h"
#include "journal/journal.h"
#include "journal/memory.h"
#include "live/live.h"

struct world {
    struct mailbox mailbox;
    struct journal *journal;
    struct journal_memory_faults faults;
    struct workers *workers;
    struct live *live;
    int64_t wall;      /* milliseconds */
    int64_t monotonic; /* microseconds */
    int64_t slowness;  /* what goes by from one look at that clock to the next; mostly nothing */
    uint64_t chance;
    bool work_waits;  /* jobs lie until this is cleared */
    bool saw_failure; /* the journal was not writable at some time */
    struct id process;
    struct journal_follower *follower; /* of process */
    int64_t head;                      /* of process: what is durable */
    int64_t looked_up;
};

/* The one account of the house, administrator, and its log-in cookie. */
extern const char world_login[];
extern const struct id world_account;

/* The faults must be set (or zero) before: they count from the first write, and the first WORLD_FURNISHING
 * furnish the house and must not fail. */
enum { WORLD_FURNISHING = 4 };
void world_create(struct world *world, uint64_t seed, const struct live_limits *limits);
/* The same with a house in which nobody has been yet. */
void world_create_empty(struct world *world, uint64_t seed);
/* All clients must have been disconnected. */
void world_destroy(struct world *world);
/* Everything that can happen without time going on happens. */
void world_settle(struct world *world);
/* One thing: a batch of letters, the work that waits, a turn. False: nothing was left to be done. */
bool world_step(struct world *world);
void world_advance(struct world *world, int64_t milliseconds);
/* Watches a process's journal from now on. */
void world_watch(struct world *world, struct id process);

uint64_t world_random(struct world *world);
uint64_t world_pick(struct world *world, uint64_t below);
struct id world_id(struct world *world);

/* workers.c: runs what waits; false: nothing did. */
bool workers_run(struct workers *workers);

#endif
