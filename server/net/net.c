/* libwebsockets 4.1.6 on our loop: its context, from opening to closing. */
#include "net/net.h"

#include <string.h>
#include <sys/resource.h>

#include "base/clock.h"
#include "base/diag.h"
#include "base/memory.h"
#include "net/event.h"
#include "net/exchange.h"
#include "net/maker.h"
#include "net/peer.h"
#include "net/picture.h"
#include "net/silence.h"
#include "net/state.h"

enum {
    HEADER_SIZE = 8192,     /* of a request's headers, all of them */
    HEADER_SECONDS = 10,    /* for them to come */
    KEEPALIVE_SECONDS = 15, /* between two requests */
    OTHER_FILES = 256,      /* descriptors besides connections */
    CLOSING_TIME = 5000,    /* milliseconds */
    SETTLING_TURNS = 20,    /* of the loop */
};

int64_t net_now(void) {
    return clock_monotonic() / 1000;
}

void net_kill(struct net *net, struct lws *wsi) {
    lws_set_timeout(wsi, PENDING_TIMEOUT_USER_OK, LWS_TO_KILL_ASYNC);
    lws_cancel_service(
        net->context); /* timeouts that are set between its events are not looked at by itself */
}

static void on_log(int level, const char *line) {
    if (level & LLL_ERR) {
        diag(DIAG_WARNING, "libwebsockets: %.200s", line);
    }
}

static void on_library_signal(void *handle, int number) {
    (void)handle; /* signals are the loop's; without this the library takes them */
    (void)number;
}

static void on_beat(uv_timer_t *beat) {
    struct net *net = beat->data;
    wheel_turn(&net->wheel, peer_visit, net);
    exchanges_expire(net);
    shelf_tend(net->shelf);
}

static uint64_t beat_time(const struct live_limits *limits) {
    int64_t time = silence_round(limits) / WHEEL_SLOTS;
    return time > 0 ? (uint64_t)time : 1;
}

static void raise_file_limit(const struct live_limits *limits) {
    struct rlimit files;
    rlim_t wanted = (rlim_t)limits->connections + HTTP_CONNECTIONS + OTHER_FILES;
    if (getrlimit(RLIMIT_NOFILE, &files) != 0) {
        return;
    }
    if (files.rlim_cur < wanted) {
        files.rlim_cur = files.rlim_max < wanted ? files.rlim_max : wanted;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    if (files.rlim_cur < (rlim_t)limits->connections) {
        diag(DIAG_WARNING, "the system allows %llu open files: fewer can be connected than configured",
             (unsigned long long)files.rlim_cur);
    }
}

static void fill_info(struct net *net, struct lws_context_creation_info *info, void **loops,
                      const lws_retry_bo_t *no_retry) {
    const struct net_options *options = &net->options;
    memset(info, 0, sizeof *info);
    loops[0] = loop_uv(options->loop);
    info->foreign_loops = loops;
    info->signal_cb = on_library_signal;
    info->protocols = net_protocols;
    info->user = net;
    info->pcontext = &net->context;
    info->retry_and_idle_policy = no_retry;
    info->iface = options->host[0] ? options->host : NULL;
    info->port = options->port;
    info->alpn = "http/1.1";
    info->gid = -1;
    info->uid = -1;
    info->max_http_header_data2 = HEADER_SIZE;
    info->timeout_secs = HEADER_SECONDS;
    info->timeout_secs_ah_idle = HEADER_SECONDS;
    info->keepalive_timeout = KEEPALIVE_SECONDS;
    info->options = LWS_SERVER_OPTION_LIBUV | LWS_SERVER_OPTION_VALIDATE_UTF8 |
                    LWS_SERVER_OPTION_SKIP_SERVER_CANONICAL_NAME | LWS_SERVER_OPTION_EXPLICIT_VHOSTS;
    if (options->tls_cert) {
        info->options |= LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;
        info->ssl_cert_filepath = options->tls_cert;
        info->ssl_private_key_filepath = options->tls_key;
        info->ssl_options_set = SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1;
    }
    info->options |= LWS_SERVER_OPTION_FAIL_UPON_UNABLE_TO_BIND;
}

static enum status open_context(struct net *net) {
    static const lws_retry_bo_t no_retry = {0}; /* its timers stand in one sorted list: pings are our own */
    struct lws_context_creation_info info;
    void *loops[1];
    lws_set_log_level(LLL_ERR, on_log);
    fill_info(net, &info, loops, &no_retry);
    net->context = lws_create_context(&info);
    if (!net->context) {
        return STATUS_IO;
    }
    net->vhost = lws_create_vhost(net->context, &info);
    if (!net->vhost) {
        return STATUS_BUSY;
    }
    net->port = lws_get_vhost_listen_port(net->vhost);
    lws_set_log_level(0, on_log); /* from now on its complaints are about peers, who must not fill our log */
    return STATUS_OK;
}

enum status net_open(const struct net_options *options, struct net **result) {
    struct net *net = memory_allocate(sizeof *net);
    net->options = *options;
    wheel_init(&net->wheel);
    list_init(&net->exchanges);
    list_init(&net->uploads);
    net->shelf = shelf_create();
    net->maker = maker_find(options->picture_maker);
    raise_file_limit(options->limits);
    uv_timer_init(loop_uv(options->loop), &net->beat);
    net->beat.data = net;
    enum status status = open_context(net);
    if (status != STATUS_OK) {
        net_close(net);
        net_destroy(net);
        return status;
    }
    uint64_t time = beat_time(options->limits);
    uv_timer_start(&net->beat, on_beat, time, time);
    *result = net;
    return STATUS_OK;
}

int net_port(const struct net *net) {
    return net->port;
}

void net_stop(struct net *net) {
    net->stopping = true;
}

bool net_is_idle(void *context) {
    const struct net *net = context;
    return net->peers == 0;
}

static bool is_emptied(void *context) {
    const struct net *net = context;
    return net->sockets == 0;
}

static bool has_settled(void *context) {
    int *turns = context;
    return (*turns)-- <= 0;
}

static void on_beat_closed(uv_handle_t *handle) {
    struct net *net = handle->data;
    net->beat_closed = true;
}

static bool is_closed(void *context) {
    const struct net *net = context;
    return !net->context && net->beat_closed;
}

void net_close(struct net *net) {
    net->stopping = true;
    if (!uv_is_closing((uv_handle_t *)&net->beat)) {
        uv_close((uv_handle_t *)&net->beat, on_beat_closed);
    }
    /* On a foreign loop it goes twice: the first call closes all, which takes turns of the loop (turns, not
     * time: a busy machine may have given us one); the second frees, and unloads the code that handles which
     * are still closing would call. */
    if (net->context) {
        int turns = SETTLING_TURNS;
        lws_context_destroy(net->context);
        loop_run_until(net->options.loop, is_emptied, net, CLOSING_TIME);
        loop_run_until(net->options.loop, has_settled, &turns, CLOSING_TIME);
    }
    if (net->context) {
        lws_context_destroy(net->context);
    }
    if (!loop_run_until(net->options.loop, is_closed, net, CLOSING_TIME)) {
        diag(DIAG_WARNING, "the network did not close in time");
    }
}

void net_destroy(struct net *net) {
    if (net) {
        shelf_destroy(net->shelf);
        memory_free(net->maker);
    }
    memory_free(net);
}
