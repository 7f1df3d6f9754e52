/* What goes with files that do not explain themselves: how the record came about, what it is and what not,
 * how to cite it, and what each column means. */
#ifndef SAMSKAP_TRANSCRIPT_README_H
#define SAMSKAP_TRANSCRIPT_README_H

#include "base/buffer.h"
#include "transcript/csv_table.h"
#include "transcript/transcript.h"

/* What the record is, without its tables. */
void readme_write_head(const struct record *record, const struct transcript_options *options,
                       enum language language, const char *line_end, struct buffer *buffer);
/* The head in the process's language, what files there are, and what each table and column means. */
void readme_write(const struct record *record, const struct transcript_options *options,
                  const struct csv_profile *profile, struct buffer *buffer);

#endif
