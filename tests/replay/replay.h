/* What the program can play: one function each. They say on standard error what differs, and on standard
 * output one closing line. */
#ifndef REPLAY_REPLAY_H
#define REPLAY_REPLAY_H

#include "host.h"

struct replay {
    struct ws_loop *loop;
    struct caller_cache *cache;
    const struct address *address;
    struct credentials credentials;
    int64_t pace;  /* commands a second; 0: as fast as answers come */
    int64_t speed; /* so many times as fast as it was recorded; 0: by pace */
    int64_t pause; /* milliseconds of the recording: longer ones are not waited for */
    bool supports; /* who agrees supports the note, instead of voting on it in a ballot */
    size_t window;
};

/* Whether everything is as it was sent. */
MUST_CHECK bool replay_polis(const struct replay *replay, const char *directory);
MUST_CHECK bool replay_sessions(const struct replay *replay, const char *path);

#endif
