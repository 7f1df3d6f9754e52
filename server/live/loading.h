/* Folding a journal from the store. Any thread; blocks. */
#ifndef SAMSKAP_LIVE_LOADING_H
#define SAMSKAP_LIVE_LOADING_H

#include "access/house.h"
#include "core/process.h"
#include "journal/journal.h"

/* NOT_FOUND: there is no such process. UNSUPPORTED, CORRUPT: it is refused. *process is the caller's. */
MUST_CHECK enum status load_process(struct journal *journal, struct id id, struct process **process);
MUST_CHECK enum status load_house(struct journal *journal, struct house **house);

/* Appends the bytes of a blob of the process by its name. NOT_FOUND. */
MUST_CHECK enum status load_blob(struct journal *journal, struct id process, struct str name,
                                 struct buffer *bytes);

#endif
