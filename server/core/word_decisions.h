/* Lists of words, for the file that keeps what was decided about their words. */
#ifndef SAMSKAP_CORE_WORD_DECISIONS_H
#define SAMSKAP_CORE_WORD_DECISIONS_H

#include "core/state.h"

/* What is counted of it has changed. */
void word_list_touch(struct process *process, struct word_list_entry *entry);

void word_decisions_init(const struct process *process, struct word_list_entry *entry);
void word_decisions_finish(struct word_list_entry *entry);
/* All that hold, in the arena. */
void word_decisions_fill(const struct word_list *list, struct arena *arena, struct entity_words *body);

#endif
