/* How an accepted event changes the house: one function for each kind. */
#include "access/house_state.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

static void put_by_id(struct map *map, struct id id, void *value) {
    map_put(map, id.bytes, sizeof id.bytes, value);
}

static void put_by_text(struct map *map, struct str text, void *value) {
    map_put(map, text.data, text.size, value);
}

static void end_login(struct house *house, struct login *login) {
    map_remove(&house->logins, login->token_hash, sizeof login->token_hash);
    list_remove(&login->link);
    memory_free(login);
}

/* Those of the account (none: nobody's), and all that have expired. */
static void end_logins(struct house *house, struct id account, int64_t at) {
    for (struct list *link = house->login_order.next, *next; link != &house->login_order; link = next) {
        next = link->next;
        struct login *login = LIST_ENTRY(link, struct login, link);
        if (login->expires <= at || id_equal(login->account, account)) {
            end_login(house, login);
        }
    }
}

static struct account *add_account(struct house *house, struct id id, struct str name) {
    struct account *account = arena_allocate(&house->arena, sizeof *account);
    account->id = id;
    account->name = arena_copy(&house->arena, name);
    list_init(&account->grants);
    house->account_order = memory_grow(house->account_order, &house->account_capacity,
                                       house->account_count + 1, sizeof(struct account *));
    house->account_order[house->account_count++] = account;
    put_by_id(&house->accounts, id, account);
    put_by_text(&house->account_names, text_fold(name, &house->arena), account);
    return account;
}

static void set_password(struct house *house, struct account *account, struct str hash, int64_t at) {
    account->password_hash = arena_copy(&house->arena, hash);
    end_logins(house, account->id, at);
}

/* Whole, for it is hashed as bytes. */
static struct grant_key grant_key(struct id account, const struct house_grant *grant) {
    struct grant_key key;
    memset(&key, 0, sizeof key);
    key.account = account;
    key.process = grant->process;
    key.study = grant->study;
    key.role = grant->role;
    return key;
}

static bool is_granted(const struct house *house, struct id account, const struct house_grant *grant) {
    struct grant_key key = grant_key(account, grant);
    return map_find(&house->grants, &key, sizeof key) != NULL;
}

bool house_is_granted(const struct house *house, struct id account, enum grant_role role, struct id process) {
    return is_granted(house, account, &(struct house_grant){.role = role, .process = process});
}

bool house_is_granted_study(const struct house *house, struct id account, struct id process,
                            struct id study) {
    struct house_grant grant = {.role = GRANT_ROLE_RESEARCHER, .process = process, .study = study};
    return is_granted(house, account, &grant);
}

static void put_grant(struct house *house, struct id account, struct house_grant put, bool granted) {
    struct grant_key key = grant_key(account, &put);
    if (is_granted(house, account, &put) == granted) {
        return;
    }
    if (granted) {
        struct account *holder = house_find_id(&house->accounts, account);
        struct house_grant *grant = arena_allocate(&house->arena, sizeof *grant);
        *grant = (struct house_grant){.role = put.role, .process = put.process, .study = put.study};
        list_append(&holder->grants, &grant->link);
        map_put(&house->grants, &key, sizeof key, grant);
    } else {
        struct house_grant *grant = map_remove(&house->grants, &key, sizeof key);
        list_remove(&grant->link);
    }
    if (put.role == GRANT_ROLE_ADMINISTRATOR && id_is_none(put.process)) {
        house->administrators = granted ? house->administrators + 1 : house->administrators - 1;
    }
}

void house_end_grants(struct house *house, struct account *account, struct id process) {
    for (struct list *link = account->grants.next, *next; link != &account->grants; link = next) {
        const struct house_grant *grant = LIST_ENTRY(link, struct house_grant, link);
        next = link->next;
        if (id_equal(grant->process, process)) {
            put_grant(house, account->id, *grant, false);
        }
    }
}

static void change_invite_add(struct house *house, const struct house_invite_add *add) {
    struct invitation *invitation = arena_allocate(&house->arena, sizeof *invitation);
    invitation->invite = (struct invite){.id = add->id, .account = add->account};
    invitation->expires = add->expires;
    put_by_id(&house->invitations, add->id, invitation);
    put_by_text(&house->invite_tokens, add->token_hash, invitation);
}

static void change_invite_accept(struct house *house, const struct house_event *event) {
    const struct house_invite_accept *accept = &event->body.invite_accept;
    struct invitation *invitation = house_find_id(&house->invitations, accept->id);
    struct account *account = house_find_id(&house->accounts, accept->account);
    if (!account) {
        account = add_account(house, accept->account, accept->name);
        put_grant(house, account->id, (struct house_grant){.role = GRANT_ROLE_ADMINISTRATOR}, true);
    }
    invitation->used = true;
    set_password(house, account, accept->hash, event->at);
}

static void change_login_add(struct house *house, const struct house_event *event) {
    const struct house_login_add *add = &event->body.login_add;
    end_logins(house, (struct id){0}, event->at);
    struct login *login = memory_allocate(sizeof *login);
    login->account = add->account;
    login->expires = add->expires;
    memcpy(login->token_hash, add->token_hash.data, sizeof login->token_hash);
    list_append(&house->login_order, &login->link);
    map_put(&house->logins, login->token_hash, sizeof login->token_hash, login);
}

static void change_login_end(struct house *house, const struct house_login_end *end) {
    struct login *login = house_find_text(&house->logins, end->token_hash);
    if (login) {
        end_login(house, login);
    }
}

