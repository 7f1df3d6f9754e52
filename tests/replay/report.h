/* What was found to differ: said on standard error, the first ones in full, and counted. */
#ifndef REPLAY_REPORT_H
#define REPLAY_REPORT_H

#include <stddef.h>

struct report {
    size_t differences;
};

void report_add(struct report *report, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A number with its thousands apart, in one of a few buffers that are used in turn: for printf. */
const char *report_number(size_t number);

#endif
