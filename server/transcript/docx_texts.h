/* The words that a document has of its own, in the process's language. */
#ifndef SAMSKAP_TRANSCRIPT_DOCX_TEXTS_H
#define SAMSKAP_TRANSCRIPT_DOCX_TEXTS_H

#include "core/model.h"

struct docx_texts {
    const char *language; /* as documents name it: sv-SE */
    const char *documentation, *research, *made;
    const char *anonymous; /* a number follows; so it does where it says how many notes and persons */
    const char *nothing, *not_shown, *withheld;
    const char *author, *choice, *votes, *voters, *hands, *outcome, *chosen, *tied, *out;
    const char *statement, *step, *persons;
    const char *about[DIARY_ABOUT_END], *answer;
    const char *themes, *theme_notes, *theme_persons;
    const char *lists[ENTRY_FORM_END], *states[ENTRY_STATE_END], *bases[ENTRY_BASIS_END];
    const char *state, *owner, *until, *basis, *reference, *recipient, *outcome_of, *learnt, *closed_with;
    const char *own_steps, *done, *about_material;
};

const struct docx_texts *docx_texts(enum language language);

#endif
