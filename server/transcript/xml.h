/* An XML 1.0 document (UTF-8) into a sink, by libxml2, a piece at a time: nothing is kept but what is open.
 * No indents and no line breaks of its own, so the same calls give the same bytes. What fails is kept and
 * said at the end; calls after that do nothing. */
#ifndef SAMSKAP_TRANSCRIPT_XML_H
#define SAMSKAP_TRANSCRIPT_XML_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/status.h"
#include "transcript/sink.h"

struct xml;

/* Begins the document with its declaration. The sink must outlive it. */
struct xml *xml_create(struct sink *sink);
void xml_begin(struct xml *xml, const char *name); /* an element, which xml_end ends */
/* Attributes stand between an element's beginning and its content. Values and texts are cleaned here too. */
void xml_attribute(struct xml *xml, const char *name, struct str value);
void xml_number(struct xml *xml, const char *name, int64_t value); /* an attribute */
void xml_text(struct xml *xml, struct str text);
void xml_end(struct xml *xml);
void xml_element(struct xml *xml, const char *name, struct str text); /* with nothing but a text */
/* Whether all that follows is in vain, so that who writes much may stop. */
bool xml_has_failed(const struct xml *xml);
/* Ends what is open, and writes what waits. IO: the sink took no more. INVALID: the calls made no document.
 */
MUST_CHECK enum status xml_finish(struct xml *xml);
void xml_destroy(struct xml *xml); /* takes NULL */

/* Appends the text without the characters that XML 1.0 does not allow (control characters but tab, LF and CR;
 * U+FFFE, U+FFFF; what is not UTF-8). Who counts characters of what was written counts those of this. */
void xml_clean(struct str text, struct buffer *cleaned);

#endif
