/* Compares what clients see and what the documentation holds with what a conversation led to. */
#ifndef REPLAY_POLIS_CHECK_H
#define REPLAY_POLIS_CHECK_H

#include "crowd.h"
#include "polis_data.h"
#include "report.h"

enum { BALLOT_CHOICES = 50 };

struct polis_rounds {
    char notes[ID_TEXT];
    bool supports;            /* who agrees supports the note, and there are no ballots */
    char (*ballots)[ID_TEXT]; /* comment i is a choice of ballot i / BALLOT_CHOICES */
    size_t ballot_count;
};

void polis_check_person(const struct polis *polis, const struct polis_rounds *rounds,
                        const struct person *person, size_t number, struct report *report);
/* lines: the documentation's. */
void polis_check_documentation(const struct polis *polis, const struct polis_rounds *rounds,
                               const json_t *lines, struct report *report);

#endif
