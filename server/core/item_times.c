/* When items of the programme were on. One is on from when the stage names it until the stage names another,
 * while the session is live; what was on when the session ended is on where it begins again. What is taken
 * back leaves no trace: an item that came on by mistake was never on, and the one before it never went off.
 */
#include "core/handler.h"
#include "core/state.h"

static bool is_live(const struct session_entry *session) {
    return session->session.state == SESSION_STATE_LIVE;
}

/* goes_on: it has been on, and what ended it did not. */
static void come_on(struct process *process, struct item_entry *entry, int64_t at, bool goes_on) {
    struct item *item = &entry->item;
    if (!goes_on) {
        entry->ended_before = item->ended;
    }
    item->started = item->started > 0 ? item->started : at;
    item->ended = 0;
    tracked_touch(process, &entry->tracked);
}

static void go_off(struct process *process, struct item_entry *entry, int64_t at, bool undone) {
    struct item *item = &entry->item;
    item->ended = undone ? entry->ended_before : at;
    if (item->ended == 0) {
        item->started = 0;
    }
    tracked_touch(process, &entry->tracked);
}

void item_comes_on(struct process *process, struct session_entry *session, struct item_entry *item,
                   const struct event *event, bool undone) {
    struct item_entry *before = session->on;
    if (item == before || (!item && !undone)) {
        return; /* the way in, say, is shown while an item is on */
    }
    session->on = item;
    if (!is_live(session)) {
        return;
    }
    if (before) {
        go_off(process, before, event->at, undone);
    }
    if (item) {
        come_on(process, item, event->at, undone);
    }
}

void items_begin(struct process *process, struct session_entry *session, int64_t at, bool undone) {
    if (session->on) {
        come_on(process, session->on, at, undone);
    }
}

void items_end(struct process *process, struct session_entry *session, int64_t at, bool undone) {
    if (session->on) {
        go_off(process, session->on, at, undone);
    }
}

void items_unbegin(struct process *process, const struct session_entry *session) {
    for (size_t i = 0; i < process->all_item_count; i++) {
        struct item_entry *entry = process->all_items[i];
        if (entry->session == session && entry->item.started > 0) {
            entry->item.started = entry->item.ended = entry->ended_before = 0;
            tracked_touch(process, &entry->tracked);
        }
    }
}
