/* Secrets and their hashing, by libsodium: tokens, passwords, join codes, authors. Any thread. */
#ifndef SAMSKAP_ACCESS_SECRET_H
#define SAMSKAP_ACCESS_SECRET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/id.h"
#include "base/status.h"
#include "base/str.h"

enum {
    SECRET_TEXT = 32,
    SECRET_HASH = 64,
    PASSWORD_HASH = 128,
    JOIN_CODE = 10,
    PASSWORD_SHORTEST = 8,
    PASSWORD_LONGEST = 200
};

/* 128 random bits as lower-case hexadecimal digits; closed by a NUL. */
void secret_make(char text[SECRET_TEXT + 1]);
bool secret_is_one(struct str text);
/* SHA-256 of the digits, hexadecimal: how tokens are stored. They are random, so no salt is needed. */
void secret_hash(struct str secret, char hash[SECRET_HASH + 1]);
/* A participant's token, as one process knows it: SHA-256 of the digits and the process's id. So that nobody
 * can tell from two processes' journals or archives that the same device took part in both. */
void participant_hash(struct str token, struct id process, char hash[SECRET_HASH + 1]);
/* Ten random digits; the first is not 0. */
void join_code_make(char code[JOIN_CODE + 1]);

/* HMAC-SHA256(secret, "author v1" ‖ process ‖ scope), its first 128 bits (design §5). */
struct id author_of(struct str secret, struct id process, struct id scope);

/* argon2id, interactive limits: tens of milliseconds and 64 MiB, so never on the loop. INVALID: too short or
 * too long. */
MUST_CHECK enum status password_hash(struct str password, char hash[PASSWORD_HASH]);
bool password_verify(struct str password, struct str hash);

#endif
