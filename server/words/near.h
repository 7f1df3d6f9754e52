/* Long words that are one slip of the finger apart; inside words only. */
#ifndef SAMSKAP_WORDS_NEAR_H
#define SAMSKAP_WORDS_NEAR_H

#include "words/counting.h"

/* One letter more, less or another, or two neighbours swapped, behind a first letter that is the same
 * ("otrygg" is no slip for "trygg"). */
bool near_is_slip(struct str a, struct str b);
/* Calls found once or more for pairs of written terms, of which one at least is in no dictionary, and one at
 * least is long. */
void near_find(const struct counting *counting, void (*found)(void *context, uint32_t a, uint32_t b),
               void *context);

#endif
