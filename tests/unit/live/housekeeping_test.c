#include <criterion/criterion.h>
#include <string.h>

#include "live/client.h"
#include "live/registry.h"
#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    meeting_create(&meeting, 10, NULL);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(housekeeping, .init = set_up, .fini = tear_down);

#define ID(id) text_of(id).text

static const char *error_of(json_t *reply) {
    return json_string_value(
        json_object_get(json_object_get(json_object_get(reply, "error"), "data"), "reason"));
}

static const char *result_of(json_t *reply, const char *member) {
    return json_string_value(json_object_get(json_object_get(reply, "result"), member));
}

static void enter_house(struct fake *house) {
    fake_create(house, &meeting.world);
    fake_be_host(house, NULL);
    fake_connect(house);
    world_settle(&meeting.world);
    cr_assert(house->joined);
}

#define PROFILE "\"profile\":{\"title\":\"%s\",\"language\":\"sv\",\"zone\":\"Europe/Stockholm\"}"

Test(housekeeping, lists_what_may_be_entered) {
    struct fake house;
    enter_house(&house);
    json_t *result = json_object_get(fake_ask(&house, "house.list", "%s", ""), "result");
    cr_assert(json_is_true(json_object_get(result, "administrator")));
    cr_assert(json_is_true(json_object_get(result, "may_add")));
    json_t *row = json_array_get(json_object_get(result, "processes"), 0);
    cr_assert_str_eq(json_string_value(json_object_get(row, "process")), ID(meeting.process));
    cr_assert_str_eq(json_string_value(json_object_get(row, "title")), "Dag");
    json_t *roles = json_object_get(row, "roles"),
           *expected = json_pack("[s, s]", "administrator", "facilitator");
    cr_assert(json_equal(roles, expected), "and no researcher");
    json_decref(expected);
    fake_destroy(&house);
}

static json_t *ask_accounts(struct fake *house, size_t skip) {
    return json_object_get(fake_ask(house, "house.accounts", "\"skip\":%zu", skip), "result");
}

Test(housekeeping, all_accounts_are_listed_in_pages) {
    enum { MANY = 250 };
    struct fake house;
    size_t seen = 0, pages = 0;
    enter_house(&house);
    for (int i = 0; i < MANY; i++) {
        json_t *reply =
            fake_ask(&house, "account.add",
                     "\"command\":\"%s\",\"id\":\"%s\",\"name\":\"En med ett långt namn på jobbet, "
                     "nummer %d\",\"role\":\"facilitator\"",
                     ID(world_id(&meeting.world)), ID(world_id(&meeting.world)), i);
        cr_assert_null(error_of(reply));
    }
    for (json_int_t more = 1; more > 0; pages++) {
        json_t *result = ask_accounts(&house, seen);
        size_t count = json_array_size(json_object_get(result, "accounts"));
        more = json_integer_value(json_object_get(result, "more"));
        cr_assert_gt(count, 0);
        seen += count;
        cr_assert_eq((size_t)more, MANY + 1 - seen);
        char *text = json_dumps(result, JSON_COMPACT);
        cr_expect_lt(strlen(text), 25 * 1024);
        free(text);
    }
    cr_expect_gt(pages, 1);
    json_t *first = json_array_get(json_object_get(ask_accounts(&house, 1), "accounts"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(first, "name")),
                     "En med ett långt namn på jobbet, nummer 0");
    json_t *grants = json_object_get(first, "grants"),
           *expected = json_pack("[{s:s}]", "role", "facilitator");
    cr_expect(json_equal(grants, expected), "for the whole house");
    json_decref(expected);
    cr_expect_eq(json_array_size(json_object_get(ask_accounts(&house, 9999), "accounts")), 0);
    fake_destroy(&house);
}

static json_t *ask_processes(struct fake *house, size_t skip) {
    return json_object_get(fake_ask(house, "house.list", "\"skip\":%zu", skip), "result");
}

