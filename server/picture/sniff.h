/* What a file is by its first bytes, and what can be said against it before anything decodes it. Pure. */
#ifndef SAMSKAP_PICTURE_SNIFF_H
#define SAMSKAP_PICTURE_SNIFF_H

#include <stddef.h>

enum picture_kind { PICTURE_NONE, PICTURE_JPEG, PICTURE_PNG, PICTURE_WEBP };

enum picture_kind picture_kind_of(const void *bytes, size_t size);
/* How many scans a JPEG has. Each goes over the whole picture again, and may be a few bytes only: some
 * thousand of them in a small file would keep a decoder busy for hours. */
size_t picture_jpeg_scans(const void *bytes, size_t size);

#endif
