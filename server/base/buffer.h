/* A growing run of bytes. */
#ifndef SAMSKAP_BASE_BUFFER_H
#define SAMSKAP_BASE_BUFFER_H

#include <stddef.h>

#include "base/str.h"

struct buffer {
    char *data; /* NULL while nothing was ever appended */
    size_t size;
    size_t capacity;
};

void buffer_init(struct buffer *buffer);
void buffer_finish(struct buffer *buffer);
void buffer_clear(struct buffer *buffer); /* keeps the room */
/* Room for size more bytes behind what is there; the caller may write there and then add to size. */
char *buffer_reserve(struct buffer *buffer, size_t size);
void buffer_append(struct buffer *buffer, const void *bytes, size_t size);
void buffer_append_str(struct buffer *buffer, struct str text);
void buffer_append_byte(struct buffer *buffer, char byte);
void buffer_format(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Valid until the next change. */
struct str buffer_str(const struct buffer *buffer);
/* The bytes become the caller's, to be freed with memory_free_str; the buffer is empty again. */
struct str buffer_take(struct buffer *buffer);

#endif
