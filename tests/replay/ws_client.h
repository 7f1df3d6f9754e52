/* A WebSocket client of many connections on one thread: a loop on epoll and its sockets. Text messages only,
 * each way in one frame, which is all that the server sends. */
#ifndef REPLAY_WS_CLIENT_H
#define REPLAY_WS_CLIENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "http.h"

struct ws_loop {
    int epoll;
};

MUST_CHECK enum status ws_loop_init(struct ws_loop *loop);
void ws_loop_finish(struct ws_loop *loop);
/* Waits up to so many milliseconds for input, and delivers it; false when there was none. */
bool ws_loop_turn(struct ws_loop *loop, int timeout);
int64_t ws_now(void); /* microseconds, monotonic */

enum ws_state { WS_CLOSED, WS_HANDSHAKE, WS_OPEN };

/* Embedded by its owner. Neither function may close or reopen it; they may send. */
struct ws {
    struct ws_loop *loop;
    int fd;
    enum ws_state state;
    int close_code; /* of the server; 0: it just went away */
    struct buffer in, out;
    struct buffer waiting; /* frames made before the answer to the handshake */
    bool awaits_room;
    void (*text)(void *context, struct str message); /* borrowed for the call */
    void (*closed)(void *context);
    void *context;
};

/* Connects and asks for /ws with the subprotocol samskap.v1; text is called once the answer came. Messages
 * that are sent before that follow it. cookie may be "". */
MUST_CHECK enum status ws_open(struct ws *ws, struct ws_loop *loop, const struct address *address,
                               const char *cookie);
void ws_finish(struct ws *ws); /* closes without a word; harmless for one that is not open */
void ws_send(struct ws *ws, struct str message);

#endif
