#include "core/sound.h"

#include <stddef.h>

bool key_is_sound(struct str key) {
    for (size_t i = 0; i < key.size; i++) {
        char c = key.data[i];
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
            return false;
        }
    }
    return true;
}

static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Cuts the beginning off, in whatever case. */
static bool cut_off(struct str *text, struct str beginning) {
    if (text->size < beginning.size) {
        return false;
    }
    for (size_t i = 0; i < beginning.size; i++) {
        if (lower(text->data[i]) != beginning.data[i]) {
            return false;
        }
    }
    text->data += beginning.size;
    text->size -= beginning.size;
    return true;
}

/* What no address holds unescaped; browsers read a backslash as a slash. */
static bool may_stand_in_link(char c) {
    return (unsigned char)c > ' ' && c != 0x7f && c != '"' && c != '<' && c != '>' && c != '\\';
}

bool link_is_sound(struct str link, enum link_scheme scheme) {
    bool known =
        cut_off(&link, STR("https://")) || (scheme == LINK_HTTP_TOO && cut_off(&link, STR("http://")));
    if (!known || link.size == 0) {
        return false;
    }
    for (size_t i = 0; i < link.size; i++) {
        if (!may_stand_in_link(link.data[i])) {
            return false;
        }
    }
    char first = link.data[0];
    return first != '/' && first != '?' && first != '#' && first != ':' && first != '@';
}
