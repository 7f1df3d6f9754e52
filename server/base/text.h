/* Unicode, by ICU: the one place that asks it. Texts are valid UTF-8 (the wire refuses all else). */
#ifndef SAMSKAP_BASE_TEXT_H
#define SAMSKAP_BASE_TEXT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/str.h"

struct str text_normalise(struct str text, struct arena *arena); /* NFC; CRLF becomes LF; nothing else */
struct str text_fold(struct str text, struct arena *arena); /* case-folded, NFC; å ä ö stay themselves */
size_t text_length(struct str text);                        /* code points */
/* Whether every character may stand in what people write: no control character (LF may, where lines), no
 * bidirectional override or isolate, no unpaired or unassigned code point of the non-characters. ZWJ may. */
bool text_is_clean(struct str text, bool lines);
bool text_is_utf8(struct str text);
bool text_is_leftward(struct str text); /* its first letter is of a script from right to left */
/* Order for lists, by Swedish collation; equal only where the bytes are. */
int text_collate(struct str a, struct str b);

#endif
