#include "live/chance.h"

#include "live/state.h"

static void fill(struct live *live, void *bytes, size_t size) {
    live->options.random(live->options.context, bytes, size);
}

struct id chance_id(struct live *live) {
    struct id id;
    fill(live, id.bytes, sizeof id.bytes);
    id.bytes[6] = (uint8_t)((id.bytes[6] & 0x0f) | 0x40); /* version 4, RFC 4122 section 4.4 */
    id.bytes[8] = (uint8_t)((id.bytes[8] & 0x3f) | 0x80);
    return id;
}

void chance_secret(struct live *live, char text[SECRET_TEXT + 1]) {
    static const char digits[] = "0123456789abcdef";
    uint8_t bytes[SECRET_TEXT / 2];
    fill(live, bytes, sizeof bytes);
    for (size_t i = 0; i < sizeof bytes; i++) {
        text[2 * i] = digits[bytes[i] >> 4];
        text[2 * i + 1] = digits[bytes[i] & 15];
    }
    text[SECRET_TEXT] = '\0';
}

void chance_digits(struct live *live, char *digits, size_t count) {
    for (size_t i = 0; i < count;) {
        uint8_t byte;
        fill(live, &byte, 1);
        if (byte < 250 && (i > 0 || byte % 10 > 0)) { /* 250 and above would favour some digits */
            digits[i++] = (char)('0' + byte % 10);
        }
    }
    digits[count] = '\0';
}
