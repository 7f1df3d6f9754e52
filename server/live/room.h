/* A process in memory: absent → loading (on a worker) → live → evicted when idle; or refused; or removed
 * for good. What clients
 * send while it is loading waits with the client (client.h), bounded by limits.loading for the room. */
#ifndef SAMSKAP_LIVE_ROOM_H
#define SAMSKAP_LIVE_ROOM_H

#include "base/worker.h"
#include "core/process.h"
#include "live/alarm.h"
#include "live/blobs.h"
#include "live/state.h"

enum room_state { ROOM_LOADING, ROOM_LIVE, ROOM_REFUSED };

struct room {
    struct list link; /* live->room_list */
    struct live *live;
    struct id id;
    enum room_state state;
    struct process *process; /* while it is live; a process that has no event yet has head 0 */
    struct journal_follower *follower;
    struct list waiting; /* clients, until it is loaded */
    size_t held;         /* their messages */
    struct list crowds;
    struct list counted;  /* see words_cache.h */
    struct list compared; /* see comparison_cache.h */
    size_t client_count;  /* those that stand in a crowd */
    struct map members;   /* by id */
    struct list member_list;
    struct map pending; /* by command */
    size_t pending_count;
    struct alarm alarm;   /* the next deadline, retry or eviction */
    int64_t lookups_from; /* microseconds: no looking for missing forms before */
    int64_t idle_from;    /* microseconds; while nobody is there */
    int64_t retry_from;   /* microseconds: no event of the server's own before, after one was not stored */
    bool in_doubt; /* the last append may have been stored and not been followed: the state may be behind */
    bool removed;  /* for good: leaves memory as soon as nobody is there */
    bool changed;  /* something is to be flushed */
    bool own_changed;      /* what is people's own may have changed by others' doing */
    int64_t now_version;   /* of who is present */
    bool presence_changed; /* since that */
    bool presence_running; /* its alarm is set: too soon to tell */
    bool redacting, redaction_due, forms_due, lookups_due;
    int64_t time, time_from; /* see room_time: milliseconds, known at that monotonic moment; 0: the wall's */
    struct blobs blobs;
    struct alarm presence; /* rings when presence may be told again */
    struct job job;        /* loading */
    enum status loaded;
};

/* Finds it or begins to load it. */
struct room *room_open(struct live *live, struct id process);
/* NULL: not in memory. */
struct room *room_find(const struct live *live, struct id process);
/* Milliseconds UTC: the wall clock's, but that it never goes back behind what stands in the journal, where it
 * does not either: a clock that was put back must hold no deadline up. */
int64_t room_time(const struct room *room);
/* An event was followed that has this time. */
void room_know_time(struct room *room, int64_t at);
/* Something came that may need doing at a time: sets the alarm anew. */
void room_schedule(struct room *room);
/* Cannot go on: says why in the diagnostics, closes its clients; who comes is told refused_process. */
void room_refuse(struct room *room, enum status why);
/* Its process is gone for good: so are all who are in it or wait for it, who are told not to come again. */
void room_remove(struct room *room);
/* Out of memory: nobody is in it, nothing is on its way. */
void room_destroy(struct room *room);
void rooms_destroy(struct live *live);

#endif
