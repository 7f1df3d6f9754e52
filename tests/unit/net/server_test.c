/* What HTTP is given, and what is no HTTP. */
#include "server_scene.h"

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
