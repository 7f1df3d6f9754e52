/* What a format is: one file, and one row in transcript.c. */
#ifndef SAMSKAP_TRANSCRIPT_FORMAT_H
#define SAMSKAP_TRANSCRIPT_FORMAT_H

#include "transcript/tables.h"
#include "transcript/transcript.h"

struct transcript_format {
    const char *name, *media_type, *ending;
    bool (*has_profile)(struct str name);
    enum status (*write)(struct record *record, const struct transcript_options *options, struct sink *sink);
};

extern const struct transcript_format jsonl_format, csv_format, xlsx_format, sqlite_format, docx_format,
    qdpx_format, qdc_format, all_format;
/* NULL behind the last. */
const struct transcript_format *format_at(size_t index);

enum { TRANSCRIPT_VERSION = 1 }; /* of the tables and columns; raised when a reader must know */

#endif
