/* The network by itself, from raw sockets, with a live that does as it is told. */
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

static int64_t turn(void *context) {
    struct server *server = context;
    if (server->stop) {
        loop_stop(server->loop);
    }
    return live_turn(&server->live);
}

static void *run(void *context) {
    struct server *server = context;
    loop_run(server->loop);
    return NULL;
}

static void prepare(struct server *server) {
    memset(server, 0, sizeof *server);
    live_limits_default(&server->limits);
    cr_assert_eq(loop_create(&server->loop), STATUS_OK);
    server->live.mailbox = loop_mailbox(server->loop);
    server->workers = workers_create(1, loop_mailbox(server->loop));
    server->journal = journal_memory_open(loop_mailbox(server->loop), NULL);
}

static void start(struct server *server) {
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

static void finish(struct server *server) {
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

static void start_plain(struct server *server) {
    prepare(server);
    start(server);
}

static bool has(const char *text, const char *part) {
    return text && strstr(text, part);
}

static char *ask(struct wire *wire, const char *method, const char *path, const char *headers, size_t *size,
                 char **body) {
    char request[4096];
    wire_again(wire);
    snprintf(request, sizeof request, "%s %s HTTP/1.1\r\nHost: test:1\r\n%s\r\n", method, path, headers);
    wire_say(wire, request);
    return wire_answer(wire, strcmp(method, "HEAD") != 0, size, body);
}

static int status_of(const char *head) {
    return head ? atoi(head + strlen("HTTP/1.1 ")) : 0;
}

static int ask_status(int port, const char *method, const char *path, const char *headers) {
    struct wire *wire = wire_open(port);
    char *head = ask(wire, method, path, headers, NULL, NULL);
    int status = status_of(head);
    free(head);
    wire_close(wire);
    return status;
}

static char *post(struct wire *wire, const char *path, const char *headers, const char *body) {
    char request[8192];
    wire_again(wire);
    snprintf(request, sizeof request,
             "POST %s HTTP/1.1\r\nHost: test:1\r\nContent-Type: application/json\r\nContent-Length: "
             "%zu\r\n%s\r\n%s",
             path, strlen(body), headers, body);
    wire_say(wire, request);
    return wire_answer(wire, true, NULL, NULL);
}

static int post_status(int port, const char *path, const char *headers, const char *body) {
    struct wire *wire = wire_open(port);
    char *head = post(wire, path, headers, body);
    int status = status_of(head);
    free(head);
    wire_close(wire);
    return status;
}

/* ---- pages ---- */

Test(server, serves_the_first_page_with_its_headers) {
    struct server server;
    start_plain(&server);
    struct wire *wire = wire_open(server.port);
    size_t size;
    char *body, *head = ask(wire, "GET", "/", "", &size, &body);
    cr_assert_eq(status_of(head), 200);
    cr_expect(has(head, "Content-Type: text/html; charset=utf-8\r\n"));
    cr_expect(has(head, "default-src 'none'; frame-ancestors 'none'; script-src 'self'"));
    cr_expect(has(head, "X-Content-Type-Options: nosniff\r\n"));
    cr_expect(has(head, "Referrer-Policy: no-referrer\r\n"));
    cr_expect(has(head, "Cache-Control: no-cache\r\n"));
    cr_expect_not(has(head, "Strict-Transport-Security"));
    cr_expect_not(has(head, "Content-Encoding"));
    cr_expect(has(body, "<html lang=\"sv\""));
    free(body);
    free(head);
    /* Compressed where that is understood. */
    head = ask(wire, "GET", "/", "Accept-Encoding: gzip\r\n", &size, &body);
    cr_expect(has(head, "Content-Encoding: gzip\r\n"));
    cr_expect(has(head, "Vary: Accept-Encoding\r\n"));
    cr_expect(size > 2 && (unsigned char)body[0] == 0x1f && (unsigned char)body[1] == 0x8b);
    free(body);
    free(head);
    wire_close(wire);
    finish(&server);
}

Test(server, answers_304_to_who_has_the_very_bytes) {
    struct server server;
    start_plain(&server);
    struct wire *wire = wire_open(server.port);
    char *head = ask(wire, "GET", "/", "", NULL, NULL);
    char etag[100] = "", headers[200];
    cr_assert(has(head, "ETag: "));
    sscanf(strstr(head, "ETag: "), "ETag: %90s", etag);
    free(head);
    snprintf(headers, sizeof headers, "If-None-Match: \"other\", %s\r\n", etag);
    head = ask(wire, "GET", "/", headers, NULL, NULL);
    cr_expect_eq(status_of(head), 304);
    free(head);
    snprintf(headers, sizeof headers, "If-None-Match: %s\r\nAccept-Encoding: gzip\r\n", etag);
    head = ask(wire, "GET", "/", headers, NULL, NULL); /* other bytes */
    cr_expect_eq(status_of(head), 200);
    free(head);
    wire_close(wire);
    finish(&server);
}

Test(server, answers_head_without_a_body) {
    struct server server;
    start_plain(&server);
    struct wire *wire = wire_open(server.port);
    char *head = ask(wire, "HEAD", "/", "", NULL, NULL);
    cr_expect_eq(status_of(head), 200);
    cr_expect(has(head, "Content-Length: "));
    free(head);
    head = ask(wire, "GET", "/healthz", "", NULL, NULL); /* and nothing of the first is in the way */
    cr_expect_eq(status_of(head), 200);
    free(head);
    wire_close(wire);
    finish(&server);
}

Test(server, lets_only_configured_sites_frame_and_never_the_hosts_page) {
    struct server server;
    prepare(&server);
    server.frame_ancestors = STR("https://teams.example");
    start(&server);
    struct wire *wire = wire_open(server.port);
    char *head = ask(wire, "GET", "/", "", NULL, NULL);
    cr_expect(has(head, "frame-ancestors https://teams.example;"));
    free(head);
    static const struct {
        const char *path, *framed_by;
        int status;
    } pages[] = {
        {"/j/", "frame-ancestors https://teams.example;", 200},
        {"/j/1234567890", "frame-ancestors https://teams.example;", 200},
        {"/display", "frame-ancestors https://teams.example;", 200},
        {"/host", "frame-ancestors 'none';", 200},
        {"/nothing", "frame-ancestors 'none';", 404},
    };
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        head = ask(wire, "GET", pages[i].path, "", NULL, NULL);
        cr_expect_eq(status_of(head), pages[i].status, "%s", pages[i].path);
        cr_expect(has(head, pages[i].framed_by), "%s: %s", pages[i].path, head);
        free(head);
    }
    wire_close(wire);
    finish(&server);
}

Test(server, serves_the_participants_page_at_every_way_in) {
    struct server server;
    start_plain(&server);
    struct wire *wire = wire_open(server.port);
    static const char *const paths[] = {"/j", "/j/", "/j/1234567890", "/j/a/b?c=d"};
    size_t size, other_size;
    char *body, *other, *head = ask(wire, "GET", "/", "", &size, &body);
    char etag[100] = "", headers[200];
    sscanf(strstr(head, "ETag: "), "ETag: %90s", etag);
    snprintf(headers, sizeof headers, "If-None-Match: %s\r\n", etag);
    free(head);
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++) {
        head = ask(wire, "GET", paths[i], "", &other_size, &other);
        cr_expect_eq(status_of(head), 200, "%s", paths[i]);
        cr_expect(other_size == size && memcmp(other, body, size) == 0, "%s", paths[i]);
        free(other);
        free(head);
        head = ask(wire, "GET", paths[i], headers, NULL, NULL);
        cr_expect_eq(status_of(head), 304, "%s", paths[i]);
        free(head);
        head = ask(wire, "HEAD", paths[i], "", NULL, NULL);
        cr_expect_eq(status_of(head), 200, "%s", paths[i]);
        free(head);
    }
    free(body);
    wire_close(wire);
    cr_expect_eq(ask_status(server.port, "GET", "/jo", ""), 404);
    cr_expect_eq(ask_status(server.port, "GET", "/host/j/", ""), 404);
    finish(&server);
}

