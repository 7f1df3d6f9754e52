/* Where bytes go: a file, standard output, a download. */
#ifndef SAMSKAP_TRANSCRIPT_SINK_H
#define SAMSKAP_TRANSCRIPT_SINK_H

#include <stdbool.h>
#include <stddef.h>

struct sink {
    /* False: it takes no more (full disk, reader gone); the writer stops. */
    bool (*write)(struct sink *sink, const void *bytes, size_t size);
};

#endif
