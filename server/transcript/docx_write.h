/* Paragraphs and tables of WordprocessingML, as the formats of word processors have them. */
#ifndef SAMSKAP_TRANSCRIPT_DOCX_WRITE_H
#define SAMSKAP_TRANSCRIPT_DOCX_WRITE_H

#include "transcript/xml.h"

/* Styles by their ids. QUESTION and AUTHOR are the headings that analysts' programs code by: nothing else has
 * those. */
#define DOCX_TITLE "Title"
#define DOCX_SUBTITLE "Subtitle"
#define DOCX_SESSION "Session"
#define DOCX_QUESTION "Heading1"
#define DOCX_AUTHOR "Heading2"
#define DOCX_SECTION "Section"
#define DOCX_ENTRY "Entry"
#define DOCX_TEXT "Normal"
#define DOCX_DETAIL "Detail"
#define DOCX_TABLE "Figures"

enum { DOCX_WIDTH = 9026 }; /* of what stands between the margins of an A4, in twentieths of a point */

/* One paragraph; line breaks in it are kept. */
void docx_paragraph(struct xml *xml, const char *style, struct str text);
/* What somebody wrote: a paragraph for each of its lines. */
void docx_lines(struct xml *xml, struct str text);
/* "Label: text" as a detail; nothing where the text is empty. */
void docx_detail(struct xml *xml, const char *label, struct str text);

/* Widths add up to DOCX_WIDTH. */
void docx_begin_table(struct xml *xml, const int *widths, size_t count);
void docx_begin_row(struct xml *xml, bool of_headings);
void docx_cell(struct xml *xml, int width, struct str text);
void docx_number(struct xml *xml, int width, int64_t number);
void docx_end_row(struct xml *xml);
void docx_end_table(struct xml *xml);

#endif
