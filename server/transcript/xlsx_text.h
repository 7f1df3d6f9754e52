/* A text as a cell of a spreadsheet holds it. */
#ifndef SAMSKAP_TRANSCRIPT_XLSX_TEXT_H
#define SAMSKAP_TRANSCRIPT_XLSX_TEXT_H

#include "base/buffer.h"

enum { XLSX_TEXT_UNITS = 32767 }; /* most UTF-16 units in a cell */

/* Puts the text into cell, with a NUL behind it: without what XML does not allow; with what spreadsheets
 * would take for the number of a character (_x0041_) so written that they do not; and where it is too long,
 * cut, with the mark at its end. */
void xlsx_text(struct str text, struct str mark, struct buffer *cell);

#endif