Test(server, knows_what_it_does_not_have) {
    struct server server;
    start_plain(&server);
    cr_expect_eq(ask_status(server.port, "GET", "/nothing", ""), 404);
    cr_expect_eq(ask_status(server.port, "GET", "/../../etc/passwd", ""), 404);
    cr_expect_eq(ask_status(server.port, "GET", "/%2e%2e/%2e%2e/etc/passwd", ""), 404);
    cr_expect_eq(ask_status(server.port, "GET", "/assets/", ""), 404);
    cr_expect_eq(ask_status(server.port, "GET", "/ws", ""), 426);
    cr_expect_eq(ask_status(server.port, "GET", "/login", ""), 405);
    cr_expect_eq(ask_status(server.port, "DELETE", "/", ""), 405);
    cr_expect_eq(post_status(server.port, "/healthz", "", "{}"), 405);
    cr_expect_eq(ask_status(server.port, "GET", "/", "Content-Length: 5\r\n"), 400);
    finish(&server);
}

/* libwebsockets 4.1.6 can turn in circles over what was sent ahead, so that nobody else is served. */
Test(server, answers_the_first_request_of_those_sent_at_once_and_hangs_up) {
    struct server server;
    start_plain(&server);
#define GET_ONE "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n"
#define POST_ONE                                                                                             \
    "POST /logout HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
    static const char *const requests[] = {GET_ONE GET_ONE GET_ONE, POST_ONE GET_ONE GET_ONE,
                                           POST_ONE POST_ONE GET_ONE, GET_ONE POST_ONE GET_ONE};
    for (size_t i = 0; i < sizeof requests / sizeof requests[0]; i++) {
        struct wire *wire = wire_open(server.port);
        wire_say(wire, requests[i]);
        cr_expect_eq(wire_status(wire), 200, "case %zu", i);
        cr_expect(wire_is_ended(wire), "case %zu", i);
        cr_expect_eq(wire->size, 0, "case %zu", i);
        wire_close(wire);
        cr_expect_eq(ask_status(server.port, "GET", "/healthz", ""), 200, "behind case %zu", i);
    }
    finish(&server);
}

