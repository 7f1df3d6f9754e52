/* Which looked-up forms of a process something still has: a note's text, a question, a decision about words.
 * The others are to be emptied like the texts that they came from. */
#ifndef SAMSKAP_LIVE_FORMS_USED_H
#define SAMSKAP_LIVE_FORMS_USED_H

#include "core/process.h"
#include "words/words.h"

enum words_language forms_language(enum language language);
/* Up to capacity seqs of forms that nothing has, ascending; how many. Reads every note: for seldom. */
size_t forms_unused(const struct process *process, struct map_seed seed, int64_t *seqs, size_t capacity);

#endif
