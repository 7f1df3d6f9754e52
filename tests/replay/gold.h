/* How many persons used each word by the gold annotation of the sessions, and how many families are counted
 * so. */
#ifndef REPLAY_GOLD_H
#define REPLAY_GOLD_H

#include <jansson.h>

#include "base/map.h"
#include "csv.h"

struct gold {
    struct csv words;
    struct csv stop_words;
    struct map stopped;
};

/* False: said on standard error why not. The caller finishes it, also after a failure. */
MUST_CHECK bool gold_read(const char *words_path, const char *stop_words_path, struct gold *gold);
void gold_finish(struct gold *gold);
/* Adds to *count the session's gold words of at least four persons, none of whose forms is a stop word, and
 * to *right those that the list's rows count exactly so: the family that shares most forms with the gold
 * word. */
void gold_compare(const struct gold *gold, struct str session, const json_t *rows, size_t *count,
                  size_t *right);

#endif
