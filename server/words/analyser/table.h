/* Words of notes on paper: text in, a table out (`samskap words`). */
#ifndef SAMSKAP_WORDS_ANALYSER_TABLE_H
#define SAMSKAP_WORDS_ANALYSER_TABLE_H

#include "base/status.h"
#include "words/analyser/analyser.h"

/* notes: UTF-8 lines `person TAB text`; the same person may stand in several lines, empty lines are passed
 * over. Appends lines `persons TAB word TAB forms` to table: most persons first, forms separated by |, topic
 * words and repeated phrases included, function words not. INVALID: a line has no TAB, or is not UTF-8; then
 * *line is its number, from 1, and nothing is appended. */
MUST_CHECK enum status words_tabulate(enum words_language language, struct str notes,
                                      struct analyser *analyser, struct buffer *table, size_t *line);

#endif
