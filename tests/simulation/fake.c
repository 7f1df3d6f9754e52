#include "fake.h"

#include <criterion/criterion.h>
#include <sodium.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct text text_of(struct id id) {
    struct text text;
    id_format(id, text.text);
    return text;
}

static void make_secret(struct world *world, char text[33]) {
    snprintf(text, 33, "%016llx%016llx", (unsigned long long)world_random(world),
             (unsigned long long)world_random(world));
}

/* ---- what comes ---- */

static void key_of(const json_t *thing, char key[80]) {
    snprintf(key, 80, "%s %s", json_string_value(json_object_get(thing, "kind")),
             json_string_value(json_object_get(thing, "id")));
}

static void merge(json_t *store, json_t *entities) {
    size_t i;
    json_t *entity;
    json_array_foreach(entities, i, entity) {
        char key[80];
        key_of(entity, key);
        json_object_set(store, key, entity);
    }
}

static void check_durable(const struct fake *fake, json_t *entities) {
    size_t i;
    json_t *entity;
    json_array_foreach(entities, i, entity) {
        cr_assert_leq(json_integer_value(json_object_get(entity, "seq")), fake->world->head,
                      "shown before it was durable");
    }
}

static void take_gone(struct fake *fake, json_t *store, json_t *gone) {
    size_t i;
    json_t *thing;
    json_array_foreach(gone, i, thing) {
        char key[80];
        key_of(thing, key);
        json_object_del(store, key);
        json_object_set_new(fake->ever, key, json_pack("s", "gone"));
    }
}

static void take_sync(struct fake *fake, json_t *params) {
    json_t *entities = json_object_get(params, "entities");
    json_t *now = json_object_get(params, "now");
    fake->frames++;
    if (json_is_true(json_object_get(params, "full"))) {
        fake->full_frames++;
        json_decref(fake->fresh);
        fake->fresh = json_object();
    }
    if (now) {
        json_decref(fake->now);
        fake->now = json_incref(now);
    }
    check_durable(fake, entities);
    json_t *store = fake->fresh ? fake->fresh : fake->store;
    merge(store, entities);
    take_gone(fake, store, json_object_get(params, "gone"));
    int64_t seq = json_integer_value(json_object_get(params, "seq"));
    cr_assert_leq(seq, fake->world->head);
    cr_assert(fake->fresh || seq >= fake->seq, "a sync went back");
    snprintf(fake->epoch, sizeof fake->epoch, "%s", json_string_value(json_object_get(params, "epoch")));
    fake->seq = seq;
    if (fake->fresh && !json_object_get(params, "more")) {
        json_decref(fake->store);
        fake->store = fake->fresh;
        fake->fresh = NULL;
    }
}

static void take_entity(struct fake *fake, json_t *entity) {
    char key[80];
    if (entity && strcmp(fake->method, "join") == 0) {
        key_of(entity, key);
        json_object_set(fake->own, key, entity);
    }
}

static void take_join(struct fake *fake, json_t *response) {
    json_t *result = json_object_get(response, "result");
    if (!result) {
        json_t *data = json_object_get(json_object_get(response, "error"), "data");
        snprintf(fake->join_reason, sizeof fake->join_reason, "%s",
                 json_string_value(json_object_get(data, "reason")));
        fake->joined = false;
        return;
    }
    fake->joined = true;
    fake->join_reason[0] = '\0';
    fake->told = json_integer_value(json_object_get(result, "seq"));
    json_object_clear(fake->own);
    merge(fake->own, json_object_get(result, "own"));
}

static bool is_for_later(const char *reason) {
    return strcmp(reason, "not_stored") == 0 || strcmp(reason, "too_often") == 0 ||
           strcmp(reason, "loading") == 0 || strcmp(reason, "not_joined") == 0;
}

static void settle(struct fake *fake, const char *command, json_t *response) {
    json_t *result = json_object_get(response, "result");
    json_t *data = json_object_get(json_object_get(response, "error"), "data");
    const char *reason = json_string_value(json_object_get(data, "reason"));
    json_t *older = json_object_get(fake->settled, command);
    if (reason && is_for_later(reason)) {
        return;
    }
    int64_t seq = json_integer_value(json_object_get(result ? result : data, "seq"));
    json_t *outcome = json_pack("{s:I,s:s?}", "seq", (json_int_t)seq, "reason", reason);
    if (older && json_integer_value(json_object_get(older, "seq")) > 0) {
        cr_assert(json_equal(older, outcome), "a repeat of %s was answered otherwise", command);
    }
    if (!older || seq > 0) {
        json_object_set(fake->settled, command, outcome);
    }
    json_decref(outcome);
    json_object_del(fake->outbox, command);
    take_entity(fake, json_object_get(result, "entity"));
}

static void take_response(struct fake *fake, json_t *response) {
    json_t *id = json_object_get(response, "id");
    if (json_is_string(id) && strcmp(json_string_value(id), "join") == 0) {
        take_join(fake, response);
    } else if (json_is_string(id)) {
        settle(fake, json_string_value(id), response);
    } else {
        char number[24];
        snprintf(number, sizeof number, "%lld", (long long)json_integer_value(id));
        json_object_set(fake->replies, number, response);
    }
}

