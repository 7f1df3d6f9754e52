/* The word lists of server/words/lists, which the build embeds. Words are case-folded. */
#ifndef SAMSKAP_WORDS_LISTS_H
#define SAMSKAP_WORDS_LISTS_H

#include <stdbool.h>

#include "words/words.h"

/* STOP: function words; TOPIC: lemmas that are set aside; LEAD: says nothing at the start of a field;
 * CLAUSE: verbs that no phrase runs over. */
enum lists_kind { LISTS_STOP, LISTS_TOPIC, LISTS_LEAD, LISTS_CLAUSE };

bool lists_contain(enum words_language language, enum lists_kind kind, struct str word);
/* The lemma of an irregular English form; absent where there is none. */
struct str lists_irregular(struct str form);
/* The whole list, a word a line, in the order of the bytes, without its comment. */
struct str lists_text(enum words_language language, enum lists_kind kind);

#endif
