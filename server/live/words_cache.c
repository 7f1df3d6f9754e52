#include "live/words_cache.h"

#include "base/memory.h"
#include "core/model.h"
#include "live/room.h"
#include "protocol/entity.h"

struct counted {
    struct list link; /* room->counted */
    struct id list;
    struct {
        int64_t seq;
        struct str json;
    } encoded[WORDS_READER_ROOM + 1]; /* by reader */
    int64_t head;                     /* of the view; 0: there is none */
    struct words_view view;
    struct arena arena; /* the view's */
};

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
        arena_init(&counted->arena);
        list_append(&room->counted, &counted->link);
    }
    return counted;
}

const struct words_view *words_view_now(struct room *room, struct id list) {
    if (!process_word_list(room->process, list)) {
        return NULL;
    }
    struct counted *counted = find_or_make(room, list);
    int64_t head = process_head(room->process);
    if (counted->head != head) {
        arena_finish(&counted->arena);
        arena_init(&counted->arena);
        bool made = words_view_make(room->process, list, &counted->arena, &counted->view);
        counted->head = made ? head : 0;
    }
    return counted->head == head ? &counted->view : NULL;
}

void words_complete(struct room *room, enum words_reader reader, struct entity *entity, struct arena *arena) {
    const struct words_view *view = words_view_now(room, entity->id);
    if (view) {
        words_view_fill(view, reader, arena, &entity->body.words);
    }
}

void words_encode(struct room *room, enum words_reader reader, struct entity *entity, struct arena *arena,
                  struct buffer *json) {
    struct counted *counted = find_or_make(room, entity->id);
    struct str *kept = &counted->encoded[reader].json;
    if (counted->encoded[reader].seq != entity->seq || str_is_absent(*kept)) {
        struct buffer text;
        buffer_init(&text);
        words_complete(room, reader, entity, arena);
        entity_encode(entity, &text);
        memory_free_str(kept);
        *kept = buffer_take(&text);
        counted->encoded[reader].seq = entity->seq;
    }
    buffer_append_str(json, *kept);
}

void words_cache_clear(struct room *room) {
    struct list *link;
    while ((link = list_first(&room->counted))) {
        struct counted *counted = LIST_ENTRY(link, struct counted, link);
        list_remove(link);
        arena_finish(&counted->arena);
        memory_free_str(&counted->encoded[WORDS_READER_HOST].json);
        memory_free_str(&counted->encoded[WORDS_READER_ROOM].json);
        memory_free(counted);
    }
}
