/* What each table and column of a record means, as a table of its own: a row for each table (without column)
 * and for each of its columns that stand in the record's view. For record_walk, in formats of one file or
 * sheet a table. */
#ifndef SAMSKAP_TRANSCRIPT_DICTIONARY_H
#define SAMSKAP_TRANSCRIPT_DICTIONARY_H

#include "transcript/tables.h"

extern const struct table dictionary_table;

#endif
