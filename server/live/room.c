#include "live/room.h"

#include <assert.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/random.h"
#include "live/blobs.h"
#include "live/client.h"
#include "live/comparison_cache.h"
#include "live/crowd.h"
#include "live/follow.h"
#include "live/loading.h"
#include "live/lookups.h"
#include "live/member.h"
#include "live/presence.h"
#include "live/timers.h"
#include "live/words_cache.h"

static void load(struct job *job) {
    struct room *room = LIST_ENTRY(job, struct room, job);
    room->loaded = load_process(room->live->options.journal, room->id, &room->process);
    if (room->loaded == STATUS_OK) {
        room->loaded = blobs_load(&room->blobs, room->live->options.journal, room->id);
    }
}

static void wake_waiting(struct room *room) {
    struct list *link;
    while ((link = list_first(&room->waiting))) {
        struct client *client = LIST_ENTRY(link, struct client, room_link);
        list_remove(link);
        client_ready(client);
    }
}

static void close_crowds(struct room *room, int code, const char *reason) {
    for (struct list *crowd = room->crowds.next; crowd != &room->crowds; crowd = crowd->next) {
        struct list *clients = &LIST_ENTRY(crowd, struct crowd, link)->clients;
        for (struct list *link = clients->next; link != clients; link = link->next) {
            client_close(LIST_ENTRY(link, struct client, room_link), code, reason);
        }
    }
}

/* Who came for this process alone goes; who is in the house asks again, and is answered. */
static void close_waiting(struct room *room) {
    for (struct list *link = room->waiting.next, *next; link != &room->waiting; link = next) {
        struct client *client = LIST_ENTRY(link, struct client, room_link);
        next = link->next;
        if (client->standing == STANDING_HOUSE) {
            client_leave(client);
            client_ready(client);
        } else {
            client_close(client, CLOSE_REMOVED, "removed");
        }
    }
}

void room_remove(struct room *room) {
    room->removed = true;
    room->state = room->state == ROOM_LOADING ? ROOM_LOADING : ROOM_REFUSED;
    close_crowds(room, CLOSE_REMOVED, "removed");
    close_waiting(room);
    room_schedule(room);
}

/* Perhaps it was read in part before it was erased. */
static void end_loading(struct room *room) {
    process_destroy(room->process);
    room->process = NULL;
    room->state = ROOM_REFUSED;
    room_remove(room);
}

static void finish_loading(struct job *job) {
    struct room *room = LIST_ENTRY(job, struct room, job);
    if (room->removed || room->loaded == STATUS_ERASED) {
        end_loading(room);
        return;
    }
    if (room->loaded == STATUS_NOT_FOUND) {
        room->process = process_create(room->live->seed);
        room->loaded = STATUS_OK;
    }
    if (room->loaded == STATUS_OK) {
        room->state = ROOM_LIVE;
        room->redaction_due = true;
        room->forms_due = true;
        blobs_hurry(room);
        room->follower = journal_follow(room->live->options.journal, room->id, process_head(room->process),
                                        room_follow, room);
        lookups_begin(room);
    } else {
        room_refuse(room, room->loaded);
    }
    wake_waiting(room);
    room_schedule(room);
}

static struct room *begin_loading(struct live *live, struct id process) {
    struct room *room = memory_allocate(sizeof *room);
    room->live = live;
    room->id = process;
    room->state = ROOM_LOADING;
    list_init(&room->waiting);
    list_init(&room->crowds);
    list_init(&room->counted);
    list_init(&room->compared);
    list_init(&room->member_list);
    map_init(&room->members, live->seed);
    map_init(&room->pending, live->seed);
    blobs_init(&room->blobs, live->seed);
    alarm_init(&room->alarm, room_ring);
    alarm_init(&room->presence, presence_ring);
    room->idle_from = live_monotonic(live);
    list_append(&live->room_list, &room->link);
    (void)map_put(&live->rooms, process.bytes, sizeof process.bytes, room);
    room->job = (struct job){.run = load, .done = finish_loading};
    workers_start(live->options.workers, &room->job);
    return room;
}

int64_t room_time(const struct room *room) {
    enum { MILLISECOND = 1000 };
    int64_t wall = live_wall(room->live);
    int64_t own = room->time + (live_monotonic(room->live) - room->time_from) / MILLISECOND;
    return room->time > 0 && own > wall ? own : wall;
}

void room_know_time(struct room *room, int64_t at) {
    if (at > room_time(room)) {
        room->time = at;
        room->time_from = live_monotonic(room->live);
    }
}

struct room *room_find(const struct live *live, struct id process) {
    return map_find(&live->rooms, process.bytes, sizeof process.bytes);
}

struct room *room_open(struct live *live, struct id process) {
    struct room *room = room_find(live, process);
    return room ? room : begin_loading(live, process);
}

void room_refuse(struct room *room, enum status why) {
    char text[ID_TEXT_LENGTH + 1];
    id_format(room->id, text);
    diag(DIAG_ERROR, "process %s is refused: %s", text, status_text(why));
    room->state = ROOM_REFUSED;
    close_crowds(room, CLOSE_INTERNAL, "refused_process");
}

static void free_members(struct room *room) {
    struct list *link;
    while ((link = list_first(&room->member_list))) {
        list_remove(link);
        memory_free(LIST_ENTRY(link, struct member, link));
    }
    map_finish(&room->members);
}

void room_destroy(struct room *room) {
    assert(room->pending_count == 0 && room->client_count == 0 && list_is_empty(&room->waiting));
    if (room->live->options.journal) { /* a closed one has let its followers go */
        journal_unfollow(room->follower);
    }
    crowds_destroy(room);
    words_cache_clear(room);
    comparison_cache_clear(room);
    free_members(room);
    map_finish(&room->pending);
    blobs_finish(&room->blobs);
    alarm_clear(&room->alarm);
    alarm_clear(&room->presence);
    list_remove(&room->link);
    (void)map_remove(&room->live->rooms, room->id.bytes, sizeof room->id.bytes);
    process_destroy(room->process);
    memory_free(room);
}

void rooms_destroy(struct live *live) {
    struct list *link;
    while ((link = list_first(&live->room_list))) {
        room_destroy(LIST_ENTRY(link, struct room, link));
    }
    map_finish(&live->rooms);
}
