/* A record is filled in three steps: defaults, then each member that came, then a look at which required
 * ones did not. The first thing that is wrong ends it, with the path to it. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/id.h"
#include "base/text.h"
#include "protocol/codec.h"

_Static_assert(sizeof(enum field_type) == sizeof(int), "enums are written through int");

enum { SECRET_DIGITS = 32 };

struct decoder {
    enum codec_source source;
    struct arena *arena;
    struct codec_error *error;
    size_t path_size;
};

static enum status decode_record(struct decoder *decoder, const struct shape *shape, const json_t *json,
                                 void *record);

static enum status refuse(struct decoder *decoder, const char *text) {
    decoder->error->path[decoder->path_size] = '\0';
    decoder->error->text = text;
    return STATUS_INVALID;
}

/* The longest beginning of bytes that cuts no character in two. */
static size_t whole_characters(const char *bytes, size_t size) {
    while (size > 0 && ((unsigned char)bytes[size] & 0xc0) == 0x80) {
        size--;
    }
    return size;
}

static void path_append(struct decoder *decoder, const char *text) {
    size_t size = strlen(text), room = CODEC_PATH_SIZE - 1 - decoder->path_size;
    if (size > room) {
        size = whole_characters(text, room);
    }
    memcpy(decoder->error->path + decoder->path_size, text, size);
    decoder->path_size += size;
}

/* Adds a step to the path (cut where it is too long) and returns where it was, for path_leave. */
static size_t path_enter(struct decoder *decoder, const char *step) {
    size_t before = decoder->path_size;
    path_append(decoder, before > 0 ? "." : "");
    path_append(decoder, step);
    return before;
}

static void path_leave(struct decoder *decoder, size_t before) {
    decoder->path_size = before;
}

static enum status decode_text(struct decoder *decoder, const struct field *field, const json_t *json,
                               struct str *text) {
    if (!json_is_string(json)) {
        return refuse(decoder, "must be a text");
    }
    *text = arena_copy(decoder->arena, (struct str){json_string_value(json), json_string_length(json)});
    if (decoder->source != CODEC_CLIENT) {
        return STATUS_OK;
    }
    *text = text_normalise(*text, decoder->arena);
    size_t length = text_length(*text);
    if (length < (size_t)field->minimum || length > (size_t)field->maximum) {
        return refuse(decoder, length > (size_t)field->maximum ? "is too long" : "is too short");
    }
    if (!text_is_clean(*text, field->lines)) {
        return refuse(decoder, "has a character that may not stand there");
    }
    return STATUS_OK;
}

static enum status decode_secret(struct decoder *decoder, const json_t *json, struct str *text) {
    if (!json_is_string(json) || json_string_length(json) != SECRET_DIGITS ||
        strspn(json_string_value(json), "0123456789abcdef") != SECRET_DIGITS) {
        return refuse(decoder, "must be 32 hexadecimal digits, lower case");
    }
    *text = arena_copy(decoder->arena, (struct str){json_string_value(json), SECRET_DIGITS});
    return STATUS_OK;
}

static enum status decode_integer(struct decoder *decoder, const struct field *field, const json_t *json,
                                  int64_t *value) {
    if (!json_is_integer(json)) {
        return refuse(decoder, "must be an integer");
    }
    *value = json_integer_value(json);
    if (*value < field->minimum || *value > field->maximum) {
        return refuse(decoder, "is out of bounds");
    }
    return STATUS_OK;
}

static enum status decode_enumeration(struct decoder *decoder, const struct field *field, const json_t *json,
                                      void *at) {
    struct str text = {json_string_value(json), json_string_length(json)};
    int value = json_is_string(json) ? enumeration_value(field->enumeration, text) : 0;
    if (value == 0) {
        return refuse(decoder, "is none of the values that it may have");
    }
    memcpy(at, &value, sizeof value);
    return STATUS_OK;
}

