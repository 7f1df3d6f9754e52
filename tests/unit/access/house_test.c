#include "access/house.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const struct map_seed seed = {{9}};
static const struct id anna = {{1, 1}}, bo = {{1, 2}}, nobody = {{1, 9}};
static const struct id first = {{2, 1}}, second = {{2, 2}};
static const struct id morning = {{3, 1}}, evening = {{3, 2}};
static const struct id invite_a = {{4, 1}}, invite_b = {{4, 2}};
static const struct id none;

static struct house *house;
static int64_t now;
static struct arena arena;

static void set_up(void) {
    house = house_create(seed);
    now = 1000;
    arena_init(&arena);
}

static void tear_down(void) {
    house_destroy(house);
    arena_finish(&arena);
}

TestSuite(house, .init = set_up, .fini = tear_down);

static enum reason happen(enum house_kind kind, union house_body body) {
    struct house_event event = {.seq = house_head(house) + 1, .at = now, .kind = kind, .body = body};
    enum reason judged = house_judge(house, &event);
    enum reason applied = house_apply(house, &event);
    cr_expect_eq(judged, applied, "judge and apply agree");
    cr_expect_eq(house_head(house), event.seq, "void events count too");
    return applied;
}

/* A hash that can be told from others. */
static struct str hash_of(char letter) {
    char *text = arena_allocate(&arena, 64);
    memset(text, letter, 64);
    return (struct str){text, 64};
}

static enum reason add_account(struct id id, const char *name) {
    return happen(HOUSE_ACCOUNT_ADD, (union house_body){.account_add = {.id = id, .name = str_of(name)}});
}

static enum reason set_password(struct id account) {
    return happen(HOUSE_ACCOUNT_PASSWORD,
                  (union house_body){.account_password = {.account = account, .hash = STR("$argon2id$x")}});
}

static enum reason invite(struct id id, char token, struct id account, int64_t expires) {
    return happen(
        HOUSE_INVITE_ADD,
        (union house_body){
            .invite_add = {.id = id, .token_hash = hash_of(token), .account = account, .expires = expires}});
}

static enum reason accept(struct id id, struct id account, const char *name) {
    return happen(HOUSE_INVITE_ACCEPT, (union house_body){.invite_accept = {.id = id,
                                                                            .account = account,
                                                                            .name = str_of(name),
                                                                            .hash = STR("$argon2id$y")}});
}

static enum reason log_in(struct id account, char token, int64_t expires) {
    return happen(HOUSE_LOGIN_ADD,
                  (union house_body){
                      .login_add = {.account = account, .token_hash = hash_of(token), .expires = expires}});
}

static enum reason grant(struct id account, enum grant_role role, struct id process, bool granted) {
    return happen(
        HOUSE_GRANT_PUT,
        (union house_body){
            .grant_put = {.account = account, .role = role, .process = process, .granted = granted}});
}

static enum reason add_process(struct id process, const char *title, struct id account) {
    return happen(
        HOUSE_PROCESS_ADD,
        (union house_body){.process_add = {.process = process, .title = str_of(title), .account = account}});
}

static enum reason put_joining(struct id session, const char *code, const char *secret, bool open) {
    return happen(HOUSE_JOINING_PUT, (union house_body){.joining_put = {.process = first,
                                                                        .session = session,
                                                                        .code = str_of(code),
                                                                        .secret = str_of(secret),
                                                                        .open = open}});
}

static enum reason add_display(struct id process, char token) {
    return happen(HOUSE_DISPLAY_ADD,
                  (union house_body){
                      .display_add = {.process = process, .session = morning, .token_hash = hash_of(token)}});
}

static void first_administrator(void) {
    cr_assert_eq(invite(invite_a, 'a', none, 0), REASON_ABSENT);
    cr_assert_eq(accept(invite_a, anna, "Anna"), REASON_ABSENT);
}