Test(housekeeping, all_processes_are_listed_in_pages) {
    enum { MANY = 300 };
    struct fake house;
    size_t seen = 0, pages = 0;
    enter_house(&house);
    for (int i = 0; i < MANY; i++) {
        cr_assert_null(fake_do(&house, "process.add", "\"id\":\"%s\"," PROFILE, ID(world_id(&meeting.world)),
                               "En inspirationsdag med ett långt namn"));
    }
    for (json_int_t more = 1; more > 0; pages++) {
        json_t *result = ask_processes(&house, seen);
        size_t count = json_array_size(json_object_get(result, "processes"));
        more = json_integer_value(json_object_get(result, "more"));
        cr_assert(json_is_true(json_object_get(result, "administrator")));
        cr_assert_gt(count, 0);
        seen += count;
        cr_assert_eq((size_t)more, MANY + 1 - seen);
        char *text = json_dumps(result, JSON_COMPACT);
        cr_expect_lt(strlen(text), 25 * 1024);
        free(text);
    }
    cr_expect_gt(pages, 1);
    json_t *first = json_array_get(json_object_get(ask_processes(&house, 0), "processes"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(first, "process")), ID(meeting.process));
    cr_expect_eq(json_array_size(json_object_get(ask_processes(&house, 9999), "processes")), 0);
    fake_destroy(&house);
}

Test(housekeeping, a_process_is_added_once_however_often_it_is_asked) {
    struct fake house;
    struct id process = world_id(&meeting.world), command = world_id(&meeting.world);
    enter_house(&house);
    for (int i = 0; i < 3; i++) {
        json_t *reply = fake_ask(&house, "process.add", "\"command\":\"%s\",\"id\":\"%s\"," PROFILE,
                                 ID(command), ID(process), "Ny");
        cr_assert_str_eq(result_of(reply, "process"), ID(process));
    }
    json_t *reply = fake_ask(&house, "process.add", "\"command\":\"%s\",\"id\":\"%s\"," PROFILE, ID(command),
                             ID(process), "Annan");
    cr_assert_str_eq(error_of(reply), "id_conflict");
    reply = fake_ask(&house, "process.add", "\"command\":\"%s\",\"id\":\"%s\"," PROFILE,
                     ID(world_id(&meeting.world)), ID(process), "Ny");
    cr_assert_str_eq(error_of(reply), "id_taken");
    fake_destroy(&house);
}

Test(housekeeping, the_title_follows_the_process) {
    struct fake house;
    json_t *entity = fake_entity(&meeting.host, "process", meeting.process);
    cr_assert_null(fake_do(&meeting.host, "process.put", "\"base\":%lld," PROFILE,
                           (long long)json_integer_value(json_object_get(entity, "seq")), "Annan dag"));
    enter_house(&house);
    json_t *result = json_object_get(fake_ask(&house, "house.list", "%s", ""), "result");
    json_t *row = json_array_get(json_object_get(result, "processes"), 0);
    cr_assert_str_eq(json_string_value(json_object_get(row, "title")), "Annan dag");
    fake_destroy(&house);
}

Test(housekeeping, a_process_stands_in_a_zone_that_there_is) {
    static const char *const wrong =
        "\"profile\":{\"title\":\"Ny\",\"language\":\"sv\",\"zone\":\"Europe/Stockholmm\"}";
    struct fake house;
    enter_house(&house);
    struct id process = world_id(&meeting.world);
    json_t *reply = fake_ask(&house, "process.add", "\"command\":\"%s\",\"id\":\"%s\",%s",
                             ID(world_id(&meeting.world)), ID(process), wrong);
    cr_assert_str_eq(error_of(reply), "bad_zone");
    cr_assert_null(fake_do(&house, "process.add", "\"id\":\"%s\"," PROFILE, ID(process), "Ny"),
                   "the id is free still");
    json_t *entity = fake_entity(&meeting.host, "process", meeting.process);
    cr_assert_str_eq(fake_do(&meeting.host, "process.put", "\"base\":%lld,%s",
                             (long long)json_integer_value(json_object_get(entity, "seq")), wrong),
                     "bad_zone");
    fake_destroy(&house);
}

