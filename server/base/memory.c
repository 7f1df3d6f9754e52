#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 8 };

static _Noreturn void give_up(void) {
    fputs("samskap: error: out of memory\n", stderr);
    abort();
}

static void *required(void *block) {
    if (!block) {
        give_up();
    }
    return block;
}

void *memory_allocate(size_t size) {
    return required(calloc(1, size > 0 ? size : 1));
}

void *memory_resize(void *block, size_t size) {
    return required(realloc(block, size > 0 ? size : 1));
}

void *memory_resize_array(void *block, size_t count, size_t size) {
    size_t product;
    if (__builtin_mul_overflow(count, size, &product)) {
        give_up();
    }
    return memory_resize(block, product);
}

void *memory_grow(void *block, size_t *capacity, size_t count, size_t size) {
    if (count <= *capacity) {
        return block;
    }
    size_t wanted = *capacity > 0 ? *capacity : FIRST_CAPACITY;
    while (wanted < count) {
        wanted = wanted > SIZE_MAX / 2 ? count : wanted * 2;
    }
    block = memory_resize_array(block, wanted, size);
    *capacity = wanted;
    return block;
}

struct str memory_copy_str(struct str text) {
    if (str_is_absent(text)) {
        return text;
    }
    char *copy = memory_allocate(text.size + 1);
    memcpy(copy, text.data, text.size);
    return (struct str){copy, text.size};
}

void memory_free(void *block) {
    free(block);
}

void memory_free_str(struct str *text) {
    free((char *)text->data);
    *text = (struct str){0};
}
