/* Connections that become WebSockets. */
#include "server_scene.h"

#define OFFER "Sec-WebSocket-Protocol: samskap.v1\r\n"

Test(websocket, upgrades_only_what_it_should) {
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

Test(websocket, hangs_up_on_any_other_upgrade) {
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

Test(websocket, puts_messages_together) {
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

Test(websocket, tells_live_who_comes) {
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

Test(websocket, believes_what_a_known_proxy_says_of_addresses) {
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

Test(websocket, takes_a_message_at_the_limit_and_closes_one_beyond) {
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

Test(websocket, closes_on_what_is_no_text) {
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

Test(websocket, closes_as_live_says_behind_what_was_sent) {
    struct server server;
    start_plain(&server);
    struct wire *wire = join(&server, "");
    wire_frame(wire, 1, true, "close", 5);
    cr_expect(echoes(wire, "last words"));
    cr_expect_eq(wire_close_code(wire), 4001);
    wire_close(wire);
    finish(&server);
}

Test(websocket, waits_for_a_slow_reader_and_loses_nothing) {
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

Test(websocket, reads_no_further_when_live_does_not_want_to) {
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

Test(websocket, gives_up_who_is_silent_and_keeps_who_answers) {
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

Test(websocket, does_not_blame_those_that_it_does_not_read_from) {
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
Test(websocket, lets_little_wait_for_who_does_not_read) {
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

Test(websocket, keeps_a_slow_reader_whose_answers_stand_behind_what_it_is_sent) {
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

Test(websocket, gives_up_who_neither_reads_nor_is_read) {
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

Test(websocket, takes_no_more_than_it_may) {
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
