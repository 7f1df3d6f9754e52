#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "live/client.h"
#include "meeting.h"

static struct meeting meeting;
static struct fake known;
static struct id next; /* another session of the process */

#define ID(id) text_of(id).text
#define FIRST "0123456789abcdef0123456789abcdef"
#define SECOND "fedcba9876543210fedcba9876543210"
#define THIRD "00000000000000000000000000000001"

static void put_joining(struct id session, bool open) {
    json_t *reply =
        fake_ask(&meeting.host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\",\"open\":%s",
                 ID(world_id(&meeting.world)), ID(session), open ? "true" : "false");
    cr_assert(json_object_get(reply, "result"));
}

static void set_up(void) {
    meeting_create(&meeting, 21, NULL);
    meeting_join(&meeting, &known);
    next = world_id(&meeting.world);
    cr_assert_null(
        fake_do(&meeting.host, "session.put", "\"id\":\"%s\",\"base\":0,\"title\":\"Nästa\"", ID(next)));
}

static void tear_down(void) {
    fake_destroy(&known);
    meeting_destroy(&meeting);
}

TestSuite(ways, .init = set_up, .fini = tear_down);

/* By a session, with a way or without one (NULL). */
static void come(struct fake *fake, const char *token, struct id session, const char *way, const char *more) {
    fake_create(fake, &meeting.world);
    if (token) {
        snprintf(fake->token, sizeof fake->token, "%s", token);
    }
    snprintf(fake->joining, sizeof fake->joining,
             "\"session\":\"%s\",\"token\":\"%s\",\"author_secret\":\"%s\"%s%s%s%s", ID(session), fake->token,
             fake->author_secret, way ? ",\"way\":\"" : "", way ? way : "", way ? "\"" : "", more);
    fake_connect(fake);
    world_settle(&meeting.world);
}

static void expect_refusal(const char *token, struct id session, const char *way, const char *reason) {
    struct fake fake;
    come(&fake, token, session, way, "");
    cr_assert_not(fake.joined);
    cr_expect_str_eq(fake.join_reason, reason);
    fake_destroy(&fake);
    world_settle(&meeting.world);
}

static json_t *find_self(const struct fake *fake) {
    const char *key;
    json_t *own;
    json_object_foreach(fake->own, key, own) {
        if (strcmp(json_string_value(json_object_get(own, "kind")), "participant") == 0) {
            return own;
        }
    }
    cr_assert(false, "nobody");
    return NULL;
}

static const char *self_of(const struct fake *fake) {
    return json_string_value(json_object_get(find_self(fake), "id"));
}

static void expect_self(const char *token, struct id session, const char *way) {
    struct fake fake;
    come(&fake, token, session, way, "");
    cr_assert(fake.joined, "%s", fake.join_reason);
    cr_expect_str_eq(self_of(&fake), self_of(&known));
    fake_destroy(&fake);
    world_settle(&meeting.world);
}

static const char *put_way(const char *secret) {
    return fake_do(&known, "way.put", "\"secret\":\"%s\"", secret);
}

static const char *put_slip(const char *secret) {
    return fake_do(&meeting.host, "slips.put", "\"session\":\"%s\",\"secrets\":[\"%s\"]", ID(meeting.session),
                   secret);
}

Test(ways, who_is_known_comes_to_another_session_while_it_takes_people) {
    expect_refusal(known.token, next, NULL, "wrong_code");
    put_joining(next, false);
    expect_refusal(known.token, next, NULL, "joining_closed");
    expect_refusal(FIRST, next, NULL, "wrong_code");
    put_joining(next, true);
    expect_self(known.token, next, NULL);
    put_joining(next, false);
    expect_self(known.token, next, NULL);
}

