#include "support.h"

#include <string.h>

static json_t *sample_text(int64_t minimum, int64_t maximum) {
    char text[4096] = "";
    int64_t length = minimum > 3 ? minimum : maximum < 3 ? maximum : 3;
    for (int64_t i = 0; i < length; i++) {
        strcat(text, i % 3 == 1 ? "\"" : "å");
    }
    return json_string(text);
}

static json_t *sample_value(const struct field *field, bool all, bool client) {
    int64_t integer = field->minimum;
    switch (field->type) {
    case FIELD_ID:
        return json_string("8b1f6f5e-7f0a-4c1e-9d57-2f1f6f0c7a01");
    case FIELD_SECRET:
        return json_string("00112233445566778899aabbccddeeff");
    case FIELD_TEXT:
        return sample_text(field->minimum, field->maximum);
    case FIELD_INTEGER:
        integer += integer == field->default_value && !field->required;
        return json_integer(integer);
    case FIELD_BOOLEAN:
        return json_boolean(!field->default_value);
    case FIELD_ENUMERATION:
        return json_string(field->enumeration->texts[field->enumeration->count - 1].data);
    case FIELD_OBJECT:
        return sample_record(field->shape, all, client);
    }
    return NULL;
}

static json_t *sample_array(const struct field *field, bool all, bool client) {
    json_t *array = json_array();
    size_t count = field->minimum_items > 2 ? field->minimum_items : 2;
    for (size_t i = 0; i < count; i++) {
        json_array_append_new(array, sample_value(field, all, client));
    }
    return array;
}

json_t *sample_record(const struct shape *shape, bool all, bool client) {
    json_t *record = json_object();
    for (size_t i = 0; i < shape->field_count; i++) {
        const struct field *field = &shape->fields[i];
        if ((!all && !field->required) || (client && field->server)) {
            continue;
        }
        json_t *value = field->array ? sample_array(field, all, client) : sample_value(field, all, client);
        json_object_set_new(record, field->name.data, value);
    }
    return record;
}
