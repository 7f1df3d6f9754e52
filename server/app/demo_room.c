#include "app/demo_room.h"

#include <string.h>

#include "app/demo_peer.h"

void demo_room_init(struct demo_room *room) {
    *room = (struct demo_room){.rounds = json_object()};
}

void demo_room_finish(struct demo_room *room) {
    json_decref(room->rounds);
    json_decref(room->words);
}

static void see_entity(struct demo_room *room, json_t *entity) {
    const char *kind = demo_json_text(entity, "kind");
    if (strcmp(kind, "round") == 0) {
        json_object_set(room->rounds, demo_json_text(entity, "id"), entity);
    } else if (strcmp(kind, "words") == 0) {
        json_decref(room->words);
        room->words = json_incref(entity);
        room->words_changes++;
    }
}

void demo_room_see(struct demo_room *room, const json_t *message) {
    const json_t *params = json_object_get(message, "params");
    json_t *one;
    size_t i;
    if (strcmp(demo_json_text(message, "method"), "sync") != 0) {
        return;
    }
    if (json_is_true(json_object_get(params, "full"))) {
        json_object_clear(room->rounds);
    }
    json_array_foreach(json_object_get(params, "entities"), i, one) {
        see_entity(room, one);
    }
    json_array_foreach(json_object_get(params, "gone"), i, one) {
        json_object_del(room->rounds, demo_json_text(one, "id"));
    }
}

const json_t *demo_room_round(const struct demo_room *room, const char *id) {
    return json_object_get(room->rounds, id);
}

bool demo_room_round_is(const struct demo_room *room, const char *id, const char *state) {
    return strcmp(demo_json_text(demo_room_round(room, id), "state"), state) == 0;
}
