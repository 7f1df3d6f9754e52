/* What the steps of words_count hand on to each other; inside words only. Things are numbered and refer to
 * each other by number, because their arrays move while they grow. */
#ifndef SAMSKAP_WORDS_COUNTING_H
#define SAMSKAP_WORDS_COUNTING_H

#include "base/map.h"
#include "words/words.h"

#define COUNTING_NONE UINT32_MAX

/* A word or a phrase as it was written, case-folded. */
struct term {
    struct str text;
    struct str analyses; /* empty: nothing known */
    uint32_t family;     /* the one it belongs to by itself, before merges */
    uint32_t persons;
    uint32_t groups;
    uint32_t candidate; /* its first candidate lemma */
    uint32_t candidate_count;
    bool stop;   /* a function word */
    bool phrase; /* several words */
    bool asked;  /* a word of a question */
    bool alone;  /* somebody wrote it by itself */
};

struct family {
    struct str key;
    struct str label; /* given by people; absent: the form that most wrote */
    uint32_t parent;  /* merged into; COUNTING_NONE */
    uint32_t root;    /* at the end of the merges; itself where there are none */
    enum words_mark mark;
    uint32_t persons; /* without what is merged into it */
    bool stop;
    bool phrase;
    bool topic;
    bool named;  /* in an edit */
    bool nested; /* a phrase whose words are in nests */
    bool loose;  /* a phrase that does not name one thing */
    bool inside; /* a word folded under its phrase, which is the root or merged into that */
};

/* A lemma that a term may be a form of. */
struct candidate {
    struct str lemma;
    uint32_t class;  /* how likely without looking around: lower is likelier */
    uint32_t part;   /* of speech, for ties */
    uint32_t number; /* of the lemma, while lemmas are chosen */
};

/* Distinct authors of each unit: a term, a family before merges, or after them. */
struct tally {
    uint32_t *persons;
    uint32_t *groups;
};

struct counting {
    const struct words_input *input;
    struct arena *arena;
    struct map term_numbers;   /* text to number + 1 */
    struct map family_numbers; /* key to number + 1 */
    struct term *terms;
    size_t term_count;
    size_t term_capacity;
    struct family *families;
    size_t family_count;
    size_t family_capacity;
    struct candidate *candidates;
    size_t candidate_count;
    size_t candidate_capacity;
    /* The words of all notes one after the other, COUNTING_NONE where something parts them. */
    uint32_t *stream;
    size_t stream_count;
    size_t stream_capacity;
    size_t *stream_start; /* note_count + 1 */
    /* The terms that count for each note. */
    uint32_t *hits;
    size_t hit_count;
    size_t hit_capacity;
    size_t *hit_start; /* note_count + 1 */
    /* Phrases of free text and their content words: a phrase, a word, a phrase, a word … as families. */
    uint32_t *nests;
    size_t nest_count;
    size_t nest_capacity;
    uint32_t *by_author; /* the notes, those of an author together */
    uint32_t *author;    /* of each note, numbered from 0 */
    size_t author_count;
    size_t person_count; /* authors that are no groups */
};

void counting_init(struct counting *counting, const struct words_input *input, struct arena *arena);
void counting_finish(struct counting *counting);

uint32_t counting_term(struct counting *counting, struct str text); /* made where it is new */
uint32_t counting_find_term(const struct counting *counting, struct str text);
uint32_t counting_family(struct counting *counting, struct str key);
uint32_t counting_find_family(const struct counting *counting, struct str key);

/* Heap arrays that grow. */
void counting_push(uint32_t **array, size_t *count, size_t *capacity, uint32_t value);

#endif
