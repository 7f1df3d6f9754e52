/* A borrowed piece of UTF-8 text: not closed by a NUL, never freed by who holds it. data NULL means "absent";
 * an empty text has data and size 0. */
#ifndef SAMSKAP_BASE_STR_H
#define SAMSKAP_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>

struct str {
    const char *data;
    size_t size; /* bytes */
};

#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
/* For printf: printf("%.*s", STR_ARGS(text)). */
#define STR_ARGS(text) (int)(text).size, (text).data

struct str str_of(const char *text); /* NULL gives the absent str */
bool str_is_absent(struct str text);
bool str_is_empty(struct str text); /* absent, or of no length */
/* Absent and empty are equal here. */
bool str_equal(struct str a, struct str b);
/* Order of the bytes, which in UTF-8 is the order of the code points; a prefix comes first. */
int str_compare(struct str a, struct str b);
bool str_starts_with(struct str text, struct str prefix);
/* Cuts the next piece up to a separator off rest, which is absent after the last one; false when it is
 * absent. "a,,b" gives "a", "", "b"; "a," gives "a", ""; "" gives "". */
bool str_split(struct str *rest, char separator, struct str *piece);

#endif
