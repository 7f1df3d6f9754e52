/* The one loop of the server, on libuv: what comes from the network, from other threads and from the clock
 * meets here. Everything runs on the thread that calls loop_run; only loop_mailbox's letters are posted from
 * elsewhere. */
#ifndef SAMSKAP_NET_LOOP_H
#define SAMSKAP_NET_LOOP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mailbox.h"
#include "base/status.h"

struct loop;
struct uv_loop_s;

MUST_CHECK enum status loop_create(struct loop **loop);
/* All that hangs on the loop must have been closed. Takes NULL. */
void loop_destroy(struct loop *loop);
struct mailbox *loop_mailbox(struct loop *loop);
/* What is done in each turn, behind the input of the network and the letters of other threads. Returns the
 * microseconds until it must be called again at the latest. */
void loop_set_turn(struct loop *loop, int64_t (*turn)(void *context), void *context);
/* Called for SIGTERM and SIGINT, from now on. */
void loop_set_signal(struct loop *loop, void (*signal)(void *context), void *context);
/* Until loop_stop. */
void loop_run(struct loop *loop);
void loop_stop(struct loop *loop);
/* Runs until done says so, or for so many milliseconds; what done said last. */
bool loop_run_until(struct loop *loop, bool (*done)(void *context), void *context, int64_t milliseconds);
struct uv_loop_s *loop_uv(struct loop *loop);

#endif
