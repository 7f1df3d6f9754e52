#include "protocol/json_write.h"

#include <stdbool.h>
#include <string.h>

static const char HEX[] = "0123456789abcdef";

static void write_escape(struct buffer *buffer, unsigned char c) {
    static const char plain[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    const char *found = strchr(plain, c);
    if (c != 0 && found != NULL) {
        buffer_append(buffer, (char[]){'\\', letters[found - plain]}, 2);
    } else {
        buffer_append(buffer, (char[]){'\\', 'u', '0', '0', HEX[c >> 4], HEX[c & 15]}, 6);
    }
}

void json_write_text(struct buffer *buffer, struct str text) {
    buffer_append_byte(buffer, '"');
    size_t start = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        buffer_append(buffer, text.data + start, i - start);
        write_escape(buffer, c);
        start = i + 1;
    }
    if (text.size > start) {
        buffer_append(buffer, text.data + start, text.size - start);
    }
    buffer_append_byte(buffer, '"');
}

void json_write_id(struct buffer *buffer, struct id id) {
    char text[ID_TEXT_LENGTH + 1];
    id_format(id, text);
    buffer_append_byte(buffer, '"');
    buffer_append(buffer, text, ID_TEXT_LENGTH);
    buffer_append_byte(buffer, '"');
}

void json_write_integer(struct buffer *buffer, int64_t value) {
    char digits[20];
    size_t start = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do {
        digits[--start] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (value < 0) {
        buffer_append_byte(buffer, '-');
    }
    buffer_append(buffer, digits + start, sizeof digits - start);
}

void json_write_name(struct buffer *buffer, struct str name) {
    char last = buffer->size > 0 ? buffer->data[buffer->size - 1] : '{';
    if (last != '{' && last != '[' && last != ':') {
        buffer_append_byte(buffer, ',');
    }
    buffer_append_byte(buffer, '"');
    buffer_append_str(buffer, name);
    buffer_append(buffer, "\":", 2);
}