static void take(struct fake *fake, struct frame *frame) {
    json_error_t error;
    json_t *message = json_loadb(frame_text(frame), frame->size, 0, &error);
    cr_assert(message, "no JSON: %s", error.text);
    const char *method = json_string_value(json_object_get(message, "method"));
    json_t *params = json_object_get(message, "params");
    if (!method) {
        take_response(fake, message);
    } else if (strcmp(method, "sync") == 0) {
        fake->largest = (int64_t)frame->size > fake->largest ? (int64_t)frame->size : fake->largest;
        take_sync(fake, params);
    } else if (strcmp(method, "own") == 0) {
        merge(fake->own, json_object_get(params, "entities"));
    }
    json_decref(message);
}

/* ---- the peer ---- */

static enum peer_write write_frame(void *peer, struct frame *frame) {
    struct fake *fake = peer;
    if (fake->busy) {
        return PEER_BUSY;
    }
    if (!fake->dead) {
        take(fake, frame);
    }
    return PEER_TAKEN;
}

static void close_peer(void *peer, int code, const char *reason) {
    (void)reason;
    ((struct fake *)peer)->close_code = code;
}

static void set_reading(void *peer, bool reading) {
    ((struct fake *)peer)->reading = reading;
}

static const struct peer_ops ops = {write_frame, close_peer, set_reading};

void fake_send(struct fake *fake, const char *message) {
    if (fake->client && !fake->dead) {
        live_receive(fake->world->live, fake->client, str_of(message));
    }
}

void fake_set_busy(struct fake *fake, bool busy) {
    fake->busy = busy;
    if (!busy && fake->client) {
        live_writable(fake->world->live, fake->client);
    }
}

/* ---- requests ---- */

static void send_join(struct fake *fake) {
    char message[1400], last[120] = "";
    if (fake->epoch[0]) {
        snprintf(last, sizeof last, ",\"seq\":%lld,\"epoch\":\"%s\"", (long long)fake->seq, fake->epoch);
    }
    snprintf(message, sizeof message,
             "{\"jsonrpc\":\"2.0\",\"id\":\"join\",\"method\":\"%s\",\"params\":{%s%s}}", fake->method,
             fake->joining, last);
    fake_send(fake, message);
}

void fake_connect(struct fake *fake) {
    struct peer_info info = {.address = str_of(fake->address), .same_origin = true};
    info.login = fake->login[0] ? str_of(fake->login) : (struct str){0};
    info.token = fake->cookie[0] ? str_of(fake->cookie) : (struct str){0};
    fake->dead = fake->busy = false;
    fake->close_code = 0;
    fake->joined = false;
    fake->reading = true;
    if (fake->fresh) { /* a full view that did not come whole: what came of it is all it has */
        json_decref(fake->store);
        fake->store = fake->fresh;
        fake->fresh = NULL;
    }
    fake->client = live_connect(fake->world->live, &ops, fake, &info);
    send_join(fake);
    fake_resend(fake);
}

void fake_disconnect(struct fake *fake) {
    if (fake->client) {
        live_disconnected(fake->world->live, fake->client);
    }
    fake->client = NULL;
    fake->joined = false;
}

void fake_resend_one(struct fake *fake, struct id command) {
    json_t *request = json_object_get(fake->outbox, text_of(command).text);
    if (request) {
        fake_send(fake, json_string_value(request));
    }
}

void fake_resend(struct fake *fake) {
    const char *command;
    json_t *request;
    void *next;
    json_object_foreach_safe(fake->outbox, next, command, request) {
        json_incref(request); /* an answer may come at once */
        fake_send(fake, json_string_value(request));
        json_decref(request);
    }
}

static struct id send_command(struct fake *fake, const char *method, const char *format, va_list arguments) {
    char params[8000], message[9000];
    struct id command = world_id(fake->world);
    struct text name = text_of(command);
    vsnprintf(params, sizeof params, format, arguments);
    snprintf(message, sizeof message,
             "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"%s\",\"params\":{\"command\":\"%s\"%s%s}}",
             name.text, method, name.text, params[0] ? "," : "", params);
    json_object_set_new(fake->outbox, name.text, json_string(message));
    fake_send(fake, message);
    return command;
}

struct id fake_command(struct fake *fake, const char *method, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    struct id command = send_command(fake, method, format, arguments);
    va_end(arguments);
    return command;
}

json_t *fake_ask(struct fake *fake, const char *method, const char *format, ...) {
    char params[8000], message[9000], number[24];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(params, sizeof params, format, arguments);
    va_end(arguments);
    fake->number++;
    snprintf(message, sizeof message, "{\"jsonrpc\":\"2.0\",\"id\":%lld,\"method\":\"%s\",\"params\":{%s}}",
             (long long)fake->number, method, params);
    fake_send(fake, message);
    world_settle(fake->world);
    snprintf(number, sizeof number, "%lld", (long long)fake->number);
    return json_object_get(fake->replies, number);
}

