/* A flush brings every client of a room that can take a frame from where it stands to the head. It takes the
 * loop for as long as it takes; then the loop has at least as long for everything else: the next flush starts
 * no sooner than twice the last one's cost after its start. Rooms take turns. */
#include "live/flush.h"

#include "live/client.h"
#include "live/crowd.h"
#include "live/room.h"
#include "live/view.h"

enum { MOST_FRAMES = 256 /* kept from one flush to the next */ };

static bool is_at_head(const struct room *room, const struct position *position) {
    return position->cursor.seq == process_head(room->process) && position->cursor.ordinal == INT64_MAX &&
           !position->full;
}

/* ---- one client ---- */

/* A private push, before what all see; it moves no place. False: it could not be sent now. */
static bool push_own(struct client *client) {
    if (!client->own_changed) {
        return true;
    }
    struct buffer own, text;
    buffer_init(&own);
    buffer_init(&text);
    bool sent = true;
    if (view_own(client, client->own_known, &own) > 0) {
        view_own_encode(buffer_str(&own), &text);
        struct frame *frame = frame_create(buffer_str(&text));
        sent = client_offer(client, frame) == PEER_TAKEN;
        frame_release(frame);
    }
    if (sent) {
        client->own_changed = false;
        client->own_known = process_head(client->room->process);
    }
    buffer_finish(&own);
    buffer_finish(&text);
    return sent;
}

/* False: it stays behind, for now. */
static bool bring_to_head(struct client *client) {
    struct room *room = client->room;
    if (!client_may_send(client) || !push_own(client)) {
        return false;
    }
    struct crowd *crowd = client->crowd;
    while (!is_at_head(room, &client->position) || client->now_known != crowd->now_version) {
        bool with_now = client->now_known != crowd->now_version;
        const struct made *made = crowd_frame(crowd, &client->position, with_now);
        if (made->frame && client_offer(client, made->frame) != PEER_TAKEN) {
            return false;
        }
        client->position = made->to;
        client->now_known = crowd->now_version;
    }
    return true;
}

/* ---- rooms ---- */

/* Those who are slow come by the same places one after the other, so frames stay while nothing changes. */
static void flush_crowd(struct crowd *crowd) {
    struct room *room = crowd->room;
    bool behind = false;
    crowd_renew_now(crowd);
    if (crowd->frames_head != process_head(room->process) || crowd->frame_count > MOST_FRAMES) {
        crowd_drop_frames(crowd);
        crowd->frames_head = process_head(room->process);
    }
    for (struct list *link = crowd->clients.next; link != &crowd->clients; link = link->next) {
        struct client *client = LIST_ENTRY(link, struct client, room_link);
        client->own_changed |= room->own_changed && client->standing == STANDING_PARTICIPANT;
        behind |= !bring_to_head(client);
    }
    if (!behind) {
        crowd_drop_frames(crowd);
    }
}

static void flush_room(struct room *room) {
    room->changed = false;
    for (struct list *link = room->crowds.next, *next; link != &room->crowds; link = next) {
        struct crowd *crowd = LIST_ENTRY(link, struct crowd, link);
        next = link->next;
        if (list_is_empty(&crowd->clients)) {
            crowd_destroy(crowd);
        } else {
            flush_crowd(crowd);
        }
    }
    room->own_changed = false;
}

static struct room *find_changed(const struct live *live) {
    for (struct list *link = live->room_list.next; link != &live->room_list; link = link->next) {
        struct room *room = LIST_ENTRY(link, struct room, link);
        if (room->changed && room->state == ROOM_LIVE) {
            return room;
        }
    }
    return NULL;
}

static void note_cost(struct live *live, int64_t start, int64_t end) {
    int64_t cost = end - start;
    live->flush_from = start + 2 * cost;
    live->state.last_flush_microseconds = cost;
    if (cost > live->state.longest_flush_microseconds) {
        live->state.longest_flush_microseconds = cost;
    }
}

void flush_due(struct live *live, int64_t now) {
    struct room *room;
    while (now >= live->flush_from && (room = find_changed(live))) {
        flush_room(room);
        list_remove(&room->link);
        list_append(&live->room_list, &room->link);
        int64_t end = live_monotonic(live);
        note_cost(live, now, end);
        now = end;
    }
}

int64_t flush_next(const struct live *live) {
    return find_changed(live) ? live->flush_from : INT64_MAX;
}
