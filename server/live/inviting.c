/* One-time links, made by the server itself: for the first administrator, and for accounts that are added
 * from the command line. */
#include "base/memory.h"
#include "live/chance.h"
#include "live/registry.h"
#include "live/state.h"

static const int64_t invite_lasts = 7LL * 24 * 60 * 60 * 1000; /* milliseconds */

struct inviting {
    struct live *live;
    struct id account;
    enum grant_role role;
    char secret[SECRET_TEXT + 1];
    desk_invite_fn *done;
    void *context;
};

static void finish(struct inviting *inviting, enum reason reason) {
    inviting->done(inviting->context, reason,
                   reason == REASON_ABSENT ? str_of(inviting->secret) : (struct str){0});
    memory_free(inviting);
}

static void invited(void *context, const struct outcome *outcome) {
    finish(context, outcome->reason);
}

static void invite(void *context, const struct outcome *outcome) {
    struct inviting *inviting = context;
    char hash[SECRET_HASH + 1];
    if (outcome->reason != REASON_ABSENT) {
        finish(inviting, outcome->reason);
        return;
    }
    chance_secret(inviting->live, inviting->secret);
    secret_hash(str_of(inviting->secret), hash);
    bool first = id_is_none(inviting->account); /* that link holds until it is used */
    union house_body body = {.invite_add = {.id = chance_id(inviting->live),
                                            .token_hash = {hash, SECRET_HASH},
                                            .account = inviting->account,
                                            .expires = first ? 0 : live_wall(inviting->live) + invite_lasts}};
    registry_put(inviting->live, chance_id(inviting->live), (struct id){0}, HOUSE_INVITE_ADD, &body, invited,
                 inviting);
}

static void grant(void *context, const struct outcome *outcome) {
    struct inviting *inviting = context;
    if (outcome->reason != REASON_ABSENT) {
        finish(inviting, outcome->reason);
        return;
    }
    union house_body body = {
        .grant_put = {.account = inviting->account, .role = inviting->role, .granted = true}};
    registry_put(inviting->live, chance_id(inviting->live), (struct id){0}, HOUSE_GRANT_PUT, &body, invite,
                 inviting);
}

/* An account that is there already gets the role and another link. */
void live_invite(struct live *live, struct str account_name, enum grant_role role, desk_invite_fn *done,
                 void *context) {
    struct inviting *inviting = memory_allocate(sizeof *inviting);
    struct outcome nothing = {0};
    inviting->live = live;
    inviting->role = role;
    inviting->done = done;
    inviting->context = context;
    if (str_is_absent(account_name)) {
        invite(inviting, &nothing);
        return;
    }
    const struct account *account = house_account_by_name(registry_house(live), account_name);
    inviting->account = account ? account->id : chance_id(live);
    if (account) {
        grant(inviting, &nothing);
        return;
    }
    union house_body body = {.account_add = {.id = inviting->account, .name = account_name}};
    registry_put(live, chance_id(live), (struct id){0}, HOUSE_ACCOUNT_ADD, &body, grant, inviting);
}
