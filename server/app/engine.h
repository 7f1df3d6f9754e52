/* What serves, without the network: loop, journal, workers, analyser and live, wired together. */
#ifndef SAMSKAP_APP_ENGINE_H
#define SAMSKAP_APP_ENGINE_H

#include "app/config.h"
#include "live/live.h"
#include "net/loop.h"
#include "words/analyser/analyser.h"

struct engine {
    struct loop *loop;
    struct journal *journal;
    struct workers *workers;
    struct analyser *analyser;
    struct live *live;
    char build[64];
};

/* in_memory: a store of its own that ends with the program. Says what went wrong; engine_close then takes
 * what there is. */
MUST_CHECK enum status engine_open(struct engine *engine, const struct config *config, bool in_memory);
/* Before it, the network and whatever else are live's clients must have gone. First half: all that is asked
 * for is done or cancelled, and its answers are given; second half: all is freed. */
void engine_finish_work(struct engine *engine);
void engine_close(struct engine *engine);

#endif
