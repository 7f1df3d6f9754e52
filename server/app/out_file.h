/* A file that comes to stand at its path whole or not at all; what is no plain file (a pipe, a device, "-"
 * for standard output) is written straight. */
#ifndef SAMSKAP_APP_OUT_FILE_H
#define SAMSKAP_APP_OUT_FILE_H

#include "base/status.h"
#include "transcript/file_sink.h"

struct out_file {
    struct file_sink sink;
    char *path, *temporary; /* temporary NULL: written straight */
};

/* Says what went wrong, as does out_file_close. */
MUST_CHECK enum status out_file_open(struct out_file *out, const char *path);
/* Keeps it where status is OK, else leaves nothing; returns status, or IO. */
MUST_CHECK enum status out_file_close(struct out_file *out, enum status status);

#endif
