/* A visit to the desk goes: perhaps a delay (an address that missed too often) → its turn, for one password
 * is verified at a time: workers are there for others too → a worker → the house's journal → done. Each step
 * ends in the next or in finish, once. */
#include "live/desk.h"

#include <string.h>

#include "access/secret.h"
#include "base/memory.h"
#include "live/alarm.h"
#include "live/chance.h"
#include "live/registry.h"
#include "live/state.h"

enum {
    MILLISECOND = 1000,
    MOST_WAITING = 100,   /* to be logged in; who comes then is to try again */
    MOST_OF_ADDRESS = 10, /* of these */
};
static const int64_t login_lasts = 30LL * 24 * 60 * 60 * 1000; /* milliseconds */

struct visit {
    struct job job;
    struct alarm alarm;
    struct list link; /* live->visits, while it waits for the alarm; then live->turns */
    struct live *live;
    struct str name, password, address; /* copies */
    struct id account, invite;
    char known_hash[PASSWORD_HASH]; /* to verify by; empty: there is no such account, or no password */
    char hash[PASSWORD_HASH];       /* of the new password */
    bool right;
    char cookie[SECRET_TEXT + 1];
    desk_fn *done;
    void *context;
};

static struct visit *create(struct live *live, desk_fn *done, void *context) {
    struct visit *visit = memory_allocate(sizeof *visit);
    visit->live = live;
    visit->done = done;
    visit->context = context;
    return visit;
}

static void forget(struct str *secret) {
    if (!str_is_empty(*secret)) {
        explicit_bzero((void *)secret->data, secret->size);
    }
    memory_free_str(secret);
}

static void finish(struct visit *visit, enum reason reason) {
    struct desk_answer answer = {.reason = reason};
    if (reason == REASON_ABSENT) {
        answer.account = visit->account;
        answer.cookie = visit->cookie[0] ? str_of(visit->cookie) : (struct str){0};
    }
    visit->done(visit->context, &answer);
    forget(&visit->password);
    memory_free_str(&visit->name);
    memory_free_str(&visit->address);
    memory_free(visit);
}

static void registered(void *context, const struct outcome *outcome) {
    finish(context, outcome->reason);
}

static void add_login(struct visit *visit) {
    char hash[SECRET_HASH + 1];
    chance_secret(visit->live, visit->cookie);
    secret_hash(str_of(visit->cookie), hash);
    union house_body body = {.login_add = {.account = visit->account,
                                           .token_hash = {hash, SECRET_HASH},
                                           .expires = live_wall(visit->live) + login_lasts}};
    registry_put(visit->live, chance_id(visit->live), visit->account, HOUSE_LOGIN_ADD, &body, registered,
                 visit);
}

/* ---- logging in ---- */

/* Where there is no such account it takes as long, so that nobody learns which names there are. */
static void verify(struct job *job) {
    struct visit *visit = LIST_ENTRY(job, struct visit, job);
    if (visit->known_hash[0]) {
        visit->right = password_verify(visit->password, str_of(visit->known_hash));
    } else {
        visit->right = password_hash(visit->password, visit->hash) == STATUS_COUNT; /* never */
    }
}

static void begin_verifying(struct visit *visit);

static bool must_wait(struct visit *visit) {
    struct live *live = visit->live;
    int64_t now = live_monotonic(live);
    int64_t delay = throttle_delay(live->throttle, visit->address, now / MILLISECOND);
    if (delay > 0) {
        list_append(&live->visits, &visit->link);
        alarm_set(&live->alarms, &visit->alarm, now + delay * MILLISECOND);
    }
    return delay > 0;
}

/* Whoever comes to their turn waits again where others of the address have missed meanwhile. */
static void let_next(struct live *live) {
    struct list *first;
    while (!live->verifying && (first = list_first(&live->turns))) {
        struct visit *visit = LIST_ENTRY(first, struct visit, link);
        list_remove(first);
        if (!must_wait(visit)) {
            begin_verifying(visit);
        }
    }
}

static void verified(struct job *job) {
    struct visit *visit = LIST_ENTRY(job, struct visit, job);
    struct live *live = visit->live;
    live->verifying = NULL;
    if (visit->right) {
        add_login(visit);
    } else {
        throttle_miss(visit->live->throttle, visit->address, live_monotonic(visit->live) / MILLISECOND);
        finish(visit, REASON_DENIED);
    }
    let_next(live);
}

static void begin_verifying(struct visit *visit) {
    visit->live->verifying = visit;
    const struct account *account = house_account_by_name(registry_house(visit->live), visit->name);
    if (account && account->password_hash.size < sizeof visit->known_hash) {
        visit->account = account->id;
        if (!str_is_empty(account->password_hash)) {
            memcpy(visit->known_hash, account->password_hash.data, account->password_hash.size);
        }
    }
    visit->job = (struct job){.run = verify, .done = verified};
    workers_start(visit->live->options.workers, &visit->job);
}

static void wait_for_turn(struct alarm *alarm) {
    struct visit *visit = LIST_ENTRY(alarm, struct visit, alarm);
    list_remove(&visit->link);
    list_append(&visit->live->turns, &visit->link);
    let_next(visit->live);
}

static void count(const struct list *visits, struct str address, size_t *all, size_t *of_address) {
    for (const struct list *link = visits->next; link != visits; link = link->next) {
        (*all)++;
        *of_address += str_equal(LIST_ENTRY(link, struct visit, link)->address, address);
    }
}

