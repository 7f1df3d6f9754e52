/* Apertium's analyser of Swedish, lt-proc, as a child over a socket: a form and a NUL go in, its analyses
 * and a NUL come out. Never on the loop's thread. */
#ifndef SAMSKAP_WORDS_ANALYSER_APERTIUM_H
#define SAMSKAP_WORDS_ANALYSER_APERTIUM_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/child.h"
#include "base/str.h"

enum { APERTIUM_PATIENCE_MS = 1000 };

struct apertium {
    char *program; /* NULL: not installed */
    char *dictionary;
    struct child child;
    int failures;       /* one after the other */
    int64_t rest_until; /* monotonic microseconds: not tried before */
    struct buffer answer;
};

/* Looks for the program in PATH and for the dictionary; nothing is started yet. */
void apertium_init(struct apertium *apertium);
void apertium_finish(struct apertium *apertium); /* ends and reaps the child */
bool apertium_is_installed(const struct apertium *apertium);
/* Appends the analyses of a form of letters and hyphens. False: no answer in time, or the child died twice.
 */
bool apertium_look_up(struct apertium *apertium, struct str form, struct buffer *analyses);

/* Appends what lt-proc answered for a form as lemma<tags>, separated by |. Compounds and hyphenated words
 * keep what stands before their last part: ^vårdtiden/vård<n><cmp>+tid<n><def>$ gives vårdtid<n><def>. */
void apertium_read_answer(struct str form, struct str answer, struct buffer *analyses);

#endif
