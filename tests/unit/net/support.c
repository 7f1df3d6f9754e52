#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/memory.h"
#include "fake_live.h"

struct fake_answer {
    struct letter letter;
    desk_fn *done;
    void *context;
    enum reason reason;
};

struct client {
    struct live *live;
    const struct peer_ops *ops;
    void *peer;
    int flood; /* frames still to be sent */
    int64_t deaf_until;
    struct client *next;
};

static struct frame *fake_frame(struct str text) {
    return frame_create(text);
}

static void fake_send(struct client *client, struct str text) {
    struct frame *frame = fake_frame(text);
    client->live->lost += client->ops->write(client->peer, frame) == PEER_LOST;
    frame_release(frame);
}

static void fake_flood(struct client *client) {
    static char text[FLOOD_SIZE];
    while (client->flood > 0) {
        memset(text, 'x', sizeof text);
        snprintf(text, sizeof text, "%08d", FLOOD_FRAMES - client->flood);
        struct frame *frame = fake_frame((struct str){text, sizeof text});
        enum peer_write result = client->ops->write(client->peer, frame);
        frame_release(frame);
        if (result != PEER_TAKEN) {
            client->live->busy += result == PEER_BUSY;
            client->flood = result == PEER_LOST ? 0 : client->flood;
            return;
        }
        client->flood--;
        client->live->taken++;
    }
}

struct client *live_connect(struct live *live, const struct peer_ops *ops, void *peer,
                            const struct peer_info *info) {
    struct client *client = memory_allocate(sizeof *client);
    *client = (struct client){.live = live, .ops = ops, .peer = peer, .next = live->clients};
    live->clients = client;
    live->connected++;
    live->same_origin = info->same_origin;
    snprintf(live->login, sizeof live->login, "%.*s", STR_ARGS(info->login));
    snprintf(live->address, sizeof live->address, "%.*s", STR_ARGS(info->address));
    return client;
}

void live_receive(struct live *live, struct client *client, struct str message) {
    if (str_equal(message, STR("close"))) {
        fake_send(client, STR("last words"));
        client->ops->close(client->peer, 4001, "as you wish");
    } else if (str_equal(message, STR("flood"))) {
        client->flood = FLOOD_FRAMES;
        fake_flood(client);
    } else if (str_equal(message, STR("deaf"))) {
        client->deaf_until = clock_monotonic() + DEAF_TIME;
        client->ops->set_reading(client->peer, false);
    } else if (str_equal(message, STR("stuck"))) {
        client->ops->set_reading(client->peer, false);
        client->flood = INT32_MAX;
        fake_flood(client);
    } else if (client->deaf_until != 0) {
        live->lost++; /* heard what it should not */
    } else {
        fake_send(client, message);
    }
}

void live_writable(struct live *live, struct client *client) {
    (void)live;
    fake_flood(client);
}

void live_disconnected(struct live *live, struct client *client) {
    struct client **link = &live->clients;
    while (*link != client) {
        link = &(*link)->next;
    }
    *link = client->next;
    live->connected--;
    memory_free(client);
}

int64_t live_turn(struct live *live) {
    for (struct client *client = live->clients; client; client = client->next) {
        if (client->deaf_until != 0 && clock_monotonic() >= client->deaf_until) {
            client->deaf_until = 0;
            client->ops->set_reading(client->peer, true);
        }
    }
    return 50 * 1000;
}

void live_get_state(const struct live *live, struct live_state *state) {
    *state = (struct live_state){.writable = !live->unwritable, .clients = live->connected};
}

static void fake_open(struct letter *letter) {
    struct fake_answer *answer = LIST_ENTRY(letter, struct fake_answer, letter);
    struct desk_answer told = {
        .reason = answer->reason, .cookie = STR("0123456789abcdef0123456789abcdef"), .account = {{1}}};
    answer->done(answer->context, &told);
    memory_free(answer);
}

/* Answers later, as a worker would. */
static void fake_answer_later(struct live *live, enum reason reason, desk_fn *done, void *context) {
    struct fake_answer *answer = memory_allocate(sizeof *answer);
    *answer =
        (struct fake_answer){.letter.open = fake_open, .done = done, .context = context, .reason = reason};
    mailbox_post(live->mailbox, &answer->letter);
}

void live_log_in(struct live *live, struct str name, struct str password, struct str address, desk_fn *done,
                 void *context) {
    (void)name;
    (void)address;
    bool right = str_equal(password, STR("right password"));
    fake_answer_later(live, right ? REASON_ABSENT : REASON_DENIED, done, context);
}

void live_log_in_remote(struct live *live, struct str secret, struct str address, desk_fn *done,
                        void *context) {
    (void)address;
    bool right = secret.size == SECRET_DIGITS_OF_TEST;
    fake_answer_later(live, right ? REASON_ABSENT : REASON_DENIED, done, context);
}

void live_accept_invite(struct live *live, struct str token, struct str name, struct str password,
                        desk_fn *done, void *context) {
    (void)token;
    (void)name;
    (void)password;
    fake_answer_later(live, REASON_ABSENT, done, context);
}

void live_log_out(struct live *live, struct str cookie, desk_fn *done, void *context) {
    (void)cookie;
    fake_answer_later(live, REASON_ABSENT, done, context);
}

void live_download(struct live *live, struct str cookie, struct id process, struct id session,
                   struct id study, enum record_view view, struct str format, desk_fn *done, void *context) {
    (void)process;
    (void)session;
    (void)study;
    (void)view;
    (void)format;
    bool known = cookie.size == SECRET_DIGITS_OF_TEST;
    fake_answer_later(live, known ? REASON_ABSENT : REASON_DENIED, done, context);
}

void live_download_done(struct live *live, struct id download, struct str sha256, int64_t bytes,
                        desk_fn *done, void *context) {
    (void)download;
    (void)sha256;
    (void)bytes;
    fake_answer_later(live, REASON_ABSENT, done, context);
}

/* ---- pictures: there are none, and nobody may bring any ---- */

enum reason live_may_upload(struct live *live, struct str cookie, struct id process, struct id *account) {
    (void)live;
    (void)cookie;
    (void)process;
    (void)account;
    return REASON_DENIED;
}

void live_store_files(struct live *live, struct id process, const struct live_file files[LIVE_FILES],
                      live_stored_fn *done, void *context) {
    (void)live;
    (void)process;
    (void)files;
    done(context, REASON_NOT_STORED);
}

enum reason live_find_picture(const struct live *live, struct str ticket, struct id process,
                              struct id picture, bool small, uint8_t sha256[32]) {
    (void)live;
    (void)ticket;
    (void)process;
    (void)picture;
    (void)small;
    (void)sha256;
    return REASON_UNKNOWN_PICTURE;
}
