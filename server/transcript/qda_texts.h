/* What a project says by itself, in the process's language. */
#ifndef SAMSKAP_TRANSCRIPT_QDA_TEXTS_H
#define SAMSKAP_TRANSCRIPT_QDA_TEXTS_H

#include "core/model.h"

struct qda_texts {
    const char *themes, *words, *agenda, *people;                          /* headings of codes */
    const char *role, *kind;                                               /* variables of cases */
    const char *session, *item, *opened, *visibility, *authorship, *group; /* variables of sources */
    const char *since;                                                     /* with a day behind */
    const char *withheld;                                                  /* with a number behind */
    const char *summary, *answer;                                          /* names of notes */
    const char *untitled;
    const char *diary_about[DIARY_ABOUT_END];
    const char *entries[ENTRY_FORM_END];
};

const struct qda_texts *qda_texts(enum language language);

#endif
