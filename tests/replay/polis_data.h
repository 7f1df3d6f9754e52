/* A recorded Pol.is conversation: comments, votes on them, and the end state that they lead to. */
#ifndef REPLAY_POLIS_DATA_H
#define REPLAY_POLIS_DATA_H

#include "base/arena.h"
#include "base/map.h"
#include "csv.h"
#include "ids.h"

struct polis_comment {
    struct str name;     /* the recording's comment-id */
    struct str text;     /* as the server is to keep it: NFC, LF */
    int64_t time;        /* milliseconds */
    size_t author;       /* a person */
    const char *refusal; /* the reason for which the server must refuse it; NULL: none */
    char id[ID_TEXT];    /* of its note */
    char choice[ID_TEXT];
    size_t agrees; /* how many persons agree in the end */
};

struct polis_vote {
    int64_t time;
    size_t comment, person;
    bool agrees;
};

struct polis {
    struct arena arena;
    struct csv comments_file;
    struct map people, comment_names; /* name to number + 1 */
    struct polis_comment *comments;
    size_t comment_count;
    struct polis_vote *votes; /* by time */
    size_t vote_count;
    size_t person_count;
    bool *agrees; /* in the end: person by comment */
};

/* Reads DIR's comments.csv, votes.csv and participants-votes.csv; false: said on standard error why not. The
 * caller finishes it, also after a failure. */
MUST_CHECK bool polis_read(const char *directory, struct polis *polis);
void polis_finish(struct polis *polis);
bool polis_agrees(const struct polis *polis, size_t person, size_t comment);

#endif
