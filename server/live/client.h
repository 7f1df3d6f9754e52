/* A client: one connection and where it stands. It has no queue of what the room sees: one position, at most
 * one frame in flight, and the replies it is owed (limits.undecided; then it is read no further). */
#ifndef SAMSKAP_LIVE_CLIENT_H
#define SAMSKAP_LIVE_CLIENT_H

#include "access/secret.h"
#include "core/process.h"
#include "live/alarm.h"
#include "live/crowd.h"
#include "live/state.h"
#include "protocol/request.h"

struct room;
struct member;

/* What a client is; bits, so that a command's row can name several. */
enum standing {
    STANDING_NEW = 1, /* neither join nor attend was answered yet */
    STANDING_PARTICIPANT = 2,
    STANDING_HOST = 4,
    STANDING_DISPLAY = 8,
    STANDING_HOUSE = 16,     /* an account that attends no process */
    STANDING_RESEARCHER = 32 /* an account that observes a session, and sees what its displays see */
};

enum {
    CLOSE_TOO_MANY = 4001,   /* this participant's newer connections need the room */
    CLOSE_NOT_JOINED = 4002, /* stood too long without join or attend */
    CLOSE_LOGGED_OUT = 4003, /* the log-in it came with has ended */
    CLOSE_REMOVED = 4004,    /* the process is gone for good */
    CLOSE_RESTART = 1012,    /* the server stops: come again */
    CLOSE_FULL = 1013,       /* too many connections: come again later */
    CLOSE_POLICY = 1008,     /* sends on though it is owed too many answers */
    CLOSE_INTERNAL = 1011    /* the process cannot go on */
};

/* A message that waits until the one before it (a join) is settled. */
struct held {
    struct list link;
    size_t size;
    char bytes[];
};

/* A reply that could not be sent at once. */
struct outgoing {
    struct list link;
    struct frame *frame;
};

struct client {
    struct list link;       /* live->clients, then live->gone */
    struct list ready_link; /* live->ready */
    struct list room_link;  /* the crowd's clients, or those that wait for the room */
    struct list member_link;
    struct live *live;
    const struct peer_ops *ops;
    void *peer; /* NULL: disconnected */
    enum standing standing;
    bool same_origin, closing, blocked, deaf; /* deaf: it is not read */
    bool joining;                             /* what else it sends is held */
    bool excused; /* its code may be tried, as often as its join goes on; until it is answered */
    bool own_changed;
    int64_t now_known; /* crowd->now_version as it was told */
    struct room *room;
    struct crowd *crowd;
    struct member *member;
    struct position position; /* what it knows of the room */
    int64_t own_known;        /* the seq up to which its own things were sent */
    size_t undecided;         /* requests without a reply that was sent */
    size_t held_count;
    struct list held;
    struct list outgoing;
    struct list askers;     /* its requests whose outcome is awaited */
    struct alarm alarm;     /* without join for too long; or a wrong code's wait */
    struct id account;      /* hosts and researchers */
    struct id session;      /* participants, displays and researchers */
    struct group_ref group; /* whose own a display is; none: the session's */
    struct id writing;      /* the round it is writing in, until that time */
    int64_t writing_until;
    struct str address, login, token; /* copies; until it has joined (log-in: hashed, as long as it stays) */
    char author_secret[SECRET_TEXT];
    char ticket[SECRET_TEXT + 1]; /* empty: none */
};

/* ---- sending ---- */

/* Whether a frame may be offered: nothing is buffered, no reply waits. */
bool client_may_send(const struct client *client);
/* Offers a frame of what the room sees; not TAKEN: the client stays where it stands. */
enum peer_write client_offer(struct client *client, struct frame *frame);
/* A request came: one reply is owed for it. */
void client_owe(struct client *client);
/* Sends the reply to a request, at once or when there is room. Takes the reference. */
void client_reply(struct client *client, struct frame *frame);
/* Closes once, after what was sent. */
void client_close(struct client *client, int code, const char *reason);

/* ---- what waits ---- */

/* Puts a message in front of those that wait, or behind them. */
void client_hold(struct client *client, struct str message, bool first);
/* Drops the first of those that wait: it was answered. */
void client_drop_held(struct client *client);
/* A join or attend goes on, or was settled: what is held is handled in the next turn. */
void client_ready(struct client *client);
/* Waits until the room is loaded. */
void client_wait_for(struct client *client, struct room *room);
/* Handles what is held of all that are ready. */
void clients_resume(struct live *live);

/* ---- coming and going ---- */

/* It stands without join or attend from now on, and not for long. */
void client_await_join(struct client *client);
/* Out of its room, and of what it waits for there. */
void client_leave(struct client *client);
/* Frees what was only needed to come in; of the log-in, its hash is kept. */
void client_forget_info(struct client *client);
void client_keep_login(struct client *client);
/* Frees those that are gone. */
void clients_sweep(struct live *live);

#endif
