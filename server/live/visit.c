#include "live/visit.h"

#include <string.h>

#include "base/memory.h"
#include "live/chance.h"
#include "live/registry.h"
#include "live/state.h"

/* Milliseconds. A phone that was made a remote is a day's: nobody sees afterwards that it is one. */
static const int64_t login_lasts = 30LL * 24 * 60 * 60 * 1000, remote_login_lasts = 12LL * 60 * 60 * 1000;

struct visit *visit_create(struct live *live, desk_fn *done, void *context) {
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

void visit_finish(struct visit *visit, enum reason reason) {
    struct desk_answer answer = {.reason = reason};
    if (reason == REASON_ABSENT) {
        answer.account = visit->account;
        answer.download = visit->download;
        answer.cookie = visit->cookie[0] ? str_of(visit->cookie) : (struct str){0};
    }
    visit->done(visit->context, &answer);
    forget(&visit->password);
    forget(&visit->remote);
    memory_free_str(&visit->name);
    memory_free_str(&visit->address);
    memory_free(visit);
}

void visit_registered(void *context, const struct outcome *outcome) {
    visit_finish(context, outcome->reason);
}

void visit_log_in(struct visit *visit) {
    char hash[SECRET_HASH + 1];
    chance_secret(visit->live, visit->cookie);
    secret_hash(str_of(visit->cookie), hash);
    int64_t lasts = str_is_absent(visit->remote) ? login_lasts : remote_login_lasts;
    union house_body body = {.login_add = {.account = visit->account,
                                           .token_hash = {hash, SECRET_HASH},
                                           .expires = live_wall(visit->live) + lasts}};
    registry_put(visit->live, chance_id(visit->live), visit->account, HOUSE_LOGIN_ADD, &body,
                 visit_registered, visit);
}
