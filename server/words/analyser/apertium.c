/* The child is started when the first form comes. It may die at any time: then it is started again and
 * asked once more, and if it dies again the caller goes on without. One that keeps silent is ended. After
 * several failures in a row it is left alone for a minute, so that a broken installation costs a minute's
 * first look-ups a second each and not every look-up. */
#include "words/analyser/apertium.h"

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/memory.h"
#include "words/words.h"

#define PROGRAM "lt-proc"
#define DICTIONARY "/usr/share/apertium/apertium-swe-nor/swe-nno.automorf.bin"

enum { MOST_FAILURES = 3, REST_US = 60 * 1000 * 1000, MOST_ANSWER = 64 * 1024 };

static char *find_in_path(const char *name) {
    struct str rest = str_of(getenv("PATH"));
    struct str folder;
    while (!str_is_absent(rest) && str_split(&rest, ':', &folder)) {
        struct buffer path;
        buffer_init(&path);
        buffer_format(&path, "%.*s/%s", STR_ARGS(folder), name);
        buffer_append_byte(&path, '\0');
        if (folder.size > 0 && access(path.data, X_OK) == 0) {
            return path.data; /* the buffer's block becomes the caller's */
        }
        buffer_finish(&path);
    }
    return NULL;
}

void apertium_init(struct apertium *apertium) {
    *apertium = (struct apertium){.child = {.socket = -1}};
    buffer_init(&apertium->answer);
    if (access(DICTIONARY, R_OK) == 0) {
        apertium->program = find_in_path(PROGRAM);
    }
}

void apertium_finish(struct apertium *apertium) {
    child_stop(&apertium->child);
    memory_free(apertium->program);
    apertium->program = NULL;
    buffer_finish(&apertium->answer);
}

bool apertium_is_installed(const struct apertium *apertium) {
    return apertium->program != NULL;
}

static bool start(struct apertium *apertium) {
    static char *const arguments[] = {(char *)PROGRAM, (char *)"-z",       (char *)"-w",
                                      (char *)"-e",    (char *)DICTIONARY, NULL};
    static char *const environment[] = {(char *)"LC_ALL=C.UTF-8", NULL};
    return apertium->child.id != 0 ||
           child_start(&apertium->child, apertium->program, arguments, environment) == 0;
}

static bool send_all(int socket, struct str bytes) {
    while (bytes.size > 0) {
        ssize_t sent = send(socket, bytes.data, bytes.size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) {
            continue;
        }
        if (sent <= 0) {
            return false;
        }
        bytes.data += sent;
        bytes.size -= (size_t)sent;
    }
    return true;
}

/* False when the time is over. */
static bool wait_readable(int socket, int64_t deadline) {
    struct pollfd poller = {.fd = socket, .events = POLLIN};
    for (;;) {
        int64_t left = (deadline - clock_monotonic() + 999) / 1000;
        if (left <= 0) {
            return false;
        }
        int ready = poll(&poller, 1, (int)left);
        if (ready > 0) {
            return true;
        }
        if (ready == 0 || errno != EINTR) {
            return false;
        }
    }
}

enum outcome { ANSWERED, DIED, SILENT };

static enum outcome receive(struct apertium *apertium, int64_t deadline) {
    buffer_clear(&apertium->answer);
    while (apertium->answer.size < MOST_ANSWER) {
        if (!wait_readable(apertium->child.socket, deadline)) {
            return SILENT;
        }
        char *room = buffer_reserve(&apertium->answer, 4096);
        ssize_t size = recv(apertium->child.socket, room, 4096, 0);
        if (size < 0 && errno == EINTR) {
            continue;
        }
        if (size <= 0) {
            return DIED;
        }
        apertium->answer.size += (size_t)size;
        if (apertium->answer.data[apertium->answer.size - 1] == '\0') {
            apertium->answer.size--;
            return ANSWERED;
        }
    }
    return SILENT; /* it says more than any word needs: no better than nothing */
}

static enum outcome ask(struct apertium *apertium, struct str form, int64_t deadline) {
    if (!start(apertium)) {
        return DIED;
    }
    enum outcome outcome = DIED;
    if (send_all(apertium->child.socket, form) && send_all(apertium->child.socket, (struct str){"", 1})) {
        outcome = receive(apertium, deadline);
    }
    if (outcome != ANSWERED) {
        child_stop(&apertium->child); /* it has no state that could be lost */
    }
    return outcome;
}

/* Asks for one word, and once more where the child died of it. */
static bool ask_twice(struct apertium *apertium, struct str word, int64_t deadline, struct buffer *analyses) {
    enum outcome outcome = ask(apertium, word, deadline);
    if (outcome == DIED) {
        outcome = ask(apertium, word, deadline);
    }
    if (outcome == ANSWERED) {
        apertium_read_answer(word, buffer_str(&apertium->answer), analyses);
    }
    return outcome == ANSWERED;
}

/* Names stand in the dictionary with their capital only, and forms come case-folded. False: no small letter
 * of Swedish at the start. */
static bool capitalise(struct str form, char *name) {
    unsigned char first = (unsigned char)form.data[0];
    memcpy(name, form.data, form.size);
    if (first >= 'a' && first <= 'z') {
        name[0] = (char)(first - 0x20);
        return true;
    }
    unsigned char second = form.size > 1 ? (unsigned char)form.data[1] : 0;
    if (first != 0xc3 || second < 0xa0 || second == 0xb7 || second == 0xbf) { /* of UTF-8: à to þ */
        return false;
    }
    name[1] = (char)(second - 0x20);
    return true;
}

static bool look_up(struct apertium *apertium, struct str form, int64_t deadline, struct buffer *analyses) {
    char name[WORDS_FORM_SIZE * 4];
    size_t start = analyses->size;
    if (form.size == 0 || form.size > sizeof name || !ask_twice(apertium, form, deadline, analyses)) {
        return false;
    }
    if (analyses->size == start && capitalise(form, name) &&
        !ask_twice(apertium, (struct str){name, form.size}, deadline, analyses)) {
        return false;
    }
    /* Of a hyphenated word that it does not know it may answer for the first part only; the last one says
     * how the whole is inflected. */
    const char *hyphen = memrchr(form.data, '-', form.size);
    if (analyses->size > start || hyphen == NULL) {
        return true;
    }
    size_t before = (size_t)(hyphen + 1 - form.data);
    if (!ask_twice(apertium, (struct str){form.data + before, form.size - before}, deadline, analyses)) {
        return false;
    }
    analyses->size = start;
    apertium_read_answer(form, buffer_str(&apertium->answer), analyses);
    return true;
}

bool apertium_look_up(struct apertium *apertium, struct str form, struct buffer *analyses) {
    int64_t now = clock_monotonic();
    if (apertium->program == NULL || now < apertium->rest_until) {
        return false;
    }
    if (look_up(apertium, form, now + APERTIUM_PATIENCE_MS * (int64_t)1000, analyses)) {
        apertium->failures = 0;
        return true;
    }
    if (++apertium->failures >= MOST_FAILURES) {
        apertium->failures = 0;
        apertium->rest_until = clock_monotonic() + REST_US;
    }
    return false;
}
