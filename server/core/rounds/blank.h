/* Whether a text says anything. */
#ifndef SAMSKAP_CORE_ROUNDS_BLANK_H
#define SAMSKAP_CORE_ROUNDS_BLANK_H

#include <stdbool.h>

#include "base/str.h"

bool text_is_blank(struct str text); /* nothing but spaces of any width and line ends */

#endif
