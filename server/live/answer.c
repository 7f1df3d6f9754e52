#include "live/answer.h"

#include "live/client.h"
#include "live/view.h"
#include "protocol/reply.h"

static void send(struct client *client, struct buffer *text) {
    client_reply(client, frame_create(buffer_str(text)));
    buffer_finish(text);
}

void answer_result(struct client *client, const struct request_id *id, struct str result) {
    struct buffer text;
    buffer_init(&text);
    reply_write_result(id, result, &text);
    send(client, &text);
}

void answer_error(struct client *client, const struct request_id *id, enum reason reason, const char *path) {
    struct buffer text;
    buffer_init(&text);
    client->live->state.refused++;
    reply_write_error(id, reason, 0, str_of(path), &text);
    send(client, &text);
}

static void write_taken(const struct client *client, const struct request_id *id, const struct event *event,
                        int64_t seq, struct buffer *text) {
    struct arena arena;
    arena_init(&arena);
    struct buffer json;
    buffer_init(&json);
    struct entity entity;
    if (process_entity_of(client->room->process, event, &arena, &entity)) {
        view_encode(client->room, client->crowd->audience.kind, &entity, &arena, &json);
    }
    reply_write_seq(id, seq, buffer_str(&json), text);
    buffer_finish(&json);
    arena_finish(&arena);
}

void answer_outcome(struct client *client, const struct request_id *id, const struct event *event,
                    const struct outcome *outcome) {
    struct buffer text;
    buffer_init(&text);
    if (outcome->reason == REASON_ABSENT) {
        write_taken(client, id, event, outcome->seq, &text);
        view_own_told(client, outcome->seq);
    } else {
        client->live->state.refused++;
        reply_write_error(id, outcome->reason, outcome->seq, (struct str){0}, &text);
    }
    send(client, &text);
}