const char *fake_do(struct fake *fake, const char *method, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    struct id command = send_command(fake, method, format, arguments);
    va_end(arguments);
    world_settle(fake->world);
    for (int i = 0; i < 20 && json_object_get(fake->outbox, text_of(command).text); i++) {
        world_advance(fake->world, 100);
        fake_resend_one(fake, command);
        world_settle(fake->world);
    }
    cr_assert(!json_object_get(fake->outbox, text_of(command).text), "%s was never answered", method);
    return fake_reason(fake, command);
}

size_t fake_waiting(const struct fake *fake) {
    return json_object_size(fake->outbox);
}

const char *fake_reason(const struct fake *fake, struct id command) {
    json_t *outcome = json_object_get(fake->settled, text_of(command).text);
    return json_string_value(json_object_get(outcome, "reason"));
}

int64_t fake_seq(const struct fake *fake, struct id command) {
    json_t *outcome = json_object_get(fake->settled, text_of(command).text);
    return json_integer_value(json_object_get(outcome, "seq"));
}

/* ---- what it holds ---- */

size_t fake_count(const struct fake *fake, const char *kind) {
    const char *key;
    json_t *entity;
    size_t count = 0;
    json_object_foreach(fake->store, key, entity) {
        count += strcmp(json_string_value(json_object_get(entity, "kind")), kind) == 0;
    }
    return count;
}

static json_t *find(json_t *store, const char *kind, struct id id) {
    char key[80];
    snprintf(key, sizeof key, "%s %s", kind, text_of(id).text);
    return json_object_get(store, key);
}

json_t *fake_entity(const struct fake *fake, const char *kind, struct id id) {
    return find(fake->store, kind, id);
}

json_t *fake_own(const struct fake *fake, const char *kind, struct id id) {
    return find(fake->own, kind, id);
}

static int compare_keys(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void hash_line(crypto_hash_sha256_state *state, json_t *entity) {
    json_t *members = json_copy(entity);
    json_object_del(members, "kind");
    json_object_del(members, "id");
    json_object_del(members, "seq");
    json_t *line =
        json_pack("[O,O,o]", json_object_get(entity, "kind"), json_object_get(entity, "id"), members);
    char *text = json_dumps(line, JSON_COMPACT | JSON_SORT_KEYS);
    crypto_hash_sha256_update(state, (const unsigned char *)text, strlen(text));
    crypto_hash_sha256_update(state, (const unsigned char *)"\n", 1);
    free(text);
    json_decref(line);
}

void fake_digest(const struct fake *fake, char digest[DIGEST_TEXT_SIZE + 1]) {
    size_t count = 0;
    const char **keys = calloc(json_object_size(fake->store) + 1, sizeof *keys);
    const char *key;
    json_t *entity;
    json_object_foreach(fake->store, key, entity) {
        keys[count++] = key;
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    crypto_hash_sha256_state state;
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_init(&state);
    for (size_t i = 0; i < count; i++) {
        hash_line(&state, json_object_get(fake->store, keys[i]));
    }
    crypto_hash_sha256_final(&state, hash);
    sodium_bin2hex(digest, DIGEST_TEXT_SIZE + 1, hash, sizeof hash);
    free(keys);
}

/* ---- beginning and end ---- */

void fake_create(struct fake *fake, struct world *world) {
    *fake = (struct fake){.world = world, .method = "join"};
    fake->store = json_object();
    fake->own = json_object();
    fake->outbox = json_object();
    fake->settled = json_object();
    fake->replies = json_object();
    fake->ever = json_object();
    snprintf(fake->address, sizeof fake->address, "10.0.0.1");
    make_secret(world, fake->token);
    make_secret(world, fake->author_secret);
}

void fake_be_participant(struct fake *fake, const char *secret) {
    fake->method = "join";
    snprintf(fake->joining, sizeof fake->joining,
             "\"secret\":\"%s\",\"token\":\"%s\",\"author_secret\":\"%s\"", secret, fake->token,
             fake->author_secret);
}

void fake_be_host(struct fake *fake, const char *process) {
    fake->method = "attend";
    snprintf(fake->login, sizeof fake->login, "%s", world_login);
    if (process) {
        snprintf(fake->joining, sizeof fake->joining, "\"as\":\"host\",\"process\":\"%s\"", process);
    } else {
        snprintf(fake->joining, sizeof fake->joining, "\"as\":\"host\"");
    }
}

void fake_be_display(struct fake *fake, const char *token) {
    fake->method = "attend";
    snprintf(fake->joining, sizeof fake->joining, "\"as\":\"display\",\"token\":\"%s\"", token);
}

void fake_destroy(struct fake *fake) {
    fake_disconnect(fake);
    json_decref(fake->store);
    json_decref(fake->fresh);
    json_decref(fake->own);
    json_decref(fake->outbox);
    json_decref(fake->settled);
    json_decref(fake->replies);
    json_decref(fake->ever);
    json_decref(fake->now);
}
