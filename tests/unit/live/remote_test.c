/* The secret by which a phone is logged in as who asked for it. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "access/remote.h"
#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    meeting_create(&meeting, 41, NULL);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(remote, .init = set_up, .fini = tear_down);

struct answered {
    int times;
    enum reason reason;
    struct id account;
    char cookie[33];
};

static void answer(void *context, const struct desk_answer *given) {
    struct answered *answered = context;
    answered->times++;
    answered->reason = given->reason;
    answered->account = given->account;
    snprintf(answered->cookie, sizeof answered->cookie, "%.*s", STR_ARGS(given->cookie));
}

static struct answered log_in(const char *secret) {
    struct answered answered = {0};
    live_log_in_remote(meeting.world.live, str_of(secret), STR("10.0.0.9"), answer, &answered);
    world_settle(&meeting.world);
    cr_expect_eq(answered.times, 1);
    return answered;
}

static json_int_t ask(char secret[33]) {
    json_t *result = json_object_get(fake_ask(&meeting.host, "remote.add", "%s", ""), "result");
    const char *given = json_string_value(json_object_get(result, "secret"));
    cr_assert(given && strlen(given) == 32);
    strcpy(secret, given);
    return json_integer_value(json_object_get(result, "expires"));
}

static bool gets_in(const char *login) {
    struct fake phone;
    fake_create(&phone, &meeting.world);
    fake_be_host(&phone, text_of(meeting.process).text);
    strcpy(phone.login, login);
    fake_connect(&phone);
    world_settle(&meeting.world);
    bool joined = phone.joined;
    fake_destroy(&phone);
    return joined;
}

Test(remote, logs_a_phone_in_once_as_who_asked) {
    char secret[33];
    cr_expect_eq(ask(secret), meeting.world.wall + REMOTE_LASTS);
    struct answered in = log_in(secret);
    cr_assert_eq(in.reason, REASON_ABSENT);
    cr_expect(id_equal(in.account, world_account));
    cr_expect_str_neq(in.cookie, world_login);
    cr_expect(gets_in(in.cookie));
    cr_expect_eq(log_in(secret).reason, REASON_DENIED);
}

Test(remote, lasts_a_day_of_work) {
    static const int64_t hour = 60 * 60 * 1000;
    char secret[33];
    ask(secret);
    struct answered in = log_in(secret);
    world_advance(&meeting.world, 12 * hour - 1000);
    cr_expect(gets_in(in.cookie));
    world_advance(&meeting.world, 1000);
    cr_expect_not(gets_in(in.cookie));
    cr_expect(gets_in(world_login), "that of who asked goes on");
}

static bool waits(const char *secret) {
    json_t *reply = fake_ask(&meeting.host, "remote.get", "\"secret\":\"%s\"", secret);
    json_t *said = json_object_get(json_object_get(reply, "result"), "waits");
    cr_assert(json_is_boolean(said));
    return json_is_true(said);
}

Test(remote, says_to_who_asked_whether_it_waits_still) {
    char first[33], second[33];
    ask(first);
    cr_expect(waits(first));
    ask(second);
    cr_expect_not(waits(first), "the newest holds");
    cr_expect(waits(second));
    cr_expect_eq(log_in(second).reason, REASON_ABSENT);
    cr_expect_not(waits(second));
}

Test(remote, ends_after_ten_minutes) {
    char secret[33];
    ask(secret);
    world_advance(&meeting.world, REMOTE_LASTS);
    cr_expect_eq(log_in(secret).reason, REASON_DENIED);
}

Test(remote, ends_with_the_log_in_that_made_it) {
    char secret[33];
    struct answered out = {0};
    ask(secret);
    live_log_out(meeting.world.live, str_of(world_login), answer, &out);
    world_settle(&meeting.world);
    cr_expect_eq(log_in(secret).reason, REASON_DENIED);
}

Test(remote, wrong_ones_are_counted_with_wrong_codes) {
    char secret[33];
    struct answered waiting = {0};
    ask(secret);
    for (int i = 0; i < 30; i++) {
        cr_expect_eq(log_in("00000000000000000000000000000000").reason, REASON_DENIED);
    }
    live_log_in_remote(meeting.world.live, str_of(secret), STR("10.0.0.9"), answer, &waiting);
    world_settle(&meeting.world);
    cr_expect_eq(waiting.times, 0, "it waits, and then it is right");
    world_advance(&meeting.world, 4000);
    world_settle(&meeting.world);
    cr_expect_eq(waiting.times, 1);
    cr_expect_eq(waiting.reason, REASON_ABSENT);
}

Test(remote, is_not_for_participants) {
    struct fake person;
    meeting_join(&meeting, &person);
    json_t *reply = fake_ask(&person, "remote.add", "%s", "");
    cr_expect_str_eq(json_string_value(
                         json_object_get(json_object_get(json_object_get(reply, "error"), "data"), "reason")),
                     "denied");
    fake_destroy(&person);
}
