/* Answers that come in pages. */
#ifndef SAMSKAP_LIVE_PAGE_H
#define SAMSKAP_LIVE_PAGE_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/str.h"

/* Ends an object with as many rows as fit into 24 KiB (one at least), from skip on, and how many stand behind
 * them: "processes":[…],"more":3} */
void page_write(struct str name, size_t count, int64_t skip,
                void (*write_row)(const void *list, size_t i, struct buffer *json), const void *list,
                struct buffer *json);

#endif
