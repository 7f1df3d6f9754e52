/* A zip that many files go into, and last of all SHA256SUMS over all of them, as `sha256sum -c` reads it. */
#ifndef SAMSKAP_TRANSCRIPT_BUNDLE_H
#define SAMSKAP_TRANSCRIPT_BUNDLE_H

#include "base/buffer.h"
#include "base/status.h"
#include "transcript/sink.h"
#include "transcript/zip.h"

struct bundle {
    struct zip *zip;
    struct buffer sums;
};

void bundle_init(struct bundle *bundle, struct sink *sink); /* the sink must outlive it */
void bundle_finish(struct bundle *bundle);
/* A file, as zip_add has it. Names without line breaks and backslashes. */
MUST_CHECK enum status bundle_add(struct bundle *bundle, const char *name,
                                  enum status (*write)(void *context, struct sink *sink), void *context);
MUST_CHECK enum status bundle_add_text(struct bundle *bundle, const char *name, struct str bytes);
/* Adds the sums, and ends the zip. */
MUST_CHECK enum status bundle_end(struct bundle *bundle);

#endif
