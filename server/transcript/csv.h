/* The files of CSV, for what is more than they. */
#ifndef SAMSKAP_TRANSCRIPT_CSV_H
#define SAMSKAP_TRANSCRIPT_CSV_H

#include "transcript/bundle.h"
#include "transcript/tables.h"
#include "transcript/transcript.h"

/* The tables by the options' profile, what explains them, and the pictures. */
MUST_CHECK enum status csv_add_files(struct record *record, const struct transcript_options *options,
                                     struct bundle *bundle);

#endif
