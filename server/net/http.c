#include "net/http.h"

#include <string.h>

#include "net/field.h"
#include "net/pages.h"
#include "net/picture.h"
#include "net/upload.h"

/* ---- pages ---- */

/* Whether the client has the very bytes that it would be sent. */
static bool is_known(struct str known, const char *etag) {
    struct str one;
    while (field_next(&known, &one)) {
        if (str_starts_with(one, STR("W/"))) {
            one.data += 2;
            one.size -= 2;
        }
        if (str_equal(one, str_of(etag)) || str_equal(one, STR("*"))) {
            return true;
        }
    }
    return false;
}

/* Others may show these in their frames, where that is configured: nobody logs in or decides there. */
static bool may_be_framed(const struct page *page) {
    return strcmp(page->path, "/") == 0 || strcmp(page->path, "/display") == 0;
}

static void answer_page(struct exchange *exchange, const struct page *page) {
    bool packed = page->packed && field_lists(exchange->accepted_encodings, STR("gzip"));
    bool missing = page == page_missing();
    struct buffer more;
    buffer_init(&more);
    char etag[64];
    snprintf(etag, sizeof etag, "\"%s%s\"", page->etag, packed ? "-gz" : "");
    struct reply reply = {.status = missing ? HTTP_STATUS_NOT_FOUND : HTTP_STATUS_OK, .type = page->type};
    reply.policy = may_be_framed(page) ? REPLY_PAGE : REPLY_PAGE_PRIVATE;
    reply.cache = page->forever ? "public, max-age=31536000, immutable" : "no-cache";
    reply.size = (int64_t)(packed ? page->packed_size : page->size);
    if (page->packed) {
        buffer_append_str(&more, STR("Vary: Accept-Encoding\r\n"));
    }
    if (!missing) {
        buffer_format(&more, "ETag: %s\r\n", etag);
    }
    if (!missing && is_known(exchange->known_etags, etag)) {
        reply.status = HTTP_STATUS_NOT_MODIFIED;
        reply.type = NULL;
        exchange_answer(exchange, &reply, buffer_str(&more), (struct str){0});
    } else {
        if (packed) {
            buffer_append_str(&more, STR("Content-Encoding: gzip\r\n"));
        }
        exchange_answer_bytes(exchange, &reply, buffer_str(&more), packed ? page->packed : page->bytes);
    }
    buffer_finish(&more);
}

/* ---- for those who run it ---- */

static void answer_text(struct exchange *exchange, int status, struct str text) {
    struct reply reply = {.status = status, .type = "text/plain; charset=utf-8"};
    exchange_answer(exchange, &reply, (struct str){0}, text);
}

static void answer_health(struct exchange *exchange) {
    answer_text(exchange, HTTP_STATUS_OK, STR("ok\n"));
}

static void answer_readiness(struct exchange *exchange) {
    struct live_state state;
    live_get_state(exchange->net->options.live, &state);
    if (exchange->net->stopping) {
        answer_text(exchange, HTTP_STATUS_SERVICE_UNAVAILABLE, STR("the server is stopping\n"));
    } else if (!state.writable) {
        answer_text(exchange, HTTP_STATUS_SERVICE_UNAVAILABLE, STR("the store cannot be written\n"));
    } else {
        answer_text(exchange, HTTP_STATUS_OK, STR("ready\n"));
    }
}

static void answer_no_upgrade(struct exchange *exchange) {
    exchange_refuse(exchange, 426, STR("bad_request"), "this is a WebSocket's address");
}

/* ---- routes ---- */

struct route {
    const char *path;
    bool below; /* and all below it */
    bool post;  /* POST, else GET and HEAD */
    bool file;  /* the body is no JSON: the handler is asked before it comes */
    void (*handle)(struct exchange *exchange);
};

static const struct route routes[] = {
    {.path = "/healthz", .handle = answer_health},
    {.path = "/readyz", .handle = answer_readiness},
    {.path = "/metrics", .handle = metrics_answer},
    {.path = "/ws", .handle = answer_no_upgrade},
    {.path = "/transcript/", .below = true, .handle = download_transcript},
    {.path = "/picture/", .below = true, .handle = picture_answer},
    {.path = "/picture/", .below = true, .post = true, .file = true, .handle = upload_begin},
    {.path = "/login", .post = true, .handle = desk_log_in},
    {.path = "/invite", .post = true, .handle = desk_accept_invite},
    {.path = "/logout", .post = true, .handle = desk_log_out},
    {.path = "/token", .post = true, .handle = desk_put_token},
};