/* One value into its place; an object's place is the struct itself. */
static enum status decode_value(struct decoder *decoder, const struct field *field, const json_t *json,
                                void *at) {
    switch (field->type) {
    case FIELD_ID:
        if (!json_is_string(json) ||
            id_parse(json_string_value(json), json_string_length(json), at) != STATUS_OK) {
            return refuse(decoder, "must be a UUID, lower case");
        }
        return STATUS_OK;
    case FIELD_TEXT:
        return decode_text(decoder, field, json, at);
    case FIELD_SECRET:
        return decode_secret(decoder, json, at);
    case FIELD_INTEGER:
        return decode_integer(decoder, field, json, at);
    case FIELD_BOOLEAN:
        if (!json_is_boolean(json)) {
            return refuse(decoder, "must be true or false");
        }
        *(bool *)at = json_is_true(json);
        return STATUS_OK;
    case FIELD_ENUMERATION:
        return decode_enumeration(decoder, field, json, at);
    case FIELD_OBJECT:
        return decode_record(decoder, field->shape, json, at);
    }
    assert(false);
    return STATUS_INVALID;
}

static enum status decode_array(struct decoder *decoder, const struct field *field, const json_t *json,
                                char *record) {
    size_t count = json_array_size(json);
    if (!json_is_array(json)) {
        return refuse(decoder, "must be an array");
    }
    if (count < field->minimum_items || count > field->maximum_items) {
        return refuse(decoder,
                      count > field->maximum_items ? "has too many elements" : "has too few elements");
    }
    size_t size = field_element_size(field);
    char *elements = count > 0 ? arena_allocate_array(decoder->arena, count, size) : NULL;
    for (size_t i = 0; i < count; i++) {
        char step[24];
        snprintf(step, sizeof step, "%zu", i);
        size_t before = path_enter(decoder, step);
        enum status status = decode_value(decoder, field, json_array_get(json, i), elements + i * size);
        if (status != STATUS_OK) {
            return status;
        }
        path_leave(decoder, before);
    }
    memcpy(record + field->offset, &elements, sizeof elements);
    memcpy(record + field->count_offset, &count, sizeof count);
    return STATUS_OK;
}

static enum status decode_object(struct decoder *decoder, const struct field *field, const json_t *json,
                                 char *record) {
    void *object = arena_allocate(decoder->arena, field->shape->size);
    memcpy(record + field->offset, &object, sizeof object);
    return decode_record(decoder, field->shape, json, object);
}

static enum status decode_member(struct decoder *decoder, const struct field *field, const json_t *json,
                                 char *record) {
    if (field->array) {
        return decode_array(decoder, field, json, record);
    }
    if (field->type == FIELD_OBJECT) {
        return decode_object(decoder, field, json, record);
    }
    return decode_value(decoder, field, json, record + field->offset);
}

static void set_default(const struct field *field, char *record) {
    if (field->array) {
        return;
    }
    if (field->type == FIELD_INTEGER) {
        memcpy(record + field->offset, &field->default_value, sizeof field->default_value);
    } else if (field->type == FIELD_BOOLEAN) {
        *(bool *)(void *)(record + field->offset) = field->default_value != 0;
    }
}

static enum status check_known(struct decoder *decoder, const struct shape *shape, const json_t *json) {
    const char *name;
    json_t *value;
    json_object_foreach((json_t *)json, name, value) {
        const struct field *field = shape_field(shape, str_of(name));
        if (field != NULL && !(field->server && decoder->source == CODEC_CLIENT)) {
            continue;
        }
        path_enter(decoder, name);
        return refuse(decoder, field == NULL ? "is not known" : "is filled in by the server");
    }
    return STATUS_OK;
}

static enum status decode_record(struct decoder *decoder, const struct shape *shape, const json_t *json,
                                 void *record) {
    memset(record, 0, shape->size);
    if (!json_is_object(json)) {
        return refuse(decoder, "must be an object");
    }
    enum status status = check_known(decoder, shape, json);
    for (size_t i = 0; i < shape->field_count && status == STATUS_OK; i++) {
        const struct field *field = &shape->fields[i];
        const json_t *value = json_object_get(json, field->name.data);
        size_t before = path_enter(decoder, field->name.data);
        if (value != NULL) {
            status = decode_member(decoder, field, value, record);
        } else if (field->required && !(field->personal && decoder->source == CODEC_JOURNAL_REDACTED)) {
            status = refuse(decoder, "is missing");
        } else {
            set_default(field, record);
        }
        path_leave(decoder, before);
    }
    return status;
}

enum status codec_decode(const struct shape *shape, const json_t *json, enum codec_source source,
                         struct arena *arena, void *record, struct codec_error *error) {
    struct decoder decoder = {.source = source, .arena = arena, .error = error};
    *error = (struct codec_error){.text = ""};
    enum status status = decode_record(&decoder, shape, json, record);
    if (status == STATUS_OK) {
        error->path[0] = '\0';
    }
    return status;
}
