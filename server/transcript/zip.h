/* A zip file into a sink, by libarchive. The same entries give the same bytes: no times, no owners. */
#ifndef SAMSKAP_TRANSCRIPT_ZIP_H
#define SAMSKAP_TRANSCRIPT_ZIP_H

#include <stdint.h>

#include "base/status.h"
#include "base/str.h"
#include "transcript/sink.h"

struct zip;

/* The sink must outlive the zip. */
struct zip *zip_create(struct sink *sink);
/* Begins an entry, of exactly so many bytes, which zip_write then brings. Name: ASCII. IO: the sink refused.
 */
MUST_CHECK enum status zip_begin(struct zip *zip, const char *name, int64_t size);
MUST_CHECK enum status zip_write(struct zip *zip, const void *bytes, size_t size);
/* An entry whose size is known only when it was made: write makes its bytes twice, and the same ones; the
 * first time they are but counted. What it gives back other than OK ends it, and is given back. */
MUST_CHECK enum status zip_add(struct zip *zip, const char *name,
                               enum status (*write)(void *context, struct sink *sink), void *context);
/* Writes the directory. Nothing may follow. */
MUST_CHECK enum status zip_end(struct zip *zip);
void zip_destroy(struct zip *zip); /* takes NULL */

#endif