static void change_process_add(struct house *house, const struct house_process_add *add) {
    struct house_entry *entry = arena_allocate(&house->arena, sizeof *entry);
    entry->process = (struct house_process){
        .process = add->process, .title = arena_copy(&house->arena, add->title), .rehearsal = add->rehearsal};
    list_init(&entry->titles);
    put_by_id(&house->processes, add->process, entry);
    house->process_order = memory_grow(house->process_order, &house->process_capacity,
                                       house->process_count + 1, sizeof(struct house_entry *));
    house->process_order[house->process_count++] = entry;
    if (!id_is_none(add->account)) {
        struct house_grant grant = {.role = GRANT_ROLE_FACILITATOR, .process = add->process};
        put_grant(house, add->account, grant, true);
    }
}

static void change_process_rename(struct house *house, const struct house_process_rename *rename) {
    house_find_process(house, rename->process)->process.title = arena_copy(&house->arena, rename->title);
}

static void remove_if(struct map *map, struct str key, const struct joining *joining) {
    if (house_find_text(map, key) == joining) {
        map_remove(map, key.data, key.size);
    }
}

void house_end_joining(struct house *house, const struct joining *joining) {
    remove_if(&house->join_codes, joining->code, joining);
    remove_if(&house->join_secrets, joining->secret, joining);
}

static void change_joining_put(struct house *house, const struct house_joining_put *put) {
    struct joining *joining = house_find_id(&house->joinings, put->session);
    if (!joining) {
        joining = arena_allocate(&house->arena, sizeof *joining);
        put_by_id(&house->joinings, put->session, joining);
    }
    house_end_joining(house, joining);
    struct joining before = *joining;
    bool renewed = !str_is_absent(before.secret) && !str_equal(before.secret, put->secret);
    *joining = (struct joining){.process = put->process,
                                .session = put->session,
                                .code = arena_copy(&house->arena, put->code),
                                .secret = arena_copy(&house->arena, put->secret),
                                .older_code = renewed ? before.code : before.older_code,
                                .older_secret = renewed ? before.secret : before.older_secret,
                                .open = put->open};
    const struct joining *other = house_find_text(&house->join_codes, put->code);
    if (put->open || !other || !other->open) {
        put_by_text(&house->join_codes, joining->code, joining);
    }
    put_by_text(&house->join_secrets, joining->secret, joining);
}

static void change_display_add(struct house *house, const struct house_display_add *add) {
    struct house_display *display = arena_allocate(&house->arena, sizeof *display);
    *display = (struct house_display){.process = add->process, .session = add->session};
    display->group = add->group ? *add->group : (struct group_ref){.group = {{0}}};
    put_by_text(&house->displays, add->token_hash, display);
}

static void change_download_add(struct house *house, const struct house_event *event) {
    const struct house_download_add *add = &event->body.download_add;
    house->downloads = memory_grow(house->downloads, &house->download_capacity, house->download_count + 1,
                                   sizeof *house->downloads);
    house->downloads[house->download_count++] =
        (struct house_download){.process = add->process,
                                .session = add->session,
                                .account = add->account,
                                .view = add->view,
                                .study = add->study,
                                .format = arena_copy(&house->arena, add->format),
                                .at = event->at,
                                .id = add->id};
}

static void change_download_done(struct house *house, const struct house_download_done *done) {
    struct house_download *download = house_find_download(house, done->id);
    download->sha256 = arena_copy(&house->arena, done->sha256);
    download->bytes = done->bytes;
}

static void change_account_password(struct house *house, const struct house_event *event) {
    const struct house_account_password *password = &event->body.account_password;
    set_password(house, house_find_id(&house->accounts, password->account), password->hash, event->at);
}

static void change_grant_put(struct house *house, const struct house_grant_put *put) {
    struct house_grant grant = {.role = put->role, .process = put->process, .study = put->study};
    put_grant(house, put->account, grant, put->granted);
}

void house_change(struct house *house, const struct house_event *event) {
    switch (event->kind) {
    case HOUSE_ACCOUNT_ADD:
        add_account(house, event->body.account_add.id, event->body.account_add.name);
        break;
    case HOUSE_ACCOUNT_PASSWORD:
        change_account_password(house, event);
        break;
    case HOUSE_INVITE_ADD:
        change_invite_add(house, &event->body.invite_add);
        break;
    case HOUSE_INVITE_ACCEPT:
        change_invite_accept(house, event);
        break;
    case HOUSE_LOGIN_ADD:
        change_login_add(house, event);
        break;
    case HOUSE_LOGIN_END:
        change_login_end(house, &event->body.login_end);
        break;
    case HOUSE_GRANT_PUT:
        change_grant_put(house, &event->body.grant_put);
        break;
    case HOUSE_PROCESS_ADD:
        change_process_add(house, &event->body.process_add);
        break;
    case HOUSE_PROCESS_RENAME:
        change_process_rename(house, &event->body.process_rename);
        break;
    case HOUSE_PROCESS_REMOVE:
        house_change_process_remove(house, &event->body.process_remove);
        break;
    case HOUSE_REDACT:
        house_change_redact(house, &event->body.redact);
        break;
    case HOUSE_TEMPLATE_PUT:
        house_change_template_put(house, event);
        break;
    case HOUSE_JOINING_PUT:
        change_joining_put(house, &event->body.joining_put);
        break;
    case HOUSE_DISPLAY_ADD:
        change_display_add(house, &event->body.display_add);
        break;
    case HOUSE_DOWNLOAD_ADD:
        change_download_add(house, event);
        break;
    case HOUSE_DOWNLOAD_DONE:
        change_download_done(house, &event->body.download_done);
        break;
    case HOUSE_ABSENT:
    case HOUSE_END:
        break;
    }
}
