#include "live/writable.h"

#include "live/chance.h"
#include "live/registry.h"
#include "live/room.h"

enum { PROBE = 2000000 /* microseconds */ };

static void probed(void *context, const struct outcome *outcome) {
    (void)context;
    (void)outcome; /* the journal knows by itself */
}

/* Ends a log-in that there never was: an event like any other, which changes nothing. */
static void probe(struct live *live) {
    static const char none[SECRET_HASH + 1] =
        "0000000000000000000000000000000000000000000000000000000000000000";
    union house_body body = {.login_end = {.token_hash = {none, SECRET_HASH}}};
    registry_put(live, chance_id(live), (struct id){0}, HOUSE_LOGIN_END, &body, probed, NULL);
}

void writable_ring(struct alarm *alarm) {
    struct live *live = LIST_ENTRY(alarm, struct live, probe);
    if (live->read_only && !live->stopping) {
        if (journal_pending(live->options.journal) == 0) {
            probe(live);
        }
        alarm_set(&live->alarms, alarm, live_monotonic(live) + PROBE);
    }
}

void writable_watch(struct live *live) {
    bool read_only = !journal_is_writable(live->options.journal);
    if (read_only == live->read_only) {
        return;
    }
    live->read_only = read_only;
    if (read_only) {
        alarm_set(&live->alarms, &live->probe, live_monotonic(live) + PROBE);
    }
    for (struct list *link = live->room_list.next; link != &live->room_list; link = link->next) {
        struct room *room = LIST_ENTRY(link, struct room, link);
        if (room->state == ROOM_LIVE) {
            room->now_version++;
            room->changed = true;
        }
    }
}
