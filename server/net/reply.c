#include "net/reply.h"

#include <string.h>

#include "net/origin.h"
#include "protocol/json_write.h"

static const char *status_name(int status) {
    static const struct {
        int status;
        const char *name;
    } names[] = {
        {200, "OK"},
        {204, "No Content"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {411, "Length Required"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {426, "Upgrade Required"},
        {429, "Too Many Requests"},
        {500, "Internal Server Error"},
        {503, "Service Unavailable"},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (names[i].status == status) {
            return names[i].name;
        }
    }
    return "Unknown";
}

static void write_policy(const struct net *net, enum reply_policy policy, struct buffer *head) {
    struct str framed_by = STR("'none'");
    if (policy == REPLY_PAGE && !str_is_empty(net->options.frame_ancestors)) {
        framed_by = net->options.frame_ancestors;
    }
    buffer_format(head, "Content-Security-Policy: default-src 'none'; frame-ancestors %.*s",
                  STR_ARGS(framed_by));
    if (policy == REPLY_DATA || policy == REPLY_PICTURE) {
        buffer_append_str(head, policy == REPLY_PICTURE ? STR("; sandbox\r\n") : STR("\r\n"));
        return;
    }
    buffer_append_str(head,
                      STR("; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' blob:; "
                          "connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
                          "base-uri 'none'; form-action 'self'\r\n"
                          "Cross-Origin-Opener-Policy: same-origin\r\n"
                          "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), "
                          "usb=(), display-capture=()\r\n"));
}

void reply_write(const struct net *net, const struct reply *reply, struct str more, struct buffer *head) {
    buffer_format(head, "HTTP/1.1 %d %s\r\n", reply->status, status_name(reply->status));
    if (reply->type) {
        buffer_format(head, "Content-Type: %s\r\n", reply->type);
    }
    if (reply->status != 304 && reply->status != 204) {
        buffer_format(head, "Content-Length: %lld\r\n", (long long)reply->size);
    }
    buffer_format(head, "Cache-Control: %s\r\n", reply->cache ? reply->cache : "no-store");
    if (reply->disposition) {
        buffer_format(head, "Content-Disposition: %s; filename=\"%s\"\r\n",
                      reply->shown ? "inline" : "attachment", reply->disposition);
    }
    write_policy(net, reply->policy, head);
    buffer_append_str(head, STR("X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
                                "Cross-Origin-Resource-Policy: same-origin\r\n"));
    if (origin_is_secure(net->options.tls_cert != NULL, net->options.public_url)) {
        buffer_append_str(head, STR("Strict-Transport-Security: max-age=31536000\r\n"));
    }
    if (reply->close) {
        buffer_append_str(head, STR("Connection: close\r\n"));
    }
    buffer_append_str(head, more);
    buffer_append_str(head, STR("\r\n"));
}

void reply_write_refusal(struct str reason, const char *message, struct buffer *body) {
    buffer_append_str(body, STR("{\"reason\":"));
    json_write_text(body, reason);
    buffer_append_str(body, STR(",\"message\":"));
    json_write_text(body, str_of(message));
    buffer_append_str(body, STR("}\n"));
}

void reply_at_once(struct net *net, struct lws *wsi, int status, const char *message) {
    struct buffer body, text;
    buffer_init(&body);
    buffer_init(&text);
    reply_write_refusal(STR("bad_request"), message, &body);
    struct reply reply = {.status = status, .type = "application/json", .close = true};
    reply.size = (int64_t)body.size;
    buffer_reserve(&text, LWS_PRE);
    text.size = LWS_PRE;
    reply_write(net, &reply, (struct str){0}, &text);
    buffer_append_str(&text, buffer_str(&body));
    if (lws_write(wsi, (unsigned char *)text.data + LWS_PRE, text.size - LWS_PRE, LWS_WRITE_HTTP_FINAL) < 0) {
        net->counters.refused++; /* the connection is closed in any case */
    }
    buffer_finish(&text);
    buffer_finish(&body);
}

int reply_status_of(enum reason reason) {
    switch (reason) {
    case REASON_ABSENT:
        return HTTP_STATUS_OK;
    case REASON_DENIED:
    case REASON_WRONG_CODE:
        return HTTP_STATUS_FORBIDDEN;
    case REASON_UNKNOWN_PROCESS:
    case REASON_UNKNOWN_SESSION:
    case REASON_UNKNOWN_PICTURE:
        return HTTP_STATUS_NOT_FOUND;
    case REASON_TOO_OFTEN:
        return 429;
    case REASON_BAD_PICTURE:
        return 415;
    case REASON_TOO_LARGE:
        return HTTP_STATUS_REQ_ENTITY_TOO_LARGE;
    case REASON_NOT_STORED:
    case REASON_READ_ONLY:
    case REASON_LOADING:
    case REASON_FULL:
    case REASON_NO_PICTURES:
        return HTTP_STATUS_SERVICE_UNAVAILABLE;
    case REASON_REFUSED_PROCESS:
        return HTTP_STATUS_INTERNAL_SERVER_ERROR;
    default:
        return HTTP_STATUS_BAD_REQUEST;
    }
}
