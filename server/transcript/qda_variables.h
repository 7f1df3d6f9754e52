/* The variables of a project: those of cases are others than those of sources, since programs keep them
 * apart. */
#ifndef SAMSKAP_TRANSCRIPT_QDA_VARIABLES_H
#define SAMSKAP_TRANSCRIPT_QDA_VARIABLES_H

#include "base/clock.h"
#include "transcript/qda_write.h"

/* To the second: not all readers know parts of it. */
struct str qda_format_time(int64_t milliseconds, char text[CLOCK_TEXT_LENGTH + 1]);
/* Those that any case or source has a value of. */
void qda_write_variables(struct xml *xml, const struct qda *qda);
void qda_write_case_values(struct xml *xml, const struct qda *qda, const struct qda_case *person);
void qda_write_source_values(struct xml *xml, const struct qda *qda, const struct qda_source *source);

#endif
