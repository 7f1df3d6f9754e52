#include "transcript/archive_text.h"

#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "protocol/json.h"
#include "protocol/json_write.h"

enum { DEPTH = 1 };

static void write_sum(struct buffer *buffer, const char *name, const uint8_t sum[ARCHIVE_SUM_SIZE]) {
    char text[ARCHIVE_SUM_TEXT + 1];
    sodium_bin2hex(text, sizeof text, sum, ARCHIVE_SUM_SIZE);
    json_write_name(buffer, str_of(name));
    json_write_text(buffer, str_of(text));
}

static void write_integer(struct buffer *buffer, const char *name, int64_t value) {
    json_write_name(buffer, str_of(name));
    json_write_integer(buffer, value);
}

static void write_text(struct buffer *buffer, const char *name, struct str text) {
    json_write_name(buffer, str_of(name));
    json_write_text(buffer, text);
}

static void write_id(struct buffer *buffer, const char *name, struct id id) {
    json_write_name(buffer, str_of(name));
    json_write_id(buffer, id);
}

/* ---- reading members: false where one is not there or not of its kind ---- */

static bool read_text(const json_t *object, const char *name, struct str *text) {
    const json_t *value = json_object_get(object, name);
    *text = (struct str){json_string_value(value), json_string_length(value)};
    return json_is_string(value);
}

static bool read_integer(const json_t *object, const char *name, int64_t least, int64_t most,
                         int64_t *integer) {
    const json_t *value = json_object_get(object, name);
    *integer = json_integer_value(value);
    return json_is_integer(value) && *integer >= least && *integer <= most;
}

static bool read_id(const json_t *object, const char *name, struct id *id) {
    struct str text;
    return read_text(object, name, &text) && id_parse(text.data, text.size, id) == STATUS_OK;
}

static bool read_sum(const json_t *object, const char *name, uint8_t sum[ARCHIVE_SUM_SIZE]) {
    struct str text;
    size_t size = 0;
    return read_text(object, name, &text) && text.size == ARCHIVE_SUM_TEXT &&
           sodium_hex2bin(sum, ARCHIVE_SUM_SIZE, text.data, text.size, NULL, &size, NULL) == 0 &&
           size == ARCHIVE_SUM_SIZE;
}

static json_t *parse(struct str text, size_t most, size_t members) {
    json_t *object;
    struct json_limits limits = {.size = most, .depth = DEPTH};
    if (json_parse(text, limits, &object) != REASON_ABSENT) {
        return NULL;
    }
    if (!json_is_object(object) || json_object_size(object) != members) {
        json_decref(object);
        return NULL;
    }
    return object;
}

/* ---- the manifest ---- */

void archive_encode_manifest(const struct archive_manifest *manifest, struct buffer *buffer) {
    buffer_append_byte(buffer, '{');
    write_text(buffer, "format", STR("samskap.archive"));
    write_integer(buffer, "version", ARCHIVE_VERSION);
    write_id(buffer, "process", manifest->process);
    write_integer(buffer, "events", manifest->events);
    write_integer(buffer, "blobs", manifest->blobs);
    write_sum(buffer, "sha256", manifest->sum);
    buffer_append_str(buffer, STR("}\n"));
}

static enum status read_manifest(const json_t *object, struct archive_manifest *manifest) {
    struct str format;
    int64_t version;
    if (!read_text(object, "format", &format) || !str_equal(format, STR("samskap.archive")) ||
        !read_integer(object, "version", 1, INT64_MAX, &version)) {
        return STATUS_INVALID;
    }
    if (version > ARCHIVE_VERSION) {
        return STATUS_UNSUPPORTED;
    }
    if (json_object_size(object) != 6 || !read_id(object, "process", &manifest->process) ||
        !read_integer(object, "events", 0, INT64_MAX, &manifest->events) ||
        !read_integer(object, "blobs", 0, INT64_MAX, &manifest->blobs) ||
        !read_sum(object, "sha256", manifest->sum)) {
        return STATUS_INVALID;
    }
    return manifest->events > ARCHIVE_EVENTS || manifest->blobs > ARCHIVE_BLOBS ? STATUS_TOO_LARGE
                                                                                : STATUS_OK;
}

enum status archive_decode_manifest(struct str text, struct archive_manifest *manifest) {
    json_t *object;
    struct json_limits limits = {.size = ARCHIVE_MANIFEST_SIZE, .depth = 8}; /* a newer one may be deeper */
    if (json_parse(text, limits, &object) != REASON_ABSENT) {
        return STATUS_INVALID;
    }
    enum status status = read_manifest(object, manifest);
    json_decref(object);
    return status;
}