Test(server, says_when_the_store_cannot_be_written) {
    struct server server;
    prepare(&server);
    server.live.unwritable = true;
    start(&server);
    cr_expect_eq(ask_status(server.port, "GET", "/readyz", ""), 503);
    cr_expect_eq(ask_status(server.port, "GET", "/healthz", ""), 200);
    finish(&server);
}

Test(server, tells_its_figures) {
    struct server server;
    start_plain(&server);
    struct wire *wire = wire_open(server.port);
    char *body, *head = ask(wire, "GET", "/metrics", "", NULL, &body);
    cr_expect_eq(status_of(head), 200);
    cr_expect(has(body, "\nsamskap_net_requests_total 1\n"));
    cr_expect(has(body, "\nsamskap_writable 1\n"));
    cr_expect(has(body, "samskap_info{build=\"test\"} 1\n"));
    cr_expect(has(body, "\nprocess_resident_memory_bytes "));
    free(head);
    free(body);
    wire_close(wire);
    finish(&server);
}

/* ---- the desk ---- */

Test(server, logs_in_with_a_cookie_that_scripts_cannot_read) {
    struct server server;
    start_plain(&server);
    struct wire *wire = wire_open(server.port);
    char *head =
        post(wire, "/login", "Origin: http://test:1\r\n", "{\"name\":\"a\",\"password\":\"right password\"}");
    cr_expect_eq(status_of(head), 200);
    cr_expect(has(head, "Set-Cookie: samskap_login=0123456789abcdef0123456789abcdef; Path=/; "));
    cr_expect(has(head, "HttpOnly; SameSite=Strict\r\n"));
    free(head);
    head = post(wire, "/login", "", "{\"name\":\"a\",\"password\":\"wrong password\"}");
    cr_expect_eq(status_of(head), 403);
    cr_expect_not(has(head, "Set-Cookie"));
    free(head);
    head = post(wire, "/logout", "", "{}");
    cr_expect_eq(status_of(head), 200);
    cr_expect(has(head, "samskap_login=; Path=/; Max-Age=0; "));
    free(head);
    wire_close(wire);
    finish(&server);
}

Test(server, logs_a_phone_in_by_the_secret_of_a_remote) {
    struct server server;
    start_plain(&server);
    struct wire *wire = wire_open(server.port);
    char *head = post(wire, "/login", "Origin: http://test:1\r\n",
                      "{\"secret\":\"0123456789abcdef0123456789abcdef\"}");
    cr_expect_eq(status_of(head), 200);
    cr_expect(has(head, "Set-Cookie: samskap_login=0123456789abcdef0123456789abcdef; Path=/; "));
    free(head);
    head = post(wire, "/login", "", "{\"secret\":\"wrong\"}");
    cr_expect_eq(status_of(head), 403);
    cr_expect_not(has(head, "Set-Cookie"));
    free(head);
    wire_close(wire);
    const char *both = "{\"secret\":\"0123456789abcdef0123456789abcdef\",\"name\":\"a\",\"password\":\"b\"}";
    cr_expect_eq(post_status(server.port, "/login", "", both), 400);
    cr_expect_eq(post_status(server.port, "/login", "", "{\"secret\":1}"), 400);
    finish(&server);
}

