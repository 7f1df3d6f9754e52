#include "live/registry.h"

#include <string.h>

#include "base/diag.h"
#include "base/memory.h"
#include "base/random.h"
#include "live/chance.h"
#include "live/client.h"
#include "live/loading.h"
#include "live/presence.h"
#include "live/stored.h"
#include "protocol/event.h"

struct registry {
    struct live *live;
    struct house *house;
    struct journal_follower *follower;
    bool emptying; /* titles of processes that were removed */
    bool refused; /* its journal holds what this program cannot read: nothing of the house changes any more */
};

enum { MOST_SEQS = 1000 /* the schema's cap */ };

/* One event on its way. */
struct registering {
    struct journal_append append;
    struct registry *registry;
    struct house_event event;
    struct buffer body;
    struct id process; /* that is erased with it */
    int64_t *seqs;     /* whose titles are emptied with it */
    char actor[ACTOR_TEXT_SIZE];
    registered_fn *done;
    void *context;
};

const struct house *registry_house(const struct live *live) {
    return live->registry->house;
}

bool registry_may(const struct live *live, struct id account, enum grant_role role, struct id process) {
    return house_may(live->registry->house, account, role, process);
}

bool registry_client_may(const struct live *live, const struct client *client) {
    switch (client->standing) {
    case STANDING_HOST:
        return registry_may(live, client->account, GRANT_ROLE_FACILITATOR, client->room->id);
    case STANDING_RESEARCHER:
        return house_may_observe(registry_house(live), client->account, client->room->id);
    default:
        return true;
    }
}

const struct joining *registry_joining(const struct live *live, struct id session) {
    return house_joining(live->registry->house, session);
}

/* ---- following ---- */

static bool may_stay(const struct live *live, const struct client *client) {
    if (!house_login(registry_house(live), client->login, live_wall(live))) {
        return false;
    }
    return registry_client_may(live, client);
}

/* Who has logged out, or may no longer, sees nothing more either. */
static void close_who_may_not(struct live *live) {
    for (struct list *link = live->clients.next; link != &live->clients; link = link->next) {
        struct client *client = LIST_ENTRY(link, struct client, link);
        if ((client->standing & (STANDING_HOST | STANDING_HOUSE | STANDING_RESEARCHER)) &&
            !may_stay(live, client)) {
            client_close(client, CLOSE_LOGGED_OUT, "denied");
        }
    }
}

static void note_change(struct live *live, const struct house_event *event) {
    switch (event->kind) {
    case HOUSE_LOGIN_END:
    case HOUSE_GRANT_PUT:
    case HOUSE_ACCOUNT_PASSWORD:
    case HOUSE_INVITE_ACCEPT:
        close_who_may_not(live);
        break;
    case HOUSE_PROCESS_REMOVE: {
        struct room *room = room_find(live, event->body.process_remove.process);
        if (room) {
            room_remove(room);
        }
        break;
    }
    case HOUSE_JOINING_PUT: {
        struct room *room = room_find(live, event->body.joining_put.process);
        if (room && room->state == ROOM_LIVE) {
            presence_changed(room);
        }
        break;
    }
    default:
        break;
    }
}

static void empty_titles(struct registry *registry);

static void follow(void *context, const struct journal_event *stored) {
    struct registry *registry = context;
    if (registry->refused) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    struct house_event event;
    enum status status = stored_house_event(stored, house_head(registry->house) + 1, &arena, &event);
    if (status != STATUS_OK) {
        diag(DIAG_ERROR, "the house's journal cannot be followed: %s", status_text(status));
        registry->refused = true;
    } else {
        enum reason reason = house_apply(registry->house, &event);
        if (reason == REASON_ABSENT) {
            note_change(registry->live, &event);
        }
        empty_titles(registry);
    }
    arena_finish(&arena);
}

/* ---- putting ---- */

/* A command that is in the journal is answered like the first time; false: it is not there. */
static bool was_seen(const struct registry *registry, const struct house_event *event,
                     struct outcome *outcome) {
    struct house_seen seen;
    if (!house_seen(registry->house, event, &seen)) {
        return false;
    }
    *outcome = seen.same ? (struct outcome){.seq = seen.seq, .reason = seen.reason}
                         : (struct outcome){.reason = REASON_ID_CONFLICT};
    return true;
}

static void complete(struct journal_append *append) {
    struct registering *registering = LIST_ENTRY(append, struct registering, append);
    struct outcome outcome = {.reason = REASON_NOT_STORED};
    if (append->status == STATUS_OK || append->status == STATUS_EXISTS) { /* and so it was followed */
        (void)was_seen(registering->registry, &registering->event, &outcome);
    }
    registering->done(registering->context, &outcome);
    buffer_finish(&registering->body);
    memory_free(registering->seqs);
    memory_free(registering);
}

static enum status redact(const struct journal_event *event, struct buffer *body) {
    return house_redact(event->kind, event->version, event->body, body);
}