Test(house, the_first_invitation_makes_an_administrator_once) {
    cr_expect_not(house_has_administrator(house));
    cr_assert_eq(invite(invite_a, 'a', none, 0), REASON_ABSENT);
    cr_assert_eq(invite(invite_b, 'b', none, 0), REASON_ABSENT, "the server may have printed two");
    cr_expect(house_invite(house, hash_of('b'), now));
    cr_assert_eq(accept(invite_a, anna, "Anna"), REASON_ABSENT);
    cr_expect(house_has_administrator(house));
    cr_expect(house_may(house, anna, GRANT_ROLE_ADMINISTRATOR, none));
    cr_expect(str_equal(house_account(house, anna)->password_hash, STR("$argon2id$y")));
    cr_expect_null(house_invite(house, hash_of('a'), now), "used");
    cr_expect_null(house_invite(house, hash_of('b'), now), "there is an administrator");
    cr_expect_eq(accept(invite_a, bo, "Bo"), REASON_DENIED);
    cr_expect_eq(accept(invite_b, bo, "Bo"), REASON_DENIED);
    cr_expect_eq(invite((struct id){{4, 3}}, 'c', none, 0), REASON_DENIED);
    cr_expect_null(house_account(house, bo));
}

Test(house, the_first_administrator_needs_a_name) {
    cr_assert_eq(invite(invite_a, 'a', none, 0), REASON_ABSENT);
    cr_expect_eq(accept(invite_a, anna, NULL), REASON_EMPTY);
    cr_expect_eq(accept(invite_a, anna, ""), REASON_EMPTY);
    cr_expect_eq(accept(invite_a, anna, "   "), REASON_EMPTY);
    cr_expect_eq(accept(invite_a, anna, "An\nna"), REASON_BAD_PARAMS);
    cr_expect_eq(accept(invite_a, anna, " Anna"), REASON_ABSENT, "a refusal does not use it up");
}

static size_t list_grants(struct id account, struct house_grant grants[8]) {
    const struct account *found = house_account(house, account);
    size_t count = 0;
    for (const struct list *link = found->grants.next; link != &found->grants; link = link->next) {
        cr_assert_lt(count, 8);
        grants[count++] = *LIST_ENTRY(link, struct house_grant, link);
    }
    return count;
}

Test(house, accounts_stand_in_their_order_with_what_they_were_granted) {
    first_administrator();
    cr_assert_eq(add_account(bo, "Bo"), REASON_ABSENT);
    cr_assert_eq(add_process(first, "Dag", bo), REASON_ABSENT);
    cr_assert_eq(grant(bo, GRANT_ROLE_RESEARCHER, none, true), REASON_ABSENT);
    cr_assert_eq(grant(bo, GRANT_ROLE_RESEARCHER, first, true), REASON_ABSENT);
    cr_assert_eq(grant(bo, GRANT_ROLE_RESEARCHER, none, false), REASON_ABSENT);
    cr_assert_eq(grant(bo, GRANT_ROLE_RESEARCHER, none, false), REASON_ABSENT, "and again");
    size_t count;
    const struct account *const *accounts = house_accounts(house, &count);
    cr_assert_eq(count, 2);
    cr_expect(id_equal(accounts[0]->id, anna));
    cr_expect(id_equal(accounts[1]->id, bo));
    struct house_grant grants[8];
    cr_assert_eq(list_grants(anna, grants), 1);
    cr_expect(grants[0].role == GRANT_ROLE_ADMINISTRATOR && id_is_none(grants[0].process));
    cr_assert_eq(list_grants(bo, grants), 2);
    cr_expect(grants[0].role == GRANT_ROLE_FACILITATOR && id_equal(grants[0].process, first));
    cr_expect(grants[1].role == GRANT_ROLE_RESEARCHER && id_equal(grants[1].process, first));
}

Test(house, names_are_unique_however_they_are_written) {
    cr_assert_eq(add_account(anna, "Åsa Öberg"), REASON_ABSENT);
    cr_expect_eq(add_account(bo, "åsa öberg"), REASON_ID_TAKEN);
    cr_expect_eq(add_account(bo, "A\xcc\x8asa \xc3\x96"
                                 "BERG"),
                 REASON_ID_TAKEN, "decomposed");
    cr_expect_eq(add_account(anna, "Somebody else"), REASON_ID_TAKEN);
    cr_expect_eq(add_account(bo, "Asa Oberg"), REASON_ABSENT, "a is not å");
    cr_expect_eq(add_account(none, "Nobody"), REASON_BAD_PARAMS);
    cr_expect_eq(house_account_by_name(house, STR("ÅSA ÖBERG")), house_account(house, anna));
    cr_expect_null(house_account_by_name(house, STR("")));
    cr_expect_null(house_account_by_name(house, (struct str){0}));
}

