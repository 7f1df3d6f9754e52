#include "live/presence.h"

#include "core/model.h"
#include "live/client.h"
#include "live/flush.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/room.h"
#include "protocol/json_write.h"
#include "protocol/sync.h"

enum { INTERVAL = 1000000, WRITING = 10000000 /* microseconds */, MOST_ROUNDS = 20 };

static void tell(struct room *room) {
    room->presence_changed = false;
    room->now_version++;
    room->changed = true;
    alarm_set(&room->live->alarms, &room->presence, live_monotonic(room->live) + INTERVAL);
}

void presence_changed(struct room *room) {
    if (room->presence_running) {
        room->presence_changed = true;
    } else {
        room->presence_running = true;
        tell(room);
    }
}

static struct client *next_client(struct room *room, struct crowd **crowd, struct list **link) {
    for (;;) {
        if (*crowd && *link != &(*crowd)->clients) {
            struct client *client = LIST_ENTRY(*link, struct client, room_link);
            *link = (*link)->next;
            return client;
        }
        struct list *next = *crowd ? (*crowd)->link.next : room->crowds.next;
        if (next == &room->crowds) {
            return NULL;
        }
        *crowd = LIST_ENTRY(next, struct crowd, link);
        *link = (*crowd)->clients.next;
    }
}

/* Ends what was not said again; true: somebody writes still. */
static bool expire_writing(struct room *room) {
    int64_t now = live_monotonic(room->live);
    bool any = false;
    struct crowd *crowd = NULL;
    struct list *link = NULL;
    for (struct client *client; (client = next_client(room, &crowd, &link));) {
        if (!id_is_none(client->writing) && client->writing_until <= now) {
            client->writing = (struct id){0};
            room->presence_changed = true;
        }
        any |= !id_is_none(client->writing);
    }
    return any;
}

void presence_ring(struct alarm *alarm) {
    struct room *room = LIST_ENTRY(alarm, struct room, presence);
    bool writing = expire_writing(room);
    if (room->presence_changed) {
        tell(room);
    } else if (writing) {
        alarm_set(&room->live->alarms, alarm, live_monotonic(room->live) + INTERVAL);
    } else {
        room->presence_running = false;
    }
}

void presence_writes(struct client *client, struct id round) {
    bool same = id_equal(client->writing, round);
    client->writing = round;
    client->writing_until = live_monotonic(client->live) + WRITING;
    if (!same) {
        presence_changed(client->room);
    }
}

/* A person with several connections is one. */
static bool is_first(const struct client *client) {
    for (struct list *link = client->member->clients.next; link != &client->member->clients;
         link = link->next) {
        struct client *other = LIST_ENTRY(link, struct client, member_link);
        if (id_equal(other->session, client->session)) {
            return other == client;
        }
    }
    return false;
}

static void count_writing(struct now_writing *writing, size_t *count, struct id round) {
    size_t i = 0;
    while (i < *count && !id_equal(writing[i].round, round)) {
        i++;
    }
    if (i == *count && i < MOST_ROUNDS) {
        writing[(*count)++] = (struct now_writing){.round = round};
    }
    if (i < *count) {
        writing[i].count++;
    }
}

/* Hosts are told the way into the session that is live, else into the one that was made last. */
static const struct joining *find_way_in(const struct room *room, struct audience audience) {
    if (audience.kind != AUDIENCE_HOST) {
        return registry_joining(room->live, audience.session);
    }
    const struct joining *found = NULL;
    size_t count;
    const struct session *const *sessions = process_sessions(room->process, &count);
    for (size_t i = 0; i < count; i++) {
        const struct joining *joining = registry_joining(room->live, sessions[i]->id);
        if (joining && sessions[i]->state == SESSION_STATE_LIVE) {
            return joining;
        }
        found = joining ? joining : found;
    }
    return found;
}

void presence_encode(struct room *room, struct audience audience, struct buffer *json) {
    struct now_writing writing[MOST_ROUNDS];
    struct now now = {.writing = writing};
    struct crowd *crowd = NULL;
    struct list *link = NULL;
    for (struct client *client; (client = next_client(room, &crowd, &link));) {
        bool counts = client->standing == STANDING_PARTICIPANT &&
                      (audience.kind == AUDIENCE_HOST || id_equal(client->session, audience.session));
        now.present += counts && is_first(client);
        if (counts && !id_is_none(client->writing)) {
            count_writing(writing, &now.writing_count, client->writing);
        }
    }
    const struct joining *way_in = find_way_in(room, audience);
    if (way_in && way_in->open) {
        now.code = way_in->code;
        now.secret = way_in->secret;
    }
    now_encode(&now, audience.kind, json);
    if (room->live->read_only) {
        json->size--; /* the closing brace */
        json_write_name(json, STR("read_only"));
        buffer_append_str(json, STR("true}"));
    }
}
