#include "store.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEY = 80 };

void store_init(struct store *store) {
    *store = (struct store){.shared = json_object(), .own = json_object()};
}

void store_finish(struct store *store) {
    json_decref(store->shared);
    json_decref(store->own);
    json_decref(store->now);
    *store = (struct store){0};
}

static const char *text_of(const json_t *thing, const char *member) {
    const char *text = json_string_value(json_object_get(thing, member));
    return text == NULL ? "" : text;
}

static void key_of(const char *kind, const char *id, char key[KEY]) {
    snprintf(key, KEY, "%s %s", kind, id);
}

static void put(json_t *entities, json_t *entity) {
    char key[KEY];
    key_of(text_of(entity, "kind"), text_of(entity, "id"), key);
    json_object_set(entities, key, entity);
}

void store_sync(struct store *store, const json_t *params) {
    const json_t *thing;
    size_t index;
    if (json_is_true(json_object_get(params, "full")))
        json_object_clear(store->shared);
    json_array_foreach(json_object_get(params, "entities"), index, thing) put(store->shared, (json_t *)thing);
    json_array_foreach(json_object_get(params, "gone"), index, thing) {
        char key[KEY];
        key_of(text_of(thing, "kind"), text_of(thing, "id"), key);
        json_object_del(store->shared, key);
    }
    json_t *now = json_object_get(params, "now");
    if (now != NULL) {
        json_decref(store->now);
        store->now = json_incref(now);
    }
    store->seq = json_integer_value(json_object_get(params, "seq"));
    snprintf(store->epoch, sizeof store->epoch, "%s", text_of(params, "epoch"));
    store->whole |= !json_is_true(json_object_get(params, "more"));
}

void store_put_own(struct store *store, json_t *entity) {
    put(store->own, entity);
}

static const json_t *find(const json_t *entities, const char *kind, const char *id) {
    char key[KEY];
    key_of(kind, id, key);
    return json_object_get(entities, key);
}

const json_t *store_find(const struct store *store, const char *kind, const char *id) {
    return find(store->shared, kind, id);
}

const json_t *store_find_own(const struct store *store, const char *kind, const char *id) {
    return find(store->own, kind, id);
}

static int compare_keys(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* One entity a line: ["kind","id",{members by name, without seq}] */
static void hash_entity(crypto_hash_sha256_state *state, const json_t *entity) {
    json_t *members = json_copy((json_t *)entity);
    json_object_del(members, "seq");
    json_object_del(members, "kind");
    json_object_del(members, "id");
    json_t *line = json_pack("[s, s, o]", text_of(entity, "kind"), text_of(entity, "id"), members);
    char *text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
    crypto_hash_sha256_update(state, (const unsigned char *)text, strlen(text));
    crypto_hash_sha256_update(state, (const unsigned char *)"\n", 1);
    free(text);
    json_decref(line);
}

void store_digest(const struct store *store, char digest[STORE_DIGEST + 1]) {
    size_t count = json_object_size(store->shared), i = 0;
    const char **keys = calloc(count + 1, sizeof *keys), *key;
    json_t *entity;
    json_object_foreach(store->shared, key, entity) keys[i++] = key;
    qsort(keys, count, sizeof *keys, compare_keys);
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (i = 0; i < count; i++)
        hash_entity(&state, json_object_get(store->shared, keys[i]));
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_final(&state, hash);
    sodium_bin2hex(digest, STORE_DIGEST + 1, hash, sizeof hash);
    free(keys);
}
