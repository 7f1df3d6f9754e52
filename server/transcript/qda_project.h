/* The one document of a REFI-QDA project that says what all else in it is. */
#ifndef SAMSKAP_TRANSCRIPT_QDA_PROJECT_H
#define SAMSKAP_TRANSCRIPT_QDA_PROJECT_H

#include "transcript/qda_write.h"

/* The same bytes each time. IO: the sink refused. */
MUST_CHECK enum status qda_write_project(struct qda *qda, struct sink *sink);

#endif