Test(ways, a_return_link_moves_its_owner_to_another_phone_once) {
    cr_assert_null(put_way(FIRST));
    expect_self(SECOND, meeting.session, FIRST);
    expect_refusal(THIRD, meeting.session, FIRST, "wrong_code");
    expect_self(SECOND, meeting.session, NULL);
    expect_self(known.token, meeting.session, NULL);
    cr_expect_not(meeting_journal_holds(&meeting, FIRST));
    cr_expect_not(meeting_journal_holds(&meeting, SECOND));
}

Test(ways, the_same_join_sent_twice_is_the_same_participant) {
    cr_assert_null(put_way(FIRST));
    expect_self(SECOND, meeting.session, FIRST);
    int64_t events = meeting_count_events(&meeting, (struct id){{0}});
    expect_self(SECOND, meeting.session, FIRST);
    cr_expect_eq(meeting_count_events(&meeting, (struct id){{0}}), events);
}

Test(ways, two_who_come_by_one_link_at_once) {
    struct fake one, other;
    cr_assert_null(put_way(FIRST));
    fake_create(&one, &meeting.world);
    fake_create(&other, &meeting.world);
    struct fake *both[] = {&one, &other};
    for (int i = 0; i < 2; i++) {
        snprintf(both[i]->joining, sizeof both[i]->joining,
                 "\"session\":\"%s\",\"way\":\"%s\",\"token\":\"%s\",\"author_secret\":\"%s\"",
                 ID(meeting.session), FIRST, both[i]->token, both[i]->author_secret);
        fake_connect(both[i]);
    }
    world_settle(&meeting.world);
    cr_assert_eq(one.joined + other.joined, 1);
    cr_expect_str_eq(one.joined ? other.join_reason : one.join_reason, "wrong_code");
    fake_destroy(&one);
    fake_destroy(&other);
}

Test(ways, a_newer_link_ends_the_older_and_each_moves_once) {
    cr_assert_null(put_way(FIRST));
    cr_assert_null(put_way(SECOND));
    expect_refusal(NULL, meeting.session, FIRST, "wrong_code");
    expect_self(THIRD, meeting.session, SECOND);
    expect_refusal(NULL, meeting.session, SECOND, "wrong_code");
    cr_expect_str_eq(put_way(SECOND), "id_taken");
}

Test(ways, a_link_works_for_who_has_joined_where_joining_is_closed) {
    cr_assert_null(put_way(FIRST));
    put_joining(meeting.session, false);
    put_joining(next, false);
    expect_refusal(SECOND, next, FIRST, "joining_closed");
    expect_self(SECOND, meeting.session, FIRST);
}

Test(ways, the_cookie_of_who_was_here_last_does_not_stand_in_the_way) {
    struct fake other, again;
    meeting_join(&meeting, &other);
    cr_assert_null(put_way(FIRST));
    fake_create(&again, &meeting.world);
    snprintf(again.cookie, sizeof again.cookie, "%s", other.token);
    snprintf(again.joining, sizeof again.joining,
             "\"session\":\"%s\",\"way\":\"%s\",\"token\":\"%s\",\"author_secret\":\"%s\"",
             ID(meeting.session), FIRST, again.token, again.author_secret);
    fake_connect(&again);
    world_settle(&meeting.world);
    cr_assert(again.joined, "%s", again.join_reason);
    cr_expect_str_eq(self_of(&again), self_of(&known));
    fake_destroy(&other);
    fake_destroy(&again);
}

Test(ways, who_is_somebody_else_stays_so) {
    struct fake other;
    meeting_join(&meeting, &other);
    cr_assert_null(put_way(FIRST));
    cr_assert_null(put_slip(SECOND));
    expect_refusal(other.token, meeting.session, FIRST, "id_taken");
    expect_refusal(other.token, meeting.session, SECOND, "id_taken");
    expect_self(known.token, meeting.session, FIRST);
    expect_self(THIRD, meeting.session, FIRST);
    expect_refusal(other.token, meeting.session, FIRST, "wrong_code");
    fake_destroy(&other);
}

