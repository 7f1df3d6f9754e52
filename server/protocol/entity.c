#include "protocol/entity.h"

#include <sodium.h>
#include <stdlib.h>

#include "base/memory.h"
#include "protocol/codec.h"
#include "protocol/json_write.h"
#include "records/shapes.h"

/* Where a line stands in the digest's text, and what it is sorted by. */
struct digest_line {
    struct str kind;
    struct id id;
    size_t start, size;
};

struct str entity_name(enum entity_kind kind) {
    return entity_shapes[kind].name;
}

void entity_encode(const struct entity *entity, struct buffer *buffer) {
    buffer_append_str(buffer, STR("{\"kind\":"));
    json_write_text(buffer, entity_name(entity->kind));
    json_write_name(buffer, STR("id"));
    json_write_id(buffer, entity->id);
    json_write_name(buffer, STR("seq"));
    json_write_integer(buffer, entity->seq);
    codec_encode_members(&entity_shapes[entity->kind], &entity->body, CODEC_ALL, buffer);
    buffer_append_byte(buffer, '}');
}

void digest_init(struct digest *digest) {
    *digest = (struct digest){0};
    buffer_init(&digest->text);
}

void digest_add(struct digest *digest, const struct entity *entity) {
    struct buffer *text = &digest->text;
    size_t start = text->size;
    buffer_append_byte(text, '[');
    json_write_text(text, entity_name(entity->kind));
    buffer_append_byte(text, ',');
    json_write_id(text, entity->id);
    buffer_append_byte(text, ',');
    codec_encode(&entity_shapes[entity->kind], &entity->body, CODEC_ALL, text);
    buffer_append(text, "]\n", 2);
    digest->lines = memory_grow(digest->lines, &digest->capacity, digest->count + 1, sizeof *digest->lines);
    digest->lines[digest->count++] =
        (struct digest_line){entity_name(entity->kind), entity->id, start, text->size - start};
}

static int compare_lines(const void *a, const void *b) {
    const struct digest_line *left = a, *right = b;
    int order = str_compare(left->kind, right->kind);
    return order != 0 ? order : id_compare(left->id, right->id);
}

void digest_finish(struct digest *digest, char text[DIGEST_TEXT_SIZE + 1]) {
    crypto_hash_sha256_state state;
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_init(&state);
    if (digest->count > 0) {
        qsort(digest->lines, digest->count, sizeof *digest->lines, compare_lines);
    }
    for (size_t i = 0; i < digest->count; i++) {
        const char *start = digest->text.data + digest->lines[i].start;
        crypto_hash_sha256_update(&state, (const unsigned char *)start, digest->lines[i].size);
    }
    crypto_hash_sha256_final(&state, hash);
    sodium_bin2hex(text, DIGEST_TEXT_SIZE + 1, hash, sizeof hash);
    memory_free(digest->lines);
    buffer_finish(&digest->text);
    *digest = (struct digest){0};
}
