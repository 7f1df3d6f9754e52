#include "live/client.h"

#include <string.h>

#include "access/secret.h"
#include "base/memory.h"
#include "live/asker.h"
#include "live/inbox.h"
#include "live/member.h"
#include "live/presence.h"
#include "live/room.h"
#include "live/ticket.h"

enum { MILLISECOND = 1000 };

/* ---- sending ---- */

static enum peer_write write_now(struct client *client, struct frame *frame) {
    enum peer_write result = client->ops->write(client->peer, frame);
    struct live_state *state = &client->live->state;
    if (result == PEER_TAKEN) {
        state->frames_sent++;
        state->bytes_sent += (int64_t)frame->size;
    } else {
        client->blocked = true; /* what is lost is soon disconnected; until then nothing more goes there */
    }
    return result;
}

enum peer_write client_offer(struct client *client, struct frame *frame) {
    if (!client_may_send(client)) {
        return PEER_BUSY;
    }
    return write_now(client, frame);
}

bool client_may_send(const struct client *client) {
    return client->peer && !client->closing && !client->blocked && list_is_empty(&client->outgoing);
}

static void keep(struct client *client, struct frame *frame) {
    struct outgoing *outgoing = memory_allocate(sizeof *outgoing);
    outgoing->frame = frame;
    list_append(&client->outgoing, &outgoing->link);
}

static void free_outgoing(struct outgoing *outgoing) {
    list_remove(&outgoing->link);
    frame_release(outgoing->frame);
    memory_free(outgoing);
}

/* Reading stops when the client is owed as many answers as it may be, and goes on below half of that. */
static void regulate_reading(struct client *client) {
    int64_t most = client->live->options.limits.undecided;
    int64_t owed = (int64_t)client->undecided;
    bool deaf = client->deaf ? owed * 2 >= most && owed > 0 : owed >= most;
    if (deaf != client->deaf && client->peer) {
        client->deaf = deaf;
        client->ops->set_reading(client->peer, !deaf);
    }
}

void client_owe(struct client *client) {
    client->undecided++;
    regulate_reading(client);
}

static void settle(struct client *client) {
    if (client->undecided > 0) {
        client->undecided--;
    }
    regulate_reading(client);
}

void client_reply(struct client *client, struct frame *frame) {
    if (!client->peer || client->closing) {
        frame_release(frame);
    } else if (client_offer(client, frame) == PEER_TAKEN) {
        frame_release(frame);
        settle(client);
    } else {
        keep(client, frame);
    }
}

void client_close(struct client *client, int code, const char *reason) {
    if (client->peer && !client->closing) {
        client->closing = true;
        ticket_end(client); /* its end may let us wait, and is shown nothing meanwhile */
        client->ops->close(client->peer, code, reason);
    }
}

void live_writable(struct live *live, struct client *client) {
    client->blocked = false;
    struct list *link;
    while (!client->blocked && !client->closing && (link = list_first(&client->outgoing))) {
        struct outgoing *outgoing = LIST_ENTRY(link, struct outgoing, link);
        if (write_now(client, outgoing->frame) == PEER_TAKEN) {
            free_outgoing(outgoing);
            settle(client);
        }
    }
    if (client->crowd && !client->blocked) {
        client->room->changed = true; /* it may stand behind */
    }
    (void)live;
}

/* ---- what waits ---- */

void client_hold(struct client *client, struct str message, bool first) {
    struct held *held = memory_allocate(sizeof *held + message.size);
    held->size = message.size;
    if (message.size > 0) {
        memcpy(held->bytes, message.data, message.size);
    }
    list_append(first ? client->held.next : &client->held, &held->link);
    client->held_count++;
    if (client->room) {
        client->room->held++;
    }
}

static void free_held(struct client *client, struct held *held) {
    list_remove(&held->link);
    client->held_count--;
    if (client->room) {
        client->room->held--;
    }
    memory_free(held);
}

void client_drop_held(struct client *client) {
    struct list *first = list_first(&client->held);
    if (first) {
        free_held(client, LIST_ENTRY(first, struct held, link));
    }
}

void client_ready(struct client *client) {
    client->joining = false;
    list_remove(&client->ready_link);
    list_append(&client->live->ready, &client->ready_link);
}

