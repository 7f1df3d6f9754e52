/* What texts must look like that are more than texts. None of them is personal, so that the fold may judge by
 * them. */
#ifndef SAMSKAP_CORE_SOUND_H
#define SAMSKAP_CORE_SOUND_H

#include <stdbool.h>

#include "base/str.h"

/* a-z, 0-9 and -; an absent one is sound. */
bool key_is_sound(struct str key);

/* A web address that a page may make a link of: nothing but https, and http where that is allowed, ever runs
 * a script or opens a file. An absent one is not sound. */
enum link_scheme { LINK_HTTPS, LINK_HTTP_TOO };
bool link_is_sound(struct str link, enum link_scheme scheme);

#endif
