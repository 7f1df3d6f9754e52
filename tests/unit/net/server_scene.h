/* The network by itself, for raw sockets, with a live that does as it is told. */
#ifndef SAMSKAP_TEST_SERVER_SCENE_H
#define SAMSKAP_TEST_SERVER_SCENE_H

#include <criterion/criterion.h>
#include <pthread.h>
#include <stdatomic.h>

#include "fake_live.h"
#include "journal/memory.h"
#include "net/net.h"
#include "wire.h"

struct server {
    struct loop *loop;
    struct net *net;
    struct live live;
    struct live_limits limits;
    struct workers *workers;
    struct journal *journal;
    struct str frame_ancestors, proxies;
    pthread_t thread;
    atomic_bool stop;
    int port;
};

static inline int64_t turn(void *context) {
    struct server *server = context;
    if (server->stop) {
        loop_stop(server->loop);
    }
    return live_turn(&server->live);
}

static inline void *run(void *context) {
    struct server *server = context;
    loop_run(server->loop);
    return NULL;
}

static inline void prepare(struct server *server) {
    memset(server, 0, sizeof *server);
    live_limits_default(&server->limits);
    cr_assert_eq(loop_create(&server->loop), STATUS_OK);
    server->live.mailbox = loop_mailbox(server->loop);
    server->workers = workers_create(1, loop_mailbox(server->loop));
    server->journal = journal_memory_open(loop_mailbox(server->loop), NULL);
}

static inline void start(struct server *server) {
    struct net_options options = {.loop = server->loop,
                                  .live = &server->live,
                                  .journal = server->journal,
                                  .workers = server->workers,
                                  .limits = &server->limits,
                                  .host = "127.0.0.1",
                                  .frame_ancestors = server->frame_ancestors,
                                  .proxies = server->proxies,
                                  .build = STR("test")};
    cr_assert_eq(net_open(&options, &server->net), STATUS_OK);
    server->port = net_port(server->net);
    loop_set_turn(server->loop, turn, server);
    cr_assert_eq(pthread_create(&server->thread, NULL, run, server), 0);
}

static inline void finish(struct server *server) {
    server->stop = true;
    pthread_join(server->thread, NULL);
    loop_set_turn(server->loop, NULL, NULL);
    net_stop(server->net);
    net_close(server->net);
    cr_expect_eq(server->live.connected, 0);
    workers_destroy(server->workers);
    mailbox_open_all(loop_mailbox(server->loop));
    journal_close(server->journal);
    net_destroy(server->net);
    loop_destroy(server->loop);
}

static inline void start_plain(struct server *server) {
    prepare(server);
    start(server);
}

static inline bool has(const char *text, const char *part) {
    return text && strstr(text, part);
}

static inline char *ask(struct wire *wire, const char *method, const char *path, const char *headers,
                        size_t *size, char **body) {
    char request[4096];
    wire_again(wire);
    snprintf(request, sizeof request, "%s %s HTTP/1.1\r\nHost: test:1\r\n%s\r\n", method, path, headers);
    wire_say(wire, request);
    return wire_answer(wire, strcmp(method, "HEAD") != 0, size, body);
}

static inline int status_of(const char *head) {
    return head ? atoi(head + strlen("HTTP/1.1 ")) : 0;
}

static inline int ask_status(int port, const char *method, const char *path, const char *headers) {
    struct wire *wire = wire_open(port);
    char *head = ask(wire, method, path, headers, NULL, NULL);
    int status = status_of(head);
    free(head);
    wire_close(wire);
    return status;
}

static inline char *post(struct wire *wire, const char *path, const char *headers, const char *body) {
    char request[8192];
    wire_again(wire);
    snprintf(request, sizeof request,
             "POST %s HTTP/1.1\r\nHost: test:1\r\nContent-Type: application/json\r\nContent-Length: "
             "%zu\r\n%s\r\n%s",
             path, strlen(body), headers, body);
    wire_say(wire, request);
    return wire_answer(wire, true, NULL, NULL);
}

static inline int post_status(int port, const char *path, const char *headers, const char *body) {
    struct wire *wire = wire_open(port);
    char *head = post(wire, path, headers, body);
    int status = status_of(head);
    free(head);
    wire_close(wire);
    return status;
}

#endif
