/* Who came to a word before the answers were shown to all, and who only after. */
#ifndef SAMSKAP_TRANSCRIPT_WORD_TIMES_H
#define SAMSKAP_TRANSCRIPT_WORD_TIMES_H

#include "protocol/words_view.h"

struct word_times {
    int64_t before, after; /* persons; together all who wrote the word */
    bool told;             /* else one of them is of few (see word_times.c) */
};

/* Of one family of a view that was counted; groups apart, as there. */
struct word_times word_times_count(const struct words_view *view, const struct words_family *family,
                                   struct arena *arena);

#endif
