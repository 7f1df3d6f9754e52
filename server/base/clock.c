#include "base/clock.h"

#include <stdio.h>
#include <time.h>

/* What four digits of a year can say. */
static const int64_t earliest = -62167219200000;
static const int64_t latest = 253402300799999;

static int64_t read_clock(clockid_t clock, int64_t units) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * units + now.tv_nsec / (1000000000 / units);
}

int64_t clock_wall(void) {
    return read_clock(CLOCK_REALTIME, 1000);
}

int64_t clock_monotonic(void) {
    return read_clock(CLOCK_MONOTONIC, 1000000);
}

void clock_format(int64_t milliseconds, char text[CLOCK_TEXT_LENGTH + 1]) {
    milliseconds = milliseconds < earliest ? earliest : milliseconds > latest ? latest : milliseconds;
    int64_t past = ((milliseconds % 1000) + 1000) % 1000; /* also before 1970, where % is negative */
    time_t seconds = (time_t)((milliseconds - past) / 1000);
    struct tm tm;
    gmtime_r(&seconds, &tm);
    /* The bounds are for the compiler, which does not know that every field fits its width. */
    snprintf(text, CLOCK_TEXT_LENGTH + 1, "%04u-%02u-%02uT%02u:%02u:%02u.%03uZ",
             (unsigned)(tm.tm_year + 1900) % 10000, (unsigned)(tm.tm_mon + 1) % 100,
             (unsigned)tm.tm_mday % 100, (unsigned)tm.tm_hour % 100, (unsigned)tm.tm_min % 100,
             (unsigned)tm.tm_sec % 100, (unsigned)past % 1000);
}
