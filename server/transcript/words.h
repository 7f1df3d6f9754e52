/* The value words as the screens count them, of the contributions that are in the record. */
#ifndef SAMSKAP_TRANSCRIPT_WORDS_H
#define SAMSKAP_TRANSCRIPT_WORDS_H

#include "protocol/words_view.h"
#include "transcript/tables.h"

/* Whether any of the list's rounds belongs to the record's sessions: such a list was on their screens. */
bool record_has_list(const struct record *record, const struct word_list *list);
/* With all, of every contribution on record, also in research material. From the arena. */
void record_count_words(const struct record *record, const struct word_list *list, bool all,
                        struct arena *arena, struct words_view *view);

#endif
