#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

enum { BLOCK_SIZE = 4096, ALIGNMENT = alignof(max_align_t) };

struct arena_block {
    struct arena_block *older;
    size_t size; /* of data */
    alignas(max_align_t) char data[];
};

static void free_newest(struct arena *arena) {
    struct arena_block *older = arena->block->older;
    memory_free(arena->block);
    arena->block = older;
}

static void add_block(struct arena *arena, size_t size) {
    size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
    struct arena_block *block = memory_resize_array(NULL, sizeof *block + room, 1);
    block->older = arena->block;
    block->size = room;
    arena->block = block;
    arena->used = 0;
}

void arena_init(struct arena *arena) {
    *arena = (struct arena){0};
}

void arena_finish(struct arena *arena) {
    while (arena->block) {
        free_newest(arena);
    }
    arena->used = 0;
}

void arena_reset(struct arena *arena) {
    while (arena->block && arena->block->older) {
        free_newest(arena);
    }
    arena->used = 0;
}

void *arena_allocate(struct arena *arena, size_t size) {
    assert(size <= SIZE_MAX / 2);
    size_t start = (arena->used + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (!arena->block || start > arena->block->size || size > arena->block->size - start) {
        add_block(arena, size);
        start = 0;
    }
    arena->used = start + size;
    return memset(arena->block->data + start, 0, size);
}

void *arena_allocate_array(struct arena *arena, size_t count, size_t size) {
    size_t product;
    bool overflows = __builtin_mul_overflow(count, size, &product);
    return arena_allocate(arena, overflows ? SIZE_MAX : product);
}

struct str arena_copy(struct arena *arena, struct str text) {
    if (str_is_absent(text)) {
        return text;
    }
    char *copy = arena_allocate(arena, text.size + 1);
    memcpy(copy, text.data, text.size);
    return (struct str){copy, text.size};
}

struct str arena_format(struct arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    assert(size >= 0);
    char *text = arena_allocate(arena, (size_t)size + 1);
    vsnprintf(text, (size_t)size + 1, format, again);
    va_end(again);
    va_end(arguments);
    return (struct str){text, (size_t)size};
}
