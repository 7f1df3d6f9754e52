/* What the house is asked. */
#include "access/house_state.h"

static const struct id none;

bool house_has_administrator(const struct house *house) {
    return house->administrators > 0;
}

const struct account *house_account(const struct house *house, struct id account) {
    return house_find_id(&house->accounts, account);
}

const struct account *const *house_accounts(const struct house *house, size_t *count) {
    *count = house->account_count;
    return house->account_order;
}

const struct account *house_account_by_name(const struct house *house, struct str name) {
    return house_find_name(house, name);
}

const struct account *house_login(const struct house *house, struct str token_hash, int64_t now) {
    const struct login *login = house_find_text(&house->logins, token_hash);
    return login && login->expires > now ? house_account(house, login->account) : NULL;
}

const struct invite *house_invite(const struct house *house, struct str token_hash, int64_t now) {
    const struct invitation *invitation = house_find_text(&house->invite_tokens, token_hash);
    return invitation && house_can_accept(house, invitation, now) ? &invitation->invite : NULL;
}

bool house_may(const struct house *house, struct id account, enum grant_role role, struct id process) {
    if (id_is_none(account)) {
        return false;
    }
    if (house_is_granted(house, account, role, none) || house_is_granted(house, account, role, process)) {
        return true;
    }
    return role == GRANT_ROLE_FACILITATOR && house_is_granted(house, account, GRANT_ROLE_ADMINISTRATOR, none);
}

bool house_may_read(const struct house *house, struct id account, struct id process, struct id study) {
    return !id_is_none(study) && house_is_granted_study(house, account, process, study);
}

bool house_may_somewhere(const struct house *house, struct id account, enum grant_role role) {
    const struct account *holder = house_account(house, account);
    for (const struct list *link = holder ? holder->grants.next : NULL; link && link != &holder->grants;
         link = link->next) {
        const struct house_grant *grant = LIST_ENTRY(link, struct house_grant, link);
        if (grant->role == role && id_is_none(grant->study)) {
            return true;
        }
    }
    return false;
}

/* A process that was removed takes its ways in with it. */
const struct joining *house_joining(const struct house *house, struct id session) {
    const struct joining *joining = house_find_id(&house->joinings, session);
    return joining && house_process(house, joining->process) ? joining : NULL;
}

const struct joining *house_joining_by_code(const struct house *house, struct str code) {
    return house_find_text(&house->join_codes, code);
}

const struct joining *house_joining_by_secret(const struct house *house, struct str secret) {
    return house_find_text(&house->join_secrets, secret);
}

const struct house_display *house_display(const struct house *house, struct str token_hash) {
    const struct house_display *display = house_find_text(&house->displays, token_hash);
    return display && house_process(house, display->process) ? display : NULL;
}

const struct house_process *house_process(const struct house *house, struct id process) {
    const struct house_entry *entry = house_find_process(house, process);
    return entry && !entry->removed ? &entry->process : NULL;
}

static bool has_study(const struct house *house, struct id account, struct id process) {
    const struct account *holder = house_account(house, account);
    for (const struct list *link = holder ? holder->grants.next : NULL; link && link != &holder->grants;
         link = link->next) {
        const struct house_grant *grant = LIST_ENTRY(link, struct house_grant, link);
        if (id_equal(grant->process, process) && !id_is_none(grant->study)) {
            return true;
        }
    }
    return false;
}

bool house_may_observe(const struct house *house, struct id account, struct id process) {
    return house_may(house, account, GRANT_ROLE_RESEARCHER, process) || has_study(house, account, process);
}

static bool may_enter(const struct house *house, struct id account, struct id process) {
    return house_may(house, account, GRANT_ROLE_FACILITATOR, process) ||
           house_may_observe(house, account, process);
}

size_t house_processes(const struct house *house, const struct id *account, struct arena *arena,
                       const struct house_process **processes) {
    struct house_process *found = arena_allocate_array(arena, house->process_count, sizeof *found);
    size_t count = 0;
    for (size_t i = 0; i < house->process_count; i++) {
        const struct house_entry *entry = house->process_order[i];
        if (!entry->removed && (!account || may_enter(house, *account, entry->process.process))) {
            found[count++] = entry->process;
        }
    }
    *processes = found;
    return count;
}

struct house_download *house_find_download(const struct house *house, struct id id) {
    for (size_t i = house->download_count; i > 0 && !id_is_none(id); i--) {
        if (id_equal(house->downloads[i - 1].id, id)) {
            return &house->downloads[i - 1];
        }
    }
    return NULL;
}

const struct house_download *house_downloads(const struct house *house, size_t *count) {
    *count = house->download_count;
    return house->downloads;
}
