/* Who is whom in research material, within one scope only: A1, A2 … The order of the labels says nothing: it
 * is that of a hash of the scope and of what no screen and no file shows (an anonymous author's id, the hash
 * of a participant's token), so the same person stands elsewhere in another scope, and nobody who has the
 * material can work out who it is. */
#ifndef SAMSKAP_TRANSCRIPT_AUTHORS_H
#define SAMSKAP_TRANSCRIPT_AUTHORS_H

#include "core/model.h"
#include "transcript/tables.h"

struct authors;

struct authors *authors_create(const struct record *record);
void authors_destroy(struct authors *authors); /* takes NULL */
/* The number behind the A; 0 for somebody without a contribution in the record. The scope is the round's. */
int64_t authors_number(struct authors *authors, const struct round *round, struct actor author);
/* An id of whoever has that number, which holds within the scope, and from record to record; in another
 * study's material it is another one. None: nobody has it. */
struct id authors_id(struct authors *authors, const struct round *round, int64_t number);

/* A voter, or somebody who answered a scale, under the label of their round's scope: "A3". */
struct numbered_voter {
    const struct voter *voter;
    int64_t number;
    struct str label;
};
/* Those of the round that are in the record, by their numbers; in the record's arena. */
struct numbered_voter *authors_voters(struct record *record, const struct round *round, size_t *count);

#endif
