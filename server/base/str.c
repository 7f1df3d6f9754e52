#include "base/str.h"

#include <string.h>

struct str str_of(const char *text) {
    return (struct str){text, text ? strlen(text) : 0};
}

bool str_is_absent(struct str text) {
    return text.data == NULL;
}

bool str_is_empty(struct str text) {
    return text.size == 0;
}

bool str_equal(struct str a, struct str b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

int str_compare(struct str a, struct str b) {
    size_t shared = a.size < b.size ? a.size : b.size;
    int order = shared == 0 ? 0 : memcmp(a.data, b.data, shared);
    if (order != 0) {
        return order;
    }
    return (a.size > b.size) - (a.size < b.size);
}

bool str_starts_with(struct str text, struct str prefix) {
    return text.size >= prefix.size && str_equal((struct str){text.data, prefix.size}, prefix);
}

bool str_split(struct str *rest, char separator, struct str *piece) {
    if (str_is_absent(*rest)) {
        return false;
    }
    const char *found = rest->size > 0 ? memchr(rest->data, separator, rest->size) : NULL;
    if (!found) {
        *piece = *rest;
        *rest = (struct str){0};
        return true;
    }
    size_t size = (size_t)(found - rest->data);
    *piece = (struct str){rest->data, size};
    *rest = (struct str){found + 1, rest->size - size - 1};
    return true;
}
