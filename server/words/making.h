/* What stands under each family of the result: its terms, the families merged into it, its notes. */
#ifndef SAMSKAP_WORDS_MAKING_H
#define SAMSKAP_WORDS_MAKING_H

#include "words/steps.h"

/* Everything that a family of the result is made of, by family number. */
struct making {
    struct counting *counting;
    struct tally own; /* without merges */
    struct tally whole;
    uint32_t *breadth;
    size_t *first_term; /* into terms_of, family_count + 1 */
    uint32_t *terms_of; /* the terms of each root, those that most wrote first */
    size_t *first_part; /* into parts_of, family_count + 1 */
    uint32_t *parts_of; /* the families under each root */
    size_t *first_note; /* into notes_of, family_count + 1 */
    uint32_t *notes_of; /* the notes of each root, ascending */
    struct suggestions *suggestions;
};

/* After all edits: figures, suggestions, and who stands under whom. */
void making_start(struct making *making, struct counting *counting);
void making_finish(struct making *making);

#endif
