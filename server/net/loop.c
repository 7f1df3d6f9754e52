/* A turn: libuv polls → callbacks of the network (input) → check: letters, then what the turn does (appends,
 * timers, flushes) → the timer is set to when it wants to be called again. The order is the rule that nothing
 * leaves before it is durable: replies are only ever sent from letters of the journal. */
#include "net/loop.h"

#include <signal.h>
#include <uv.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/memory.h"

struct loop {
    uv_loop_t uv;
    uv_async_t wake;
    uv_timer_t timer;
    uv_check_t check;
    uv_signal_t terminated, interrupted;
    struct mailbox mailbox;
    int64_t (*turn)(void *context);
    void *turn_context;
    void (*signal)(void *context);
    void *signal_context;
};

enum { LONGEST_WAIT = 60 * 1000 * 1000 }; /* microseconds */

static void wake_loop(void *context) {
    struct loop *loop = context;
    uv_async_send(&loop->wake);
}

static void on_wake(uv_async_t *wake) {
    (void)wake; /* having polled is enough: the check does the work */
}

static void on_timer(uv_timer_t *timer) {
    (void)timer;
}

static void on_check(uv_check_t *check) {
    struct loop *loop = check->data;
    mailbox_open_all(&loop->mailbox);
    if (!loop->turn) {
        return;
    }
    int64_t wait = loop->turn(loop->turn_context);
    if (wait > LONGEST_WAIT) {
        wait = LONGEST_WAIT;
    }
    uv_update_time(&loop->uv);
    uv_timer_start(&loop->timer, on_timer, wait <= 0 ? 0 : (uint64_t)((wait + 999) / 1000), 0);
}

static void on_signal(uv_signal_t *handle, int number) {
    (void)number;
    struct loop *loop = handle->data;
    if (loop->signal) {
        loop->signal(loop->signal_context);
    }
}

enum status loop_create(struct loop **result) {
    struct loop *loop = memory_allocate(sizeof *loop);
    if (uv_loop_init(&loop->uv) != 0) {
        memory_free(loop);
        return STATUS_IO;
    }
    loop->uv.data = loop;
    loop->check.data = loop->terminated.data = loop->interrupted.data = loop;
    uv_async_init(&loop->uv, &loop->wake, on_wake);
    uv_timer_init(&loop->uv, &loop->timer);
    uv_check_init(&loop->uv, &loop->check);
    uv_check_start(&loop->check, on_check);
    uv_signal_init(&loop->uv, &loop->terminated);
    uv_signal_init(&loop->uv, &loop->interrupted);
    mailbox_init(&loop->mailbox, wake_loop, loop);
    *result = loop;
    return STATUS_OK;
}

static void close_handle(uv_handle_t *handle, void *context) {
    (void)context;
    if (!uv_is_closing(handle)) {
        uv_close(handle, NULL);
    }
}

void loop_destroy(struct loop *loop) {
    if (!loop) {
        return;
    }
    loop->turn = NULL;
    uv_walk(&loop->uv, close_handle, NULL);
    uv_run(&loop->uv, UV_RUN_DEFAULT);
    if (uv_loop_close(&loop->uv) != 0) {
        diag(DIAG_WARNING, "the loop was closed while something still hung on it");
    }
    mailbox_finish(&loop->mailbox);
    memory_free(loop);
}

struct mailbox *loop_mailbox(struct loop *loop) {
    return &loop->mailbox;
}

void loop_set_turn(struct loop *loop, int64_t (*turn)(void *context), void *context) {
    loop->turn = turn;
    loop->turn_context = context;
    wake_loop(loop);
}

void loop_set_signal(struct loop *loop, void (*signal)(void *context), void *context) {
    loop->signal = signal;
    loop->signal_context = context;
    uv_signal_start(&loop->terminated, on_signal, SIGTERM);
    uv_signal_start(&loop->interrupted, on_signal, SIGINT);
}

void loop_run(struct loop *loop) {
    uv_run(&loop->uv, UV_RUN_DEFAULT);
}

void loop_stop(struct loop *loop) {
    uv_stop(&loop->uv);
}

bool loop_run_until(struct loop *loop, bool (*done)(void *context), void *context, int64_t milliseconds) {
    int64_t end = clock_monotonic() + milliseconds * 1000;
    while (!done(context) && clock_monotonic() < end) {
        if (!uv_run(&loop->uv, UV_RUN_NOWAIT)) {
            break; /* nothing hangs on it any more */
        }
        uv_sleep(1);
    }
    return done(context);
}

struct uv_loop_s *loop_uv(struct loop *loop) {
    return &loop->uv;
}