Test(house, an_invitation_is_for_one_account_once_and_expires) {
    first_administrator();
    cr_assert_eq(add_account(bo, "Bo"), REASON_ABSENT);
    cr_expect_eq(invite(invite_b, 'b', nobody, 0), REASON_DENIED);
    cr_expect_eq(invite(invite_b, 'b', bo, now), REASON_BAD_TIME);
    cr_assert_eq(invite(invite_b, 'b', bo, now + 100), REASON_ABSENT);
    cr_expect_eq(invite(invite_b, 'c', bo, 0), REASON_ID_TAKEN);
    cr_expect_eq(invite((struct id){{4, 3}}, 'b', bo, 0), REASON_ID_TAKEN);
    cr_expect(id_equal(house_invite(house, hash_of('b'), now)->account, bo));
    cr_expect_eq(accept(invite_b, anna, NULL), REASON_DENIED);
    cr_expect_null(house_invite(house, hash_of('b'), now + 100));
    now += 100;
    cr_expect_eq(accept(invite_b, bo, NULL), REASON_DENIED, "too late");
    cr_assert_eq(invite((struct id){{4, 4}}, 'd', bo, 0), REASON_ABSENT);
    now += 1000000;
    cr_expect_eq(accept((struct id){{4, 4}}, bo, NULL), REASON_ABSENT);
    cr_expect_eq(accept((struct id){{4, 4}}, bo, NULL), REASON_DENIED, "once");
    cr_expect_not(house_may(house, bo, GRANT_ROLE_ADMINISTRATOR, none), "an invitation grants nothing");
}

Test(house, a_log_in_holds_until_it_expires_or_is_ended) {
    first_administrator();
    cr_assert_eq(add_account(bo, "Bo"), REASON_ABSENT);
    cr_expect_eq(log_in(bo, 'x', now + 10), REASON_DENIED, "no password yet");
    cr_expect_eq(log_in(nobody, 'x', now + 10), REASON_DENIED);
    cr_expect_eq(log_in(anna, 'x', now), REASON_BAD_TIME);
    cr_assert_eq(log_in(anna, 'x', now + 10), REASON_ABSENT);
    cr_expect_eq(log_in(anna, 'x', now + 10), REASON_ID_TAKEN);
    cr_expect_eq(house_login(house, hash_of('x'), now + 9), house_account(house, anna));
    cr_expect_null(house_login(house, hash_of('x'), now + 10));
    cr_expect_null(house_login(house, hash_of('y'), now));
    cr_expect_null(house_login(house, (struct str){0}, now));
    union house_body end = {.login_end = {.token_hash = hash_of('x')}};
    cr_expect_eq(happen(HOUSE_LOGIN_END, end), REASON_ABSENT);
    cr_expect_null(house_login(house, hash_of('x'), now));
    cr_expect_eq(happen(HOUSE_LOGIN_END, end), REASON_ABSENT, "what should be is so already");
}

Test(house, expired_log_ins_are_not_kept) {
    first_administrator();
    cr_assert_eq(log_in(anna, 'x', now + 10), REASON_ABSENT);
    now += 10;
    cr_assert_eq(log_in(anna, 'y', now + 10), REASON_ABSENT);
    cr_expect_eq(log_in(anna, 'x', now + 10), REASON_ABSENT, "its place is free");
}

Test(house, a_new_password_ends_the_accounts_log_ins_and_nobody_elses) {
    first_administrator();
    cr_assert_eq(add_account(bo, "Bo"), REASON_ABSENT);
    cr_assert_eq(set_password(bo), REASON_ABSENT);
    cr_assert_eq(set_password(nobody), REASON_DENIED);
    cr_assert_eq(log_in(anna, 'x', now + 10), REASON_ABSENT);
    cr_assert_eq(log_in(bo, 'y', now + 10), REASON_ABSENT);
    cr_assert_eq(set_password(bo), REASON_ABSENT);
    cr_expect_null(house_login(house, hash_of('y'), now));
    cr_expect(house_login(house, hash_of('x'), now));
    cr_assert_eq(grant(bo, GRANT_ROLE_RESEARCHER, none, true), REASON_ABSENT);
    cr_assert_eq(log_in(bo, 'z', now + 10), REASON_ABSENT);
    cr_assert_eq(grant(bo, GRANT_ROLE_RESEARCHER, none, false), REASON_ABSENT);
    cr_expect(house_login(house, hash_of('z'), now), "a revoked grant ends no log-in");
}

