/* The turn of the loop. What has come (messages, completions, followed events) was handled as it came:
 * commands wait in the journal's batch, the state moved by following, replies went out with the completions.
 * The turn does what is left, and its order is the rule: what waited goes on, what is due is done, and only
 * then all are shown how things are now. */
#include "live/live.h"

#include "base/memory.h"
#include "base/random.h"
#include "live/alarm.h"
#include "live/client.h"
#include "live/desk.h"
#include "live/flush.h"
#include "live/lookups.h"
#include "live/patrol.h"
#include "live/registry.h"
#include "live/room.h"
#include "live/writable.h"

enum { LONGEST_SLEEP = 10000000 /* microseconds */ };

static int64_t earliest(int64_t a, int64_t b) {
    return a < b ? a : b;
}

int64_t live_turn(struct live *live) {
    live->stored = false;
    clients_resume(live);
    alarms_ring(&live->alarms, live_monotonic(live));
    clients_resume(live); /* whom an alarm let go on */
    writable_watch(live);
    patrol_turn(live->patrol);
    flush_due(live, live_monotonic(live));
    clients_sweep(live);

    int64_t now = live_monotonic(live);
    int64_t due = earliest(alarms_next(&live->alarms), flush_next(live));
    due = list_is_empty(&live->ready) ? due : now;
    return due <= now ? 0 : earliest(due - now, LONGEST_SLEEP);
}

void live_stop(struct live *live) {
    live->stopping = true;
    for (struct list *link = live->clients.next; link != &live->clients; link = link->next) {
        client_close(LIST_ENTRY(link, struct client, link), CLOSE_RESTART, "restart");
    }
    desk_close(live);
}

enum status live_create(const struct live_options *options, struct live **created) {
    struct live *live = memory_allocate(sizeof *live);
    *created = NULL;
    live->options = *options;
    live->options.build = memory_copy_str(options->build);
    live->options.public_url = memory_copy_str(options->public_url);
    live->seed = random_map_seed();
    list_init(&live->alarms);
    list_init(&live->clients);
    list_init(&live->ready);
    list_init(&live->gone);
    list_init(&live->visits);
    list_init(&live->turns);
    list_init(&live->room_list);
    map_init(&live->rooms, live->seed);
    map_init(&live->tickets, live->seed);
    alarm_init(&live->probe, writable_ring);
    live->throttle = throttle_create(live->seed, (int)options->limits.wrong_codes_per_address,
                                     (int)options->limits.wrong_codes);
    live->lookups = options->look_up ? lookups_create(live) : NULL;
    enum status status = registry_create(live, &live->registry);
    if (status != STATUS_OK) {
        live_destroy(live);
    } else {
        live->patrol = patrol_create(live);
        *created = live;
    }
    return status;
}

void live_destroy(struct live *live) {
    if (!live) {
        return;
    }
    live->options.journal = NULL; /* closed, and its followers with it */
    clients_sweep(live);
    rooms_destroy(live);
    lookups_destroy(live->lookups);
    registry_destroy(live->registry);
    patrol_destroy(live->patrol);
    throttle_destroy(live->throttle);
    map_finish(&live->rooms);
    map_finish(&live->tickets);
    memory_free_str(&live->options.build);
    memory_free_str(&live->options.public_url);
    memory_free(live);
}

void live_get_state(const struct live *live, struct live_state *state) {
    *state = live->state;
    state->writable = journal_is_writable(live->options.journal);
    for (struct list *link = live->room_list.next; link != &live->room_list; link = link->next) {
        const struct room *room = LIST_ENTRY(link, struct room, link);
        state->processes_live += room->state == ROOM_LIVE;
        state->processes_loading += room->state == ROOM_LOADING;
    }
    for (struct list *link = live->clients.next; link != &live->clients; link = link->next) {
        state->participants += LIST_ENTRY(link, struct client, link)->standing == STANDING_PARTICIPANT;
    }
}
