#include "report.h"

#include <stdarg.h>
#include <stdio.h>

enum { SHOWN = 20 };

void report_add(struct report *report, const char *format, ...) {
    report->differences++;
    if (report->differences > SHOWN)
        return;
    va_list arguments;
    va_start(arguments, format);
    fputs("samskap-replay: ", stderr);
    vfprintf(stderr, format, arguments);
    fputs(report->differences == SHOWN ? " (and so on)\n" : "\n", stderr);
    va_end(arguments);
}

const char *report_number(size_t number) {
    enum { BUFFERS = 8, SIZE = 32 };
    static _Thread_local char buffers[BUFFERS][SIZE];
    static _Thread_local unsigned turn;
    char *buffer = buffers[turn++ % BUFFERS];
    char *at = buffer + SIZE - 1;
    int digits = 0;
    *at = '\0';
    do {
        if (digits > 0 && digits % 3 == 0)
            *--at = ' ';
        *--at = (char)('0' + number % 10);
        number /= 10;
        digits++;
    } while (number > 0);
    return at;
}