/* ---- events ---- */

#define LAST_TIME INT64_C(253402300799999) /* of the year 9999, as in schema/types.json */

static bool is_sound(const struct archive_event *event) {
    return event->seq > 0 && event->at >= 0 && event->at <= LAST_TIME && !id_is_none(event->command) &&
           event->version > 0 && event->actor.size <= ARCHIVE_TEXT_SIZE &&
           event->kind.size <= ARCHIVE_TEXT_SIZE && event->body.size <= ARCHIVE_BODY_SIZE;
}

/* What JSON cannot carry as it is. */
static bool can_stand_in_json(struct str text) {
    return text_is_utf8(text) && (text.size == 0 || memchr(text.data, '\0', text.size) == NULL);
}

enum status archive_encode_event(const struct archive_event *event, struct buffer *buffer) {
    size_t before = buffer->size;
    if (!is_sound(event) || !can_stand_in_json(event->actor) || !can_stand_in_json(event->kind) ||
        !can_stand_in_json(event->body)) {
        return STATUS_INVALID;
    }
    buffer_append_byte(buffer, '{');
    write_integer(buffer, "seq", event->seq);
    write_id(buffer, "command", event->command);
    write_integer(buffer, "at", event->at);
    write_integer(buffer, "version", event->version);
    write_integer(buffer, "redacted", event->redacted);
    write_text(buffer, "actor", event->actor);
    write_text(buffer, "kind", event->kind);
    write_text(buffer, "body", event->body);
    buffer_append_str(buffer, STR("}\n"));
    return buffer->size - before <= ARCHIVE_LINE_SIZE ? STATUS_OK : STATUS_INVALID;
}

enum status archive_decode_event(struct str line, struct arena *arena, struct archive_event *event) {
    int64_t version = 0, redacted = 0;
    *event = (struct archive_event){0};
    json_t *object = parse(line, ARCHIVE_LINE_SIZE, 8);
    bool read =
        object && read_integer(object, "seq", 1, INT64_MAX, &event->seq) &&
        read_id(object, "command", &event->command) && read_integer(object, "at", 0, LAST_TIME, &event->at) &&
        read_integer(object, "version", 1, INT32_MAX, &version) &&
        read_integer(object, "redacted", 0, 1, &redacted) && read_text(object, "actor", &event->actor) &&
        read_text(object, "kind", &event->kind) && read_text(object, "body", &event->body);
    event->version = (int)version;
    event->redacted = redacted == 1;
    if (read && is_sound(event)) {
        event->actor = arena_copy(arena, event->actor);
        event->kind = arena_copy(arena, event->kind);
        event->body = arena_copy(arena, event->body);
    } else {
        read = false;
    }
    json_decref(object);
    return read ? STATUS_OK : STATUS_CORRUPT;
}

/* ---- blobs ---- */

enum status archive_encode_blob(const struct archive_blob *blob, struct buffer *buffer) {
    if (blob->bytes.size > ARCHIVE_BLOB_SIZE || blob->type.size > ARCHIVE_TYPE_SIZE ||
        !can_stand_in_json(blob->type)) {
        return STATUS_INVALID;
    }
    buffer_append_byte(buffer, '{');
    write_sum(buffer, "sha256", blob->sha256);
    write_text(buffer, "type", blob->type);
    write_integer(buffer, "size", (int64_t)blob->bytes.size);
    buffer_append_str(buffer, STR("}\n"));
    return STATUS_OK;
}

enum status archive_decode_blob(struct str line, struct arena *arena, struct archive_blob_line *blob) {
    json_t *object = parse(line, ARCHIVE_LINE_SIZE, 3);
    bool read = object && read_sum(object, "sha256", blob->sha256) &&
                read_text(object, "type", &blob->type) && blob->type.size <= ARCHIVE_TYPE_SIZE &&
                read_integer(object, "size", 0, ARCHIVE_BLOB_SIZE, &blob->size);
    if (read) {
        blob->type = arena_copy(arena, blob->type);
    }
    json_decref(object);
    return read ? STATUS_OK : STATUS_CORRUPT;
}

void archive_blob_name(const uint8_t sha256[ARCHIVE_SUM_SIZE], char name[ARCHIVE_BLOB_NAME + 1]) {
    char text[ARCHIVE_SUM_TEXT + 1];
    sodium_bin2hex(text, sizeof text, sha256, ARCHIVE_SUM_SIZE);
    snprintf(name, ARCHIVE_BLOB_NAME + 1, "blobs/%s", text);
}
