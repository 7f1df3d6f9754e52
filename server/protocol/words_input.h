/* The fold's side of the words' adapter: plain arrays for words_count. See words_view.h. */
#ifndef SAMSKAP_PROTOCOL_WORDS_INPUT_H
#define SAMSKAP_PROTOCOL_WORDS_INPUT_H

#include "protocol/words_view.h"

/* Fills in the view's notes, language and per_round, and the input, whose arrays are in the arena. The list
 * must be set in the view. */
void words_input_make(const struct process *process, struct words_view *view, struct arena *arena,
                      struct words_input *input);

#endif