Test(ways, a_slip_makes_somebody_new_once) {
    struct fake fresh;
    cr_assert_null(put_slip(FIRST));
    come(&fresh, SECOND, meeting.session, FIRST, ",\"name\":\"Kim\"");
    cr_assert(fresh.joined, "%s", fresh.join_reason);
    cr_expect_str_neq(self_of(&fresh), self_of(&known));
    json_t *slips = fake_entity(&meeting.host, "slips", meeting.session);
    cr_expect_eq(json_integer_value(json_object_get(slips, "made")), 1);
    cr_expect_eq(json_integer_value(json_object_get(slips, "used")), 1);
    char self[40];
    snprintf(self, sizeof self, "%s", self_of(&fresh));
    fake_destroy(&fresh);
    expect_refusal(THIRD, meeting.session, FIRST, "wrong_code");
    come(&fresh, SECOND, meeting.session, FIRST, "");
    cr_assert(fresh.joined, "the answer may have been lost: %s", fresh.join_reason);
    cr_expect_str_eq(self_of(&fresh), self);
    fake_destroy(&fresh);
    cr_expect_not(meeting_journal_holds(&meeting, FIRST));
    cr_expect_null(fake_entity(&known, "slips", meeting.session));
}

Test(ways, a_slip_is_of_one_session_and_no_use_where_joining_is_closed) {
    cr_assert_null(put_slip(FIRST));
    put_joining(next, true);
    expect_refusal(SECOND, next, FIRST, "wrong_code");
    put_joining(meeting.session, false);
    expect_refusal(SECOND, meeting.session, FIRST, "joining_closed");
    put_joining(meeting.session, true);
    struct fake fresh;
    come(&fresh, SECOND, meeting.session, FIRST, "");
    cr_assert(fresh.joined, "%s", fresh.join_reason);
    fake_destroy(&fresh);
}

Test(ways, a_wrong_one_makes_nobody_wait) {
    for (int i = 0; i < 31; i++) {
        expect_refusal(NULL, meeting.session, THIRD, "wrong_code");
    }
    expect_self(known.token, meeting.session, NULL);
}

Test(ways, making_one_is_a_command_like_others) {
    char command[40];
    snprintf(command, sizeof command, "%s", ID(world_id(&meeting.world)));
    json_t *reply = fake_ask(&known, "way.put", "\"command\":\"%s\",\"secret\":\"%s\"", command, FIRST);
    int64_t seq = json_integer_value(json_object_get(json_object_get(reply, "result"), "seq"));
    cr_assert_gt(seq, 0);
    reply = fake_ask(&known, "way.put", "\"command\":\"%s\",\"secret\":\"%s\"", command, FIRST);
    cr_expect_eq(json_integer_value(json_object_get(json_object_get(reply, "result"), "seq")), seq);
    reply = fake_ask(&known, "way.put", "\"command\":\"%s\",\"secret\":\"%s\"", command, SECOND);
    json_t *data = json_object_get(json_object_get(reply, "error"), "data");
    cr_expect_str_eq(json_string_value(json_object_get(data, "reason")), "id_conflict");
    cr_expect_str_eq(fake_do(&meeting.host, "way.put", "\"secret\":\"%s\"", SECOND), "denied");
    cr_expect_str_eq(fake_do(&known, "slips.put", "\"session\":\"%s\",\"secrets\":[\"%s\"]", ID(next), THIRD),
                     "denied");
}