Test(server, takes_no_log_in_from_elsewhere_or_in_another_form) {
    struct server server;
    start_plain(&server);
    const char *body = "{\"name\":\"a\",\"password\":\"right password\"}";
    cr_expect_eq(post_status(server.port, "/login", "Origin: http://evil.example\r\n", body), 403);
    cr_expect_eq(post_status(server.port, "/login", "Origin: null\r\n", body), 403);
    cr_expect_eq(post_status(server.port, "/login", "", "[]"), 400);
    cr_expect_eq(post_status(server.port, "/login", "", "{\"name\":\"a\"}"), 400);
    cr_expect_eq(post_status(server.port, "/login", "", "{\"name\":\"a\",\"name\":\"b\",\"password\":\"c\"}"),
                 400);
    cr_expect_eq(ask_status(server.port, "POST", "/login",
                            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 2\r\n"),
                 415);
    cr_expect_eq(ask_status(server.port, "POST", "/login", "Content-Type: application/json\r\n"), 411);
    cr_expect_eq(ask_status(server.port, "POST", "/login",
                            "Content-Type: application/json\r\nContent-Length: 4097\r\n"),
                 413);
    cr_expect_eq(ask_status(server.port, "POST", "/login",
                            "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"),
                 411);
    finish(&server);
}

Test(server, takes_a_body_that_comes_in_pieces) {
    struct server server;
    start_plain(&server);
    struct wire *wire = wire_open(server.port);
    wire_say(
        wire,
        "POST /token HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 44\r\n\r\n{");
    usleep(20000);
    wire_say(wire, "\"token\":\"0123456789abcdef");
    usleep(20000);
    wire_say(wire, "0123456789abcdef\"}");
    char *head = wire_answer(wire, true, NULL, NULL);
    cr_expect_eq(status_of(head), 200);
    cr_expect(has(head, "Set-Cookie: samskap_token=0123456789abcdef0123456789abcdef; "));
    free(head);
    cr_expect_eq(post_status(server.port, "/token", "", "{\"token\":\"0123\"}"), 400);
    wire_close(wire);
    finish(&server);
}

Test(server, survives_clients_that_leave_before_their_answer) {
    struct server server;
    start_plain(&server);
    for (int i = 0; i < 50; i++) {
        struct wire *wire = wire_open(server.port);
        wire_say(
            wire,
            "POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 43\r\n\r\n"
            "{\"name\":\"a\",\"password\":\"right password\"}   GET / HTTP/1.1\r\n");
        wire_close(wire);
    }
    cr_expect_eq(ask_status(server.port, "GET", "/healthz", ""), 200);
    finish(&server);
}

/* ---- downloads ---- */

#define PROCESS "0b7e1c52-8a43-4f6e-9d21-3c5a7e9b1f04"

Test(server, gives_records_only_to_who_may_have_them) {
    struct server server;
    start_plain(&server);
    const char *cookie = "Cookie: samskap_login=0123456789abcdef0123456789abcdef\r\n";
    cr_expect_eq(ask_status(server.port, "GET", "/transcript/" PROCESS, ""), 401);
    cr_expect_eq(ask_status(server.port, "GET", "/transcript/" PROCESS, "Cookie: samskap_login=short\r\n"),
                 403);
    cr_expect_eq(ask_status(server.port, "GET", "/transcript/nonsense", cookie), 404);
    cr_expect_eq(ask_status(server.port, "GET", "/transcript/" PROCESS "?view=all", cookie), 400);
    cr_expect_eq(ask_status(server.port, "GET", "/transcript/" PROCESS "?format=exe", cookie), 400);
    cr_expect_eq(ask_status(server.port, "GET", "/transcript/" PROCESS, cookie),
                 404); /* the journal is empty */
    finish(&server);
}

/* ---- WebSockets ---- */

#define OFFER "Sec-WebSocket-Protocol: samskap.v1\r\n"

Test(server, upgrades_only_what_it_should) {
    struct server server;
    start_plain(&server);
    static const struct {
        const char *path, *headers;
        int status;
    } cases[] = {
        {"/ws", OFFER, 101},
        {"/ws", "Sec-WebSocket-Protocol: other, samskap.v1\r\n", 101},
        {"/ws", OFFER "Origin: http://test:1\r\n", 101},
        {"/ws", OFFER "Origin: http://evil.example\r\n", 403},
        {"/ws", "", 400},
        {"/ws", "Sec-WebSocket-Protocol: samskap.v2\r\n", 400},
        {"/other", OFFER, 404},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct wire *wire = wire_open(server.port);
        cr_expect_eq(wire_upgrade(wire, cases[i].path, cases[i].headers), cases[i].status, "case %zu", i);
        wire_close(wire);
    }
    finish(&server);
}

Test(server, hangs_up_on_any_other_upgrade) {
    struct server server;
    start_plain(&server);
    static const char *const upgrades[] = {"h2c", "websocket2", "TLS/1.0", "h2c, websocket"};
    for (size_t i = 0; i < sizeof upgrades / sizeof upgrades[0]; i++) {
        struct wire *wire = wire_open(server.port);
        char request[512];
        snprintf(request, sizeof request,
                 "GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: %s\r\n"
                 "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n" OFFER "\r\n",
                 upgrades[i]);
        wire_say(wire, request);
        cr_expect(wire_is_ended(wire), "%s", upgrades[i]);
        cr_expect_not(has(wire->data, "101"), "%s", upgrades[i]);
        wire_close(wire);
    }
    cr_expect_eq(ask_status(server.port, "GET", "/healthz", ""), 200);
    finish(&server);
}

static struct wire *join(struct server *server, const char *headers) {
    struct wire *wire = wire_open(server->port);
    char all[512];
    snprintf(all, sizeof all, OFFER "%s", headers);
    cr_assert_eq(wire_upgrade(wire, "/ws", all), 101);
    return wire;
}

static bool echoes(struct wire *wire, const char *expected) {
    char *bytes = NULL;
    size_t size;
    bool same = wire_receive(wire, &bytes, &size) == 1 && strcmp(bytes, expected) == 0;
    free(bytes);
    return same;
}

Test(server, puts_messages_together) {
    struct server server;
    start_plain(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, "hello", 5);
    cr_expect(echoes(wire, "hello"));
    wire_frame(wire, 1, false, "he", 2);
    wire_frame(wire, 9, true, "in between", 10);
    char *bytes;
    size_t size;
    cr_expect_eq(wire_receive(wire, &bytes, &size), 10);
    free(bytes);
    wire_frame(wire, 0, false, "", 0);
    wire_frame(wire, 0, true, "llo", 3);
    cr_expect(echoes(wire, "hello"));
    wire_frame(wire, 1, true, "one", 3);
    wire_frame(wire, 1, true, "two", 3);
    cr_expect(echoes(wire, "one"));
    cr_expect(echoes(wire, "two"));
    wire_close(wire);
    finish(&server);
}

Test(server, tells_live_who_comes) {
    struct server server;
    start_plain(&server);
    struct wire *wire = join(&server, "Origin: http://test:1\r\nCookie: samskap_login=abcdef\r\n");
    wire_frame(wire, 1, true, "a", 1);
    cr_expect(echoes(wire, "a"));
    cr_expect(server.live.same_origin);
    cr_expect_str_eq(server.live.login, "abcdef");
    cr_expect_str_eq(server.live.address, "127.0.0.1");
    wire_close(wire);
    finish(&server);
}

Test(server, believes_what_a_known_proxy_says_of_addresses) {
    struct server server;
    prepare(&server);
    server.proxies = STR("127.0.0.1");
    start(&server);
    struct wire *wire = join(&server, "X-Forwarded-For: 203.0.113.9\r\nX-Forwarded-For: 198.51.100.7\r\n");
    wire_frame(wire, 1, true, "a", 1);
    cr_expect(echoes(wire, "a"));
    cr_expect_str_eq(server.live.address, "198.51.100.7");
    wire_close(wire);
    finish(&server);
}

Test(server, takes_a_message_at_the_limit_and_closes_one_beyond) {
    struct server server;
    start_plain(&server);
    size_t limit = (size_t)server.limits.frame;
    char *text = calloc(1, limit + 2);
    memset(text, 'a', limit + 1);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, text, limit);
    char *bytes = NULL;
    size_t size = 0;
    cr_expect_eq(wire_receive(wire, &bytes, &size), 1);
    cr_expect_eq(size, limit);
    free(bytes);
    wire_frame(wire, 1, true, text, limit + 1);
    cr_expect_eq(wire_close_code(wire), 1009);
    wire_close(wire);
    wire = join(&server, ""); /* the same in pieces */
    wire_frame(wire, 1, false, text, limit);
    wire_frame(wire, 0, true, text, 1);
    cr_expect_eq(wire_close_code(wire), 1009);
    wire_close(wire);
    free(text);
    finish(&server);
}

