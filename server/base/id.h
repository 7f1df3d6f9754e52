/* Ids: 128 bits, made by clients as random UUIDs (version 4). The id of all zeros means "none". */
#ifndef SAMSKAP_BASE_ID_H
#define SAMSKAP_BASE_ID_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

struct id {
    uint8_t bytes[16];
};

enum { ID_TEXT_LENGTH = 36 };

bool id_is_none(struct id id);
bool id_equal(struct id a, struct id b);
/* Order of the bytes, which is the order of the texts. */
int id_compare(struct id a, struct id b);

/* Lower-case, hyphenated, closed by a NUL. */
void id_format(struct id id, char text[ID_TEXT_LENGTH + 1]);

/* Takes exactly the form that id_format writes: one id has one text. INVALID for all else, the id of zeros
 * too. */
MUST_CHECK enum status id_parse(const char *text, size_t length, struct id *id);

#endif
