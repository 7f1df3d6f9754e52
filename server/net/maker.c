/* started → the file goes in → the pictures come out → it ends. It may die, keep silent or say anything: then
 * the file is one that cannot be taken, and nothing else has happened. */
#include "net/maker.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/child.h"
#include "base/clock.h"
#include "base/memory.h"

#define PROGRAM "samskap-picture"

enum {
    MOST_OUTPUT = 16 * 1024 * 1024,
    PIECE = 64 * 1024,
    LINE = 256,
    PATH_SIZE = 4096,
    LARGEST_SIDE = 10000
};

char *maker_find(const char *configured) {
    char path[PATH_SIZE + sizeof PROGRAM];
    ssize_t size = configured ? 0 : readlink("/proc/self/exe", path, PATH_SIZE);
    size_t folder = 0;
    for (ssize_t i = 0; i < size; i++) {
        folder = path[i] == '/' ? (size_t)i + 1 : folder;
    }
    memcpy(path + folder, PROGRAM, sizeof PROGRAM);
    struct str found = memory_copy_str(str_of(configured ? configured : path));
    return (char *)(uintptr_t)found.data;
}

/* ---- the child ---- */

static enum status start(const char *program, struct child *child) {
    char *const arguments[] = {(char *)(uintptr_t)PROGRAM, NULL}, *const environment[] = {NULL};
    if (access(program, X_OK) != 0) {
        return STATUS_NOT_FOUND;
    }
    int error = child_start(child, program, arguments, environment);
    if (error != 0) {
        return error == ENOENT || error == EACCES || error == ENOEXEC ? STATUS_NOT_FOUND : STATUS_IO;
    }
    if (fcntl(child->socket, F_SETFL, O_NONBLOCK) != 0) {
        child_stop(child);
        return STATUS_IO;
    }
    return STATUS_OK;
}

/* False when the time is over. */
static bool wait_for(int socket, short what, int64_t deadline) {
    struct pollfd poller = {.fd = socket, .events = what};
    for (;;) {
        int64_t left = (deadline - clock_monotonic() + 999) / 1000;
        if (left <= 0) {
            return false;
        }
        int ready = poll(&poller, 1, (int)left);
        if (ready != 0 && (ready > 0 || errno != EINTR)) {
            return ready > 0;
        }
    }
}

static bool send_all(int socket, struct str bytes, int64_t deadline) {
    while (bytes.size > 0) {
        if (!wait_for(socket, POLLOUT, deadline)) {
            return false;
        }
        ssize_t sent = send(socket, bytes.data, bytes.size, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR && errno != EAGAIN) {
            return false;
        }
        bytes.data += sent > 0 ? sent : 0;
        bytes.size -= sent > 0 ? (size_t)sent : 0;
    }
    return shutdown(socket, SHUT_WR) == 0;
}

static bool receive_all(int socket, int64_t deadline, struct buffer *output) {
    while (output->size < MOST_OUTPUT) {
        if (!wait_for(socket, POLLIN, deadline)) {
            return false;
        }
        ssize_t size = recv(socket, buffer_reserve(output, PIECE), PIECE, 0);
        if (size == 0) {
            return true;
        }
        if (size < 0 && errno != EINTR && errno != EAGAIN) {
            return false;
        }
        output->size += size > 0 ? (size_t)size : 0;
    }
    return false;
}

/* ---- what it says ---- */

/* A line, and what stands behind it. */
static bool read_line(struct made *made, char line[LINE], struct str *rest) {
    *rest = buffer_str(&made->output);
    struct str first;
    if (!str_split(rest, '\n', &first) || str_is_absent(*rest) || first.size >= LINE) {
        return false;
    }
    memcpy(line, first.data, first.size);
    line[first.size] = '\0';
    return true;
}

static bool is_sound(const struct made *made) {
    return (strcmp(made->type, "jpeg") == 0 || strcmp(made->type, "png") == 0) && made->width > 0 &&
           made->width <= LARGEST_SIDE && made->height > 0 && made->height <= LARGEST_SIDE &&
           made->large.size > 0 && made->small.size > 0;
}

static enum status read_output(struct made *made) {
    char line[LINE];
    struct str rest;
    size_t large, small;
    if (!read_line(made, line, &rest)) {
        return STATUS_INVALID;
    }
    if (strncmp(line, "no ", 3) == 0) {
        made->output.data[strlen(line)] = '\0';
        made->refusal = made->output.data + 3;
        return STATUS_INVALID;
    }
    if (sscanf(line, "%7s %d %d %zu %zu", made->type, &made->width, &made->height, &large, &small) != 5 ||
        large > rest.size || small != rest.size - large) {
        return STATUS_INVALID;
    }
    made->large = (struct str){rest.data, large};
    made->small = (struct str){rest.data + large, small};
    return is_sound(made) ? STATUS_OK : STATUS_INVALID;
}

enum status maker_run(const char *program, struct str file, int milliseconds, struct made *made) {
    struct child child;
    int64_t deadline = clock_monotonic() + milliseconds * (int64_t)1000;
    *made = (struct made){0};
    enum status status = start(program, &child);
    if (status != STATUS_OK) {
        return status;
    }
    bool whole = send_all(child.socket, file, deadline) && receive_all(child.socket, deadline, &made->output);
    child_stop(&child); /* it has said all that it had to say, or too little */
    return whole ? read_output(made) : STATUS_INVALID;
}

void made_finish(struct made *made) {
    buffer_finish(&made->output);
    *made = (struct made){0};
}
