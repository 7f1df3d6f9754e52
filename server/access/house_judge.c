/* What may be so in a house: one function for each kind of event. */
#include "access/house_state.h"

#include "base/text.h"

static bool is_account(const struct house *house, struct id id) {
    return house_find_id(&house->accounts, id) != NULL;
}

static bool is_process(const struct house *house, struct id id) {
    return house_process(house, id) != NULL;
}

static enum reason judge_name(const struct house *house, struct str name) {
    struct str rest = name, word = {0};
    while (str_split(&rest, ' ', &word) && str_is_empty(word)) {
    }
    if (str_is_empty(word)) {
        return REASON_EMPTY;
    }
    if (!text_is_clean(name, false)) {
        return REASON_BAD_PARAMS;
    }
    return house_find_name(house, name) ? REASON_ID_TAKEN : REASON_ABSENT;
}

static enum reason judge_account_add(const struct house *house, const struct house_event *event) {
    const struct house_account_add *add = &event->body.account_add;
    if (id_is_none(add->id)) {
        return REASON_BAD_PARAMS;
    }
    return is_account(house, add->id) ? REASON_ID_TAKEN : judge_name(house, add->name);
}

static enum reason judge_account_password(const struct house *house, const struct house_event *event) {
    const struct house_account_password *password = &event->body.account_password;
    if (str_is_empty(password->hash)) {
        return REASON_BAD_PARAMS;
    }
    return is_account(house, password->account) ? REASON_ABSENT : REASON_DENIED;
}

static enum reason judge_invite_add(const struct house *house, const struct house_event *event) {
    const struct house_invite_add *add = &event->body.invite_add;
    if (id_is_none(add->id) || add->token_hash.size != HOUSE_TOKEN_HASH) {
        return REASON_BAD_PARAMS;
    }
    if (house_find_id(&house->invitations, add->id) ||
        house_find_text(&house->invite_tokens, add->token_hash)) {
        return REASON_ID_TAKEN;
    }
    if (id_is_none(add->account) ? house_has_administrator(house) : !is_account(house, add->account)) {
        return REASON_DENIED;
    }
    return add->expires != 0 && add->expires <= event->at ? REASON_BAD_TIME : REASON_ABSENT;
}

bool house_can_accept(const struct house *house, const struct invitation *invitation, int64_t at) {
    if (invitation->used || (invitation->expires != 0 && invitation->expires <= at)) {
        return false;
    }
    return !id_is_none(invitation->invite.account) || !house_has_administrator(house);
}

static enum reason judge_invite_accept(const struct house *house, const struct house_event *event) {
    const struct house_invite_accept *accept = &event->body.invite_accept;
    const struct invitation *invitation = house_find_id(&house->invitations, accept->id);
    if (str_is_empty(accept->hash)) {
        return REASON_BAD_PARAMS;
    }
    if (!invitation || !house_can_accept(house, invitation, event->at) || id_is_none(accept->account)) {
        return REASON_DENIED;
    }
    if (!id_is_none(invitation->invite.account)) {
        return id_equal(invitation->invite.account, accept->account) ? REASON_ABSENT : REASON_DENIED;
    }
    return is_account(house, accept->account) ? REASON_ID_TAKEN : judge_name(house, accept->name);
}

static enum reason judge_login_add(const struct house *house, const struct house_event *event) {
    const struct house_login_add *add = &event->body.login_add;
    const struct account *account = house_find_id(&house->accounts, add->account);
    if (!account || str_is_empty(account->password_hash)) {
        return REASON_DENIED;
    }
    if (add->token_hash.size != HOUSE_TOKEN_HASH) {
        return REASON_BAD_PARAMS;
    }
    if (house_find_text(&house->logins, add->token_hash)) {
        return REASON_ID_TAKEN;
    }
    return add->expires <= event->at ? REASON_BAD_TIME : REASON_ABSENT;
}

static enum reason judge_grant_put(const struct house *house, const struct house_event *event) {
    const struct house_grant_put *put = &event->body.grant_put;
    if (!is_account(house, put->account)) {
        return REASON_DENIED;
    }
    if (!id_is_none(put->process) && !is_process(house, put->process)) {
        return REASON_UNKNOWN_PROCESS;
    }
    if (!id_is_none(put->study) && (put->role != GRANT_ROLE_RESEARCHER || id_is_none(put->process))) {
        return REASON_BAD_PARAMS;
    }
    bool last = !put->granted && id_is_none(put->process) && put->role == GRANT_ROLE_ADMINISTRATOR &&
                house->administrators == 1 &&
                house_is_granted(house, put->account, GRANT_ROLE_ADMINISTRATOR, put->process);
    return last ? REASON_WRONG_STATE : REASON_ABSENT;
}

