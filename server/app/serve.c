/* samskap serve: start → ready (one line on standard output) → signal → nobody new, those that are there are
 * asked to come again, what was taken is stored → end. A second signal ends at once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/demo.h"
#include "app/engine.h"
#include "base/clock.h"
#include "base/diag.h"
#include "net/net.h"

enum { STOPPING_TIME = 5 * 1000 * 1000, HOST_SIZE = 64, URL_SIZE = 512 };

struct serve {
    const struct config *config;
    struct engine engine;
    struct net *net;
    struct demo *demo;
    int64_t stop_at; /* monotonic; 0: not stopping */
    char host[HOST_SIZE];
    char url[URL_SIZE];
    bool demo_wanted;
};

static int64_t earliest(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t look_whether_to_end(struct serve *serve, int64_t wait) {
    int64_t now = clock_monotonic();
    if (now >= serve->stop_at || (net_is_idle(serve->net) && journal_pending(serve->engine.journal) == 0)) {
        loop_stop(serve->engine.loop);
        return wait;
    }
    return earliest(wait, serve->stop_at - now);
}

static int64_t turn(void *context) {
    struct serve *serve = context;
    int64_t wait = live_turn(serve->engine.live);
    if (serve->demo) {
        wait = earliest(wait, demo_turn(serve->demo, clock_monotonic()));
    }
    return serve->stop_at != 0 ? look_whether_to_end(serve, wait) : wait;
}

static void on_signal(void *context) {
    struct serve *serve = context;
    if (serve->stop_at != 0) {
        loop_stop(serve->engine.loop);
        return;
    }
    diag(DIAG_INFO, "stopping");
    serve->stop_at = clock_monotonic() + STOPPING_TIME;
    demo_stop(serve->demo);
    serve->demo = NULL;
    net_stop(serve->net);
    live_stop(serve->engine.live);
}

static void on_invite(void *context, enum reason reason, struct str secret) {
    struct serve *serve = context;
    if (reason != REASON_ABSENT) {
        diag(DIAG_WARNING, "the first administrator's link could not be made; start again to get one");
        return;
    }
    printf("The first administrator's link, which works once:\n  %s/host#invite=%.*s\n", serve->url,
           STR_ARGS(secret));
    fflush(stdout);
}

static void on_demo_ready(void *context, struct str code, struct str secret) {
    struct serve *serve = context;
    printf("The demonstration's room: code %.*s, link %s/j/#%.*s\n", STR_ARGS(code), serve->url,
           STR_ARGS(secret));
    fflush(stdout);
}

static enum status open_network(struct serve *serve) {
    const struct config *config = serve->config;
    char *host = serve->host;
    int port = 0;
    (void)config_split_listen(config->listen, host, HOST_SIZE, &port); /* was checked */
    bool any = host[0] == '\0' || strcmp(host, "0.0.0.0") == 0 || strcmp(host, "::") == 0;
    struct net_options options = {.loop = serve->engine.loop,
                                  .live = serve->engine.live,
                                  .journal = serve->engine.journal,
                                  .workers = serve->engine.workers,
                                  .limits = &config->limits,
                                  .host = any ? "" : host,
                                  .port = port,
                                  .tls_cert = config->tls_cert,
                                  .tls_key = config->tls_key,
                                  .public_url = str_of(config->public_url),
                                  .frame_ancestors = str_of(config->frame_ancestors),
                                  .proxies = str_of(config->proxies),
                                  .picture_maker = config->picture_maker,
                                  .folder = serve->demo_wanted ? NULL : config->data,
                                  .build = str_of(serve->engine.build)};
    enum status status = net_open(&options, &serve->net);
    if (status != STATUS_OK) {
        command_fail(
            "%s cannot be listened on: somebody else has the port, or it is no address of this machine%s",
            config->listen, config->tls_cert ? ", or the certificate and key do not fit" : "");
        return status;
    }
    bool six = strchr(host, ':') && !any;
    char own[URL_SIZE];
    snprintf(own, sizeof own, "%s://%s%s%s:%d", config->tls_cert ? "https" : "http", six ? "[" : "",
             any ? "127.0.0.1" : host, six ? "]" : "", net_port(serve->net));
    snprintf(serve->url, sizeof serve->url, "%s", config->public_url ? config->public_url : own);
    size_t size = strlen(serve->url);
    if (size > 0 && serve->url[size - 1] == '/') {
        serve->url[size - 1] = '\0';
    }
    loop_set_signal(serve->engine.loop, on_signal, serve); /* who reads the line may end it at once */
    printf("samskap listening on %s\n", own);
    fflush(stdout);
    return STATUS_OK;
}

static void serve_until_ended(struct serve *serve) {
    if (!live_has_administrator(serve->engine.live)) {
        live_invite(serve->engine.live, (struct str){0}, GRANT_ROLE_ADMINISTRATOR, on_invite, serve);
    }
    if (serve->demo_wanted) {
        serve->demo = demo_start(serve->engine.live, on_demo_ready, serve);
    }
    loop_set_turn(serve->engine.loop, turn, serve);
    loop_run(serve->engine.loop);
    demo_stop(serve->demo);
    serve->demo = NULL;
}

int serve_run(const struct arguments *arguments) {
    struct serve serve = {.config = arguments->config, .demo_wanted = arguments->options[0] != NULL};
    setvbuf(stdout, NULL, _IOLBF, 0);
    enum status status = engine_open(&serve.engine, serve.config, serve.demo_wanted);
    if (status == STATUS_OK) {
        status = open_network(&serve);
    } else if (status != STATUS_BUSY) {
        command_fail("the server cannot start: %s", status_text(status));
    }
    if (status == STATUS_OK) {
        serve_until_ended(&serve);
    }
    if (serve.net) {
        net_close(serve.net);
    }
    if (serve.engine.loop) {
        loop_set_turn(serve.engine.loop, NULL, NULL);
    }
    engine_finish_work(&serve.engine);
    net_destroy(serve.net);
    engine_close(&serve.engine);
    return status == STATUS_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
