/* Themes and the notes in them, as far as they are in the record. */
#ifndef SAMSKAP_TRANSCRIPT_THEMES_H
#define SAMSKAP_TRANSCRIPT_THEMES_H

#include "transcript/tables.h"

/* Whether any of the board's rounds belongs to the record's sessions; not where it was removed. */
bool record_has_board(const struct record *record, const struct board *board);
/* How often notes of the round are in themes of the board, and how often those that are in the record are. */
void record_count_sortings(struct record *record, const struct board *board, const struct round *round,
                           int64_t *total, int64_t *included);

#endif
