/* What looks words up: Apertium as a child over a socket, hunspell for what Apertium does not know or where
 * it is missing, else nothing. Never on the loop's thread: a look-up may take a second. */
#ifndef SAMSKAP_WORDS_ANALYSER_ANALYSER_H
#define SAMSKAP_WORDS_ANALYSER_ANALYSER_H

#include "base/buffer.h"
#include "base/str.h"
#include "words/words.h"

struct analyser; /* not for two threads at once */

/* What of it is installed is found out now; with nothing there every answer is empty. Never NULL. */
struct analyser *analyser_open(void);
void analyser_close(struct analyser *analyser); /* takes NULL; ends its child */
/* Appends the analyses of a form (lemma<tags>, or from hunspell the lemma alone, separated by |; at most 2
 * 000 bytes; nothing where it is not known). The form must be one that words_forms_of gave; anything else is
 * not looked up. A child that dies is started again; one that does not answer in a second is ended, and the
 * next engine asked. */
void analyser_look_up(struct analyser *analyser, enum words_language language, struct str form,
                      struct buffer *analyses);
/* The engine in use for a language, for people: "Apertium", "hunspell", "none". */
const char *analyser_engine(const struct analyser *analyser, enum words_language language);

#endif