Test(server, closes_on_what_is_no_text) {
    struct server server;
    start_plain(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 2, true, "abc", 3);
    cr_expect_eq(wire_close_code(wire), 1003);
    wire_close(wire);
    wire = join(&server, "");
    wire_frame(wire, 1, true, "\xc3\x28", 2);
    cr_expect_eq(wire_close_code(wire), 1007);
    wire_close(wire);
    wire = join(&server, "");
    wire_frame(wire, 5, true, "abc", 3); /* no such opcode */
    cr_expect_neq(wire_close_code(wire), 1000);
    cr_expect(wire_is_ended(wire));
    wire_close(wire);
    finish(&server);
}

Test(server, closes_as_live_says_behind_what_was_sent) {
    struct server server;
    start_plain(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, "close", 5);
    cr_expect(echoes(wire, "last words"));
    cr_expect_eq(wire_close_code(wire), 4001);
    wire_close(wire);
    finish(&server);
}

Test(server, waits_for_a_slow_reader_and_loses_nothing) {
    struct server server;
    start_plain(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, "flood", 5);
    usleep(100000); /* until the sockets are full */
    for (int i = 0; i < FLOOD_FRAMES; i++) {
        char *bytes = NULL;
        size_t size;
        cr_assert_eq(wire_receive(wire, &bytes, &size), 1, "frame %d", i);
        cr_assert_eq(size, FLOOD_SIZE);
        cr_assert_eq(atoi(bytes), i);
        free(bytes);
    }
    wire_close(wire);
    finish(&server);
    cr_expect_gt(server.live.busy, 0);
}

