#include "base/id.h"

#include <string.h>

static const char hex_digits[] = "0123456789abcdef";

static bool hyphen_stands_at(size_t position) {
    return position == 8 || position == 13 || position == 18 || position == 23;
}

static int hex_value(char c) {
    const char *found = c != '\0' ? strchr(hex_digits, c) : NULL;
    return found ? (int)(found - hex_digits) : -1;
}

bool id_is_none(struct id id) {
    return id_equal(id, (struct id){0});
}

bool id_equal(struct id a, struct id b) {
    return id_compare(a, b) == 0;
}

int id_compare(struct id a, struct id b) {
    return memcmp(a.bytes, b.bytes, sizeof a.bytes);
}

void id_format(struct id id, char text[ID_TEXT_LENGTH + 1]) {
    size_t nibble = 0;
    for (size_t i = 0; i < ID_TEXT_LENGTH; i++) {
        if (hyphen_stands_at(i)) {
            text[i] = '-';
            continue;
        }
        uint8_t byte = id.bytes[nibble / 2];
        text[i] = hex_digits[nibble % 2 == 0 ? byte >> 4 : byte & 0xf];
        nibble++;
    }
    text[ID_TEXT_LENGTH] = '\0';
}

enum status id_parse(const char *text, size_t length, struct id *id) {
    if (length != ID_TEXT_LENGTH) {
        return STATUS_INVALID;
    }
    struct id parsed = {0};
    size_t nibble = 0;
    for (size_t i = 0; i < ID_TEXT_LENGTH; i++) {
        if (hyphen_stands_at(i)) {
            if (text[i] != '-') {
                return STATUS_INVALID;
            }
            continue;
        }
        int value = hex_value(text[i]);
        if (value < 0) {
            return STATUS_INVALID;
        }
        parsed.bytes[nibble / 2] |= (uint8_t)(nibble % 2 == 0 ? value << 4 : value);
        nibble++;
    }
    if (id_is_none(parsed)) {
        return STATUS_INVALID;
    }
    *id = parsed;
    return STATUS_OK;
}
