/* The promise under a round's question. */
#ifndef SAMSKAP_TRANSCRIPT_PROMISE_H
#define SAMSKAP_TRANSCRIPT_PROMISE_H

#include "base/arena.h"
#include "core/model.h"

/* As it stood while the round was open and not revealed yet, in the language. */
struct str promise_of(const struct round *round, enum language language, struct arena *arena);

/* Its sentences, so that a test can look whether the pages say the same; name is NULL at the end. */
struct promise_sentence {
    const char *name, *english, *swedish;
};
extern const struct promise_sentence promise_sentences[];

#endif
