/* Events on their way to the journal, and what became of them. An event is pending from the guards until its
 * append has completed and, where it is stored, it was applied; then all who wait for it are told, once. */
#ifndef SAMSKAP_LIVE_APPEND_H
#define SAMSKAP_LIVE_APPEND_H

#include "core/process.h"
#include "live/asker.h"
#include "live/room.h"

struct client;
struct member;

/* seq 0: not stored, and reason says why (not_stored, id_conflict, too_large). Else stored as seq, and void
 * where there is a reason. */
struct outcome {
    int64_t seq;
    enum reason reason;
};

struct waiter;
typedef void settled_fn(struct waiter *waiter, const struct event *event, const struct outcome *outcome);

/* Owned by the pending event. */
struct waiter {
    struct list link;
    struct asker asker;
    settled_fn *settled; /* is not called for who has gone */
};

struct pending {
    struct journal_append append;
    struct room *room;
    struct arena arena; /* holds what the event points at */
    struct event event;
    struct buffer body;
    char actor[ACTOR_TEXT_SIZE];
    struct member *sender; /* NULL: the server */
    struct list waiters;
    int64_t started_at; /* microseconds */
    bool applied;
    struct outcome outcome; /* once applied */
};

/* Makes an event ready for the journal; append_start then sends it. The arena, which holds what the event
 * points at, and body, which is the event encoded, become the pending event's; the caller's are empty
 * afterwards. sender may be NULL. */
struct pending *append_event(struct room *room, const struct event *event, struct arena *arena,
                             struct buffer *body, struct member *sender);
void append_start(struct pending *pending);
/* Whether it is worth sending: what the fold says, unless the state may be behind the journal. */
enum reason append_judge(const struct room *room, const struct event *event);
/* The pending event of that command; NULL. */
struct pending *append_find(const struct room *room, struct id command);
/* What its sender has on the way to a round, as a thing of that id; NULL. */
const struct pending *append_find_thing(const struct room *room, const struct member *sender,
                                        struct id thing);
/* Whether the same was sent, by kind, sender and body. */
bool append_is_same(const struct pending *pending, const struct event *event);
/* Once for each who waits. */
void append_wait(struct pending *pending, struct client *client, const struct request_id *request,
                 settled_fn *settled);
/* The client that sent it first, if it is there still. Takes NULL. */
const struct client *append_asker(const struct pending *pending);
/* An event of the server's own, made ready, with nobody waiting. */
struct pending *append_own(struct room *room, struct id command, enum event_kind kind,
                           const union event_body *body, struct arena *arena);

#endif
