/* What goes with files that do not explain themselves: what this record is, and what each column means. */
#ifndef SAMSKAP_TRANSCRIPT_README_H
#define SAMSKAP_TRANSCRIPT_README_H

#include "base/buffer.h"
#include "transcript/tables.h"
#include "transcript/transcript.h"

/* What the record is, without its tables. */
void readme_write_head(const struct record *record, const struct transcript_options *options,
                       enum language language, const char *line_end, struct buffer *buffer);
/* The head, and what each table and column means. */
void readme_write(const struct record *record, const struct transcript_options *options,
                  enum language language, const char *line_end, struct buffer *buffer);

#endif
