#include "http.h"

#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

enum status address_parse(const char *url, struct address *address) {
    static const char scheme[] = "http://";
    if (strncmp(url, scheme, sizeof scheme - 1) != 0)
        return STATUS_INVALID;
    const char *host = url + sizeof scheme - 1;
    size_t length = strcspn(host, ":/");
    if (length == 0 || length >= sizeof address->host)
        return STATUS_INVALID;
    snprintf(address->host, sizeof address->host, "%.*s", (int)length, host);
    snprintf(address->port, sizeof address->port, "80");
    const char *port = host + length;
    if (*port == ':') {
        length = strcspn(++port, "/");
        if (length == 0 || length >= sizeof address->port)
            return STATUS_INVALID;
        snprintf(address->port, sizeof address->port, "%.*s", (int)length, port);
    }
    return STATUS_OK;
}

int address_connect(const struct address *address) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found = NULL;
    if (getaddrinfo(address->host, address->port, &hints, &found) != 0)
        return -1;
    int fd = -1;
    for (struct addrinfo *one = found; one != NULL && fd < 0; one = one->ai_next) {
        fd = socket(one->ai_family, one->ai_socktype | SOCK_CLOEXEC, one->ai_protocol);
        if (fd >= 0 && connect(fd, one->ai_addr, one->ai_addrlen) != 0) {
            close(fd);
            fd = -1;
        }
    }
    freeaddrinfo(found);
    return fd;
}

static enum status send_all(int fd, struct str bytes) {
    while (bytes.size > 0) {
        ssize_t sent = send(fd, bytes.data, bytes.size, MSG_NOSIGNAL);
        if (sent <= 0)
            return STATUS_IO;
        bytes.data += sent;
        bytes.size -= (size_t)sent;
    }
    return STATUS_OK;
}

static enum status receive_all(int fd, struct buffer *bytes) {
    for (;;) {
        enum { STEP = 65536 };
        ssize_t got = recv(fd, buffer_reserve(bytes, STEP), STEP, 0);
        if (got == 0)
            return STATUS_OK;
        if (got < 0)
            return STATUS_IO;
        bytes->size += (size_t)got;
    }
}

/* The value of a header in the head of an answer; absent: not there. */
static struct str find_header(struct str head, const char *name) {
    struct str rest = head, line;
    size_t length = strlen(name);
    while (str_split(&rest, '\n', &line)) {
        if (line.size <= length || strncasecmp(line.data, name, length) != 0 || line.data[length] != ':')
            continue;
        struct str value = {line.data + length + 1, line.size - length - 1};
        while (value.size > 0 && *value.data == ' ') {
            value.data++;
            value.size--;
        }
        while (value.size > 0 && value.data[value.size - 1] == '\r')
            value.size--;
        return value;
    }
    return (struct str){0};
}

static enum status join_chunks(struct str chunked, struct buffer *body) {
    while (chunked.size > 0) {
        const char *line_end = memmem(chunked.data, chunked.size, "\r\n", 2);
        if (line_end == NULL)
            return STATUS_INVALID;
        size_t size = strtoul(chunked.data, NULL, 16), head = (size_t)(line_end - chunked.data) + 2;
        if (size == 0)
            return STATUS_OK;
        if (size + 2 > chunked.size - head)
            return STATUS_INVALID;
        buffer_append(body, chunked.data + head, size);
        chunked = (struct str){chunked.data + head + size + 2, chunked.size - head - size - 2};
    }
    return STATUS_INVALID; /* cut off before its last chunk */
}

static enum status read_answer(struct str raw, struct http_answer *answer) {
    const char *head_end = memmem(raw.data, raw.size, "\r\n\r\n", 4);
    if (head_end == NULL || sscanf(raw.data, "HTTP/1.%*d %d", &answer->status) != 1)
        return STATUS_INVALID;
    struct str head = {raw.data, (size_t)(head_end - raw.data)};
    struct str body = {head_end + 4, raw.size - head.size - 4};
    struct str cookie = find_header(head, "Set-Cookie"), pair;
    if (str_split(&cookie, ';', &pair))
        snprintf(answer->cookie, sizeof answer->cookie, "%.*s", STR_ARGS(pair));
    struct str length = find_header(head, "Content-Length");
    if (str_equal(find_header(head, "Transfer-Encoding"), STR("chunked")))
        return join_chunks(body, &answer->body);
    if (length.data != NULL && strtoul(length.data, NULL, 10) != body.size)
        return STATUS_INVALID;
    buffer_append_str(&answer->body, body);
    return STATUS_OK;
}

static void write_request(const struct address *address, const char *path, const char *cookie,
                          const char *body, struct buffer *request) {
    buffer_format(request, "%s %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n",
                  body == NULL ? "GET" : "POST", path, address->host, address->port);
    if (*cookie != '\0')
        buffer_format(request, "Cookie: %s\r\n", cookie);
    if (body != NULL)
        buffer_format(request,
                      "Origin: http://%s:%s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n",
                      address->host, address->port, strlen(body));
    buffer_format(request, "\r\n%s", body == NULL ? "" : body);
}

enum status http_ask(const struct address *address, const char *path, const char *cookie, const char *body,
                     struct http_answer *answer) {
    *answer = (struct http_answer){0};
    buffer_init(&answer->body);
    struct buffer request, raw;
    buffer_init(&request);
    buffer_init(&raw);
    write_request(address, path, cookie, body, &request);
    int fd = address_connect(address);
    enum status status = fd < 0 ? STATUS_UNAVAILABLE : send_all(fd, buffer_str(&request));
    if (status == STATUS_OK)
        status = receive_all(fd, &raw);
    if (status == STATUS_OK) {
        buffer_append_byte(&raw, '\0');
        raw.size--;
        status = read_answer(buffer_str(&raw), answer);
    }
    if (fd >= 0)
        close(fd);
    buffer_finish(&request);
    buffer_finish(&raw);
    return status;
}
