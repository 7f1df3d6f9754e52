/* hunspell, which knows stems but no parts of speech: for English, and where Apertium does not know. */
#ifndef SAMSKAP_WORDS_ANALYSER_SPELLER_H
#define SAMSKAP_WORDS_ANALYSER_SPELLER_H

#include <stdbool.h>

#include "base/buffer.h"
#include "words/words.h"

struct Hunhandle;

struct speller {
    enum words_language language;
    bool installed;
    struct Hunhandle *handle; /* NULL until the first look-up: loading takes a while */
};

void speller_init(struct speller *speller, enum words_language language);
void speller_finish(struct speller *speller);
/* Appends lemmas without tags, separated by |; nothing where the form is not known. */
void speller_look_up(struct speller *speller, struct str form, struct buffer *analyses);

#endif
