/* The record of a process or of one session as tidy tables (design §5): documentation, which says what
 * screens showed, and research material, which has the consenting contributions only. One set of tables,
 * several formats: one file and one row each. */
#ifndef SAMSKAP_TRANSCRIPT_TRANSCRIPT_H
#define SAMSKAP_TRANSCRIPT_TRANSCRIPT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/status.h"
#include "base/str.h"
#include "core/model.h"
#include "transcript/sink.h"

struct transcript_options {
    enum record_view view;
    struct id session;  /* none: the whole process */
    struct id study;    /* whose research material; none: that of the process's own question */
    struct str format;  /* one of transcript_formats */
    struct str profile; /* of csv: "data" (also when absent), "excel-sv" */
    int64_t at;         /* when it was asked for */
    const char *folder; /* of the files without a name that some formats are made in; NULL: in memory */
    /* Appends the bytes of a blob of the process by its name; NOT_FOUND leaves its file out. NULL: there are
     * none. */
    enum status (*read_blob)(void *context, struct str name, struct buffer *bytes);
    void *context;
};

/* INVALID: no such format or profile. NOT_FOUND: no such session, or study. IO: the sink refused. Blocks; for
 * a worker.
 */
MUST_CHECK enum status transcript_write(const struct process *process,
                                        const struct transcript_options *options, struct sink *sink);
/* Their names: "jsonl, csv". In the arena, with a NUL behind it. */
struct str transcript_formats(struct arena *arena);
/* NULL, NULL: no such format. The media type and file name's ending of a format ("text/csv" in a zip:
 * "application/zip", "zip"). */
bool transcript_format(struct str format, const char **media_type, const char **ending);
bool transcript_has_profile(struct str format,
                            struct str profile); /* false also where there is no such format */

#endif
