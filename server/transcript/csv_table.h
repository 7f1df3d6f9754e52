/* One table as CSV (RFC 4180), as programs or as spreadsheets take it. */
#ifndef SAMSKAP_TRANSCRIPT_CSV_TABLE_H
#define SAMSKAP_TRANSCRIPT_CSV_TABLE_H

#include "base/status.h"
#include "transcript/sink.h"
#include "transcript/tables.h"
#include "transcript/zone_time.h"

struct csv_profile {
    const char *name;
    const char *begin; /* of each file: a byte order mark, or nothing */
    char separator;
    const char *line_end;
    bool spreadsheet; /* times by the wall's clock, ja and nej, and no cell is a formula */
};

/* Absent or empty: data. NULL: there is none of that name. */
const struct csv_profile *csv_find_profile(struct str name);
const char *csv_flag_text(const struct csv_profile *profile, bool flag);
/* The table's columns that stand in the record's view, below their names. IO: the sink refused. */
MUST_CHECK enum status csv_write_table(struct record *record, const struct table *table,
                                       const struct csv_profile *profile, struct zone_clock *clock,
                                       struct sink *sink);

#endif
