#include "access/secret.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/random.h"
#include "base/text.h"

static const char author_prefix[] = "author v1";

_Static_assert(SECRET_TEXT == crypto_auth_hmacsha256_KEYBYTES, "a secret's digits are an HMAC key");
_Static_assert(SECRET_HASH == 2 * crypto_hash_sha256_BYTES, "a hash is SHA-256 in hexadecimal digits");
_Static_assert(PASSWORD_HASH == crypto_pwhash_STRBYTES, "libsodium's own text form of a password's hash");

/* May be called as often as one likes, from any thread. */
static void prepare(void) {
    if (sodium_init() < 0) {
        diag(DIAG_ERROR, "the system gives no random bytes");
        abort();
    }
}

void secret_make(char text[SECRET_TEXT + 1]) {
    unsigned char bytes[SECRET_TEXT / 2];
    random_bytes(bytes, sizeof bytes);
    sodium_bin2hex(text, SECRET_TEXT + 1, bytes, sizeof bytes);
    sodium_memzero(bytes, sizeof bytes);
}

bool secret_is_one(struct str text) {
    if (text.size != SECRET_TEXT) {
        return false;
    }
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            return false;
        }
    }
    return true;
}

void secret_hash(struct str secret, char hash[SECRET_HASH + 1]) {
    unsigned char bytes[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(bytes, (const unsigned char *)(secret.size > 0 ? secret.data : ""), secret.size);
    sodium_bin2hex(hash, SECRET_HASH + 1, bytes, sizeof bytes);
}

void participant_hash(struct str token, struct id process, char hash[SECRET_HASH + 1]) {
    crypto_hash_sha256_state state;
    unsigned char bytes[crypto_hash_sha256_BYTES];
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, (const unsigned char *)(token.size > 0 ? token.data : ""), token.size);
    crypto_hash_sha256_update(&state, process.bytes, sizeof process.bytes);
    crypto_hash_sha256_final(&state, bytes);
    sodium_bin2hex(hash, SECRET_HASH + 1, bytes, sizeof bytes);
    sodium_memzero(&state, sizeof state);
}

void join_code_make(char code[JOIN_CODE + 1]) {
    prepare();
    code[0] = (char)('1' + randombytes_uniform(9));
    for (int i = 1; i < JOIN_CODE; i++) {
        code[i] = (char)('0' + randombytes_uniform(10));
    }
    code[JOIN_CODE] = '\0';
}

struct id author_of(struct str secret, struct id process, struct id scope) {
    crypto_auth_hmacsha256_state state;
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    crypto_auth_hmacsha256_init(&state, (const unsigned char *)(secret.size > 0 ? secret.data : ""),
                                secret.size);
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)author_prefix, strlen(author_prefix));
    crypto_auth_hmacsha256_update(&state, process.bytes, sizeof process.bytes);
    crypto_auth_hmacsha256_update(&state, scope.bytes, sizeof scope.bytes);
    crypto_auth_hmacsha256_final(&state, mac);
    struct id author;
    memcpy(author.bytes, mac, sizeof author.bytes);
    sodium_memzero(mac, sizeof mac);
    sodium_memzero(&state, sizeof state);
    return author;
}

enum { LONGEST_BYTES = PASSWORD_LONGEST * 4 };

/* The same letters are the same password, however the keyboard composes them. The caller wipes it. */
static struct str normalised(struct str password, struct arena *arena) {
    return text_normalise(str_is_absent(password) ? STR("") : password, arena);
}

static void wipe(struct str text) {
    sodium_memzero((char *)text.data, text.size);
}

static enum status check_password(struct str password) {
    if (password.size > LONGEST_BYTES) {
        return STATUS_INVALID;
    }
    size_t length = text_length(password);
    return length < PASSWORD_SHORTEST || length > PASSWORD_LONGEST ? STATUS_INVALID : STATUS_OK;
}

enum status password_hash(struct str password, char hash[PASSWORD_HASH]) {
    enum status status = check_password(password);
    if (status != STATUS_OK) {
        return status;
    }
    prepare();
    struct arena arena;
    arena_init(&arena);
    struct str text = normalised(password, &arena);
    if (crypto_pwhash_str(hash, text.data, text.size, crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
        diag(DIAG_ERROR, "no memory to hash a password");
        abort();
    }
    wipe(text);
    arena_finish(&arena);
    return STATUS_OK;
}

bool password_verify(struct str password, struct str hash) {
    if (check_password(password) != STATUS_OK || hash.size == 0 || hash.size >= PASSWORD_HASH) {
        return false;
    }
    prepare();
    char stored[PASSWORD_HASH] = {0};
    memcpy(stored, hash.data, hash.size);
    struct arena arena;
    arena_init(&arena);
    struct str text = normalised(password, &arena);
    bool right = crypto_pwhash_str_verify(stored, text.data, text.size) == 0;
    wipe(text);
    arena_finish(&arena);
    return right;
}
