/* Memory from the heap. Running out of it aborts with a line on standard error: every size that a peer can
 * choose is capped before anything is allocated, so there is nothing sensible left to do. */
#ifndef SAMSKAP_BASE_MEMORY_H
#define SAMSKAP_BASE_MEMORY_H

#include <stddef.h>

#include "base/str.h"

void *memory_allocate(size_t size); /* zeroed; size 0 gives a pointer that can be freed */
void *memory_resize(void *block, size_t size);
/* Room for count things of size bytes, with the product checked; new room is not zeroed. */
void *memory_resize_array(void *block, size_t count, size_t size);
/* Doubles capacity until count fits; returns the block, moved perhaps. */
void *memory_grow(void *block, size_t *capacity, size_t count, size_t size);
struct str memory_copy_str(struct str text); /* absent stays absent; free with memory_free_str */
void memory_free(void *block);               /* takes NULL */
void memory_free_str(struct str *text);      /* leaves it absent */

#endif
