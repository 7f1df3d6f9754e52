/* The elements that projects and codebooks share. */
#ifndef SAMSKAP_TRANSCRIPT_QDA_WRITE_H
#define SAMSKAP_TRANSCRIPT_QDA_WRITE_H

#include "transcript/qda.h"
#include "transcript/xml.h"

#define QDA_ORIGIN "Samskap"

void qda_write_guid(struct xml *xml, const char *attribute, struct id guid);
/* An element with nothing but targetGUID. */
void qda_write_ref(struct xml *xml, const char *element, struct id target);
/* Description; nothing where it is empty. */
void qda_write_description(struct xml *xml, struct str text);
/* Codes, one within another; there must be any. In projects with the notes about them. */
void qda_write_codes(struct xml *xml, const struct qda *qda, bool with_notes);
/* The notes about something. */
void qda_write_note_refs(struct xml *xml, const struct qda *qda, struct id about);
/* Sets, where there are any. */
void qda_write_sets(struct xml *xml, const struct qda *qda, bool is_project);

#endif
