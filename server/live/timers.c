#include "live/timers.h"

#include <stdio.h>

#include "base/random.h"
#include "live/append.h"
#include "live/blobs.h"
#include "live/lookups.h"
#include "live/presence.h"
#include "live/redaction.h"
#include "live/room.h"

enum {
    MILLISECOND = 1000, /* microseconds */
    REFUSED_STAYS = 5000000,
    LONGEST_SLEEP = 60000000 /* the wall clock may be set meanwhile */
};

static int64_t earlier(int64_t a, int64_t b) {
    return a < b ? a : b;
}

static int64_t later(int64_t a, int64_t b) {
    return a > b ? a : b;
}

/* The same for every server and every try, so that a deadline ends a round once. A deadline that was moved
 * away and back has had its event, which was void: the next one is numbered. */
static struct id name_end(const struct room *room, struct id round, int64_t deadline) {
    struct event event = {0};
    struct seen seen;
    int number = 0;
    do {
        char name[64];
        int size = snprintf(name, sizeof name, "round.end %lld %d", (long long)deadline, number++);
        event.command = id_of_name(round, name, (size_t)size);
    } while (process_seen(room->process, &event, &seen));
    return event.command;
}

static void end_round(struct room *room) {
    struct id round;
    int64_t deadline;
    if (!process_next_deadline(room->process, &round, &deadline) || deadline > room_time(room)) {
        return;
    }
    struct id command = name_end(room, round, deadline);
    if (append_find(room, command)) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    union event_body body = {.round_end = {.id = round, .deadline = deadline}};
    presence_note(room, EVENT_ROUND_END, &body);
    append_start(append_own(room, command, EVENT_ROUND_END, &body, &arena));
    arena_finish(&arena);
}

static bool has_deadline(const struct room *room) {
    struct id round;
    int64_t deadline;
    return room->state == ROOM_LIVE && process_next_deadline(room->process, &round, &deadline);
}

/* A room that must end a round, or erase a file, stays until then. */
static bool is_idle(const struct room *room) {
    return !has_deadline(room) && blobs_due(room) == INT64_MAX && room->client_count == 0 &&
           list_is_empty(&room->waiting) && room->pending_count == 0 && room->state != ROOM_LOADING;
}

/* What could not be read is tried again soon: the store may only have been out of reach. */
static int64_t idle_until(const struct room *room) {
    int64_t idle = room->live->options.limits.idle * MILLISECOND;
    if (room->removed) {
        return room->idle_from;
    }
    return room->idle_from + (room->state == ROOM_REFUSED ? earlier(idle, REFUSED_STAYS) : idle);
}

/* When the room has to see to its texts and forms; INT64_MAX: never. */
static int64_t work_due(const struct room *room, int64_t now) {
    int64_t soon = later(now, room->retry_from);
    if (room->state != ROOM_LIVE) {
        return INT64_MAX;
    }
    if (room->redaction_due && !room->redacting) {
        return soon;
    }
    int64_t files = blobs_due(room),
            lookups = room->lookups_due ? later(soon, room->lookups_from) : INT64_MAX;
    return earlier(files < INT64_MAX && !room->redacting ? later(soon, files) : INT64_MAX, lookups);
}

/* When the next round must be ended; INT64_MAX: never, or that is on its way. */
static int64_t end_due(const struct room *room, int64_t now) {
    struct id round;
    int64_t deadline;
    if (!has_deadline(room) || !process_next_deadline(room->process, &round, &deadline)) {
        return INT64_MAX;
    }
    int64_t left = (deadline - room_time(room)) * MILLISECOND;
    if (left > 0) {
        return now + earlier(left, LONGEST_SLEEP);
    }
    return append_find(room, name_end(room, round, deadline)) ? INT64_MAX : later(now, room->retry_from);
}

void room_schedule(struct room *room) {
    int64_t now = live_monotonic(room->live);
    int64_t due = end_due(room, now);
    if (is_idle(room)) {
        due = earlier(due, idle_until(room));
    }
    due = earlier(due, work_due(room, now));
    if (due < INT64_MAX) {
        alarm_set(&room->live->alarms, &room->alarm, due);
    } else {
        alarm_clear(&room->alarm);
    }
}

void room_ring(struct alarm *alarm) {
    struct room *room = LIST_ENTRY(alarm, struct room, alarm);
    int64_t now = live_monotonic(room->live);
    if (room->state == ROOM_LIVE && now >= room->retry_from) {
        end_round(room);
        redaction_begin(room);
        blobs_sweep(room);
        if (room->lookups_due && now >= room->lookups_from) {
            lookups_begin(room);
        }
    }
    if (is_idle(room) && now >= idle_until(room)) {
        room_destroy(room);
        return;
    }
    room_schedule(room);
}
