#include "base/buffer.h"

#include <assert.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

void buffer_init(struct buffer *buffer) {
    *buffer = (struct buffer){0};
}

void buffer_finish(struct buffer *buffer) {
    memory_free(buffer->data);
    buffer_init(buffer);
}

void buffer_clear(struct buffer *buffer) {
    buffer->size = 0;
}

char *buffer_reserve(struct buffer *buffer, size_t size) {
    assert(size <= SIZE_MAX / 2 - buffer->size);
    /* One byte at least, so that what is returned can always be pointed at. */
    size_t wanted = buffer->size + (size > 0 ? size : 1);
    buffer->data = memory_grow(buffer->data, &buffer->capacity, wanted, 1);
    return buffer->data + buffer->size;
}

void buffer_append(struct buffer *buffer, const void *bytes, size_t size) {
    if (size > 0) {
        memcpy(buffer_reserve(buffer, size), bytes, size);
        buffer->size += size;
    }
}

void buffer_append_str(struct buffer *buffer, struct str text) {
    buffer_append(buffer, text.data, text.size);
}

void buffer_append_byte(struct buffer *buffer, char byte) {
    *buffer_reserve(buffer, 1) = byte;
    buffer->size++;
}

void buffer_format(struct buffer *buffer, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    assert(size >= 0);
    vsnprintf(buffer_reserve(buffer, (size_t)size + 1), (size_t)size + 1, format, again);
    buffer->size += (size_t)size;
    va_end(again);
    va_end(arguments);
}

struct str buffer_str(const struct buffer *buffer) {
    return buffer->data ? (struct str){buffer->data, buffer->size} : STR("");
}

struct str buffer_take(struct buffer *buffer) {
    struct str taken = buffer->data ? (struct str){buffer->data, buffer->size} : memory_copy_str(STR(""));
    buffer_init(buffer);
    return taken;
}
