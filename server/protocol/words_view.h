/* Value words of a process: from the fold's notes, looked-up forms and edits to counted families, and from
 * those to what screens and records show. The one adapter for both, so that they cannot differ. Pure; the
 * thread that owns the process. */
#ifndef SAMSKAP_PROTOCOL_WORDS_VIEW_H
#define SAMSKAP_PROTOCOL_WORDS_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "core/model.h"
#include "records/entity.h"
#include "words/words.h"

/* Valid as long as the process does not change and the arena stands. */
struct words_view {
    const struct word_list *list;
    enum language language;
    bool per_round; /* the rounds know their authors apart: figures are sums per round, not persons */
    const struct note **notes; /* counted: those on record; families' notes are indices into it */
    size_t note_count;
    struct words_result result;
};

/* False: no such list. */
bool words_view_make(const struct process *process, struct id list, struct arena *arena,
                     struct words_view *view);

/* Who reads: facilitators, who decide, or the room, which is shown neither suggestions nor words that were
 * dropped or stopped (a name, an insult). */
enum words_reader { WORDS_READER_HOST, WORDS_READER_ROOM };

enum { WORDS_VIEW_ROWS = 100, WORDS_VIEW_BYTES = 16 * 1024 };

/* The rows from skip on, as many as WORDS_VIEW_ROWS and WORDS_VIEW_BYTES of JSON hold (one at least); *more
 * is how many come behind them. Breadth is 0 where fewer than PROCESS_WITHHOLD_BELOW persons wrote the word.
 */
const struct word_row *words_view_rows(const struct words_view *view, enum words_reader reader, size_t skip,
                                       struct arena *arena, size_t *count, int64_t *more);
/* Fills in an entity that the fold made (title, rounds, shown …) with language, figures and the first rows.
 */
void words_view_fill(const struct words_view *view, enum words_reader reader, struct arena *arena,
                     struct entity_words *entity);
/* {"words":[…],"more":…} for words.page. */
void words_view_encode_page(const struct words_view *view, enum words_reader reader, size_t skip,
                            struct buffer *buffer);

/* The notes that a word was found in, merged and split as shown. For the room, only those that all
 * participants may see now, in the order in which screens show them (turn, id: in which order people wrote is
 * not told); else in the order in which they were made. NULL, 0 where the reader has no such word. */
const struct note **words_view_notes(const struct words_view *view, enum words_reader reader, struct str word,
                                     struct arena *arena, size_t *count);
/* A family as a row, for records. */
struct word_row words_view_row(const struct words_family *family, struct arena *arena);

#endif
