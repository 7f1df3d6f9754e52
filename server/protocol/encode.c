#include <assert.h>
#include <string.h>

#include "base/id.h"
#include "protocol/codec.h"
#include "protocol/json_write.h"

/* Enums are read through int: that is their size in this ABI (checked where they are written, in decode.c).
 */
static int read_enumeration(const void *at) {
    int value;
    memcpy(&value, at, sizeof value);
    return value;
}

static bool is_left_out(const struct field *field, unsigned leave_out) {
    return (field->personal && (leave_out & CODEC_NO_PERSONAL)) ||
           (field->server && (leave_out & CODEC_NO_SERVER));
}

static bool is_absent(const struct field *field, const char *at, size_t count) {
    if (field->array) {
        return count == 0 && !field->required;
    }
    switch (field->type) {
    case FIELD_ID:
        return id_is_none(*(const struct id *)at);
    case FIELD_TEXT:
    case FIELD_SECRET:
        return str_is_absent(*(const struct str *)(const void *)at);
    case FIELD_INTEGER:
        return !field->required && *(const int64_t *)(const void *)at == field->default_value;
    case FIELD_BOOLEAN:
        return !field->required && *(const bool *)at == (field->default_value != 0);
    case FIELD_ENUMERATION:
        return str_is_absent(enumeration_text(field->enumeration, read_enumeration(at)));
    case FIELD_OBJECT:
        return *(const void *const *)(const void *)at == NULL;
    }
    assert(false);
    return true;
}

/* One value that is there; an object is given by its own address. */
static void encode_value(const struct field *field, const void *at, unsigned leave_out,
                         struct buffer *buffer) {
    switch (field->type) {
    case FIELD_ID:
        json_write_id(buffer, *(const struct id *)at);
        break;
    case FIELD_TEXT:
    case FIELD_SECRET:
        json_write_text(buffer, *(const struct str *)at);
        break;
    case FIELD_INTEGER:
        json_write_integer(buffer, *(const int64_t *)at);
        break;
    case FIELD_BOOLEAN:
        buffer_append_str(buffer, *(const bool *)at ? STR("true") : STR("false"));
        break;
    case FIELD_ENUMERATION:
        json_write_text(buffer, enumeration_text(field->enumeration, read_enumeration(at)));
        break;
    case FIELD_OBJECT:
        codec_encode(field->shape, at, leave_out, buffer);
        break;
    }
}

static void encode_array(const struct field *field, const char *elements, size_t count, unsigned leave_out,
                         struct buffer *buffer) {
    size_t size = field_element_size(field);
    buffer_append_byte(buffer, '[');
    for (size_t i = 0; i < count; i++) {
        if (i > 0) {
            buffer_append_byte(buffer, ',');
        }
        encode_value(field, elements + i * size, leave_out, buffer);
    }
    buffer_append_byte(buffer, ']');
}

void codec_encode_members(const struct shape *shape, const void *record, unsigned leave_out,
                          struct buffer *buffer) {
    for (size_t i = 0; i < shape->field_count; i++) {
        const struct field *field = &shape->fields[i];
        const char *at = (const char *)record + field->offset;
        size_t count = 0;
        if (field->array) {
            memcpy(&count, (const char *)record + field->count_offset, sizeof count);
        }
        if (is_left_out(field, leave_out) || is_absent(field, at, count)) {
            continue;
        }
        json_write_name(buffer, field->name);
        if (field->array) {
            encode_array(field, *(const char *const *)(const void *)at, count, leave_out, buffer);
        } else if (field->type == FIELD_OBJECT) {
            encode_value(field, *(const void *const *)(const void *)at, leave_out, buffer);
        } else {
            encode_value(field, at, leave_out, buffer);
        }
    }
}

void codec_encode(const struct shape *shape, const void *record, unsigned leave_out, struct buffer *buffer) {
    buffer_append_byte(buffer, '{');
    codec_encode_members(shape, record, leave_out, buffer);
    buffer_append_byte(buffer, '}');
}
