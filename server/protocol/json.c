#include "protocol/json.h"

#include <stdbool.h>

#include "base/text.h"

/* The deepest nesting of brackets outside texts. What is no JSON at all is left to the parser. */
static size_t depth_of(struct str text) {
    size_t depth = 0, deepest = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (quoted) {
            i += c == '\\';
            quoted = c != '"';
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            depth++;
            deepest = depth > deepest ? depth : deepest;
        } else if ((c == '}' || c == ']') && depth > 0) {
            depth--;
        }
    }
    return deepest;
}

enum reason json_parse(struct str text, struct json_limits limits, json_t **value) {
    *value = NULL;
    if (text.size > limits.size) {
        return REASON_TOO_LARGE;
    }
    if (!text_is_utf8(text) || depth_of(text) > limits.depth) {
        return REASON_BAD_JSON;
    }
    *value = json_loadb(text.data == NULL ? "" : text.data, text.size, JSON_REJECT_DUPLICATES, NULL);
    return *value == NULL ? REASON_BAD_JSON : REASON_ABSENT;
}
