#include "access/secret.h"

#include <criterion/criterion.h>
#include <string.h>

Test(secret, is_made_of_32_digits_and_never_twice) {
    char first[SECRET_TEXT + 1], second[SECRET_TEXT + 1];
    secret_make(first);
    secret_make(second);
    cr_expect(secret_is_one(str_of(first)));
    cr_expect(secret_is_one(str_of(second)));
    cr_expect_str_neq(first, second);
}

Test(secret, has_one_form_only) {
    static const char *const refused[] = {
        "",
        "0123456789abcdef0123456789abcde",
        "0123456789abcdef0123456789abcdef0",
        "0123456789ABCDEF0123456789abcdef",
        "0123456789abcdef0123456789abcdeg",
        "0123456789abcdef 123456789abcdef",
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        cr_expect_not(secret_is_one(str_of(refused[i])), "%s", refused[i]);
    }
    cr_expect_not(secret_is_one((struct str){0}));
    cr_expect(secret_is_one(STR("0123456789abcdef0123456789abcdef")));
}

/* FIPS 180-2, appendix B.1, and the empty message. */
Test(secret, hash_is_sha256) {
    char hash[SECRET_HASH + 1];
    secret_hash(STR("abc"), hash);
    cr_expect_str_eq(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    secret_hash((struct str){0}, hash);
    cr_expect_str_eq(hash, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static struct id id_of_text(const char *text) {
    struct id id = {{0}};
    cr_assert_eq(id_parse(text, strlen(text), &id), STATUS_OK);
    return id;
}

/* Worked out by another implementation of SHA-256 (Python's hashlib). */
Test(secret, a_participants_token_is_known_to_one_process_only) {
    struct id process = id_of_text("0f8fad5b-d9cb-469f-a165-70867728950e");
    char hash[SECRET_HASH + 1], other[SECRET_HASH + 1];
    participant_hash(STR("0123456789abcdef0123456789abcdef"), process, hash);
    cr_expect_str_eq(hash, "b2415400912ed36998b0a1a35911d57c120a271e2effb71a73bfb8428e7f76ef");
    process.bytes[15] ^= 1;
    participant_hash(STR("0123456789abcdef0123456789abcdef"), process, other);
    cr_expect_str_neq(hash, other);
}

/* Worked out by another implementation of HMAC-SHA256 (Python's hmac). */
Test(secret, author_is_an_hmac_of_process_and_scope) {
    struct id process = id_of_text("0f8fad5b-d9cb-469f-a165-70867728950e");
    struct id scope = id_of_text("7c9e6679-7425-40de-944b-e07fc1f90ae7");
    struct id expected = {
        {0xca, 0xd7, 0xb0, 0x90, 0xd1, 0x6e, 0x3b, 0xb6, 0xed, 0xf7, 0x8b, 0x23, 0x54, 0xf9, 0x8e, 0xb1}};
    struct id author = author_of(STR("0123456789abcdef0123456789abcdef"), process, scope);
    cr_expect(id_equal(author, expected));
    struct id of_zeros = {
        {0x60, 0x87, 0xd6, 0x58, 0x1c, 0x0b, 0x24, 0xaf, 0x7a, 0x74, 0xf1, 0xff, 0x6f, 0x46, 0xaa, 0xb7}};
    author = author_of(STR("ffffffffffffffffffffffffffffffff"), (struct id){{0}}, (struct id){{0}});
    cr_expect(id_equal(author, of_zeros));
}

Test(secret, authors_differ_by_person_process_and_scope) {
    struct str secret = STR("0123456789abcdef0123456789abcdef");
    struct id process = {{1}}, other = {{2}}, scope = {{3}};
    struct id author = author_of(secret, process, scope);
    cr_expect(id_equal(author, author_of(secret, process, scope)));
    cr_expect_not(id_equal(author, author_of(STR("0123456789abcdef0123456789abcdee"), process, scope)));
    cr_expect_not(id_equal(author, author_of(secret, other, scope)));
    cr_expect_not(id_equal(author, author_of(secret, process, other)));
    cr_expect_not(id_equal(author, author_of(secret, scope, process)), "the order of the two counts");
}

/* Of 2 000 codes each digit is expected 200 times in a place, 222 in the first: all bounds lie five standard
 * deviations away. */
Test(secret, join_codes_have_ten_even_digits_of_which_the_first_is_not_0) {
    enum { CODES = 2000 };
    int seen[JOIN_CODE][10] = {{0}};
    for (int i = 0; i < CODES; i++) {
        char code[JOIN_CODE + 1];
        join_code_make(code);
        cr_assert_eq(strlen(code), JOIN_CODE);
        for (int place = 0; place < JOIN_CODE; place++) {
            cr_assert(code[place] >= '0' && code[place] <= '9');
            seen[place][code[place] - '0']++;
        }
    }
    cr_expect_eq(seen[0][0], 0);
    for (int place = 0; place < JOIN_CODE; place++) {
        for (int digit = place == 0 ? 1 : 0; digit < 10; digit++) {
            int count = seen[place][digit];
            cr_expect(count > 120 && count < 310, "digit %d at %d: %d times", digit, place, count);
        }
    }
}

Test(secret, a_password_is_known_again_and_a_wrong_one_is_not) {
    char hash[PASSWORD_HASH], again[PASSWORD_HASH];
    cr_assert_eq(password_hash(STR("blåbärspaj"), hash), STATUS_OK);
    cr_assert_eq(password_hash(STR("blåbärspaj"), again), STATUS_OK);
    cr_expect_eq(strncmp(hash, "$argon2id$", 10), 0);
    cr_expect_str_neq(hash, again, "salted");
    cr_expect(password_verify(STR("blåbärspaj"), str_of(hash)));
    cr_expect(password_verify(STR("bla\xcc\x8a"
                                  "ba\xcc\x88rspaj"),
                              str_of(hash)),
              "the same letters, composed otherwise");
    cr_expect_not(password_verify(STR("blabarspaj"), str_of(hash)));
    cr_expect_not(password_verify(STR("blåbärspaj "), str_of(hash)));
    cr_expect_not(password_verify((struct str){0}, str_of(hash)));
}

Test(secret, what_is_no_hash_fits_no_password) {
    cr_expect_not(password_verify(STR("blåbärspaj"), (struct str){0}));
    cr_expect_not(password_verify(STR("blåbärspaj"), STR("blåbärspaj")));
    static const char long_hash[PASSWORD_HASH + 40] = "$argon2id$v=19$m=65536,t=2,p=1$";
    cr_expect_not(password_verify(STR("blåbärspaj"), (struct str){long_hash, sizeof long_hash}));
}

Test(secret, passwords_have_a_shortest_and_a_longest) {
    char hash[PASSWORD_HASH];
    char text[2 * PASSWORD_LONGEST + 2];
    memset(text, 'x', sizeof text);
    cr_expect_eq(password_hash((struct str){text, PASSWORD_SHORTEST - 1}, hash), STATUS_INVALID);
    cr_expect_eq(password_hash((struct str){text, PASSWORD_SHORTEST}, hash), STATUS_OK);
    cr_expect_eq(password_hash((struct str){text, PASSWORD_LONGEST}, hash), STATUS_OK);
    cr_expect_eq(password_hash((struct str){text, PASSWORD_LONGEST + 1}, hash), STATUS_INVALID);
    cr_expect_eq(password_hash((struct str){0}, hash), STATUS_INVALID);
    for (size_t i = 0; i + 1 < sizeof text; i += 2) {
        memcpy(text + i, "å", 2);
    }
    cr_expect_eq(password_hash((struct str){text, 2 * PASSWORD_LONGEST}, hash), STATUS_OK,
                 "letters, not bytes");
    cr_expect_eq(password_hash((struct str){text, 2 * PASSWORD_LONGEST + 2}, hash), STATUS_INVALID);
    cr_expect_eq(password_hash((struct str){text, 2 * (PASSWORD_SHORTEST - 1)}, hash), STATUS_INVALID);
}