Test(house, grants_hold_for_a_process_or_for_all) {
    first_administrator();
    cr_assert_eq(add_account(bo, "Bo"), REASON_ABSENT);
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    cr_assert_eq(add_process(second, "Day", none), REASON_ABSENT);
    cr_expect(house_may(house, anna, GRANT_ROLE_FACILITATOR, first), "an administrator may facilitate");
    cr_expect_not(house_may(house, anna, GRANT_ROLE_RESEARCHER, first), "research is a grant of its own");
    cr_expect_not(house_may(house, bo, GRANT_ROLE_FACILITATOR, first));
    cr_assert_eq(grant(bo, GRANT_ROLE_FACILITATOR, first, true), REASON_ABSENT);
    cr_expect(house_may(house, bo, GRANT_ROLE_FACILITATOR, first));
    cr_expect_not(house_may(house, bo, GRANT_ROLE_FACILITATOR, second));
    cr_expect_not(house_may(house, bo, GRANT_ROLE_FACILITATOR, none));
    cr_assert_eq(grant(bo, GRANT_ROLE_RESEARCHER, none, true), REASON_ABSENT);
    cr_expect(house_may(house, bo, GRANT_ROLE_RESEARCHER, second));
    cr_expect_not(house_may(house, none, GRANT_ROLE_RESEARCHER, second));
    cr_assert_eq(grant(bo, GRANT_ROLE_FACILITATOR, first, false), REASON_ABSENT);
    cr_expect_not(house_may(house, bo, GRANT_ROLE_FACILITATOR, first));
    cr_expect_eq(grant(bo, GRANT_ROLE_FACILITATOR, first, false), REASON_ABSENT);
    cr_expect_eq(grant(nobody, GRANT_ROLE_FACILITATOR, first, true), REASON_DENIED);
    cr_expect_eq(grant(bo, GRANT_ROLE_FACILITATOR, evening, true), REASON_UNKNOWN_PROCESS);
}

Test(house, the_last_administrator_stays) {
    first_administrator();
    cr_assert_eq(add_account(bo, "Bo"), REASON_ABSENT);
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    cr_assert_eq(grant(bo, GRANT_ROLE_ADMINISTRATOR, first, true), REASON_ABSENT, "of one process only");
    cr_expect_eq(grant(anna, GRANT_ROLE_ADMINISTRATOR, none, false), REASON_WRONG_STATE);
    cr_expect(house_has_administrator(house));
    cr_expect_eq(grant(bo, GRANT_ROLE_ADMINISTRATOR, none, false), REASON_ABSENT,
                 "who is none may stay none");
    cr_assert_eq(grant(bo, GRANT_ROLE_ADMINISTRATOR, none, true), REASON_ABSENT);
    cr_assert_eq(grant(bo, GRANT_ROLE_ADMINISTRATOR, none, true), REASON_ABSENT, "twice counts once");
    cr_expect_eq(grant(anna, GRANT_ROLE_ADMINISTRATOR, none, false), REASON_ABSENT);
    cr_expect_eq(grant(bo, GRANT_ROLE_ADMINISTRATOR, none, false), REASON_WRONG_STATE);
}

