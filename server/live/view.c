#include "live/view.h"

#include <string.h>

#include "access/secret.h"
#include "base/random.h"
#include "core/model.h"
#include "live/client.h"
#include "live/comparison_cache.h"
#include "live/crowd.h"
#include "live/member.h"
#include "live/room.h"
#include "live/words_cache.h"

struct id view_epoch(const struct room *room, struct audience audience) {
    uint8_t name[1 + (1 + AUDIENCE_GROUPS) * sizeof(struct id)];
    size_t groups = audience.group_count * sizeof(struct id);
    name[0] = (uint8_t)audience.kind;
    memcpy(name + 1, audience.session.bytes, sizeof(struct id));
    memcpy(name + 1 + sizeof(struct id), audience.groups, groups);
    return id_of_name(journal_epoch(room->live->options.journal), name, 1 + sizeof(struct id) + groups);
}

struct audience view_audience(const struct client *client) {
    const struct process *process = client->room->process;
    if (client->standing & (STANDING_DISPLAY | STANDING_RESEARCHER)) {
        return process_audience_of_display(process, client->session, client->group);
    }
    if (client->standing == STANDING_PARTICIPANT) {
        return process_audience_of(process, client->member->id, client->session);
    }
    return (struct audience){.kind = AUDIENCE_HOST};
}

static enum words_reader reader_of(enum audience_kind audience) {
    return audience == AUDIENCE_HOST ? WORDS_READER_HOST : WORDS_READER_ROOM;
}

void view_complete(struct room *room, enum audience_kind audience, struct entity *entity,
                   struct arena *arena) {
    if (entity->kind == ENTITY_PROCESS) {
        entity->id = room->id;
    } else if (entity->kind == ENTITY_WORDS) {
        words_complete(room, reader_of(audience), entity, arena);
    } else if (entity->kind == ENTITY_COMPARISON) {
        comparison_complete(room, entity, arena);
    }
}

void view_encode(struct room *room, enum audience_kind audience, struct entity *entity, struct arena *arena,
                 struct buffer *json) {
    if (entity->kind == ENTITY_WORDS) {
        words_encode(room, reader_of(audience), entity, arena, json);
    } else if (entity->kind == ENTITY_COMPARISON) {
        comparison_encode(room, entity, arena, json);
    } else {
        view_complete(room, audience, entity, arena);
        entity_encode(entity, json);
    }
}

static void add_changes(const struct crowd *crowd, struct digest *digest, struct change_walk *walk,
                        struct arena *arena) {
    struct entity entity;
    struct gone gone;
    struct change_cursor position;
    enum change change;
    while ((change = process_next_change(walk, arena, &entity, &gone, &position)) != CHANGE_END) {
        if (change == CHANGE_ENTITY) {
            view_complete(crowd->room, crowd->audience.kind, &entity, arena);
            digest_add(digest, &entity);
        }
    }
}

const char *view_digest(struct crowd *crowd) {
    struct room *room = crowd->room;
    if (crowd->digest_seq == process_head(room->process)) {
        return crowd->digest;
    }
    struct arena arena;
    arena_init(&arena);
    struct digest digest;
    digest_init(&digest);
    struct change_cursor start = {0, INT64_MAX};
    add_changes(crowd, &digest, process_changes(room->process, crowd->audience, start, &arena), &arena);
    digest_finish(&digest, crowd->digest);
    crowd->digest_seq = process_head(room->process);
    arena_finish(&arena);
    return crowd->digest;
}

/* ---- what is one's own ---- */

size_t view_actors(const struct client *client, struct arena *arena, struct actor **actors) {
    const struct room *room = client->room;
    if (client->standing == STANDING_RESEARCHER) {
        *actors = arena_allocate(arena, sizeof **actors);
        **actors = (struct actor){.kind = ACTOR_ACCOUNT, .id = client->account};
        return 1;
    }
    struct id *scopes;
    size_t count = process_scopes(room->process, arena, &scopes);
    struct actor *all = arena_allocate_array(arena, count + 1, sizeof *all);
    all[0] = (struct actor){.kind = ACTOR_PARTICIPANT, .id = client->member->id};
    struct str secret = {client->author_secret, sizeof client->author_secret};
    for (size_t i = 0; i < count; i++) {
        all[i + 1] = (struct actor){.kind = ACTOR_AUTHOR, .id = author_of(secret, room->id, scopes[i])};
    }
    *actors = all;
    return count + 1;
}

struct own {
    struct room *room;
    int64_t after;
    struct buffer *json;
    struct arena *arena;
    size_t count;
};

static void add_own(void *context, const struct entity *entity) {
    struct own *own = context;
    if (entity->seq <= own->after) {
        return;
    }
    if (own->count++ > 0) {
        buffer_append_byte(own->json, ',');
    }
    entity_encode(entity, own->json);
}

size_t view_own(const struct client *client, int64_t after, struct buffer *json) {
    struct own own = {.room = client->room, .after = after, .json = json};
    buffer_append_byte(json, '[');
    if (client->standing & (STANDING_PARTICIPANT | STANDING_RESEARCHER)) {
        struct arena arena;
        arena_init(&arena);
        struct actor *actors;
        size_t count = view_actors(client, &arena, &actors);
        process_own(client->room->process, actors, count, &arena, add_own, &own);
        arena_finish(&arena);
    }
    buffer_append_byte(json, ']');
    return own.count;
}

void view_own_encode(struct str entities, struct buffer *text) {
    buffer_append_str(text, STR("{\"jsonrpc\":\"2.0\",\"method\":\"own\",\"params\":{\"entities\":"));
    buffer_append_str(text, entities);
    buffer_append_str(text, STR("}}"));
}

void view_own_told(struct client *client, int64_t seq) {
    bool behind = client->own_changed || (client->room && client->room->own_changed);
    if (!behind && seq > client->own_known) {
        client->own_known = seq;
    }
}

void view_own_changed(struct member *member, const struct client *by) {
    for (struct list *link = member->clients.next; link != &member->clients; link = link->next) {
        struct client *client = LIST_ENTRY(link, struct client, member_link);
        if (client != by) {
            client->own_changed = true;
        }
    }
}

static void renew_audience(struct room *room, const struct member *member) {
    for (struct list *link = member->clients.next; link != &member->clients; link = link->next) {
        struct client *client = LIST_ENTRY(link, struct client, member_link);
        struct audience audience = view_audience(client);
        if (client->crowd && !audience_equal(&client->crowd->audience, &audience)) {
            crowd_leave(client);
            client->position = position_of(room, 0);
            crowd_enter(client, audience);
        }
    }
}

void view_audience_changed(struct room *room, struct id participant) {
    const struct member *member = map_find(&room->members, participant.bytes, sizeof participant.bytes);
    if (member) {
        renew_audience(room, member);
    }
}

void view_audiences_changed(struct room *room) {
    for (struct list *link = room->member_list.next; link != &room->member_list; link = link->next) {
        renew_audience(room, LIST_ENTRY(link, struct member, link));
    }
}
