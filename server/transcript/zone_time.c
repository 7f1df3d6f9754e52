#include "transcript/zone_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "base/diag.h"
#include "base/memory.h"

enum { ZONE_UNITS = 64 };

struct zone_clock {
    UCalendar *calendar;
};

struct zone_clock *zone_clock_create(struct str zone) {
    UChar name[ZONE_UNITS + 1];
    int32_t size = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strFromUTF8(name, ZONE_UNITS, &size, zone.size > 0 ? zone.data : "", (int32_t)zone.size, &error);
    if (U_FAILURE(error)) {
        size = 0;
    }
    error = U_ZERO_ERROR;
    static const UChar utc[] = {'U', 'T', 'C'};
    struct zone_clock *clock = memory_allocate(sizeof *clock);
    clock->calendar = ucal_open(size > 0 ? name : utc, size > 0 ? size : 3, "en", UCAL_GREGORIAN, &error);
    if (U_FAILURE(error)) {
        diag(DIAG_ERROR, "ICU: opening a calendar: %s", u_errorName(error));
        abort();
    }
    return clock;
}

void zone_clock_destroy(struct zone_clock *clock) {
    if (clock) {
        ucal_close(clock->calendar);
        memory_free(clock);
    }
}

static int field(struct zone_clock *clock, UCalendarDateFields which) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t value = ucal_get(clock->calendar, which, &error);
    return U_FAILURE(error) || value < 0 || value > 9999 ? 0 : value;
}

void zone_clock_format(struct zone_clock *clock, int64_t milliseconds, char text[ZONE_TIME_LENGTH + 1]) {
    UErrorCode error = U_ZERO_ERROR;
    ucal_setMillis(clock->calendar, (UDate)milliseconds, &error);
    char room[80];
    snprintf(room, sizeof room, "%04d-%02d-%02d %02d:%02d:%02d", field(clock, UCAL_YEAR),
             field(clock, UCAL_MONTH) + 1, field(clock, UCAL_DATE), field(clock, UCAL_HOUR_OF_DAY),
             field(clock, UCAL_MINUTE), field(clock, UCAL_SECOND));
    snprintf(text, ZONE_TIME_LENGTH + 1, "%.*s", ZONE_TIME_LENGTH, room);
}

static int32_t offset(struct zone_clock *clock, UCalendarDateFields which) {
    UErrorCode error = U_ZERO_ERROR;
    int32_t value = ucal_get(clock->calendar, which, &error);
    return U_FAILURE(error) ? 0 : value;
}

int64_t zone_clock_wall(struct zone_clock *clock, int64_t milliseconds) {
    UErrorCode error = U_ZERO_ERROR;
    ucal_setMillis(clock->calendar, (UDate)milliseconds, &error);
    return milliseconds + offset(clock, UCAL_ZONE_OFFSET) + offset(clock, UCAL_DST_OFFSET);
}
