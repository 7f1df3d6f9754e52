#include "app/demo_peer.h"

#include <stdlib.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/random.h"

struct message {
    struct list link;
    json_t *json;
};

/* ---- what live calls ---- */

/* Of the room's news, those who do not watch want nothing; it is not even read. */
static bool is_news(struct str text) {
    return str_starts_with(text, STR("{\"jsonrpc\":\"2.0\",\"method\":"));
}

static enum peer_write take_in(void *context, struct frame *frame) {
    struct demo_peer *peer = context;
    struct str text = {frame_text(frame), frame->size};
    if (peer->lost) {
        return PEER_LOST;
    }
    if (is_news(text) && !peer->watches) {
        return PEER_TAKEN;
    }
    json_t *json = json_loadb(text.data, text.size, 0, NULL);
    if (!json) {
        diag(DIAG_ERROR, "the demonstration was sent what is no JSON");
        return PEER_TAKEN;
    }
    struct message *message = memory_allocate(sizeof *message);
    message->json = json;
    list_append(&peer->inbox, &message->link);
    return PEER_TAKEN;
}

static void lose(void *context, int code, const char *reason) {
    struct demo_peer *peer = context;
    (void)code, (void)reason;
    peer->lost = true;
}

/* It never asks so much that it would have to be stopped. */
static void set_reading(void *context, bool reading) {
    (void)context, (void)reading;
}

static const struct peer_ops ops = {.write = take_in, .close = lose, .set_reading = set_reading};

/* ---- coming and going ---- */

void demo_peer_init(struct demo_peer *peer, struct live *live, bool watches) {
    *peer = (struct demo_peer){.live = live, .watches = watches};
    list_init(&peer->inbox);
}

void demo_peer_connect(struct demo_peer *peer, struct str login) {
    struct peer_info info = {.address = STR("demo"), .login = login, .same_origin = true};
    peer->lost = false;
    peer->client = live_connect(peer->live, &ops, peer, &info);
}

static json_t *take_first(struct demo_peer *peer) {
    struct list *link = list_first(&peer->inbox);
    if (!link) {
        return NULL;
    }
    struct message *message = LIST_ENTRY(link, struct message, link);
    json_t *json = message->json;
    list_remove(link);
    memory_free(message);
    return json;
}

void demo_peer_disconnect(struct demo_peer *peer) {
    json_t *json;
    if (peer->client) {
        live_disconnected(peer->live, peer->client);
    }
    peer->client = NULL;
    peer->waiting = 0;
    while ((json = take_first(peer))) {
        json_decref(json);
    }
}

/* ---- asking and hearing ---- */

void demo_peer_ask(struct demo_peer *peer, const char *method, json_t *params) {
    json_t *request = json_pack("{s:s, s:I, s:s, s:o}", "jsonrpc", "2.0", "id", (json_int_t)peer->asked + 1,
                                "method", method, "params", params);
    char *text = json_dumps(request, JSON_COMPACT);
    if (text && peer->client && !peer->lost) {
        peer->asked++;
        peer->waiting++;
        live_receive(peer->live, peer->client, str_of(text));
    }
    free(text);
    json_decref(request);
}

void demo_peer_command(struct demo_peer *peer, const char *method, json_t *params) {
    json_object_set_new(params, "command", demo_json_id(random_id()));
    demo_peer_ask(peer, method, params);
}

json_t *demo_peer_take(struct demo_peer *peer) {
    json_t *json = take_first(peer);
    if (!json && peer->lost && peer->client) {
        demo_peer_disconnect(peer);
    }
    if (json && json_object_get(json, "id")) {
        peer->waiting--;
    }
    return json;
}

bool demo_peer_has_mail(const struct demo_peer *peer) {
    return !list_is_empty(&peer->inbox);
}

/* ---- JSON ---- */

json_t *demo_json_id(struct id id) {
    char text[ID_TEXT_LENGTH + 1];
    id_format(id, text);
    return json_string(text);
}

json_t *demo_json_secret(void) {
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[16];
    char text[2 * sizeof bytes];
    random_bytes(bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 0x0f];
    }
    return json_stringn(text, sizeof text);
}

const char *demo_json_text(const json_t *object, const char *name) {
    const char *text = json_string_value(json_object_get(object, name));
    return text ? text : "";
}

int64_t demo_json_integer(const json_t *object, const char *name) {
    return json_integer_value(json_object_get(object, name));
}