static enum reason judge_process_add(const struct house *house, const struct house_event *event) {
    const struct house_process_add *add = &event->body.process_add;
    if (id_is_none(add->process)) {
        return REASON_BAD_PARAMS;
    }
    if (house_find_process(house, add->process) || id_equal(add->process, house_id())) {
        return REASON_ID_TAKEN;
    }
    return id_is_none(add->account) || is_account(house, add->account) ? REASON_ABSENT : REASON_DENIED;
}

static enum reason judge_process_rename(const struct house *house, const struct house_event *event) {
    return is_process(house, event->body.process_rename.process) ? REASON_ABSENT : REASON_UNKNOWN_PROCESS;
}

static bool is_join_code(struct str code) {
    size_t digits = 0;
    while (digits < code.size && code.data[digits] >= '0' && code.data[digits] <= '9') {
        digits++;
    }
    return digits == 10 && code.size == 10;
}

static bool is_anothers(const struct joining *holder, const struct house_joining_put *put) {
    return holder && !id_equal(holder->session, put->session);
}

static enum reason judge_joining_put(const struct house *house, const struct house_event *event) {
    const struct house_joining_put *put = &event->body.joining_put;
    if (!is_process(house, put->process)) {
        return REASON_UNKNOWN_PROCESS;
    }
    if (!is_join_code(put->code) || str_is_empty(put->secret) || id_is_none(put->session)) {
        return REASON_BAD_PARAMS;
    }
    const struct joining *older = house_joining(house, put->session);
    if (older && !id_equal(older->process, put->process)) {
        return REASON_ID_TAKEN;
    }
    const struct joining *with_code = house_joining_by_code(house, put->code);
    bool code_taken = put->open && is_anothers(with_code, put) && with_code->open;
    return code_taken || is_anothers(house_joining_by_secret(house, put->secret), put) ? REASON_ID_TAKEN
                                                                                       : REASON_ABSENT;
}

static enum reason judge_display_add(const struct house *house, const struct house_event *event) {
    const struct house_display_add *add = &event->body.display_add;
    if (!is_process(house, add->process)) {
        return REASON_UNKNOWN_PROCESS;
    }
    if (add->token_hash.size != HOUSE_TOKEN_HASH) {
        return REASON_BAD_PARAMS;
    }
    return house_display(house, add->token_hash) ? REASON_ID_TAKEN : REASON_ABSENT;
}

static enum reason judge_download_add(const struct house *house, const struct house_event *event) {
    if (house_find_download(house, event->body.download_add.id)) {
        return REASON_ID_TAKEN;
    }
    return is_process(house, event->body.download_add.process) ? REASON_ABSENT : REASON_UNKNOWN_PROCESS;
}

static enum reason judge_download_done(const struct house *house, const struct house_event *event) {
    const struct house_download *download = house_find_download(house, event->body.download_done.id);
    if (!download) {
        return REASON_DENIED;
    }
    return str_is_absent(download->sha256) ? REASON_ABSENT : REASON_WRONG_STATE;
}

enum reason house_judge(const struct house *house, const struct house_event *event) {
    switch (event->kind) {
    case HOUSE_ACCOUNT_ADD:
        return judge_account_add(house, event);
    case HOUSE_ACCOUNT_PASSWORD:
        return judge_account_password(house, event);
    case HOUSE_INVITE_ADD:
        return judge_invite_add(house, event);
    case HOUSE_INVITE_ACCEPT:
        return judge_invite_accept(house, event);
    case HOUSE_LOGIN_ADD:
        return judge_login_add(house, event);
    case HOUSE_LOGIN_END:
        return REASON_ABSENT; /* ended is ended, also where it never was */
    case HOUSE_GRANT_PUT:
        return judge_grant_put(house, event);
    case HOUSE_PROCESS_ADD:
        return judge_process_add(house, event);
    case HOUSE_PROCESS_RENAME:
        return judge_process_rename(house, event);
    case HOUSE_PROCESS_REMOVE:
        return house_judge_process_remove(house, event);
    case HOUSE_REDACT:
        return REASON_ABSENT; /* it tells what has been done */
    case HOUSE_TEMPLATE_PUT:
        return house_judge_template_put(house, event);
    case HOUSE_JOINING_PUT:
        return judge_joining_put(house, event);
    case HOUSE_DISPLAY_ADD:
        return judge_display_add(house, event);
    case HOUSE_DOWNLOAD_ADD:
        return judge_download_add(house, event);
    case HOUSE_DOWNLOAD_DONE:
        return judge_download_done(house, event);
    case HOUSE_ABSENT:
    case HOUSE_END:
        break;
    }
    return REASON_BAD_PARAMS;
}