/* What else of the store changes with the event. */
static void add_erasure(struct registering *registering, union house_body *body) {
    struct journal_append *append = &registering->append;
    struct house_process_remove *remove = &body->process_remove;
    if (registering->event.kind == HOUSE_PROCESS_REMOVE) {
        registering->process = remove->process;
        registering->seqs = memory_resize_array(NULL, MOST_SEQS, sizeof *registering->seqs);
        remove->seqs = registering->seqs;
        remove->seqs_count =
            house_titles(registering->registry->house, remove->process, registering->seqs, MOST_SEQS);
        append->erase = &registering->process;
        append->redact_count = remove->seqs_count;
    } else if (registering->event.kind == HOUSE_REDACT) {
        const struct house_redact *redaction = &body->redact;
        registering->seqs = memory_resize_array(NULL, redaction->seqs_count, sizeof *registering->seqs);
        memcpy(registering->seqs, redaction->seqs, redaction->seqs_count * sizeof *registering->seqs);
        append->redact_count = redaction->seqs_count;
    }
    append->redact_seqs = registering->seqs;
    append->redact = redact;
}

static void send_event(struct live *live, const struct house_event *event, registered_fn *done,
                       void *context) {
    struct registering *registering = memory_allocate(sizeof *registering);
    union house_body body = event->body;
    registering->registry = live->registry;
    registering->event = *event;
    registering->event.body = (union house_body){0}; /* borrowed: what is asked of it later is its hash */
    registering->done = done;
    registering->context = context;
    add_erasure(registering, &body);
    buffer_init(&registering->body);
    house_encode(event->kind, &body, &registering->body);
    actor_format((struct actor){.kind = id_is_none(event->account) ? ACTOR_SERVER : ACTOR_ACCOUNT,
                                .id = event->account},
                 registering->actor);
    registering->append.process = house_id();
    registering->append.event = (struct journal_event){.command = event->command,
                                                       .at = event->at,
                                                       .version = house_version(event->kind),
                                                       .actor = str_of(registering->actor),
                                                       .kind = house_name(event->kind),
                                                       .body = buffer_str(&registering->body)};
    registering->append.done = complete;
    journal_append(live->options.journal, &registering->append);
}

void registry_put(struct live *live, struct id command, struct id account, enum house_kind kind,
                  const union house_body *body, registered_fn *done, void *context) {
    struct registry *registry = live->registry;
    struct house_event event = {
        .command = command, .account = account, .at = live_wall(live), .kind = kind, .body = *body};
    house_hash(kind, body, event.hash);
    struct outcome outcome = {.reason = registry->refused ? REASON_REFUSED_PROCESS : REASON_ABSENT};
    bool settled = registry->refused || was_seen(registry, &event, &outcome);
    if (!settled) {
        outcome.reason = house_judge(registry->house, &event);
    }
    if (settled || outcome.reason != REASON_ABSENT) {
        done(context, &outcome);
        return;
    }
    send_event(live, &event, done, context);
}

/* ---- titles of processes that were removed ---- */

static void emptied(void *context, const struct outcome *outcome) {
    struct registry *registry = context;
    (void)outcome; /* what was not stored is tried again with the next event, or after the next start */
    registry->emptying = false;
}

/* A title that was on its way when its process was removed came behind that. */
static void empty_titles(struct registry *registry) {
    int64_t seqs[MOST_SEQS];
    struct live *live = registry->live;
    size_t count = registry->emptying ? 0 : house_due_titles(registry->house, seqs, MOST_SEQS);
    if (count > 0) {
        union house_body body = {.redact = {.seqs = seqs, .seqs_count = count}};
        registry->emptying = true;
        registry_put(live, chance_id(live), (struct id){0}, HOUSE_REDACT, &body, emptied, registry);
    }
}

static void title_followed(void *context, const struct outcome *outcome) {
    (void)context;
    (void)outcome; /* at worst lists show the older title until the next change */
}

void registry_follow_title(struct room *room, const struct event *event) {
    union house_body body = {
        .process_rename = {.process = room->id, .title = event->body.process_put.profile->title}};
    registry_put(room->live, id_of_name(event->command, "title", 5), (struct id){0}, HOUSE_PROCESS_RENAME,
                 &body, title_followed, NULL);
}

/* ---- beginning and end ---- */

enum status registry_create(struct live *live, struct registry **registry) {
    struct house *house;
    enum status status = load_house(live->options.journal, &house);
    *registry = NULL;
    if (status == STATUS_OK) {
        *registry = memory_allocate(sizeof **registry);
        (*registry)->live = live;
        (*registry)->house = house;
        (*registry)->follower =
            journal_follow(live->options.journal, house_id(), house_head(house), follow, *registry);
        empty_titles(*registry); /* a killed server owes that, perhaps */
    }
    return status;
}

void registry_destroy(struct registry *registry) {
    if (registry) {
        if (registry->live->options.journal) {
            journal_unfollow(registry->follower);
        }
        house_destroy(registry->house);
        memory_free(registry);
    }
}
