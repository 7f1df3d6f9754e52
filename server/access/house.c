#include "access/house_state.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

struct id house_id(void) {
    return (struct id){
        {0x68, 0x6f, 0x75, 0x73, 0x65, 0x00, 0x40, 0x00, 0x80, 0x00, 0x73, 0x61, 0x6d, 0x73, 0x6b, 0x61}};
}

enum { MAPS = 13 };

static void list_maps(struct house *house, struct map *maps[MAPS]) {
    struct map *const all[MAPS] = {&house->accounts,      &house->account_names, &house->invitations,
                                   &house->invite_tokens, &house->logins,        &house->grants,
                                   &house->processes,     &house->joinings,      &house->join_codes,
                                   &house->join_secrets,  &house->displays,      &house->command_seqs,
                                   &house->templates};
    memcpy(maps, all, sizeof all);
}

struct house *house_create(struct map_seed seed) {
    struct house *house = memory_allocate(sizeof *house);
    arena_init(&house->arena);
    struct map *maps[MAPS];
    list_maps(house, maps);
    for (size_t i = 0; i < MAPS; i++) {
        map_init(maps[i], seed);
    }
    list_init(&house->login_order);
    list_init(&house->due_titles);
    return house;
}

void house_destroy(struct house *house) {
    if (!house) {
        return;
    }
    struct list *link;
    while ((link = list_first(&house->login_order))) {
        list_remove(link);
        memory_free(LIST_ENTRY(link, struct login, link));
    }
    house_free_templates(house);
    struct map *maps[MAPS];
    list_maps(house, maps);
    for (size_t i = 0; i < MAPS; i++) {
        map_finish(maps[i]);
    }
    memory_free(house->process_order);
    memory_free(house->template_order);
    memory_free(house->account_order);
    memory_free(house->downloads);
    memory_free(house->commands);
    arena_finish(&house->arena);
    memory_free(house);
}

enum reason house_apply(struct house *house, const struct house_event *event) {
    assert(event->seq == house->head + 1);
    enum reason reason = house_judge(house, event);
    if (reason == REASON_ABSENT) {
        house_change(house, event);
    }
    house_note_title(house, event);
    house->head = event->seq;
    house_remember(house, event, reason);
    return reason;
}

int64_t house_head(const struct house *house) {
    return house->head;
}

void *house_find_id(const struct map *map, struct id id) {
    return map_find(map, id.bytes, sizeof id.bytes);
}

struct house_entry *house_find_process(const struct house *house, struct id process) {
    return house_find_id(&house->processes, process);
}

void *house_find_text(const struct map *map, struct str text) {
    return str_is_empty(text) ? NULL : map_find(map, text.data, text.size);
}

struct account *house_find_name(const struct house *house, struct str name) {
    struct arena arena;
    arena_init(&arena);
    struct account *account = house_find_text(&house->account_names, text_fold(name, &arena));
    arena_finish(&arena);
    return account;
}
