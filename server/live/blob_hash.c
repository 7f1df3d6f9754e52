#include "live/blob_hash.h"

static int digit_value(char digit) {
    if (digit >= '0' && digit <= '9') {
        return digit - '0';
    }
    return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

bool blob_hash_parse(struct str text, uint8_t sha256[BLOB_HASH]) {
    bool sound = text.size == 2 * BLOB_HASH;
    for (size_t i = 0; sound && i < BLOB_HASH; i++) {
        int high = digit_value(text.data[2 * i]), low = digit_value(text.data[2 * i + 1]);
        sound = high >= 0 && low >= 0;
        sha256[i] = sound ? (uint8_t)(high * 16 + low) : 0;
    }
    return sound;
}

void blob_hash_format(const uint8_t sha256[BLOB_HASH], char text[2 * BLOB_HASH + 1]) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < BLOB_HASH; i++) {
        text[2 * i] = digits[sha256[i] >> 4];
        text[2 * i + 1] = digits[sha256[i] & 15];
    }
    text[2 * BLOB_HASH] = '\0';
}