Test(housekeeping, a_way_in_is_renewed) {
    struct fake late;
    struct id command = world_id(&meeting.world);
    char code[11];
    json_t *reply =
        fake_ask(&meeting.host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\",\"renew\":true",
                 ID(command), ID(meeting.session));
    strcpy(code, result_of(reply, "code"));
    cr_assert_str_neq(code, meeting.code);
    reply = fake_ask(&meeting.host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\",\"renew\":true",
                     ID(command), ID(meeting.session));
    cr_assert_str_eq(result_of(reply, "code"), code, "a repeat renews nothing");
    fake_create(&late, &meeting.world);
    fake_be_participant(&late, meeting.secret);
    fake_connect(&late);
    world_settle(&meeting.world);
    cr_assert_str_eq(late.join_reason, "wrong_code", "the old link has ended");
    world_advance(&meeting.world, 2000);
    json_t *told = json_array_get(json_object_get(meeting.host.now, "sessions"), 0);
    cr_assert_str_eq(json_string_value(json_object_get(told, "session")), ID(meeting.session));
    cr_assert_str_eq(json_string_value(json_object_get(told, "code")), code);
    fake_destroy(&late);
}

Test(housekeeping, a_renewed_way_in_is_taken_back) {
    struct id command = world_id(&meeting.world);
    cr_assert_str_eq(
        fake_do(&meeting.host, "joining.put", "\"session\":\"%s\",\"restore\":true", ID(meeting.session)),
        "wrong_state", "there is none from before");
    cr_assert_null(
        fake_do(&meeting.host, "joining.put", "\"session\":\"%s\",\"renew\":true", ID(meeting.session)));
    for (int i = 0; i < 2; i++) {
        json_t *reply =
            fake_ask(&meeting.host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\",\"restore\":true",
                     ID(command), ID(meeting.session));
        cr_expect_str_eq(result_of(reply, "code"), meeting.code, "a repeat changes nothing");
    }
}

Test(housekeeping, a_display_attends_by_its_token) {
    struct fake display, stranger;
    struct id command = world_id(&meeting.world);
    for (int i = 0; i < 2; i++) { /* a repeat gets a token that holds, too */
        json_t *reply = fake_ask(&meeting.host, "display.add", "\"command\":\"%s\",\"session\":\"%s\"",
                                 ID(command), ID(meeting.session));
        fake_create(&display, &meeting.world);
        fake_be_display(&display, result_of(reply, "token"));
        fake_connect(&display);
        world_settle(&meeting.world);
        cr_assert(display.joined);
        cr_assert_str_eq(json_string_value(json_object_get(display.now, "code")), meeting.code);
        meeting_check_store(&display);
        fake_destroy(&display);
    }
    fake_create(&stranger, &meeting.world);
    fake_be_display(&stranger, stranger.token);
    fake_connect(&stranger);
    world_settle(&meeting.world);
    cr_assert_str_eq(stranger.join_reason, "denied");
    fake_destroy(&stranger);
}

static void come_by_code(struct fake *display, const char *code) {
    fake_create(display, &meeting.world);
    fake_be_display(display, "");
    snprintf(display->joining, sizeof display->joining, "\"as\":\"display\",\"code\":\"%s\"", code);
    fake_connect(display);
    world_settle(&meeting.world);
}

static void add_display(char code[9]) {
    json_t *reply = fake_ask(&meeting.host, "display.add", "\"command\":\"%s\",\"session\":\"%s\"",
                             ID(world_id(&meeting.world)), ID(meeting.session));
    cr_assert_eq(strlen(result_of(reply, "code")), 8);
    strcpy(code, result_of(reply, "code"));
}

