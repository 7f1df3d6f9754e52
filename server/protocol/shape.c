#include "protocol/shape.h"

#include "base/id.h"

struct str enumeration_text(const struct enumeration *enumeration, int value) {
    if (value <= 0 || value >= enumeration->count) {
        return (struct str){NULL, 0};
    }
    return enumeration->texts[value];
}

int enumeration_value(const struct enumeration *enumeration, struct str text) {
    for (int i = 1; i < enumeration->count; i++) {
        if (str_equal(enumeration->texts[i], text)) {
            return i;
        }
    }
    return 0;
}

int shape_find(const struct shape *shapes, int count, struct str name) {
    for (int i = 1; i < count; i++) {
        if (str_equal(shapes[i].name, name)) {
            return i;
        }
    }
    return 0;
}

const struct field *shape_field(const struct shape *shape, struct str name) {
    for (size_t i = 0; i < shape->field_count; i++) {
        if (str_equal(shape->fields[i].name, name)) {
            return &shape->fields[i];
        }
    }
    return NULL;
}

size_t field_element_size(const struct field *field) {
    switch (field->type) {
    case FIELD_ID:
        return sizeof(struct id);
    case FIELD_OBJECT:
        return field->shape->size;
    case FIELD_INTEGER:
        return sizeof(int64_t);
    default:
        return sizeof(struct str);
    }
}
