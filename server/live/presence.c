#include "live/presence.h"

#include "core/model.h"
#include "live/client.h"
#include "live/crowd.h"
#include "live/member.h"
#include "live/registry.h"
#include "live/room.h"
#include "protocol/json_write.h"
#include "protocol/sync.h"

enum {
    INTERVAL = 1000000,
    WRITING = 10000000 /* microseconds */,
    MOST_ROUNDS = 20,
    MOST_SESSIONS = 100,
    MOST_HOSTS = 20
};

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

/* ---- sessions ---- */

static struct now_way_in find_way_in(const struct room *room, struct id session) {
    const struct joining *joining = registry_joining(room->live, session);
    bool leads_in = joining && joining->open && process_session(room->process, session);
    return leads_in ? (struct now_way_in){joining->code, joining->secret} : (struct now_way_in){0};
}

static int64_t count_present(const struct room *room, struct id session) {
    int64_t present = 0;
    for (const struct list *link = room->crowds.next; link != &room->crowds; link = link->next) {
        const struct crowd *crowd = LIST_ENTRY(link, struct crowd, link);
        if (crowd->audience.kind == AUDIENCE_PARTICIPANT && id_equal(crowd->audience.session, session)) {
            for (const struct list *at = crowd->clients.next; at != &crowd->clients; at = at->next) {
                present += is_first(LIST_ENTRY(at, struct client, room_link));
            }
        }
    }
    return present;
}

static int64_t told_present(const struct room *room, struct id id) {
    const struct round *round = process_round(room->process, id);
    int64_t present = round ? count_present(room, round->session) : 0;
    return present < PROCESS_SAY_MOST_BELOW ? 0 : present;
}

void presence_note(const struct room *room, enum event_kind kind, union event_body *body) {
    if (kind == EVENT_ROUND_OPEN && !body->round_open.undone) {
        body->round_open.present = told_present(room, body->round_open.id);
    } else if (kind == EVENT_ROUND_CLOSE) {
        body->round_close.present = told_present(room, body->round_close.id);
    } else if (kind == EVENT_ROUND_END) {
        body->round_end.present = told_present(room, body->round_end.id);
    }
}

/* Those with somebody present or an open way in: first those that are live, then the others; the latest
 * first. */
static size_t list_sessions(const struct room *room, struct now_session rows[MOST_SESSIONS]) {
    size_t count = 0, session_count;
    const struct session *const *sessions = process_sessions(room->process, &session_count);
    for (int others = 0; others < 2; others++) {
        for (size_t i = session_count; i-- > 0 && count < MOST_SESSIONS;) {
            const struct session *session = sessions[i];
            if ((session->state != SESSION_STATE_LIVE) == (others == 1)) {
                rows[count] = (struct now_session){session->id, count_present(room, session->id),
                                                   find_way_in(room, session->id)};
                count += rows[count].present > 0 || !str_is_absent(rows[count].way_in.code);
            }
        }
    }
    return count;
}

/* ---- hosts ---- */

/* A laptop and a phone of one account are one host. */
static size_t add_host(const struct room *room, struct now_host *hosts, size_t count, struct id id) {
    for (size_t i = 0; i < count; i++) {
        if (id_equal(hosts[i].account, id)) {
            return count;
        }
    }
    const struct account *account = house_account(registry_house(room->live), id);
    if (account && count < MOST_HOSTS) {
        hosts[count++] = (struct now_host){id, account->name};
    }
    return count;
}

void presence_encode(struct room *room, struct audience audience, struct buffer *json) {
    struct now_writing writing[MOST_ROUNDS];
    struct now_session sessions[MOST_SESSIONS];
    struct now_host hosts[MOST_HOSTS];
    struct now now = {.writing = writing, .sessions = sessions, .hosts = hosts};
    struct crowd *crowd = NULL;
    struct list *link = NULL;
    for (struct client *client; (client = next_client(room, &crowd, &link));) {
        bool counts = client->standing == STANDING_PARTICIPANT &&
                      (audience.kind == AUDIENCE_HOST || id_equal(client->session, audience.session));
        now.present += counts && is_first(client);
        if (counts && !id_is_none(client->writing)) {
            count_writing(writing, &now.writing_count, client->writing);
        }
        if (client->standing == STANDING_HOST) {
            now.host_count = add_host(room, hosts, now.host_count, client->account);
        }
    }
    if (audience.kind == AUDIENCE_HOST) {
        now.session_count = list_sessions(room, sessions);
    } else {
        now.way_in = find_way_in(room, audience.session);
    }
    if (audience.kind == AUDIENCE_DISPLAY && audience.group_count > 0) {
        now.present = 0; /* a group's own screen says nothing of others */
    }
    now_encode(&now, audience.kind, json);
    if (room->live->read_only) {
        json->size--; /* the closing brace */
        json_write_name(json, STR("read_only"));
        buffer_append_str(json, STR("true}"));
    }
}
