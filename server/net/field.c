#include "net/field.h"

#include <strings.h>

static bool is_blank(char character) {
    return character == ' ' || character == '\t';
}

struct str field_trim(struct str value) {
    while (value.size > 0 && is_blank(*value.data)) {
        value.data++;
        value.size--;
    }
    while (value.size > 0 && is_blank(value.data[value.size - 1])) {
        value.size--;
    }
    return value;
}

bool field_next(struct str *rest, struct str *member) {
    if (!str_split(rest, ',', member)) {
        return false;
    }
    *member = field_trim(*member);
    return true;
}

/* "q=0", "q=0.000": the sender does not want it. */
static bool weighs_nothing(struct str parameters) {
    struct str one;
    while (str_split(&parameters, ';', &one)) {
        one = field_trim(one);
        if (one.size < 3 || (one.data[0] != 'q' && one.data[0] != 'Q') || one.data[1] != '=') {
            continue;
        }
        for (size_t i = 2; i < one.size; i++) {
            if (one.data[i] >= '1' && one.data[i] <= '9') {
                return false;
            }
        }
        return true;
    }
    return false;
}

bool field_lists(struct str list, struct str value) {
    struct str parameters, name;
    while (field_next(&list, &parameters)) {
        if (!str_split(&parameters, ';', &name)) {
            continue;
        }
        name = field_trim(name);
        if (name.size == value.size && strncasecmp(name.data, value.data, value.size) == 0) {
            return !weighs_nothing(parameters);
        }
    }
    return false;
}

long field_length(struct str value) {
    enum { DIGITS = 12 };
    if (value.size == 0 || value.size > DIGITS) {
        return -1;
    }
    long length = 0;
    for (size_t i = 0; i < value.size; i++) {
        if (value.data[i] < '0' || value.data[i] > '9') {
            return -1;
        }
        length = length * 10 + (value.data[i] - '0');
    }
    return length;
}