/* One of that method, else one of that path. */
static const struct route *find_route(struct str path, bool post) {
    const struct route *found = NULL;
    for (size_t i = 0; i < sizeof routes / sizeof routes[0]; i++) {
        struct str prefix = str_of(routes[i].path);
        bool fits = routes[i].below ? str_starts_with(path, prefix) : str_equal(path, prefix);
        if (fits && (!found || routes[i].post == post)) {
            found = &routes[i];
        }
    }
    return found;
}

/* The participants' page is also at /j and all below it: what is behind (a code, a fragment) it reads itself.
 */
static const struct page *find_page(struct str path) {
    bool is_way_in = str_equal(path, STR("/j")) || str_starts_with(path, STR("/j/"));
    return page_find(is_way_in ? STR("/") : path);
}

static void refuse_method(struct exchange *exchange, bool post) {
    struct reply reply = {
        .status = HTTP_STATUS_METHOD_NOT_ALLOWED, .type = "application/json", .close = true};
    struct buffer body;
    buffer_init(&body);
    reply_write_refusal(STR("unknown_method"), "this address takes another method", &body);
    exchange_answer(exchange, &reply, post ? STR("Allow: POST\r\n") : STR("Allow: GET, HEAD\r\n"),
                    buffer_str(&body));
    buffer_finish(&body);
}

/* What changes something must come from our own pages, or from no browser at all; a type that forms cannot
 * send keeps other sites' forms out where a browser sends no Origin. */
static void expect_body(struct exchange *exchange, const struct route *route) {
    struct str rest = exchange->type, type = {0};
    bool is_json = str_split(&rest, ';', &type) && str_equal(field_trim(type), STR("application/json"));
    if (exchange->origin == ORIGIN_FOREIGN) {
        exchange_refuse(exchange, HTTP_STATUS_FORBIDDEN, STR("denied"), "the page comes from another site");
    } else if (!is_json) {
        exchange_refuse(exchange, 415, STR("bad_request"), "the body must be application/json");
    } else if (exchange->length <= 0) {
        exchange_refuse(exchange, 411, STR("bad_request"), "the body must come with its length");
    } else if (exchange->length > BODY_SIZE) {
        exchange_refuse(exchange, 413, STR("too_large"), "the body is too large");
    } else {
        exchange->handle = route->handle;
    }
}

void http_requested(struct exchange *exchange) {
    bool post = exchange->method == METHOD_POST;
    const struct route *route = find_route(exchange->path, post);
    const struct page *page = find_page(exchange->path);
    if (exchange->path.size != strlen(exchange->path.data ? exchange->path.data : "")) {
        route = NULL;
        page = NULL; /* a NUL in it */
    }
    if (!post && exchange->length != 0) {
        exchange_refuse(exchange, HTTP_STATUS_BAD_REQUEST, STR("bad_request"), "a body is not expected here");
    } else if (exchange->method == METHOD_OTHER) {
        refuse_method(exchange, route && route->post);
    } else if (route) {
        if (route->post != post) {
            refuse_method(exchange, route->post);
        } else if (post && !route->file) {
            expect_body(exchange, route);
        } else {
            route->handle(exchange);
        }
    } else if (post) {
        refuse_method(exchange, false);
    } else {
        answer_page(exchange, page ? page : page_missing());
    }
}

void http_body(struct exchange *exchange, const char *bytes, size_t size) {
    int64_t next = net_now() + BODY_TIME;
    if (exchange->body_until > 0 && !exchange->answered && !exchange->pending) {
        exchange->deadline = next < exchange->body_until ? next : exchange->body_until;
    }
    if (exchange->answered || exchange->pending || exchange->body.size + size > exchange->body_most) {
        return; /* refused already; the connection ends with the answer */
    }
    buffer_append(&exchange->body, bytes, size);
}

void http_body_whole(struct exchange *exchange) {
    if (!exchange->answered && !exchange->pending && exchange->handle) {
        exchange->handle(exchange);
    }
}
