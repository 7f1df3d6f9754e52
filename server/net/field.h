/* Values of header fields, taken apart. Pure. */
#ifndef SAMSKAP_NET_FIELD_H
#define SAMSKAP_NET_FIELD_H

#include <stdbool.h>

#include "base/str.h"

struct str field_trim(struct str value); /* without blanks at either end */
/* Cuts the next member off a list separated by commas; false at its end. Its parameters stay with it. */
bool field_next(struct str *rest, struct str *member);
/* Whether the list names a value (whatever the case of its letters), and not with a weight of nothing. */
bool field_lists(struct str list, struct str value);
/* A decimal number of bytes; -1 where it is none, or absurd. */
long field_length(struct str value);

#endif
