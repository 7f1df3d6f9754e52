#include "live/registry.h"

#include "base/diag.h"
#include "base/memory.h"
#include "base/random.h"
#include "live/client.h"
#include "live/loading.h"
#include "live/presence.h"
#include "live/stored.h"
#include "protocol/event.h"

struct registry {
    struct live *live;
    struct house *house;
    struct journal_follower *follower;
    bool refused; /* its journal holds what this program cannot read: nothing of the house changes any more */
};

/* One event on its way. */
struct registering {
    struct journal_append append;
    struct registry *registry;
    struct house_event event;
    struct buffer body;
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

const struct joining *registry_joining(const struct live *live, struct id session) {
    return house_joining(live->registry->house, session);
}

/* ---- following ---- */

static bool may_stay(const struct live *live, const struct client *client) {
    if (!house_login(registry_house(live), client->login, live_wall(live))) {
        return false;
    }
    return client->standing == STANDING_HOUSE ||
           registry_may(live, client->account, GRANT_ROLE_FACILITATOR, client->room->id);
}

/* Who has logged out, or may no longer, sees nothing more either. */
static void close_who_may_not(struct live *live) {
    for (struct list *link = live->clients.next; link != &live->clients; link = link->next) {
        struct client *client = LIST_ENTRY(link, struct client, link);
        if ((client->standing & (STANDING_HOST | STANDING_HOUSE)) && !may_stay(live, client)) {
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
    memory_free(registering);
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
    struct registering *registering = memory_allocate(sizeof *registering);
    registering->registry = registry;
    registering->event = event;
    registering->event.body = (union house_body){0}; /* borrowed: what is asked of it later is its hash */
    registering->done = done;
    registering->context = context;
    buffer_init(&registering->body);
    house_encode(kind, body, &registering->body);
    actor_format((struct actor){.kind = id_is_none(account) ? ACTOR_SERVER : ACTOR_ACCOUNT, .id = account},
                 registering->actor);
    registering->append = (struct journal_append){
        .process = house_id(),
        .event = {.command = command,
                  .at = event.at,
                  .version = house_version(kind),
                  .actor = str_of(registering->actor),
                  .kind = house_name(kind),
                  .body = buffer_str(&registering->body)},
        .done = complete,
    };
    journal_append(live->options.journal, &registering->append);
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
