#include <criterion/criterion.h>
#include <sodium.h>

#include "protocol/entity.h"

static struct entity sample(uint8_t id, const char *text, int64_t seq) {
    struct entity entity = {.kind = ENTITY_NOTE, .seq = seq};
    entity.id.bytes[15] = id;
    entity.body.note = (struct entity_note){.text = str_of(text)};
    entity.body.note.round.bytes[0] = 1;
    return entity;
}

Test(entity, kind_id_and_seq_stand_in_front) {
    struct buffer buffer;
    struct entity entity = sample(5, "Närhet\n", 9);
    buffer_init(&buffer);
    entity_encode(&entity, &buffer);
    cr_expect(str_equal(buffer_str(&buffer),
                        STR("{\"kind\":\"note\",\"id\":\"00000000-0000-0000-0000-000000000005\",\"seq\":9,"
                            "\"round\":\"01000000-0000-0000-0000-000000000000\",\"text\":\"Närhet\\n\"}")));
    buffer_finish(&buffer);
}

static void digest_of(const struct entity *entities, size_t count, char text[DIGEST_TEXT_SIZE + 1]) {
    struct digest digest;
    digest_init(&digest);
    for (size_t i = 0; i < count; i++) {
        digest_add(&digest, &entities[i]);
    }
    digest_finish(&digest, text);
}

Test(entity, a_digest_knows_no_order_and_no_seq) {
    char a[DIGEST_TEXT_SIZE + 1], b[DIGEST_TEXT_SIZE + 1], c[DIGEST_TEXT_SIZE + 1];
    struct entity forth[] = {sample(1, "a", 1), sample(2, "b", 2)};
    struct entity back[] = {sample(2, "b", 7), sample(1, "a", 8)};
    struct entity other[] = {sample(2, "a", 1), sample(1, "b", 2)};
    digest_of(forth, 2, a);
    digest_of(back, 2, b);
    digest_of(other, 2, c);
    cr_expect_str_eq(a, b);
    cr_expect_str_neq(a, c);
}

Test(entity, a_digest_is_the_documented_one) {
    static const char line[] = "[\"note\",\"00000000-0000-0000-0000-000000000001\","
                               "{\"round\":\"01000000-0000-0000-0000-000000000000\",\"text\":\"a\"}]\n";
    char expected[DIGEST_TEXT_SIZE + 1], text[DIGEST_TEXT_SIZE + 1];
    unsigned char hash[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(hash, (const unsigned char *)line, sizeof line - 1);
    sodium_bin2hex(expected, sizeof expected, hash, sizeof hash);
    struct entity entity = sample(1, "a", 1);
    digest_of(&entity, 1, text);
    cr_expect_str_eq(text, expected);
    digest_of(NULL, 0, text);
    cr_expect_str_eq(text, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
