#include "live/patrol.h"

#include "base/memory.h"
#include "live/registry.h"
#include "live/room.h"

enum { MILLISECOND = 1000 };

struct patrol {
    struct live *live;
    struct arena arena;
    const struct house_process *processes;
    size_t count, next;
    struct id loading; /* of those; none */
};

static bool is_loading(const struct patrol *patrol) {
    const struct room *room = room_find(patrol->live, patrol->loading);
    return room && room->state == ROOM_LOADING;
}

void patrol_turn(struct patrol *patrol) {
    struct live *live = patrol->live;
    while (patrol->next < patrol->count && !live->stopping && !is_loading(patrol)) {
        patrol->loading = patrol->processes[patrol->next++].process;
        if (!room_find(live, patrol->loading)) {
            struct room *room = room_open(live, patrol->loading);
            room->idle_from -= live->options.limits.idle * MILLISECOND; /* unless somebody comes */
        }
    }
}

struct patrol *patrol_create(struct live *live) {
    struct patrol *patrol = memory_allocate(sizeof *patrol);
    patrol->live = live;
    arena_init(&patrol->arena);
    patrol->count = house_processes(registry_house(live), NULL, &patrol->arena, &patrol->processes);
    return patrol;
}

void patrol_destroy(struct patrol *patrol) {
    if (patrol) {
        arena_finish(&patrol->arena);
        memory_free(patrol);
    }
}
