/* Frames are kept for one state of the process by where they begin, so that all who stand at the same place
 * share one, and whoever was away or slow is sent frames made from its own place. */
#include "live/crowd.h"

#include "base/memory.h"
#include "live/client.h"
#include "live/presence.h"
#include "live/room.h"
#include "live/view.h"
#include "protocol/sync.h"

static bool is_at(const struct position *a, const struct position *b) {
    return a->cursor.seq == b->cursor.seq && a->cursor.ordinal == b->cursor.ordinal && a->base == b->base &&
           a->full == b->full;
}

struct position position_of(const struct room *room, int64_t seq) {
    if (seq > 0 && process_can_resume(room->process, seq)) {
        return (struct position){.cursor = {seq, INT64_MAX}};
    }
    return (struct position){.cursor = {0, INT64_MAX}, .base = process_head(room->process), .full = true};
}

/* ---- crowds ---- */

static struct crowd *find_crowd(struct room *room, struct audience audience) {
    for (struct list *link = room->crowds.next; link != &room->crowds; link = link->next) {
        struct crowd *crowd = LIST_ENTRY(link, struct crowd, link);
        if (audience_equal(&crowd->audience, &audience)) {
            return crowd;
        }
    }
    struct crowd *crowd = memory_allocate(sizeof *crowd);
    crowd->room = room;
    crowd->audience = audience;
    list_init(&crowd->clients);
    list_init(&crowd->frames);
    list_append(&room->crowds, &crowd->link);
    return crowd;
}

void crowd_enter(struct client *client, struct audience audience) {
    struct room *room = client->room;
    client->crowd = find_crowd(room, audience);
    client->now_known = 0;
    list_remove(&client->room_link);
    list_append(&client->crowd->clients, &client->room_link);
    room->client_count++;
    room->changed = true;
}

void crowd_leave(struct client *client) {
    list_remove(&client->room_link);
    client->room->client_count--;
    client->crowd = NULL;
}

void crowd_drop_frames(struct crowd *crowd) {
    struct list *link;
    crowd->frame_count = 0;
    while ((link = list_first(&crowd->frames))) {
        struct made *made = LIST_ENTRY(link, struct made, link);
        list_remove(link);
        frame_release(made->frame);
        memory_free(made);
    }
}

void crowd_destroy(struct crowd *crowd) {
    crowd_drop_frames(crowd);
    memory_free_str(&crowd->now);
    list_remove(&crowd->link);
    memory_free(crowd);
}

void crowds_destroy(struct room *room) {
    struct list *link;
    while ((link = list_first(&room->crowds))) {
        crowd_destroy(LIST_ENTRY(link, struct crowd, link));
    }
}

/* ---- frames ---- */

struct making {
    struct crowd *crowd;
    struct arena arena;
    struct buffer json; /* of one entity */
    struct sync_writer writer;
};

/* Adds a change. False: it does not fit any more. */
static bool add_change(struct making *making, enum change change, struct entity *entity,
                       const struct gone *gone, bool saw) {
    if (change == CHANGE_GONE) {
        return !saw || sync_add_gone(&making->writer, gone->kind, gone->id);
    }
    buffer_clear(&making->json);
    view_encode(making->crowd->room, making->crowd->audience.kind, entity, &making->arena, &making->json);
    return sync_add_entity(&making->writer, buffer_str(&making->json));
}

/* Walks from a place until the frame is full or the head is reached; true: there is more. */
static bool add_changes(struct making *making, const struct position *from, struct position *to) {
    const struct process *process = making->crowd->room->process;
    struct change_walk *walk =
        process_changes(process, making->crowd->audience, from->cursor, &making->arena);
    struct entity entity;
    struct gone gone;
    struct change_cursor at;
    enum change change;
    *to = (struct position){.cursor = from->cursor, .base = from->base};
    while ((change = process_next_change(walk, &making->arena, &entity, &gone, &at)) != CHANGE_END) {
        if (!add_change(making, change, &entity, &gone, at.seq > from->base)) {
            return true;
        }
        to->cursor = at;
    }
    *to = (struct position){.cursor = {process_head(process), INT64_MAX}};
    return false;
}

/* All that is known for certain by one who has come to this place. */
static int64_t known_at(const struct position *position) {
    int64_t seq = position->cursor.seq;
    return position->cursor.ordinal == INT64_MAX || seq == 0 ? seq : seq - 1;
}

static struct made *make_frame(struct crowd *crowd, const struct position *from, bool with_now) {
    struct room *room = crowd->room;
    struct made *made = memory_allocate(sizeof *made);
    struct making making = {.crowd = crowd};
    struct buffer text;
    arena_init(&making.arena);
    buffer_init(&making.json);
    buffer_init(&text);
    sync_begin(&making.writer, &text, (size_t)room->live->options.limits.out_frame,
               view_epoch(room, crowd->audience), from->full, with_now ? crowd->now : (struct str){0});
    made->from = *from;
    made->with_now = with_now;
    bool more = add_changes(&making, from, &made->to);
    bool empty = making.writer.pieces == 0 && !from->full && !with_now;
    sync_finish(&making.writer, known_at(&made->to), more);
    if (!empty) {
        made->frame = frame_create(buffer_str(&text));
        room->live->state.frames_made++;
    }
    buffer_finish(&text);
    buffer_finish(&making.json);
    arena_finish(&making.arena);
    list_append(&crowd->frames, &made->link);
    crowd->frame_count++;
    return made;
}

const struct made *crowd_frame(struct crowd *crowd, const struct position *from, bool with_now) {
    for (struct list *link = crowd->frames.next; link != &crowd->frames; link = link->next) {
        struct made *made = LIST_ENTRY(link, struct made, link);
        if (made->with_now == with_now && is_at(&made->from, from)) {
            return made;
        }
    }
    return make_frame(crowd, from, with_now);
}

/* ---- who is present ---- */

/* An audience is told who is present where that differs from what it was told: most may know little of it. */
void crowd_renew_now(struct crowd *crowd) {
    if (crowd->now_seen == crowd->room->now_version) {
        return;
    }
    struct buffer json;
    buffer_init(&json);
    presence_encode(crowd->room, crowd->audience, &json);
    crowd->now_seen = crowd->room->now_version;
    if (str_is_absent(crowd->now) || !str_equal(crowd->now, buffer_str(&json))) {
        memory_free_str(&crowd->now);
        crowd->now = buffer_take(&json);
        crowd->now_version++;
        crowd_drop_frames(crowd); /* some of them tell the older */
    }
    buffer_finish(&json);
}