Test(house, a_process_is_added_once_and_its_maker_facilitates_it) {
    first_administrator();
    cr_assert_eq(add_account(bo, "Bo"), REASON_ABSENT);
    cr_assert_eq(add_process(first, "LPU", bo), REASON_ABSENT);
    cr_expect_eq(add_process(first, "Again", bo), REASON_ID_TAKEN);
    cr_expect_eq(add_process(house_id(), "The house", bo), REASON_ID_TAKEN);
    cr_expect_eq(add_process(second, "Day", nobody), REASON_DENIED);
    cr_expect(house_may(house, bo, GRANT_ROLE_FACILITATOR, first));
    union house_body rename = {.process_rename = {.process = first, .title = STR("Nära vård")}};
    cr_expect_eq(happen(HOUSE_PROCESS_RENAME, rename), REASON_ABSENT);
    cr_expect(str_equal(house_process(house, first)->title, STR("Nära vård")));
    rename.process_rename.process = second;
    cr_expect_eq(happen(HOUSE_PROCESS_RENAME, rename), REASON_UNKNOWN_PROCESS);
    cr_expect_null(house_process(house, second));
}

Test(house, processes_are_listed_in_the_order_they_were_made_to_those_who_may_enter) {
    first_administrator();
    cr_assert_eq(add_account(bo, "Bo"), REASON_ABSENT);
    cr_assert_eq(add_process(second, "Day", none), REASON_ABSENT);
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    const struct house_process *list;
    cr_assert_eq(house_processes(house, NULL, &arena, &list), 2);
    cr_expect(id_equal(list[0].process, second));
    cr_expect(id_equal(list[1].process, first));
    cr_expect_eq(house_processes(house, &anna, &arena, &list), 2);
    cr_expect_eq(house_processes(house, &bo, &arena, &list), 0);
    cr_assert_eq(grant(bo, GRANT_ROLE_RESEARCHER, first, true), REASON_ABSENT);
    cr_assert_eq(house_processes(house, &bo, &arena, &list), 1);
    cr_expect(str_equal(list[0].title, STR("LPU")));
}

static bool leads_to(const struct joining *joining, struct id session) {
    return joining && id_equal(joining->session, session);
}

Test(house, a_new_code_and_link_end_the_older_ones) {
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    cr_assert_eq(put_joining(morning, "1234567890", "s1", true), REASON_ABSENT);
    cr_expect(leads_to(house_joining_by_code(house, STR("1234567890")), morning));
    cr_expect(leads_to(house_joining_by_secret(house, STR("s1")), morning));
    cr_assert_eq(put_joining(morning, "2234567890", "s2", true), REASON_ABSENT);
    cr_expect_null(house_joining_by_code(house, STR("1234567890")));
    cr_expect_null(house_joining_by_secret(house, STR("s1")));
    cr_expect(leads_to(house_joining_by_code(house, STR("2234567890")), morning));
    cr_assert_eq(put_joining(morning, "2234567890", "s2", false), REASON_ABSENT, "closed");
    cr_assert(leads_to(house_joining_by_code(house, STR("2234567890")), morning));
    cr_expect_not(house_joining(house, morning)->open);
}

Test(house, the_code_and_link_from_before_are_known) {
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    cr_assert_eq(put_joining(morning, "1234567890", "s1", true), REASON_ABSENT);
    cr_assert_eq(put_joining(morning, "1234567890", "s1", false), REASON_ABSENT);
    cr_expect(str_is_absent(house_joining(house, morning)->older_secret), "nothing was renewed");
    cr_assert_eq(put_joining(morning, "2234567890", "s2", true), REASON_ABSENT);
    cr_assert_eq(put_joining(morning, "2234567890", "s2", false), REASON_ABSENT);
    cr_expect(str_equal(house_joining(house, morning)->older_code, STR("1234567890")));
    cr_expect(str_equal(house_joining(house, morning)->older_secret, STR("s1")));
    cr_assert_eq(put_joining(morning, "1234567890", "s1", true), REASON_ABSENT);
    cr_expect(leads_to(house_joining_by_secret(house, STR("s1")), morning));
    cr_expect_null(house_joining_by_secret(house, STR("s2")));
}

