/* Reads zips that tests have made. */
#ifndef SAMSKAP_TESTS_TRANSCRIPT_SUPPORT_ZIP_H
#define SAMSKAP_TESTS_TRANSCRIPT_SUPPORT_ZIP_H

#include "base/buffer.h"

/* One entry's bytes, into text, which is emptied first; how many entries there are. All must be sound. */
int unzip_entry(const struct buffer *zip, const char *name, struct buffer *text);

#endif