static void resume(struct client *client) {
    struct list *link;
    while (!client->joining && client->peer && !client->closing && (link = list_first(&client->held))) {
        struct held *held = LIST_ENTRY(link, struct held, link);
        list_remove(&held->link);
        inbox_take(client, (struct str){held->bytes, held->size});
        free_held(client, held);
    }
}

void client_wait_for(struct client *client, struct room *room) {
    if (client->room != room) {
        client_leave(client);
        client->room = room;
        room->held += client->held_count;
    }
    list_remove(&client->room_link);
    list_append(&room->waiting, &client->room_link);
}

void clients_resume(struct live *live) {
    struct list ready;
    list_init(&ready);
    struct list *link;
    while ((link = list_first(&live->ready))) {
        list_remove(link);
        list_append(&ready, link);
    }
    while ((link = list_first(&ready))) {
        list_remove(link);
        resume(LIST_ENTRY(link, struct client, ready_link));
    }
}

/* ---- coming and going ---- */

static void ring(struct alarm *alarm) {
    struct client *client = LIST_ENTRY(alarm, struct client, alarm);
    if (client->joining) {
        client_ready(client);
    } else {
        client_close(client, CLOSE_NOT_JOINED, "not_joined");
    }
}

void client_await_join(struct client *client) {
    struct live *live = client->live;
    alarm_set(&live->alarms, &client->alarm,
              live_monotonic(live) + live->options.limits.join_timeout * MILLISECOND);
}

struct client *live_connect(struct live *live, const struct peer_ops *ops, void *peer,
                            const struct peer_info *info) {
    struct client *client = memory_allocate(sizeof *client);
    client->live = live;
    client->ops = ops;
    client->peer = peer;
    client->standing = STANDING_NEW;
    client->same_origin = info->same_origin;
    client->address = memory_copy_str(info->address);
    client->login = memory_copy_str(info->login);
    client->token = memory_copy_str(info->token);
    list_init(&client->held);
    list_init(&client->outgoing);
    list_init(&client->askers);
    alarm_init(&client->alarm, ring);
    list_append(&live->clients, &client->link);
    live->state.clients++;
    client_await_join(client);
    if (live->stopping) {
        client_close(client, CLOSE_RESTART, "restart");
    } else if (live->state.clients > live->options.limits.connections) {
        client_close(client, CLOSE_FULL, "full");
    }
    return client;
}

void client_leave(struct client *client) {
    struct room *room = client->room;
    if (!room) {
        return;
    }
    room->held -= client->held_count;
    if (client->crowd) {
        presence_changed(room);
        crowd_leave(client);
    }
    list_remove(&client->room_link);
    if (client->member) {
        list_remove(&client->member_link);
        client->member->client_count--;
        client->member = NULL;
    }
    ticket_end(client);
    client->room = NULL;
    room->idle_from = live_monotonic(room->live);
    room_schedule(room);
}

void client_forget_info(struct client *client) {
    memory_free_str(&client->address);
    memory_free_str(&client->login);
    memory_free_str(&client->token);
}

void client_keep_login(struct client *client) {
    char hash[SECRET_HASH + 1];
    secret_hash(client->login, hash);
    client_forget_info(client);
    client->login = memory_copy_str((struct str){hash, SECRET_HASH});
}

void live_disconnected(struct live *live, struct client *client) {
    askers_forget(client);
    client_leave(client);
    client->peer = NULL;
    alarm_clear(&client->alarm);
    list_remove(&client->ready_link);
    list_remove(&client->link);
    list_append(&live->gone, &client->link);
    live->state.clients--;
}

static void destroy(struct client *client) {
    struct list *link;
    while ((link = list_first(&client->held))) {
        free_held(client, LIST_ENTRY(link, struct held, link));
    }
    while ((link = list_first(&client->outgoing))) {
        free_outgoing(LIST_ENTRY(link, struct outgoing, link));
    }
    list_remove(&client->link);
    client_forget_info(client);
    memory_free(client);
}

void clients_sweep(struct live *live) {
    struct list *link;
    while ((link = list_first(&live->gone))) {
        destroy(LIST_ENTRY(link, struct client, link));
    }
}
