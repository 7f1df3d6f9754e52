#include "live/asking.h"

#include "core/model.h"
#include "live/answer.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/flush.h"
#include "live/guards.h"
#include "live/presence.h"
#include "live/room.h"
#include "live/view.h"
#include "protocol/json_write.h"
#include "protocol/words_view.h"

static bool refuse_too_often(const struct call *call) {
    bool refused = guards_too_often(call->client);
    if (refused) {
        answer_error(call->client, &call->request.id, REASON_TOO_OFTEN, NULL);
    }
    return refused;
}

void asking_digest(struct call *call) {
    struct client *client = call->client;
    if (refuse_too_often(call)) {
        return;
    }
    char digest[DIGEST_TEXT_SIZE + 1];
    view_digest(client->room, client->crowd->audience, digest);
    struct buffer json;
    buffer_init(&json);
    buffer_format(&json, "{\"seq\":%lld,\"digest\":\"%s\"}", (long long)process_head(client->room->process),
                  digest);
    answer_result(client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

/* The list, where the asker may see it. */
static bool find_words(const struct call *call, struct id list, struct arena *arena,
                       struct words_view *view) {
    const struct client *client = call->client;
    const struct word_list *found = process_word_list(client->room->process, list);
    bool sees = found && (client->standing == STANDING_HOST || found->shown);
    if (!sees || !words_view_make(client->room->process, list, arena, view)) {
        answer_error(call->client, &call->request.id, REASON_UNKNOWN_LIST, NULL);
        return false;
    }
    return true;
}

void asking_words_page(struct call *call) {
    const struct params_words_page *params = &call->request.params.words_page;
    struct words_view view;
    if (refuse_too_often(call) || !find_words(call, params->list, &call->arena, &view)) {
        return;
    }
    struct buffer json;
    buffer_init(&json);
    words_view_encode_page(&view, (size_t)params->skip, &json);
    answer_result(call->client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

/* Whom a note is from is not said here, whatever the round's authorship. */
static void write_note(const struct note *note, struct buffer *json) {
    struct entity entity = {.kind = ENTITY_NOTE, .id = note->id, .seq = note->text_seq};
    entity.body.note = (struct entity_note){.round = note->round->id, .text = note->text};
    entity_encode(&entity, json);
}

void asking_words_notes(struct call *call) {
    struct client *client = call->client;
    const struct params_words_notes *params = &call->request.params.words_notes;
    struct words_view view;
    if (refuse_too_often(call) || !find_words(call, params->list, &call->arena, &view)) {
        return;
    }
    size_t count;
    const struct note **notes =
        words_view_notes(&view, params->word, client->standing != STANDING_HOST, &call->arena, &count);
    struct buffer json;
    buffer_init(&json);
    buffer_append_str(&json, STR("{\"notes\":["));
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            buffer_append_byte(&json, ',');
        }
        write_note(notes[i], &json);
    }
    buffer_append_str(&json, STR("]}"));
    answer_result(client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

void asking_writing(struct call *call) {
    struct client *client = call->client;
    struct id round = call->request.params.writing.round;
    if (refuse_too_often(call)) {
        return;
    }
    if (!id_is_none(round) && !process_round(client->room->process, round)) {
        answer_error(client, &call->request.id, REASON_UNKNOWN_ROUND, NULL);
        return;
    }
    presence_writes(client, round);
    answer_result(client, &call->request.id, STR("{}"));
}
