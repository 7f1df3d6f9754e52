/* Chance, for those who may have it: the pure folders are given their ids. */
#ifndef SAMSKAP_BASE_RANDOM_H
#define SAMSKAP_BASE_RANDOM_H

#include <stddef.h>

#include "base/id.h"
#include "base/map.h"

void random_bytes(void *bytes, size_t size); /* from the system; good for secrets */
struct id random_id(void);                   /* a UUID of version 4 */
struct map_seed random_map_seed(void);
/* The UUID of version 5 of a name in a name space: the same each time. */
struct id id_of_name(struct id name_space, const void *name, size_t size);

#endif
