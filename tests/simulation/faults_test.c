#include <criterion/criterion.h>

#include "meeting.h"

Test(faults, none) {
    struct meeting meeting;
    meeting_create(&meeting, 1, NULL);
    meeting_open_rounds(&meeting);
    meeting_destroy(&meeting);
}
