/* datapackage.json: what the files of tables are, for programs (Frictionless Data Package, version 1). */
#ifndef SAMSKAP_TRANSCRIPT_DATAPACKAGE_H
#define SAMSKAP_TRANSCRIPT_DATAPACKAGE_H

#include "base/buffer.h"
#include "transcript/csv_table.h"
#include "transcript/transcript.h"

void datapackage_write(const struct record *record, const struct transcript_options *options,
                       const struct csv_profile *profile, struct buffer *buffer);

#endif
