#include "live/words_cache.h"

#include "base/memory.h"
#include "live/room.h"
#include "protocol/entity.h"
#include "protocol/words_view.h"

struct counted {
    struct list link; /* room->counted */
    struct id list;
    int64_t seq;
    struct str json;
};

void words_complete(const struct room *room, struct entity *entity, struct arena *arena) {
    struct words_view view;
    if (words_view_make(room->process, entity->id, arena, &view)) {
        words_view_fill(&view, arena, &entity->body.words);
    }
}

static struct counted *find(const struct room *room, struct id list) {
    for (struct list *link = room->counted.next; link != &room->counted; link = link->next) {
        struct counted *counted = LIST_ENTRY(link, struct counted, link);
        if (id_equal(counted->list, list)) {
            return counted;
        }
    }
    return NULL;
}

static struct counted *find_or_make(struct room *room, struct id list) {
    struct counted *counted = find(room, list);
    if (!counted) {
        counted = memory_allocate(sizeof *counted);
        counted->list = list;
        list_append(&room->counted, &counted->link);
    }
    return counted;
}

void words_encode(struct room *room, struct entity *entity, struct arena *arena, struct buffer *json) {
    struct counted *counted = find_or_make(room, entity->id);
    if (counted->seq != entity->seq || str_is_absent(counted->json)) {
        struct buffer text;
        buffer_init(&text);
        words_complete(room, entity, arena);
        entity_encode(entity, &text);
        memory_free_str(&counted->json);
        counted->json = buffer_take(&text);
        counted->seq = entity->seq;
    }
    buffer_append_str(json, counted->json);
}

void words_cache_clear(struct room *room) {
    struct list *link;
    while ((link = list_first(&room->counted))) {
        struct counted *counted = LIST_ENTRY(link, struct counted, link);
        list_remove(link);
        memory_free_str(&counted->json);
        memory_free(counted);
    }
}
