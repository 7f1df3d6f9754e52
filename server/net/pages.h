/* The web pages, built from web/ and embedded in the program. Immutable; any thread. */
#ifndef SAMSKAP_NET_PAGES_H
#define SAMSKAP_NET_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct page {
    const char *path; /* as in the address: "/", "/host", "/assets/index-….js" */
    const char *type; /* media type */
    const char *etag; /* of the plain bytes, hexadecimal */
    bool forever;     /* named by its content: what stands at this address never changes */
    const unsigned char *bytes;
    size_t size;
    const unsigned char *packed; /* the same, gzip; NULL where that is not smaller */
    size_t packed_size;
};

extern const struct page pages[]; /* by path, in the order of bytes */
extern const size_t page_count;
extern const char pages_build[]; /* changes when any of them does */

const struct page *page_find(struct str path); /* NULL: there is none */
const struct page *page_missing(void);         /* what is shown instead of a page that is not there */

#endif
