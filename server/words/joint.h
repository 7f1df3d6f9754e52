/* How the words of a phrase hold together; inside words only. */
#ifndef SAMSKAP_WORDS_JOINT_H
#define SAMSKAP_WORDS_JOINT_H

#include "words/counting.h"

/* Whether the words at place and place + 1 of the stream, both words of one note, may stand in one phrase. */
bool joint_is_open(const struct counting *counting, size_t place);
/* Whether a phrase of these words, terms, names one thing ("individen i centrum", "public transport") rather
 * than doing something with it ("skapa trygghet") or listing several ("trygghet och närhet"). */
bool joint_is_name(const struct counting *counting, const uint32_t *words, size_t count);

/* Whether the word can be nothing but a verb in a tense ("behöver", "sade"): it says something of a term, and
 * is none. Imperatives are written like other things; where one is the only other reading it does not matter.
 */
bool joint_is_finite(const struct term *term);

#endif
