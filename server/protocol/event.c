#include "protocol/event.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "protocol/codec.h"
#include "protocol/json.h"
#include "records/shapes.h"

/* What the store can hold; its bodies are ours, so these only guard against a damaged or foreign file. */
static const struct json_limits STORED = {.size = 256 * 1024, .depth = 16};

/* One step that brings a body of an older version to the next. */
struct upgrade {
    const struct shape *shape;
    int from;
    enum status (*step)(json_t *body);
};

/* Every kind is of its first version so far: the closing row stands alone. */
static const struct upgrade UPGRADES[] = {{NULL, 0, NULL}};

static enum status upgrade(const struct shape *shape, int version, json_t *body) {
    for (; version < shape->version; version++) {
        const struct upgrade *row = UPGRADES;
        while (row->shape != NULL && !(row->shape == shape && row->from == version)) {
            row++;
        }
        if (row->shape == NULL) {
            return STATUS_UNSUPPORTED;
        }
        enum status status = row->step(body);
        if (status != STATUS_OK) {
            return status;
        }
    }
    return version == shape->version ? STATUS_OK : STATUS_UNSUPPORTED;
}

static enum status parse_stored(struct str body, json_t **json) {
    if (json_parse(body, STORED, json) != REASON_ABSENT) {
        return STATUS_CORRUPT;
    }
    return STATUS_OK;
}

/* Takes the marks of redaction off a body; *size is the one that it had, 0 where it was not redacted. */
static enum status take_redaction(json_t *body, int64_t *size) {
    *size = 0;
    if (!json_is_true(json_object_get(body, "redacted"))) {
        return STATUS_OK;
    }
    const json_t *had = json_object_get(body, "redacted_size");
    *size = json_is_integer(had) ? json_integer_value(had) : 0;
    if (*size < 1 || *size > (int64_t)STORED.size) {
        return STATUS_CORRUPT; /* the fold adds it up */
    }
    json_object_del(body, "redacted");
    json_object_del(body, "redacted_size");
    return STATUS_OK;
}

/* Decodes a body of either journal; *redacted is the size it had before it was redacted, 0 where it was not.
 */
static enum status decode_stored(const struct shape *shape, int version, struct str body, struct arena *arena,
                                 void *record, int64_t *redacted) {
    struct codec_error error;
    json_t *json;
    if (version < 1) {
        return STATUS_UNSUPPORTED;
    }
    enum status status = parse_stored(body, &json);
    if (status != STATUS_OK) {
        return status;
    }
    status = upgrade(shape, version, json);
    if (status == STATUS_OK) {
        status = take_redaction(json, redacted);
    }
    if (status == STATUS_OK) {
        enum codec_source source = *redacted > 0 ? CODEC_JOURNAL_REDACTED : CODEC_JOURNAL;
        status = codec_decode(shape, json, source, arena, record, &error) == STATUS_OK ? STATUS_OK
                                                                                       : STATUS_CORRUPT;
    }
    json_decref(json);
    return status;
}

static void remove_personal(const struct shape *shape, json_t *body);

static void remove_personal_in(const struct field *field, json_t *value) {
    if (!field->array) {
        remove_personal(field->shape, value);
        return;
    }
    for (size_t i = 0; i < json_array_size(value); i++) {
        remove_personal(field->shape, json_array_get(value, i));
    }
}

static void remove_personal(const struct shape *shape, json_t *body) {
    for (size_t i = 0; i < shape->field_count; i++) {
        const struct field *field = &shape->fields[i];
        if (field->personal) {
            json_object_del(body, field->name.data);
        } else if (field->type == FIELD_OBJECT) {
            remove_personal_in(field, json_object_get(body, field->name.data));
        }
    }
}

/* The stored text is changed and not encoded anew: it keeps its version and all that is not personal. */
static enum status redact_stored(const struct shape *shape, int version, struct str body,
                                 struct buffer *redacted) {
    json_t *json;
    if (version != shape->version) {
        return STATUS_UNSUPPORTED;
    }
    enum status status = parse_stored(body, &json);
    if (status != STATUS_OK) {
        return status;
    }
    char *text = NULL;
    if (json_is_object(json)) {
        remove_personal(shape, json);
        if (!json_is_true(json_object_get(json, "redacted"))) {
            json_object_set_new(json, "redacted", json_true());
            json_object_set_new(json, "redacted_size", json_integer((json_int_t)body.size));
        }
        text = json_dumps(json, JSON_COMPACT | JSON_SORT_KEYS);
    }
    if (text != NULL) {
        buffer_append_str(redacted, str_of(text));
    }
    status = text != NULL ? STATUS_OK : STATUS_CORRUPT;
    free(text);
    json_decref(json);
    return status;
}

