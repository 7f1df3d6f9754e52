#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { LINE_SIZE = 1024 };

static const char *const level_names[] = {
    [DIAG_INFO] = "info", [DIAG_WARNING] = "warning", [DIAG_ERROR] = "error"};

void diag(enum diag_level level, const char *format, ...) {
    char line[LINE_SIZE];
    int start = snprintf(line, sizeof line, "samskap: %s: ", level_names[level]);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + start, sizeof line - (size_t)start - 1, format, arguments);
    va_end(arguments);
    size_t size = strlen(line);
    for (size_t i = 0; i < size; i++) {
        if ((unsigned char)line[i] < ' ') {
            line[i] = ' '; /* one call, one line, whatever came in */
        }
    }
    line[size++] = '\n';
    /* One write for the whole line, so that lines of several threads do not mix. */
    if (write(STDERR_FILENO, line, size) < 0) {
        return; /* nowhere left to say it */
    }
}
