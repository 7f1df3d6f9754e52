/* Many participants, each with a WebSocket and a queue of commands that are sent in the order of their times.
 */
#ifndef REPLAY_CROWD_H
#define REPLAY_CROWD_H

#include "caller.h"
#include "report.h"

enum step_state { STEP_WAITS, STEP_IN_FLIGHT, STEP_ANSWERED };

struct person;

struct step {
    struct step *next; /* in the person's queue */
    struct person *person;
    enum step_state state;
    int64_t time;  /* of the recording: gives the order, and with speed the moment */
    size_t number; /* in which it was added: the order within one time */
    const char *method;
    json_t *params;           /* with its command id, so that it can be sent again */
    char reason[32];          /* why it was refused; "": it was taken */
    const struct step *after; /* is about what this one brings, so it waits for its answer; NULL: nothing */
};

struct person {
    struct caller caller;
    struct crowd *crowd;
    struct step *first, *last; /* handed over and not answered, in order */
    size_t in_flight;
    int64_t paused_until; /* microseconds: told that it sends too often */
    char token[33], author_secret[33];
};

struct crowd_options {
    struct ws_loop *loop;
    struct caller_cache *cache;
    const struct address *address;
    size_t persons;
    size_t window; /* commands in flight of one person */
    int64_t pace;  /* commands a second; 0: as fast as answers come */
    int64_t speed; /* so many times as fast as the steps' times, which are milliseconds; 0: by pace */
    int64_t pause; /* between two steps' times; longer ones are cut to it */
};

struct crowd {
    struct crowd_options options;
    struct person *persons;
    struct step **steps; /* owned; in the order of time once it runs */
    size_t step_count, step_capacity;
    size_t outstanding; /* handed to their persons and not answered */
    size_t resent;
};

void crowd_init(struct crowd *crowd, const struct crowd_options *options);
void crowd_finish(struct crowd *crowd);
/* Person number i joins with the link's secret; false: said on standard error why not. */
MUST_CHECK bool crowd_join(struct crowd *crowd, size_t i, const char *link_secret);
/* params is taken over and gets a command id. Valid until crowd_finish. */
struct step *crowd_add(struct crowd *crowd, size_t person, int64_t time, const char *method, json_t *params);
/* Sends all steps and awaits their answers; false: said on standard error why not. */
MUST_CHECK bool crowd_run(struct crowd *crowd);
/* Waits until what each person sees is what the server says they see; reports who differs at last, and whose
 * connection was closed. */
void crowd_settle(struct crowd *crowd, struct report *report);

#endif
