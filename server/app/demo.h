/* The demonstration: a sample inspiration day in the middle of its word vote, with simulated participants who
 * go on writing and voting. They are clients of live like any other, in this program. Loop's thread.
 *
 * Its facilitator is an account of its own (a facilitator of the house, with a password that nobody knows),
 * so the first administrator's link is still the real person's: whoever accepts it finds the day among the
 * processes and may lead it on, beside the demonstration's own. */
#ifndef SAMSKAP_APP_DEMO_H
#define SAMSKAP_APP_DEMO_H

#include <stdint.h>

#include "live/live.h"

struct demo;

/* Begins to set up the day through live, which should have an empty store. say is called once, within
 * demo_turn, when the room can be joined and votes, with its code and the secret of its link. */
typedef void demo_say_fn(void *context, struct str code, struct str secret);
struct demo *demo_start(struct live *live, demo_say_fn *say, void *context);
/* Lets the simulated people do what they have in mind by now (monotonic microseconds); returns the
 * microseconds until it wants to be called again. Called after each live_turn; 0: it has sent something, so
 * live_turn comes next. */
int64_t demo_turn(struct demo *demo, int64_t now);
void demo_stop(struct demo *demo); /* before live_destroy, and before the journal closes; takes NULL */

struct demo_state {
    bool failed; /* the day could not be set up; a diagnostic said why */
    bool ready;  /* say was called */
    int64_t participants, notes, votes;
    int64_t refused; /* for reasons that a lively room brings with it: too late, over a cap, not stored … */
    int64_t unexpected; /* for any other */
};
void demo_get_state(const struct demo *demo, struct demo_state *state);

#endif
