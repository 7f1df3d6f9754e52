/* What clients may ask: one row per method. */
#ifndef SAMSKAP_LIVE_COMMANDS_H
#define SAMSKAP_LIVE_COMMANDS_H

#include "core/event.h"
#include "protocol/request.h"

struct client;

/* A request while it is handled. What it points at is in the arena, which a function may take over (then it
 * is empty). */
struct call {
    struct client *client;
    struct str message; /* as it came, for those that must wait */
    struct request request;
    struct arena arena;
};

struct command {
    unsigned who; /* enum standing, or-ed; 0: nobody outside */
    void (*run)(struct call *call);
};

/* The row of a request; never NULL. */
const struct command *command_of(const struct request *request);

#endif