Test(housekeeping, a_display_on_another_computer_comes_by_a_code_once) {
    struct fake display, second;
    char code[9];
    add_display(code);
    come_by_code(&display, code);
    cr_assert(display.joined, "%s", display.join_reason);
    cr_assert_eq(fake_count(&display, "session"), 1);
    come_by_code(&second, code);
    cr_assert_str_eq(second.join_reason, "wrong_code", "it was used");
    fake_destroy(&second);
    fake_destroy(&display);
}

Test(housekeeping, a_displays_code_ends_after_ten_minutes) {
    struct fake display;
    char code[9];
    add_display(code);
    world_advance(&meeting.world, 10 * 60 * 1000);
    come_by_code(&display, code);
    cr_assert_str_eq(display.join_reason, "wrong_code");
    fake_destroy(&display);
}

Test(housekeeping, wrong_codes_of_displays_are_counted_with_those_of_people) {
    struct fake display, person;
    char code[9];
    add_display(code);
    for (int i = 0; i < 30; i++) {
        come_by_code(&display, "10000000");
        cr_assert_str_eq(display.join_reason, "wrong_code");
        fake_destroy(&display);
        world_settle(&meeting.world);
    }
    come_by_code(&display, code);
    cr_assert_not(display.joined);
    cr_assert_str_eq(display.join_reason, "", "it waits");
    fake_create(&person, &meeting.world);
    snprintf(person.joining, sizeof person.joining,
             "\"code\":\"%s\",\"token\":\"%s\",\"author_secret\":\"%s\"", meeting.code, person.token,
             person.author_secret);
    fake_connect(&person);
    world_settle(&meeting.world);
    cr_assert_not(person.joined, "and so do people of that address");
    world_advance(&meeting.world, 70000);
    cr_assert(display.joined);
    cr_assert(person.joined);
    fake_destroy(&person);
    fake_destroy(&display);
}

Test(housekeeping, hosts_come_by_log_in_and_from_this_very_server) {
    struct fake stranger;
    fake_create(&stranger, &meeting.world);
    fake_be_host(&stranger, ID(meeting.process));
    strcpy(stranger.login, stranger.token);
    fake_connect(&stranger);
    world_settle(&meeting.world);
    cr_assert_str_eq(stranger.join_reason, "denied");
    fake_disconnect(&stranger);
    fake_be_host(&stranger, ID(world_id(&meeting.world)));
    fake_connect(&stranger);
    world_settle(&meeting.world);
    cr_assert_str_eq(stranger.join_reason, "unknown_process");
    fake_destroy(&stranger);
}

static void log_in(void *context, const struct desk_answer *answer) {
    cr_assert_eq(answer->reason, REASON_ABSENT);
    snprintf(context, 33, "%.*s", STR_ARGS(answer->cookie));
}

static void log_out(void *context, const struct desk_answer *answer) {
    *(enum reason *)context = answer->reason;
}

/* An account is added, sets its password by the link, is granted a process, enters it, and loses the grant.
 */
