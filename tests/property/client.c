#include "client.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/core/support.h"
#include "base/memory.h"

enum { KEY_SIZE = 17 };

struct known {
    uint8_t key[KEY_SIZE];
    struct str line; /* as dumped; absent: gone */
};

static void make_key(enum entity_kind kind, struct id id, uint8_t key[KEY_SIZE]) {
    key[0] = (uint8_t)kind;
    memcpy(key + 1, id.bytes, sizeof id.bytes);
}

void client_init(struct client *client, struct audience audience) {
    *client = (struct client){.audience = audience, .cursor = {0, INT64_MAX}};
    map_init(&client->entities, (struct map_seed){{3}});
}

void client_finish(struct client *client) {
    const void *cursor = NULL;
    struct known *known;
    while ((known = map_next(&client->entities, &cursor))) {
        memory_free_str(&known->line);
        memory_free(known);
    }
    map_finish(&client->entities);
}

static struct known *get(struct client *client, const uint8_t key[KEY_SIZE]) {
    struct known *known = map_find(&client->entities, key, KEY_SIZE);
    if (!known) {
        known = memory_allocate(sizeof *known);
        memcpy(known->key, key, KEY_SIZE);
        map_put(&client->entities, key, KEY_SIZE, known);
    }
    return known;
}

static void set_line(struct known *known, struct str line) {
    struct str copy = memory_copy_str(line);
    memory_free_str(&known->line);
    known->line = copy;
}

void client_copy(struct client *client, const struct client *other) {
    const void *cursor = NULL;
    const struct known *known;
    client_init(client, other->audience);
    client->cursor = other->cursor;
    while ((known = map_next(&other->entities, &cursor))) {
        set_line(get(client, known->key), known->line);
    }
}

/* Only the state's view ever had the tally of a round that became one of another kind. */
static void forget_tallies(struct client *client, const struct entity *round) {
    static const struct {
        enum round_form form;
        enum entity_kind kind;
    } tallies[] = {{ROUND_FORM_BALLOT, ENTITY_TALLY},
                   {ROUND_FORM_SCALE, ENTITY_SCALE_TALLY},
                   {ROUND_FORM_DIARY, ENTITY_DIARY_PATTERN}};
    for (size_t i = 0; i < sizeof tallies / sizeof *tallies; i++) {
        uint8_t key[KEY_SIZE];
        make_key(tallies[i].kind, round->id, key);
        struct known *known = map_find(&client->entities, key, sizeof key);
        if (known && tallies[i].form != round->body.round.form) {
            set_line(known, (struct str){0});
        }
    }
}

static void take_entity(struct client *client, const struct entity *entity, struct buffer *buffer) {
    uint8_t key[KEY_SIZE];
    make_key(entity->kind, entity->id, key);
    buffer_clear(buffer);
    dump_entity(entity, buffer);
    set_line(get(client, key), buffer_str(buffer));
    if (entity->kind == ENTITY_ROUND) {
        forget_tallies(client, entity);
    }
}

static void take_gone(struct client *client, const struct gone *gone, const struct client *ever) {
    uint8_t key[KEY_SIZE];
    make_key(gone->kind, gone->id, key);
    cr_assert(map_find(ever ? &ever->entities : &client->entities, key, KEY_SIZE) != NULL,
              "what is gone was once seen by the audience: kind %d, audience %d", (int)gone->kind,
              (int)client->audience.kind);
    set_line(get(client, key), (struct str){0});
}

bool client_sync(struct client *client, const struct process *process, size_t most,
                 const struct client *ever) {
    struct arena arena;
    struct buffer buffer;
    arena_init(&arena);
    buffer_init(&buffer);
    struct change_walk *walk = process_changes(process, client->audience, client->cursor, &arena);
    enum change change = CHANGE_ENTITY;
    for (size_t i = 0; i < most && change != CHANGE_END; i++) {
        struct change_cursor before = client->cursor;
        struct entity entity;
        struct gone gone;
        change = process_next_change(walk, &arena, &entity, &gone, &client->cursor);
        cr_assert(client->cursor.seq > before.seq ||
                      (client->cursor.seq == before.seq && client->cursor.ordinal >= before.ordinal),
                  "changes ascend");
        if (change == CHANGE_ENTITY) {
            take_entity(client, &entity, &buffer);
        } else if (change == CHANGE_GONE) {
            take_gone(client, &gone, ever);
        }
    }
    buffer_finish(&buffer);
    arena_finish(&arena);
    return change == CHANGE_END;
}

static int compare_known(const void *left, const void *right) {
    const struct known *const *a = left, *const *b = right;
    return memcmp((*a)->key, (*b)->key, KEY_SIZE);
}

void assert_same(struct str expected, struct str got, int audience, int64_t seq) {
    struct str left, right;
    while (!str_equal(expected, got)) {
        bool more = str_split(&expected, '\n', &left), others = str_split(&got, '\n', &right);
        cr_assert(more && others && str_equal(left, right),
                  "audience %d at %lld: the first that differs\n%.*s\n%.*s", audience, (long long)seq,
                  STR_ARGS(left), STR_ARGS(right));
    }
}

void client_check(const struct client *client, const struct process *process) {
    const struct known **all = memory_allocate((client->entities.count + 1) * sizeof(struct known *));
    const void *cursor = NULL;
    const struct known *known;
    struct buffer mine, whole;
    size_t count = 0;
    buffer_init(&mine);
    buffer_init(&whole);
    while ((known = map_next(&client->entities, &cursor))) {
        all[count++] = known;
    }
    if (count > 0) {
        qsort(all, count, sizeof(struct known *), compare_known);
    }
    for (size_t i = 0; i < count; i++) {
        buffer_append_str(&mine, all[i]->line);
    }
    struct str seen = dump(process, client->audience, &whole), has = buffer_str(&mine);
    assert_same(seen, has, client->audience.kind, process_head(process));
    memory_free(all);
    buffer_finish(&mine);
    buffer_finish(&whole);
}
