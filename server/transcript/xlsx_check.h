/* Whether a workbook that libxlsxwriter said it has written is whole. It does not look whether its temporary
 * files took what it wrote: on a full disk it goes on without what is missing. */
#ifndef SAMSKAP_TRANSCRIPT_XLSX_CHECK_H
#define SAMSKAP_TRANSCRIPT_XLSX_CHECK_H

#include "base/status.h"

/* Reads it from its beginning, a piece at a time. IO: some part of it is not well-formed, or cannot be read.
 */
MUST_CHECK enum status xlsx_check(int file);

#endif
