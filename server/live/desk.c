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
#include "live/visit.h"

enum {
    MILLISECOND = 1000,
    MOST_WAITING = 100,   /* to be logged in; who comes then is to try again */
    MOST_OF_ADDRESS = 10, /* of these */
};

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

/* By the secret that somebody's remote.add gave, who is logged in still. */
static void redeem(struct visit *visit) {
    struct live *live = visit->live;
    int64_t now = live_monotonic(live) / MILLISECOND;
    char login[SECRET_HASH + 1];
    const struct account *account = NULL;
    if (remotes_take(&live->remotes, visit->remote, now, login)) {
        account = house_login(registry_house(live), str_of(login), live_wall(live));
    }
    if (account) {
        visit->account = account->id;
        visit_log_in(visit);
    } else {
        throttle_miss(live->throttle, visit->address, now);
        visit_finish(visit, REASON_DENIED);
    }
}

/* Whoever comes to their turn waits again where others of the address have missed meanwhile. */
static void let_next(struct live *live) {
    struct list *first;
    while (!live->verifying && (first = list_first(&live->turns))) {
        struct visit *visit = LIST_ENTRY(first, struct visit, link);
        list_remove(first);
        if (must_wait(visit)) {
            continue;
        }
        if (str_is_absent(visit->remote)) {
            begin_verifying(visit);
        } else {
            redeem(visit);
        }
    }
}

static void verified(struct job *job) {
    struct visit *visit = LIST_ENTRY(job, struct visit, job);
    struct live *live = visit->live;
    live->verifying = NULL;
    if (visit->right) {
        visit_log_in(visit);
    } else {
        throttle_miss(visit->live->throttle, visit->address, live_monotonic(visit->live) / MILLISECOND);
        visit_finish(visit, REASON_DENIED);
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

static void come_in(struct visit *visit, struct str address) {
    struct live *live = visit->live;
    alarm_init(&visit->alarm, wait_for_turn);
    if (live->stopping) {
        visit_finish(visit, REASON_READ_ONLY);
    } else if (are_too_many(live, address)) {
        visit_finish(visit, REASON_TOO_OFTEN);
    } else {
        visit->address = memory_copy_str(address);
        wait_for_turn(&visit->alarm);
    }
}

void live_log_in(struct live *live, struct str name, struct str password, struct str address, desk_fn *done,
                 void *context) {
    struct visit *visit = visit_create(live, done, context);
    if (password.size > 4 * PASSWORD_LONGEST) {
        visit_finish(visit, live->stopping ? REASON_READ_ONLY : REASON_DENIED);
        return;
    }
    visit->name = memory_copy_str(name);
    visit->password = memory_copy_str(password);
    come_in(visit, address);
}

void live_log_in_remote(struct live *live, struct str secret, struct str address, desk_fn *done,
                        void *context) {
    struct visit *visit = visit_create(live, done, context);
    visit->remote = memory_copy_str(secret);
    come_in(visit, address);
}

void desk_close(struct live *live) {
    struct list *link;
    while ((link = list_first(&live->visits)) || (link = list_first(&live->turns))) {
        struct visit *visit = LIST_ENTRY(link, struct visit, link);
        list_remove(link);
        alarm_clear(&visit->alarm);
        visit_finish(visit, REASON_READ_ONLY);
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
        visit_finish(visit, outcome->reason);
    } else {
        visit_log_in(visit);
    }
}

static void hashed(struct job *job) {
    struct visit *visit = LIST_ENTRY(job, struct visit, job);
    if (!visit->right) {
        visit_finish(visit, REASON_BAD_PARAMS);
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
    struct visit *visit = visit_create(live, done, context);
    const struct invite *invite = NULL;
    char hash[SECRET_HASH + 1];
    if (secret_is_one(token)) {
        secret_hash(token, hash);
        invite = house_invite(registry_house(live), (struct str){hash, SECRET_HASH}, live_wall(live));
    }
    if (!invite || live->stopping || password.size > 4 * PASSWORD_LONGEST) {
        visit_finish(visit, live->stopping ? REASON_READ_ONLY : invite ? REASON_BAD_PARAMS : REASON_DENIED);
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
    struct visit *visit = visit_create(live, done, context);
    char hash[SECRET_HASH + 1];
    struct str token_hash = {hash, SECRET_HASH};
    if (secret_is_one(cookie)) {
        secret_hash(cookie, hash);
    }
    /* What is no log-in is not written down either: anybody can send such a thing, as often as they like. */
    if (!secret_is_one(cookie) || !house_login(registry_house(live), token_hash, live_wall(live))) {
        visit_finish(visit, REASON_ABSENT);
        return;
    }
    union house_body body = {.login_end = {.token_hash = token_hash}};
    registry_put(live, chance_id(live), (struct id){0}, HOUSE_LOGIN_END, &body, visit_registered, visit);
}

/* The documentation is for those who facilitate too; the research material is a grant of its own, and so is
 * that of each study. */
static bool may_download(const struct live *live, struct id account, struct id process, struct id study,
                         enum record_view view) {
    if (!id_is_none(study)) {
        return view == RECORD_VIEW_RESEARCH && house_may_read(registry_house(live), account, process, study);
    }
    return registry_may(live, account, GRANT_ROLE_RESEARCHER, process) ||
           (view == RECORD_VIEW_DOCUMENTATION &&
            registry_may(live, account, GRANT_ROLE_FACILITATOR, process));
}

void live_download(struct live *live, struct str cookie, struct id process, struct id session,
                   struct id study, enum record_view view, struct str format, desk_fn *done, void *context) {
    struct visit *visit = visit_create(live, done, context);
    const struct account *account = NULL;
    char hash[SECRET_HASH + 1];
    if (secret_is_one(cookie)) {
        secret_hash(cookie, hash);
        account = house_login(registry_house(live), (struct str){hash, SECRET_HASH}, live_wall(live));
    }
    if (!account || !may_download(live, account->id, process, study, view)) {
        visit_finish(visit, REASON_DENIED);
        return;
    }
    visit->account = account->id;
    visit->download = chance_id(live);
    union house_body body = {.download_add = {.id = visit->download,
                                              .process = process,
                                              .session = session,
                                              .account = account->id,
                                              .view = view,
                                              .study = study,
                                              .format = format}};
    registry_put(live, chance_id(live), account->id, HOUSE_DOWNLOAD_ADD, &body, visit_registered, visit);
}

void live_download_done(struct live *live, struct id download, struct str sha256, int64_t bytes,
                        desk_fn *done, void *context) {
    struct visit *visit = visit_create(live, done, context);
    union house_body body = {.download_done = {.id = download, .sha256 = sha256, .bytes = bytes}};
    registry_put(live, chance_id(live), (struct id){0}, HOUSE_DOWNLOAD_DONE, &body, visit_registered, visit);
}

bool live_has_administrator(const struct live *live) {
    return house_has_administrator(registry_house(live));
}
