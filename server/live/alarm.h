/* Alarms: what is to be done at a time. Embedded in the thing that it concerns; rings once. */
#ifndef SAMSKAP_LIVE_ALARM_H
#define SAMSKAP_LIVE_ALARM_H

#include <stdint.h>

#include "base/list.h"

struct alarm {
    struct list link;
    int64_t due; /* microseconds, monotonic */
    void (*ring)(struct alarm *alarm);
};

void alarm_init(struct alarm *alarm, void (*ring)(struct alarm *alarm));
/* Sets it, or sets it anew. alarms is kept by due time. */
void alarm_set(struct list *alarms, struct alarm *alarm, int64_t due);
void alarm_clear(struct alarm *alarm);
/* Rings what is due; an alarm may be set anew while it rings, and then waits for the next call. */
void alarms_ring(struct list *alarms, int64_t now);
/* When the next one is due; INT64_MAX: none is set. */
int64_t alarms_next(const struct list *alarms);

#endif
