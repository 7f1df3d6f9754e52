/* The steps of words_count, in their order; inside words only. */
#ifndef SAMSKAP_WORDS_STEPS_H
#define SAMSKAP_WORDS_STEPS_H

#include "words/counting.h"

/* Notes, questions and edits to terms; who wrote which note. */
void read_all(struct counting *counting);
/* Each word to the family of its lemma. Needs the terms' figures. */
void lemma_choose(struct counting *counting);
/* What counts for each note: its words and its phrases. */
void phrase_find(struct counting *counting);
/* What people decided: splits, merges, names and marks. */
void edit_apply(struct counting *counting);
/* Suggestions for each family that stands (indexed by family); lists in the arena. */
struct suggestions {
    struct words_suggestion *list;
    size_t count;
};
void suggest_all(struct counting *counting, struct suggestions *suggestions);

/* Words that stand only within a phrase, under that phrase. */
void fold_words(struct counting *counting, const struct tally *own, const struct suggestions *suggestions);

/* Distinct authors: unit_of_term gives what each term is counted for. */
void tally_units(const struct counting *counting, const uint32_t *unit_of_term, size_t unit_count,
                 struct tally *tally);
void tally_finish(struct tally *tally);
/* Distinct organisations of each unit, to be freed. */
uint32_t *tally_breadth(const struct counting *counting, const uint32_t *unit_of_term, size_t unit_count);
void tally_terms(struct counting *counting); /* into the terms */
/* The families of the terms, before merges or after; to be freed. */
uint32_t *tally_families(const struct counting *counting, bool merged);
/* Everything decided and counted, as the caller gets it. */
void result_make(struct counting *counting, struct words_result *result);

#endif
