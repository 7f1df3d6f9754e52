/* The happy path: append_event → the journal stores → room_follow applies it and notes the verdict here →
 * the append completes → all who wait are told.
 *
 * It fails so: UNKNOWN_OUTCOME and CANCELLED are told as not_stored, and nothing is remembered; should the
 * event have been stored all the same, it comes by following, before the next that is stored, and the repeat
 * finds it. Until then the state may be behind the journal, and nothing is refused by it (in_doubt). EXISTS:
 * an earlier sending was stored; it was followed before, so the state knows the verdict. */
#include "live/append.h"

#include <string.h>

#include "base/memory.h"
#include "live/blobs.h"
#include "live/client.h"
#include "live/follow.h"
#include "live/member.h"
#include "protocol/event.h"

enum { RETRY = 1000000 }; /* microseconds */

static void free_pending(struct pending *pending) {
    struct list *link;
    while ((link = list_first(&pending->waiters))) {
        struct waiter *waiter = LIST_ENTRY(link, struct waiter, link);
        list_remove(&waiter->link);
        asker_finish(&waiter->asker);
        memory_free(waiter);
    }
    buffer_finish(&pending->body);
    arena_finish(&pending->arena);
    memory_free(pending);
}

/* What was stored before: the state knows it, unless another event has taken the command's id. */
static struct outcome find_stored(const struct pending *pending) {
    struct seen seen;
    if (pending->room->state != ROOM_LIVE || !process_seen(pending->room->process, &pending->event, &seen)) {
        return (struct outcome){.reason = REASON_NOT_STORED};
    }
    if (!seen.same) {
        return (struct outcome){.reason = REASON_ID_CONFLICT};
    }
    return (struct outcome){.seq = seen.seq, .reason = seen.reason};
}

static struct outcome outcome_of(const struct pending *pending) {
    switch (pending->append.status) {
    case STATUS_OK:
        return pending->applied ? pending->outcome : find_stored(pending);
    case STATUS_EXISTS:
        return find_stored(pending);
    case STATUS_TOO_LARGE:
        return (struct outcome){.reason = REASON_TOO_LARGE};
    default:
        return (struct outcome){.reason = REASON_NOT_STORED};
    }
}

static void tell(struct pending *pending, const struct outcome *outcome) {
    for (struct list *link = pending->waiters.next; link != &pending->waiters; link = link->next) {
        struct waiter *waiter = LIST_ENTRY(link, struct waiter, link);
        if (waiter->asker.client) {
            waiter->settled(waiter, &pending->event, outcome);
        }
    }
}

/* Completions come a batch at a time, and each batch before a turn. */
static void note_batch(struct live *live, const struct pending *pending) {
    live->state.batches += !live->stored;
    live->stored = true;
    live->state.last_batch_microseconds = live_monotonic(live) - pending->started_at;
}

static void complete(struct journal_append *append) {
    struct pending *pending = LIST_ENTRY(append, struct pending, append);
    struct room *room = pending->room;
    struct outcome outcome = outcome_of(pending);
    note_batch(room->live, pending);
    room->in_doubt = append->status == STATUS_UNKNOWN_OUTCOME ||
                     (room->in_doubt && append->status != STATUS_OK && append->status != STATUS_EXISTS);
    (void)map_remove(&room->pending, pending->event.command.bytes, sizeof pending->event.command.bytes);
    room->pending_count--;
    if (pending->sender) {
        pending->sender->undecided--;
    }
    if (outcome.seq == 0 || (pending->event.kind == EVENT_ROUND_END && outcome.reason != REASON_ABSENT)) {
        room->retry_from = live_monotonic(room->live) + RETRY;
    }
    if (pending->event.kind == EVENT_REDACT) {
        room->redacting = false;
        blobs_erased(room, append);
        if (outcome.seq > 0 &&
            outcome.reason != REASON_ABSENT) { /* the fold will not; asking again is idle */
            room->redaction_due = room->forms_due = false;
        }
    } else if (pending->event.kind == EVENT_FORM_PUT && outcome.seq == 0) {
        room->lookups_due = true;
    }
    tell(pending, &outcome);
    free_pending(pending);
    room_schedule(room);
}

struct pending *append_event(struct room *room, const struct event *event, struct arena *arena,
                             struct buffer *body, struct member *sender) {
    struct pending *pending = memory_allocate(sizeof *pending);
    pending->room = room;
    pending->event = *event;
    pending->arena = *arena;
    arena_init(arena);
    pending->sender = sender;
    list_init(&pending->waiters);
    pending->body = *body;
    buffer_init(body);
    actor_format(event->actor, pending->actor);
    pending->append = (struct journal_append){
        .process = room->id,
        .event = {.command = event->command,
                  .at = event->at,
                  .version = event_version(event->kind),
                  .actor = str_of(pending->actor),
                  .kind = event_name(event->kind),
                  .body = buffer_str(&pending->body)},
        .done = complete,
    };
    (void)map_put(&room->pending, event->command.bytes, sizeof event->command.bytes, pending);
    room->pending_count++;
    if (sender) {
        sender->undecided++;
    }
    return pending;
}

void append_start(struct pending *pending) {
    pending->started_at = live_monotonic(pending->room->live);
    journal_append(pending->room->live->options.journal, &pending->append);
}

enum reason append_judge(const struct room *room, const struct event *event) {
    return room->in_doubt ? REASON_ABSENT : process_judge(room->process, event);
}

struct pending *append_find(const struct room *room, struct id command) {
    return map_find(&room->pending, command.bytes, sizeof command.bytes);
}

bool append_is_same(const struct pending *pending, const struct event *event) {
    return pending->event.kind == event->kind && actor_equal(pending->event.actor, event->actor) &&
           memcmp(pending->event.hash, event->hash, sizeof event->hash) == 0;
}

void append_wait(struct pending *pending, struct client *client, const struct request_id *request,
                 settled_fn *settled) {
    struct waiter *waiter = memory_allocate(sizeof *waiter);
    asker_init(&waiter->asker, client, request);
    waiter->settled = settled;
    list_append(&pending->waiters, &waiter->link);
}

const struct client *append_asker(const struct pending *pending) {
    struct list *first = pending ? list_first(&pending->waiters) : NULL;
    return first ? LIST_ENTRY(first, struct waiter, link)->asker.client : NULL;
}

struct pending *append_own(struct room *room, struct id command, enum event_kind kind,
                           const union event_body *body, struct arena *arena) {
    struct event event = {.command = command,
                          .actor = {.kind = ACTOR_SERVER},
                          .at = room_time(room),
                          .kind = kind,
                          .body = *body};
    struct buffer encoded;
    buffer_init(&encoded);
    event_encode(&event, &encoded);
    return append_event(room, &event, arena, &encoded, NULL);
}

const struct pending *append_find_thing(const struct room *room, const struct member *sender,
                                        struct id thing) {
    const void *cursor = NULL;
    const struct pending *pending;
    while ((pending = map_next(&room->pending, &cursor))) {
        struct subject subject = process_subject(room->process, &pending->event);
        if (pending->sender == sender && !id_is_none(subject.round) && id_equal(subject.thing, thing)) {
            return pending;
        }
    }
    return NULL;
}