Test(ways, joining_says_where_somebody_sits) {
    struct fake fake;
    struct id seat = world_id(&meeting.world);
    cr_assert_null(
        fake_do(&meeting.host, "seat.put", "\"id\":\"%s\",\"base\":0,\"title\":\"Enhetschef\"", ID(seat)));
    char more[120];
    snprintf(more, sizeof more, ",\"seat\":\"%s\",\"deputy\":true", ID(seat));
    come(&fake, known.token, meeting.session, NULL, more);
    cr_assert(fake.joined, "%s", fake.join_reason);
    json_t *self = find_self(&fake);
    cr_expect_str_eq(json_string_value(json_object_get(self, "seat")), ID(seat));
    cr_expect(json_is_true(json_object_get(self, "deputy")));
    fake_destroy(&fake);
    come(&fake, known.token, meeting.session, NULL, ",\"name\":\"Kim\"");
    cr_expect(json_is_true(json_object_get(find_self(&fake), "deputy")),
              "who does not say where they sit stays there");
    fake_destroy(&fake);
    snprintf(more, sizeof more, ",\"seat\":\"%s\"", ID(next));
    come(&fake, known.token, meeting.session, NULL, more);
    cr_expect_str_eq(fake.join_reason, "unknown_seat");
    fake_destroy(&fake);
}

Test(ways, steps_are_emptied_once_they_hold_no_more) {
    struct id step = world_id(&meeting.world);
    cr_assert_null(fake_do(&known, "step.put", "\"id\":\"%s\",\"rev\":1,\"text\":\"kvastskaft\"", ID(step)));
    cr_expect_eq(fake_count(&meeting.host, "step"), 0);
    cr_assert_null(
        fake_do(&known, "step.put", "\"id\":\"%s\",\"rev\":2,\"text\":\"ringa\",\"shared\":true", ID(step)));
    cr_expect_eq(fake_count(&meeting.host, "step"), 1);
    world_advance(&meeting.world, 5000);
    cr_expect_not(meeting_journal_holds(&meeting, "kvastskaft"));
    cr_expect(meeting_journal_holds(&meeting, "ringa"));
    cr_expect(fake_own(&known, "step", step));
    meeting_check_store(&meeting.host);
    meeting_check_store(&known);
}

/* ---- where the n-th write fails, for n = 1, 2, 3 … until none does ---- */

static void come_until_in(struct fake *fake, const char *token, const char *way) {
    come(fake, token, meeting.session, way, "");
    for (int i = 0; i < 3 && !fake->joined; i++) {
        cr_assert_str_eq(fake->join_reason, "not_stored");
        fake_disconnect(fake);
        fake_connect(fake);
        world_settle(&meeting.world);
    }
    cr_assert(fake->joined, "%s", fake->join_reason);
}

/* False: no write failed. */
static bool move_with(struct journal_memory_faults faults) {
    struct fake moved, fresh;
    meeting.world.faults = faults;
    meeting_create(&meeting, 22, NULL);
    meeting_join(&meeting, &known);
    cr_assert_null(put_way(FIRST));
    cr_assert_null(put_slip(SECOND));
    come_until_in(&moved, THIRD, FIRST);
    cr_assert_str_eq(self_of(&moved), self_of(&known));
    come_until_in(&fresh, FIRST, SECOND);
    cr_assert_str_neq(self_of(&fresh), self_of(&known));
    cr_assert_eq(fake_count(&meeting.host, "participant"), 2);
    bool failed = meeting.world.saw_failure;
    fake_destroy(&moved);
    fake_destroy(&fresh);
    tear_down();
    return failed;
}

Test(ways_that_fail, what_is_not_stored_uses_nothing_up) {
    int64_t n = WORLD_FURNISHING + 1;
    while (n < 1000 && move_with((struct journal_memory_faults){.fail_at = n})) {
        n++;
    }
    cr_expect_gt(n, WORLD_FURNISHING + 10);
    cr_expect_lt(n, 1000);
}

Test(ways_that_fail, what_was_stored_unknown_is_found) {
    int64_t n = WORLD_FURNISHING + 1;
    while (n < 1000 && move_with((struct journal_memory_faults){.fail_after_at = n})) {
        n++;
    }
    cr_expect_gt(n, WORLD_FURNISHING + 10);
    cr_expect_lt(n, 1000);
}
