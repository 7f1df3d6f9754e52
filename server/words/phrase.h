/* Runs of two to four words, by the families of their words; inside words only. */
#ifndef SAMSKAP_WORDS_PHRASE_H
#define SAMSKAP_WORDS_PHRASE_H

#include "words/counting.h"

enum { PHRASE_WORDS = 4, PHRASE_RUN = PHRASE_WORDS + 1 /* as far as is looked whether a phrase goes on */ };

/* A run of words. Longer ones are made of two that overlap in all but one word. */
struct gram {
    uint32_t authors;
    uint32_t last_author; /* + 1 */
    bool open;            /* part of a run that is wanted however rare it is */
    bool wanted;          /* written whole in a field, or named by an edit */
    bool covered; /* nearly always part of a longer one: one that is shown, or one that is cut short */
    bool cut;     /* covered by one that is too long to be shown */
    bool settled;
};

struct grams {
    struct gram *list;
    size_t count;
    size_t capacity;
    struct map numbers[PHRASE_RUN + 1]; /* by length: two grams of one word less (families at 1) */
    uint32_t *at[PHRASE_RUN + 1];       /* by length, the gram that starts at each place of the stream */
    bool *open_families;
    uint32_t threshold; /* authors */
};

void grams_init(struct grams *grams, const struct counting *counting);
void grams_finish(struct grams *grams);
void grams_want(struct grams *grams, const struct counting *counting, const uint32_t *terms, size_t count);
/* Finds the runs in the notes that are no fields. */
void grams_find(struct grams *grams, const struct counting *counting);
/* Whether the run of this length at this place of the stream is a phrase. */
bool grams_is_phrase(const struct grams *grams, const struct counting *counting, size_t place, size_t length);

#endif
