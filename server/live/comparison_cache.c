#include "live/comparison_cache.h"

#include "base/memory.h"
#include "live/room.h"
#include "live/words_cache.h"
#include "protocol/comparison_view.h"
#include "protocol/entity.h"

struct compared {
    struct list link; /* room->compared */
    struct id id;
    int64_t seq;
    struct str json;
};

static struct compared *find_or_make(struct room *room, struct id id) {
    for (struct list *link = room->compared.next; link != &room->compared; link = link->next) {
        struct compared *compared = LIST_ENTRY(link, struct compared, link);
        if (id_equal(compared->id, id)) {
            return compared;
        }
    }
    struct compared *compared = memory_allocate(sizeof *compared);
    compared->id = id;
    list_append(&room->compared, &compared->link);
    return compared;
}

void comparison_complete(struct room *room, struct entity *entity, struct arena *arena) {
    struct entity_comparison *body = &entity->body.comparison;
    if (body->state != COMPARISON_STATE_TOLD || body->removed) {
        return;
    }
    if (!id_is_none(body->board)) {
        const struct board *board = process_board(room->process, body->board);
        comparison_view_of_board(room->process, board, &(struct research){.only = false}, arena, body);
        return;
    }
    const struct words_view *words = words_view_now(room, body->list);
    if (words) {
        comparison_view_of_words(room->process, words, arena, body);
    }
}

void comparison_encode(struct room *room, struct entity *entity, struct arena *arena, struct buffer *json) {
    struct compared *compared = find_or_make(room, entity->id);
    if (compared->seq != entity->seq || str_is_absent(compared->json)) {
        struct buffer text;
        buffer_init(&text);
        comparison_complete(room, entity, arena);
        entity_encode(entity, &text);
        memory_free_str(&compared->json);
        compared->json = buffer_take(&text);
        compared->seq = entity->seq;
    }
    buffer_append_str(json, compared->json);
}

void comparison_cache_clear(struct room *room) {
    struct list *link;
    while ((link = list_first(&room->compared))) {
        struct compared *compared = LIST_ENTRY(link, struct compared, link);
        list_remove(link);
        memory_free_str(&compared->json);
        memory_free(compared);
    }
}