Test(housekeeping, an_account_from_invitation_to_farewell) {
    struct fake house, guest;
    struct id account = world_id(&meeting.world);
    char cookie[33];
    enter_house(&house);
    json_t *reply = fake_ask(&house, "account.add",
                             "\"command\":\"%s\",\"id\":\"%s\",\"name\":\"Gäst\",\"role\":\"researcher\"",
                             ID(world_id(&meeting.world)), ID(account));
    struct str secret = str_of(result_of(reply, "secret"));
    live_accept_invite(meeting.world.live, secret, (struct str){0}, STR("ett långt lösenord"), log_in,
                       cookie);
    world_settle(&meeting.world);
    fake_create(&guest, &meeting.world);
    fake_be_host(&guest, ID(meeting.process));
    strcpy(guest.login, cookie);
    fake_connect(&guest);
    world_settle(&meeting.world);
    cr_assert_str_eq(guest.join_reason, "denied", "researchers do not facilitate");
    fake_disconnect(&guest);
#define GRANT                                                                                                \
    "\"command\":\"%s\",\"account\":\"%s\",\"role\":\"facilitator\",\"process\":\"%s\",\"granted\":%s"
    for (int granted = 1; granted >= 0; granted--) {
        reply = fake_ask(&house, "grant.put", GRANT, ID(world_id(&meeting.world)), ID(account),
                         ID(meeting.process), granted ? "true" : "false");
        cr_assert_null(error_of(reply));
        if (granted) {
            fake_connect(&guest);
            world_settle(&meeting.world);
            cr_assert(guest.joined);
        }
    }
    cr_assert_eq(guest.close_code, CLOSE_LOGGED_OUT);
    fake_destroy(&guest);
    fake_destroy(&house);
}

Test(housekeeping, logging_out_closes_what_was_open) {
    enum reason reason = REASON_DENIED;
    live_log_out(meeting.world.live, str_of(world_login), log_out, &reason);
    world_settle(&meeting.world);
    cr_assert_eq(reason, REASON_ABSENT);
    cr_assert_eq(meeting.host.close_code, CLOSE_LOGGED_OUT);
}

Test(housekeeping, a_grant_is_not_taken_back_by_a_command_that_was_used) {
    struct fake house;
    enter_house(&house);
    struct id account = world_id(&meeting.world), command = world_id(&meeting.world);
    fake_ask(&house, "account.add",
             "\"command\":\"%s\",\"id\":\"%s\",\"name\":\"Anna\",\"role\":\"researcher\"",
             ID(world_id(&meeting.world)), ID(account));
    const char *put = "\"command\":\"%s\",\"account\":\"%s\",\"role\":\"facilitator\",\"granted\":%s";
    json_int_t seqs[2];
    for (int i = 0; i < 2; i++) {
        json_t *reply = fake_ask(&house, "grant.put", put, ID(command), ID(account), "true");
        seqs[i] = json_integer_value(json_object_get(json_object_get(reply, "result"), "seq"));
    }
    cr_assert_gt(seqs[0], 0);
    cr_assert_eq(seqs[0], seqs[1]);
    json_t *reply = fake_ask(&house, "grant.put", put, ID(command), ID(account), "false");
    cr_assert_str_eq(error_of(reply), "id_conflict");
    fake_destroy(&house);
}

static void note_outcome(void *context, const struct outcome *outcome) {
    *(struct outcome *)context = *outcome;
}

/* Two who add an account of the same name at once: both are stored, one holds, and a repeat changes no
 * answer. */
Test(housekeeping, a_void_command_is_answered_like_the_first_time) {
    struct world *world = &meeting.world;
    struct id commands[2] = {world_id(world), world_id(world)};
    struct outcome outcomes[2], again;
    union house_body bodies[2];
    for (int i = 0; i < 2; i++) {
        bodies[i] = (union house_body){.account_add = {.id = world_id(world), .name = STR("Anna")}};
        registry_put(world->live, commands[i], world_account, HOUSE_ACCOUNT_ADD, &bodies[i], note_outcome,
                     &outcomes[i]);
    }
    world_settle(world);
    cr_assert_eq(outcomes[0].reason, REASON_ABSENT);
    cr_assert_eq(outcomes[1].reason, REASON_ID_TAKEN);
    cr_assert_eq(outcomes[1].seq, outcomes[0].seq + 1);
    for (int i = 0; i < 2; i++) {
        registry_put(world->live, commands[i], world_account, HOUSE_ACCOUNT_ADD, &bodies[i], note_outcome,
                     &again);
        world_settle(world);
        cr_assert_eq(again.seq, outcomes[i].seq);
        cr_assert_eq(again.reason, outcomes[i].reason);
    }
}
