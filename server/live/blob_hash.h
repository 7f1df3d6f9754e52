/* The names of blobs: SHA-256 in hexadecimal digits where events say them, bytes in the journal. Pure. */
#ifndef SAMSKAP_LIVE_BLOB_HASH_H
#define SAMSKAP_LIVE_BLOB_HASH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { BLOB_HASH = 32 };

/* From hexadecimal digits, lower case; false: it is no hash. */
bool blob_hash_parse(struct str text, uint8_t sha256[BLOB_HASH]);
void blob_hash_format(const uint8_t sha256[BLOB_HASH], char text[2 * BLOB_HASH + 1]);

#endif