static bool are_too_many(const struct live *live, struct str address) {
    size_t all = 0, of_address = 0;
    count(&live->visits, address, &all, &of_address);
    count(&live->turns, address, &all, &of_address);
    return all >= MOST_WAITING || of_address >= MOST_OF_ADDRESS;
}

void live_log_in(struct live *live, struct str name, struct str password, struct str address, desk_fn *done,
                 void *context) {
    struct visit *visit = create(live, done, context);
    visit->name = memory_copy_str(name);
    visit->password = memory_copy_str(password);
    visit->address = memory_copy_str(address);
    alarm_init(&visit->alarm, wait_for_turn);
    if (live->stopping || password.size > 4 * PASSWORD_LONGEST) {
        finish(visit, live->stopping ? REASON_READ_ONLY : REASON_DENIED);
        return;
    }
    if (are_too_many(live, address)) {
        finish(visit, REASON_TOO_OFTEN);
        return;
    }
    wait_for_turn(&visit->alarm);
}

void desk_close(struct live *live) {
    struct list *link;
    while ((link = list_first(&live->visits)) || (link = list_first(&live->turns))) {
        struct visit *visit = LIST_ENTRY(link, struct visit, link);
        list_remove(link);
        alarm_clear(&visit->alarm);
        finish(visit, REASON_READ_ONLY);
    }
}

/* ---- invitations ---- */

static void hash_password(struct job *job) {
    struct visit *visit = LIST_ENTRY(job, struct visit, job);
    visit->right = password_hash(visit->password, visit->hash) == STATUS_OK;
}

static void accepted(void *context, const struct outcome *outcome) {
    struct visit *visit = context;
    if (outcome->reason != REASON_ABSENT) {
        finish(visit, outcome->reason);
    } else {
        add_login(visit);
    }
}

static void hashed(struct job *job) {
    struct visit *visit = LIST_ENTRY(job, struct visit, job);
    if (!visit->right) {
        finish(visit, REASON_BAD_PARAMS);
        return;
    }
    union house_body body = {.invite_accept = {.id = visit->invite,
                                               .account = visit->account,
                                               .name = visit->name,
                                               .hash = str_of(visit->hash)}};
    registry_put(visit->live, chance_id(visit->live), (struct id){0}, HOUSE_INVITE_ACCEPT, &body, accepted,
                 visit);
}

void live_accept_invite(struct live *live, struct str token, struct str name, struct str password,
                        desk_fn *done, void *context) {
    struct visit *visit = create(live, done, context);
    const struct invite *invite = NULL;
    char hash[SECRET_HASH + 1];
    if (secret_is_one(token)) {
        secret_hash(token, hash);
        invite = house_invite(registry_house(live), (struct str){hash, SECRET_HASH}, live_wall(live));
    }
    if (!invite || live->stopping || password.size > 4 * PASSWORD_LONGEST) {
        finish(visit, live->stopping ? REASON_READ_ONLY : invite ? REASON_BAD_PARAMS : REASON_DENIED);
        return;
    }
    visit->invite = invite->id;
    visit->account = id_is_none(invite->account) ? chance_id(live) : invite->account;
    visit->name = id_is_none(invite->account) ? memory_copy_str(name) : (struct str){0};
    visit->password = memory_copy_str(password);
    visit->job = (struct job){.run = hash_password, .done = hashed};
    workers_start(live->options.workers, &visit->job);
}

/* ---- leaving, and taking home ---- */

void live_log_out(struct live *live, struct str cookie, desk_fn *done, void *context) {
    struct visit *visit = create(live, done, context);
    char hash[SECRET_HASH + 1];
    struct str token_hash = {hash, SECRET_HASH};
    if (secret_is_one(cookie)) {
        secret_hash(cookie, hash);
    }
    /* What is no log-in is not written down either: anybody can send such a thing, as often as they like. */
    if (!secret_is_one(cookie) || !house_login(registry_house(live), token_hash, live_wall(live))) {
        finish(visit, REASON_ABSENT);
        return;
    }
    union house_body body = {.login_end = {.token_hash = token_hash}};
    registry_put(live, chance_id(live), (struct id){0}, HOUSE_LOGIN_END, &body, registered, visit);
}

/* The documentation is for those who facilitate too; the research material is a grant of its own. */
static bool may_download(const struct live *live, struct id account, struct id process,
                         enum record_view view) {
    return registry_may(live, account, GRANT_ROLE_RESEARCHER, process) ||
           (view == RECORD_VIEW_DOCUMENTATION &&
            registry_may(live, account, GRANT_ROLE_FACILITATOR, process));
}

void live_download(struct live *live, struct str cookie, struct id process, struct id session,
                   enum record_view view, struct str format, desk_fn *done, void *context) {
    struct visit *visit = create(live, done, context);
    const struct account *account = NULL;
    char hash[SECRET_HASH + 1];
    if (secret_is_one(cookie)) {
        secret_hash(cookie, hash);
        account = house_login(registry_house(live), (struct str){hash, SECRET_HASH}, live_wall(live));
    }
    if (!account || !may_download(live, account->id, process, view)) {
        finish(visit, REASON_DENIED);
        return;
    }
    visit->account = account->id;
    union house_body body = {
        .download_add = {
            .process = process, .session = session, .account = account->id, .view = view, .format = format}};
    registry_put(live, chance_id(live), account->id, HOUSE_DOWNLOAD_ADD, &body, registered, visit);
}

bool live_has_administrator(const struct live *live) {
    return house_has_administrator(registry_house(live));
}
