#include "caller.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct caller_request {
    struct caller_request *next;
    int64_t id;
    caller_reply *reply;
    void *context;
};

static struct caller_request *take_request(struct caller *caller, int64_t id) {
    for (struct caller_request **at = &caller->requests; *at != NULL; at = &(*at)->next) {
        if ((*at)->id == id) {
            struct caller_request *request = *at;
            *at = request->next;
            return request;
        }
    }
    return NULL;
}

static void answer(struct caller *caller, const json_t *message) {
    struct caller_request *request = take_request(caller, json_integer_value(json_object_get(message, "id")));
    const json_t *result = json_object_get(message, "result"), *error = json_object_get(message, "error");
    if (request == NULL || (result == NULL) == (error == NULL)) {
        caller->faulty = true;
        memory_free(request);
        return;
    }
    json_t *entity = json_object_get(result, "entity");
    if (entity != NULL)
        store_put_own(&caller->store, entity);
    request->reply(request->context, result, error);
    memory_free(request);
}

void caller_cache_init(struct caller_cache *cache) {
    for (size_t i = 0; i < CALLER_CACHE; i++) {
        buffer_init(&cache->frames[i].text);
        cache->frames[i].message = NULL;
    }
}

void caller_cache_finish(struct caller_cache *cache) {
    for (size_t i = 0; i < CALLER_CACHE; i++) {
        buffer_finish(&cache->frames[i].text);
        json_decref(cache->frames[i].message);
    }
}

static size_t hash(struct str text) {
    static const unsigned char key[crypto_shorthash_KEYBYTES];
    uint64_t hash;
    crypto_shorthash((unsigned char *)&hash, (const unsigned char *)text.data, text.size, key);
    return hash % CALLER_CACHE;
}

/* A new reference; NULL: no JSON. */
static json_t *parse(struct caller_cache *cache, struct str text) {
    struct caller_parsed *parsed = &cache->frames[hash(text)];
    if (!str_equal(buffer_str(&parsed->text), text)) {
        json_decref(parsed->message);
        parsed->message = json_loadb(text.data, text.size, JSON_REJECT_DUPLICATES, NULL);
        buffer_clear(&parsed->text);
        buffer_append_str(&parsed->text, text);
    }
    return json_incref(parsed->message);
}

static void notify(struct caller *caller, const char *method, const json_t *params) {
    json_t *entity;
    size_t index;
    if (strcmp(method, "sync") == 0)
        store_sync(&caller->store, params);
    else if (strcmp(method, "own") == 0)
        json_array_foreach(json_object_get(params, "entities"), index, entity)
            store_put_own(&caller->store, entity);
}

static void on_text(void *context, struct str text) {
    struct caller *caller = context;
    json_t *message = parse(caller->cache, text);
    const char *method = json_string_value(json_object_get(message, "method"));
    if (message == NULL)
        caller->faulty = true;
    else if (method == NULL)
        answer(caller, message);
    else
        notify(caller, method, json_object_get(message, "params"));
    json_decref(message);
}

static void on_closed(void *context) {
    struct caller *caller = context;
    while (caller->requests != NULL) {
        struct caller_request *request = caller->requests;
        caller->requests = request->next;
        request->reply(request->context, NULL, NULL);
        memory_free(request);
    }
}

enum status caller_open(struct caller *caller, struct ws_loop *loop, struct caller_cache *cache,
                        const struct address *address, const char *cookie) {
    *caller = (struct caller){
        .ws = {.text = on_text, .closed = on_closed, .context = caller}, .cache = cache, .next_id = 1};
    store_init(&caller->store);
    return ws_open(&caller->ws, loop, address, cookie);
}

void caller_close(struct caller *caller) {
    ws_finish(&caller->ws);
    on_closed(caller);
    store_finish(&caller->store);
}

void caller_send(struct caller *caller, const char *method, json_t *params, caller_reply *reply,
                 void *context) {
    json_t *message = json_pack("{s:s, s:I, s:s, s:o}", "jsonrpc", "2.0", "id", (json_int_t)caller->next_id,
                                "method", method, "params", params);
    struct caller_request *request = memory_allocate(sizeof *request);
    *request = (struct caller_request){.id = caller->next_id++, .reply = reply, .context = context};
    struct caller_request **at = &caller->requests;
    while (*at != NULL)
        at = &(*at)->next;
    *at = request;
    char *text = json_dumps(message, JSON_COMPACT);
    json_decref(message);
    if (caller->ws.state == WS_CLOSED)
        on_closed(caller);
    else
        ws_send(&caller->ws, str_of(text));
    free(text);
}

const char *caller_reason(const json_t *error) {
    const char *reason = json_string_value(json_object_get(json_object_get(error, "data"), "reason"));
    return reason == NULL ? "" : reason;
}

struct asked {
    bool answered;
    json_t *result;
    char *why;
    size_t why_size;
};

static void on_asked(void *context, const json_t *result, const json_t *error) {
    struct asked *asked = context;
    asked->answered = true;
    asked->result = json_incref((json_t *)result);
    if (error != NULL)
        snprintf(asked->why, asked->why_size, "%s (%s)", caller_reason(error),
                 json_string_value(json_object_get(error, "message")));
    else if (result == NULL)
        snprintf(asked->why, asked->why_size, "the connection was lost");
}

json_t *caller_ask(struct caller *caller, const char *method, json_t *params, char *why, size_t why_size) {
    struct asked asked = {.why = why, .why_size = why_size};
    *why = '\0';
    caller_send(caller, method, params, on_asked, &asked);
    int64_t patience = ws_now() + 30 * INT64_C(1000000);
    while (!asked.answered && ws_now() < patience)
        ws_loop_turn(caller->ws.loop, 100);
    if (!asked.answered) { /* its request points here: nothing may come any more */
        ws_finish(&caller->ws);
        on_closed(caller);
        snprintf(why, why_size, "no answer within 30 s");
    }
    return asked.result;
}
