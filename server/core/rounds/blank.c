#include "core/rounds/blank.h"

#include <stddef.h>

static bool is_blank_character(const unsigned char *at, size_t left, size_t *length) {
    *length = 1;
    if (*at == ' ' || *at == '\n' || *at == '\t') {
        return true;
    }
    *length = 2;
    if (left >= 2 && at[0] == 0xc2 && at[1] == 0xa0) { /* no-break space */
        return true;
    }
    *length = 3; /* U+2000-U+200D and U+202F: spaces of other widths, U+3000, U+FEFF */
    return left >= 3 &&
           ((at[0] == 0xe2 && at[1] == 0x80 && ((at[2] >= 0x80 && at[2] <= 0x8d) || at[2] == 0xaf)) ||
            (at[0] == 0xe3 && at[1] == 0x80 && at[2] == 0x80) ||
            (at[0] == 0xef && at[1] == 0xbb && at[2] == 0xbf));
}

bool text_is_blank(struct str text) {
    size_t length;
    for (size_t i = 0; i < text.size; i += length) {
        if (!is_blank_character((const unsigned char *)text.data + i, text.size - i, &length)) {
            return false;
        }
    }
    return true;
}
