/* Words of a list, or themes of a board, side by side: how many persons of each column wrote them, as far as
 * that may be told. The one adapter for screens and records. Pure; the thread that owns the process.
 *
 * A person stands in one column: that which all their notes that are counted name alike (what goes along with
 * a note says, see core/rounds/bearings.c), else with the others; by session, in each session that they wrote
 * in. Fewer than five are no column of their own, nor are the others: as many columns as it takes, smallest
 * first, join them. Persons are those of the list (whose decisions hold), or of the themes. */
#ifndef SAMSKAP_PROTOCOL_COMPARISON_VIEW_H
#define SAMSKAP_PROTOCOL_COMPARISON_VIEW_H

#include "base/arena.h"
#include "core/model.h"
#include "protocol/words_view.h"
#include "records/entity.h"

enum { COMPARISON_COLUMNS = 9, COMPARISON_ROWS = 60, COMPARISON_SUBJECTS = 200, COMPARISON_WITHHELD = -1 };

/* Fill in persons, columns, rows and what counts those, in the arena: of a list that was counted, or of a
 * board, with the notes that research says. For comparisons that are told. */
void comparison_view_of_words(const struct process *process, const struct words_view *words,
                              struct arena *arena, struct entity_comparison *entity);
void comparison_view_of_board(const struct process *process, const struct board *board,
                              const struct research *research, struct arena *arena,
                              struct entity_comparison *entity);

#endif
