#include "live/asking.h"

#include "core/model.h"
#include "live/answer.h"
#include "live/client.h"
#include "live/commands.h"
#include "live/crowd.h"
#include "live/guards.h"
#include "live/member.h"
#include "live/presence.h"
#include "live/room.h"
#include "live/view.h"
#include "live/words_cache.h"
#include "protocol/json_write.h"

enum { SHARE = 10 };

/* Beside its place in the count, what took the loop long costs the asker so much of the allowance that one
 * person's questions take a tenth of the loop at most. */
static void pay_for_time(const struct client *client, int64_t start) {
    client->member->tokens -= SHARE * (live_monotonic(client->live) - start);
}

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
    int64_t start = live_monotonic(client->live);
    const char *digest = view_digest(client->crowd);
    pay_for_time(client, start);
    struct buffer json;
    buffer_init(&json);
    buffer_format(&json, "{\"seq\":%lld,\"digest\":\"%s\"}", (long long)process_head(client->room->process),
                  digest);
    answer_result(client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

static enum words_reader reader_of(const struct client *client) {
    return client->standing == STANDING_HOST ? WORDS_READER_HOST : WORDS_READER_ROOM;
}

/* The list, where the asker may see it. NULL: the call was answered. */
static const struct words_view *find_words(const struct call *call, struct id list) {
    const struct client *client = call->client;
    int64_t start = live_monotonic(client->live);
    const struct word_list *found = process_word_list(client->room->process, list);
    bool sees =
        found && !found->removed &&
        (client->standing == STANDING_HOST || word_list_is_visible_to_all(client->room->process, found));
    const struct words_view *view = sees ? words_view_now(client->room, list) : NULL;
    if (!view) {
        answer_error(call->client, &call->request.id, REASON_UNKNOWN_LIST, NULL);
    }
    pay_for_time(client, start);
    return view;
}

void asking_words_page(struct call *call) {
    const struct params_words_page *params = &call->request.params.words_page;
    const struct words_view *view = refuse_too_often(call) ? NULL : find_words(call, params->list);
    if (!view) {
        return;
    }
    struct buffer json;
    buffer_init(&json);
    words_view_encode_page(view, reader_of(call->client), (size_t)params->skip, &json);
    answer_result(call->client, &call->request.id, buffer_str(&json));
    buffer_finish(&json);
}

/* Whom a note is from is not said here, whatever the round's authorship. */
static void write_note(const struct note *note, struct buffer *json) {
    struct entity entity = {.kind = ENTITY_NOTE, .id = note->id, .seq = note_seq(note)};
    entity.body.note = (struct entity_note){.round = note->round->id, .text = note->text};
    entity_encode(&entity, json);
}

void asking_words_notes(struct call *call) {
    struct client *client = call->client;
    const struct params_words_notes *params = &call->request.params.words_notes;
    const struct words_view *view = refuse_too_often(call) ? NULL : find_words(call, params->list);
    if (!view) {
        return;
    }
    size_t count;
    const struct note **notes = words_view_notes(view, reader_of(client), params->word, &call->arena, &count);
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
