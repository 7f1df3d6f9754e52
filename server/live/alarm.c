#include "live/alarm.h"

void alarm_init(struct alarm *alarm, void (*ring)(struct alarm *alarm)) {
    list_init(&alarm->link);
    alarm->due = 0;
    alarm->ring = ring;
}

static struct alarm *alarm_of(struct list *link) {
    return LIST_ENTRY(link, struct alarm, link);
}

/* Most alarms are set further ahead than all others, so the place is looked for from the end. */
void alarm_set(struct list *alarms, struct alarm *alarm, int64_t due) {
    list_remove(&alarm->link);
    alarm->due = due;
    struct list *before = alarms->previous;
    while (before != alarms && alarm_of(before)->due > due) {
        before = before->previous;
    }
    list_append(before->next, &alarm->link); /* appending to a link puts it in front of that */
}

void alarm_clear(struct alarm *alarm) {
    list_remove(&alarm->link);
}

void alarms_ring(struct list *alarms, int64_t now) {
    struct list due;
    list_init(&due);
    for (struct list *first; (first = list_first(alarms)) && alarm_of(first)->due <= now;) {
        list_remove(first);
        list_append(&due, first);
    }
    for (struct list *first; (first = list_first(&due));) {
        list_remove(first);
        alarm_of(first)->ring(alarm_of(first));
    }
}

int64_t alarms_next(const struct list *alarms) {
    struct list *first = list_first(alarms);
    return first ? alarm_of(first)->due : INT64_MAX;
}