Test(server, reads_no_further_when_live_does_not_want_to) {
    struct server server;
    start_plain(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, "deaf", 4);
    wire_frame(wire, 1, true, "later", 5);
    wire_frame(wire, 1, true, "later still", 11);
    cr_expect(echoes(wire, "later"));
    cr_expect(echoes(wire, "later still"));
    wire_close(wire);
    finish(&server);
    cr_expect_eq(server.live.lost, 0);
}

Test(server, gives_up_who_is_silent_and_keeps_who_answers) {
    struct server server;
    prepare(&server);
    server.limits.ping = 100;
    server.limits.pong = 400;
    start(&server);
    struct wire *silent = join(&server, ""), *alive = join(&server, "");
    bool silent_ended = false;
    for (int i = 0; i < 40 && !silent_ended; i++) {
        char *bytes = NULL;
        size_t size;
        if (wire_receive(alive, &bytes, &size) == 9) {
            wire_frame(alive, 10, true, bytes, size);
        }
        free(bytes);
        wire_read(silent, 0);
        silent_ended = silent->ended;
    }
    cr_expect(silent_ended);
    wire_frame(alive, 1, true, "here", 4);
    char *bytes = NULL;
    size_t size;
    int opcode;
    while ((opcode = wire_receive(alive, &bytes, &size)) == 9) {
        free(bytes);
    }
    cr_expect_eq(opcode, 1);
    free(bytes);
    wire_close(silent);
    wire_close(alive);
    finish(&server);
}

Test(server, does_not_blame_those_that_it_does_not_read_from) {
    struct server server;
    prepare(&server);
    server.limits.ping = 20;
    server.limits.pong = 60; /* much less than live is deaf */
    start(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, "deaf", 4);
    wire_frame(wire, 1, true, "later", 5);
    char *bytes = NULL;
    size_t size;
    int opcode;
    while ((opcode = wire_receive(wire, &bytes, &size)) == 9) {
        wire_frame(wire, 10, true, bytes, size);
        free(bytes);
    }
    cr_expect_eq(opcode, 1);
    free(bytes);
    wire_close(wire);
    finish(&server);
}

