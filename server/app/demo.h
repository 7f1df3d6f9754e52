/* The demonstration: a sample inspiration day in the middle of its word vote, with simulated participants who
 * go on writing and voting. They are clients of live like any other, in this program. Loop's thread. */
#ifndef SAMSKAP_APP_DEMO_H
#define SAMSKAP_APP_DEMO_H

#include <stdint.h>

#include "live/live.h"

struct demo;

/* Begins to set up the day through live, which must have an empty store. say is called once, when the room
 * can be joined, with its code and the secret of its link. */
typedef void demo_say_fn(void *context, struct str code, struct str secret);
struct demo *demo_start(struct live *live, demo_say_fn *say, void *context);
/* Lets the simulated people do what they have in mind by now (monotonic microseconds); returns the
 * microseconds until it wants to be called again. Called after each live_turn. */
int64_t demo_turn(struct demo *demo, int64_t now);
void demo_stop(struct demo *demo); /* before live_destroy; takes NULL */

#endif
