/* A sink that writes into an open file, a good piece at a time. */
#ifndef SAMSKAP_TRANSCRIPT_FILE_SINK_H
#define SAMSKAP_TRANSCRIPT_FILE_SINK_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "transcript/sink.h"

struct file_sink {
    struct sink sink;
    int file;              /* the caller's */
    struct buffer waiting; /* what is not written yet */
    int64_t size;          /* what is */
};

void file_sink_init(struct file_sink *sink, int file);
/* Writes what waits. False: it could not be written. */
bool file_sink_flush(struct file_sink *sink);
void file_sink_finish(struct file_sink *sink); /* what waits is lost */

enum { FILE_SUM = 64 }; /* digits */
/* SHA-256 of all that is in an open file, in hexadecimal digits, closed by a NUL; its size. IO. */
MUST_CHECK enum status file_sum(int file, char sum[FILE_SUM + 1], int64_t *size);
/* All that is in an open file, from its beginning. IO: it could not be read, or the sink takes no more. */
MUST_CHECK enum status file_into_sink(int file, struct sink *sink);

#endif