/* Else what it is sent when it reads again is long out of date. */
Test(server, lets_little_wait_for_who_does_not_read) {
    struct server server;
    start_plain(&server);
    struct wire *wire = join(&server, "");
    int small = 32 * 1024;
    setsockopt(wire->socket, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    wire_frame(wire, 1, true, "flood", 5);
    usleep(300000);
    wire_close(wire);
    finish(&server);
    cr_expect_gt(server.live.taken, 0);
    cr_expect_lt(server.live.taken * FLOOD_SIZE, 1024 * 1024, "%d frames were taken", server.live.taken);
}

Test(server, keeps_a_slow_reader_whose_answers_stand_behind_what_it_is_sent) {
    struct server server;
    prepare(&server);
    server.limits.ping = 100;
    server.limits.pong = 1000;
    start(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, "flood", 5);
    for (int i = 0; i < 200; i++) {
        char *bytes = NULL;
        size_t size;
        int opcode = wire_receive(wire, &bytes, &size);
        cr_assert_neq(wire->ended, true, "given up after %d frames", i);
        cr_assert(opcode == 1 || opcode == 9);
        free(bytes); /* it is too busy to answer pings */
        usleep(10000);
    }
    wire_close(wire);
    finish(&server);
}

Test(server, gives_up_who_neither_reads_nor_is_read) {
    struct server server;
    prepare(&server);
    server.limits.ping = 100;
    server.limits.pong = 300;
    start(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, "stuck", 5);
    for (int i = 0; i < 100 && server.live.connected > 0; i++) {
        usleep(50000);
    }
    cr_expect_eq(server.live.connected, 0);
    wire_close(wire);
    finish(&server);
}

Test(server, takes_no_more_than_it_may) {
    struct server server;
    prepare(&server);
    server.limits.connections = 2;
    start(&server);
    struct wire *first = join(&server, ""), *second = join(&server, ""), *third = wire_open(server.port);
    cr_expect_eq(wire_upgrade(third, "/ws", OFFER), 503);
    wire_close(third);
    wire_close(first);
    usleep(100000);
    third = wire_open(server.port);
    cr_expect_eq(wire_upgrade(third, "/ws", OFFER), 101);
    wire_close(second);
    wire_close(third);
    finish(&server);
}

/* ---- hostility ---- */

Test(server, is_not_moved_by_what_is_no_http) {
    struct server server;
    start_plain(&server);
    static const char *const noises[] = {
        "\r\n\r\n\r\n",
        "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "FOO / HTTP/1.1\r\n\r\n",
        "GET\r\n\r\n",
        "GET / HTTP/1.1\r\n",
        "CONNECT a:1 HTTP/1.1\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /login HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
    };
    for (size_t i = 0; i < sizeof noises / sizeof noises[0]; i++) {
        struct wire *wire = wire_open(server.port);
        wire_say(wire, noises[i]);
        shutdown(wire->socket, SHUT_WR);
        wire_read(wire, 200);
        cr_expect_not(has(wire->data, " 200 "), "noise %zu", i);
        wire_close(wire);
    }
    cr_expect_eq(ask_status(server.port, "GET", "/healthz", ""), 200);
    finish(&server);
}

Test(server, bounds_the_headers) {
    struct server server;
    start_plain(&server);
    static const char *const starts[] = {
        "GET /", "GET / HTTP/1.1\r\nHost: a\r\nCookie: ", "GET / HTTP/1.1\r\nHost: a\r\nX-Long: ",
        "GET / HTTP/1.1\r\nHost: a\r\nAccept-Language: "};
    char filler[1024];
    memset(filler, 'a', sizeof filler);
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        struct wire *wire = wire_open(server.port);
        wire_say(wire, starts[i]);
        for (int k = 0; k < 1024; k++) {
            wire_send(wire, filler, sizeof filler);
        }
        wire_say(wire, "\r\n\r\n");
        wire_read(wire, 500);
        cr_expect_not(has(wire->data, " 200 ") && i < 2, "start %zu", i);
        wire_close(wire);
    }
    cr_expect_eq(ask_status(server.port, "GET", "/healthz", ""), 200);
    finish(&server);
}
