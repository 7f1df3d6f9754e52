/* Whether the figures of boards and themes, which are kept as they change, are what counting anew gives. */
#ifndef SAMSKAP_TESTS_PROPERTY_BOARDS_CHECK_H
#define SAMSKAP_TESTS_PROPERTY_BOARDS_CHECK_H

#include "core/model.h"

/* Fails the test where they are not. */
void boards_check(const struct process *process);

#endif
