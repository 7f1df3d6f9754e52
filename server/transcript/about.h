/* What a record says of itself where it is one file with tables in it: the facts of the header that jsonl
 * has, and the README's text in the process's language; and what kinds of cells are called in a dictionary.
 */
#ifndef SAMSKAP_TRANSCRIPT_ABOUT_H
#define SAMSKAP_TRANSCRIPT_ABOUT_H

#include "transcript/tables.h"
#include "transcript/transcript.h"

/* Calls for each fact, in a fixed order; the value is valid during the call. "version" is a number. */
void record_facts(const struct record *record, const struct transcript_options *options,
                  void (*each)(void *context, const char *key, struct str value), void *context);
/* The facts, and "readme". */
void record_about(const struct record *record, const struct transcript_options *options,
                  void (*each)(void *context, const char *key, struct str value), void *context);
/* text, id, number, time or flag. */
const char *cell_kind_text(enum cell_kind kind);
/* Of the process: English unless it is Swedish. */
enum language record_language(const struct record *record);

#endif
