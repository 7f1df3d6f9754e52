/* What may be told of how each note of a round came about. */
#ifndef SAMSKAP_TRANSCRIPT_CROWDS_H
#define SAMSKAP_TRANSCRIPT_CROWDS_H

#include "base/arena.h"
#include "core/model.h"

enum trait {
    TRAIT_SIGHT, /* what its author could see, and whether that was after the reveal */
    TRAIT_EDITS,
    TRAIT_MEANS,
    TRAIT_LANGUAGE,
    TRAITS
};

struct weighed_note {
    const struct note *note;
    bool told[TRAITS];
};

/* Of all notes of a round that are on record, whatever record is made: which of their traits are shared by so
 * many that they say nothing of anybody (see crowds.c). */
void crowds_weigh(struct weighed_note *notes, size_t count, struct arena *arena);

#endif
