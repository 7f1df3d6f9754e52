/* A conversation in which who agrees supports the note. One's own note cannot be supported, so that authors
 * agree with themselves, as the recording says of all of them, is not played. */
#ifndef REPLAY_POLIS_SUPPORTS_H
#define REPLAY_POLIS_SUPPORTS_H

#include "crowd.h"
#include "polis_data.h"
#include "report.h"

/* The steps by which people support notes, and take it back when they think otherwise; note_steps: by
 * comment. Returns how many. */
size_t polis_add_supports(const struct polis *polis, struct step *const *note_steps, struct crowd *crowd);

void polis_check_supports(const struct polis *polis, const char *round, const struct person *person,
                          size_t number, struct report *report);
/* notes: the documentation's rows by the notes' ids. */
void polis_check_recorded_supports(const struct polis *polis, const json_t *notes, struct report *report);

#endif
