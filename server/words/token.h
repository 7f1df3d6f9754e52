/* Case-folded text to words: runs of letters with inner hyphens. What stands between two words tells
 * whether they may belong to one phrase. */
#ifndef SAMSKAP_WORDS_TOKEN_H
#define SAMSKAP_WORDS_TOKEN_H

#include <stdbool.h>

#include "words/words.h"

enum { TOKEN_BYTES = WORDS_FORM_SIZE * 4 + 8 };

struct token_reader {
    enum words_language language;
    struct str text; /* text_fold'ed by the caller, who keeps it */
    size_t at;
    bool broken; /* something other than a blank or a quotation mark came since the last word */
    char word[TOKEN_BYTES];
    size_t size;
    size_t length; /* code points */
};

void token_start(struct token_reader *reader, enum words_language language, struct str folded);
/* The next word, valid until the next call; broken tells of what lies before it. Words that hold a digit
 * or are longer than WORDS_FORM_SIZE break as punctuation does. */
bool token_next(struct token_reader *reader, struct str *word, bool *broken);
/* Never a value word by itself: a function word, or a single letter. */
bool token_is_stop(enum words_language language, struct str word);
/* Worth looking up, and harmless to an analyser: letters and inner hyphens only, no function word. */
bool token_is_form(enum words_language language, struct str word);

#endif