Test(house, codes_are_unique_among_those_that_are_open) {
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    cr_assert_eq(put_joining(morning, "1234567890", "s1", true), REASON_ABSENT);
    cr_expect_eq(put_joining(evening, "1234567890", "s2", true), REASON_ID_TAKEN);
    cr_expect_eq(put_joining(evening, "2234567890", "s1", true), REASON_ID_TAKEN, "the secret too");
    cr_assert_eq(put_joining(evening, "1234567890", "s2", false), REASON_ABSENT);
    cr_expect(leads_to(house_joining_by_code(house, STR("1234567890")), morning), "the open one has it");
    cr_expect_eq(put_joining(evening, "1234567890", "s2", true), REASON_ID_TAKEN, "it cannot open with it");
    cr_assert_eq(put_joining(morning, "1234567890", "s1", false), REASON_ABSENT);
    cr_assert_eq(put_joining(evening, "1234567890", "s2", true), REASON_ABSENT);
    cr_expect(leads_to(house_joining_by_code(house, STR("1234567890")), evening));
    cr_assert_eq(put_joining(morning, "3234567890", "s1", true), REASON_ABSENT);
    cr_expect(leads_to(house_joining_by_code(house, STR("1234567890")), evening), "another's code stays");
}

Test(house, a_way_in_belongs_to_a_session_of_a_process) {
    cr_expect_eq(put_joining(morning, "1234567890", "s1", true), REASON_UNKNOWN_PROCESS);
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    cr_assert_eq(add_process(second, "Day", none), REASON_ABSENT);
    static const char *const codes[] = {"", "123456789", "12345678901", "123456789x", "123 456 78"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        cr_expect_eq(put_joining(morning, codes[i], "s1", true), REASON_BAD_PARAMS, "%s", codes[i]);
    }
    cr_assert_eq(put_joining(morning, "1234567890", "s1", true), REASON_ABSENT);
    union house_body elsewhere = {.joining_put = {.process = second,
                                                  .session = morning,
                                                  .code = STR("2234567890"),
                                                  .secret = STR("s2"),
                                                  .open = true}};
    cr_expect_eq(happen(HOUSE_JOINING_PUT, elsewhere), REASON_ID_TAKEN);
    cr_expect(id_equal(house_joining(house, morning)->process, first));
    cr_expect_null(house_joining(house, evening));
}

Test(house, a_display_is_known_by_its_token) {
    cr_expect_eq(add_display(first, 'd'), REASON_UNKNOWN_PROCESS);
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    cr_assert_eq(add_display(first, 'd'), REASON_ABSENT);
    cr_expect_eq(add_display(first, 'd'), REASON_ID_TAKEN);
    cr_expect(id_equal(house_display(house, hash_of('d'))->session, morning));
    cr_expect_null(house_display(house, hash_of('e')));
    cr_expect_null(house_display(house, (struct str){0}));
}

Test(house, downloads_are_kept) {
    size_t count;
    house_downloads(house, &count);
    cr_expect_eq(count, 0);
    union house_body download = {
        .download_add = {
            .process = first, .account = anna, .view = RECORD_VIEW_RESEARCH, .format = STR("csv")}};
    cr_expect_eq(happen(HOUSE_DOWNLOAD_ADD, download), REASON_UNKNOWN_PROCESS);
    cr_assert_eq(add_process(first, "LPU", none), REASON_ABSENT);
    for (int i = 0; i < 20; i++) {
        now++;
        cr_assert_eq(happen(HOUSE_DOWNLOAD_ADD, download), REASON_ABSENT);
    }
    const struct house_download *downloads = house_downloads(house, &count);
    cr_assert_eq(count, 20);
    cr_expect_eq(downloads[0].at, 1001);
    cr_expect_eq(downloads[19].at, now);
    cr_expect_eq(downloads[19].view, RECORD_VIEW_RESEARCH);
    cr_expect(str_equal(downloads[19].format, STR("csv")));
    cr_expect(id_equal(downloads[19].account, anna));
    cr_expect(id_is_none(downloads[19].session));
}

Test(house, an_event_of_no_kind_is_void) {
    cr_expect_eq(happen(HOUSE_ABSENT, (union house_body){0}), REASON_BAD_PARAMS);
    cr_expect_eq(happen(HOUSE_END, (union house_body){0}), REASON_BAD_PARAMS);
}

Test(house, the_house_is_no_process_of_chance) {
    char text[ID_TEXT_LENGTH + 1];
    struct id again;
    id_format(house_id(), text);
    cr_assert_eq(id_parse(text, strlen(text), &again), STATUS_OK, "%s", text);
    house_destroy(NULL);
}