/* ---- events of a process ---- */

struct str event_name(enum event_kind kind) {
    return event_shapes[kind].name;
}

int event_version(enum event_kind kind) {
    return event_shapes[kind].version;
}

static void hash_body(const struct shape *shape, const void *record, unsigned leave_out,
                      uint8_t hash[EVENT_HASH_SIZE]) {
    unsigned char full[crypto_hash_sha256_BYTES];
    struct buffer text;
    buffer_init(&text);
    buffer_append_str(&text, shape->name);
    buffer_append_byte(&text, '\0');
    codec_encode(shape, record, leave_out, &text);
    crypto_hash_sha256(full, (const unsigned char *)text.data, text.size);
    memcpy(hash, full, EVENT_HASH_SIZE);
    buffer_finish(&text);
}

void event_hash(struct event *event) {
    const struct shape *shape = &event_shapes[event->kind];
    hash_body(shape, &event->body, CODEC_NO_SERVER, event->hash);
    hash_body(shape, &event->body, CODEC_NO_SERVER | CODEC_NO_PERSONAL, event->bare_hash);
}

static struct str sum_text(struct str text, struct arena *arena) {
    unsigned char sum[crypto_hash_sha256_BYTES];
    char digits[2 * crypto_hash_sha256_BYTES + 1];
    crypto_hash_sha256(sum, (const unsigned char *)(text.size > 0 ? text.data : ""), text.size);
    sodium_bin2hex(digits, sizeof digits, sum, sizeof sum);
    return arena_copy(arena, str_of(digits));
}

void event_sum_text(struct event *event, struct arena *arena) {
    if (event->kind == EVENT_STUDY_PUT) {
        event->body.study_put.hash = sum_text(event->body.study_put.text, arena);
    } else if (event->kind == EVENT_INFORMATION_PUT) {
        event->body.information_put.hash = sum_text(event->body.information_put.text, arena);
    }
}

enum status event_decode(struct str kind, int version, struct str body, struct arena *arena,
                         struct event *event) {
    event->kind = (enum event_kind)shape_find(event_shapes, EVENT_END, kind);
    if (event->kind == EVENT_ABSENT) {
        return STATUS_UNSUPPORTED;
    }
    const struct shape *shape = &event_shapes[event->kind];
    int64_t redacted = 0;
    enum status status = decode_stored(shape, version, body, arena, &event->body, &redacted);
    if (status != STATUS_OK) {
        return status;
    }
    event->redacted = redacted > 0;
    event->size = redacted > 0 ? redacted : (int64_t)body.size;
    event_hash(event);
    return STATUS_OK;
}

void event_encode(struct event *event, struct buffer *body) {
    size_t before = body->size;
    codec_encode(&event_shapes[event->kind], &event->body, CODEC_ALL, body);
    event->size = (int64_t)(body->size - before);
    event_hash(event);
}

enum status event_redact(struct str kind, int version, struct str body, struct buffer *redacted) {
    int found = shape_find(event_shapes, EVENT_END, kind);
    return found == 0 ? STATUS_UNSUPPORTED : redact_stored(&event_shapes[found], version, body, redacted);
}

/* ---- events of the house ---- */

struct str house_name(enum house_kind kind) {
    return house_shapes[kind].name;
}

int house_version(enum house_kind kind) {
    return house_shapes[kind].version;
}

enum status house_redact(struct str kind, int version, struct str body, struct buffer *redacted) {
    int found = shape_find(house_shapes, HOUSE_END, kind);
    return found == 0 ? STATUS_UNSUPPORTED : redact_stored(&house_shapes[found], version, body, redacted);
}

enum status house_decode(struct str kind, int version, struct str body, struct arena *arena,
                         enum house_kind *decoded, union house_body *record) {
    int64_t redacted;
    *decoded = (enum house_kind)shape_find(house_shapes, HOUSE_END, kind);
    if (*decoded == HOUSE_ABSENT) {
        return STATUS_UNSUPPORTED;
    }
    return decode_stored(&house_shapes[*decoded], version, body, arena, record, &redacted);
}

void house_encode(enum house_kind kind, const union house_body *record, struct buffer *body) {
    codec_encode(&house_shapes[kind], record, CODEC_ALL, body);
}

void house_hash(enum house_kind kind, const union house_body *record, uint8_t hash[EVENT_HASH_SIZE]) {
    hash_body(&house_shapes[kind], record, CODEC_NO_SERVER, hash);
}
