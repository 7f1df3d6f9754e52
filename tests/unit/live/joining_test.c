#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "live/client.h"
#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    meeting_create(&meeting, 3, NULL);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(joining, .init = set_up, .fini = tear_down);

static void come_by_code(struct fake *fake, const char *code, const char *more) {
    fake_create(fake, &meeting.world);
    snprintf(fake->joining, sizeof fake->joining,
             "\"code\":\"%s\",\"token\":\"%s\",\"author_secret\":\"%s\"%s", code, fake->token,
             fake->author_secret, more);
    fake_connect(fake);
    world_settle(&meeting.world);
}

Test(joining, by_code_and_by_link) {
    struct fake by_code, by_link;
    come_by_code(&by_code, meeting.code, "");
    cr_assert(by_code.joined);
    meeting_join(&meeting, &by_link);
    cr_assert_eq(by_code.full_frames, 1);
    cr_assert_eq(json_object_size(by_code.own), 1, "one's participant is one's own");
    fake_destroy(&by_code);
    fake_destroy(&by_link);
}

Test(joining, the_same_token_is_the_same_participant) {
    struct fake first, second;
    meeting_join(&meeting, &first);
    fake_create(&second, &meeting.world);
    snprintf(second.token, sizeof second.token, "%s", first.token);
    fake_be_participant(&second, meeting.secret);
    fake_connect(&second);
    world_settle(&meeting.world);
    cr_assert(json_equal(first.own, second.own));
    fake_destroy(&first);
    fake_destroy(&second);
}

Test(joining, a_cookie_stands_in_for_a_token_that_was_lost) {
    struct fake first, second;
    meeting_join(&meeting, &first);
    fake_create(&second, &meeting.world);
    snprintf(second.cookie, sizeof second.cookie, "%s", first.token);
    fake_be_participant(&second, meeting.secret);
    fake_connect(&second);
    world_settle(&meeting.world);
    cr_assert(json_equal(first.own, second.own));
    fake_destroy(&first);
    fake_destroy(&second);
}

Test(joining, with_a_name) {
    struct fake fake;
    come_by_code(&fake, meeting.code, ",\"name\":\"Kim\"");
    cr_assert(fake.joined);
    const char *key;
    json_t *own;
    json_object_foreach(fake.own, key, own) {
        cr_assert_str_eq(json_string_value(json_object_get(own, "name")), "Kim");
    }
    fake_destroy(&fake);
}

Test(joining, with_a_role_that_there_is_not) {
    struct fake fake;
    char role[80];
    snprintf(role, sizeof role, ",\"role\":\"%s\"", text_of(world_id(&meeting.world)).text);
    come_by_code(&fake, meeting.code, role);
    cr_assert_not(fake.joined);
    cr_assert_str_eq(fake.join_reason, "unknown_role");
    fake_destroy(&fake);
}

Test(joining, wrong_code) {
    struct fake fake;
    come_by_code(&fake, "1000000000", "");
    cr_assert_str_eq(fake.join_reason, "wrong_code");
    fake_destroy(&fake);
}

Test(joining, an_address_that_missed_often_waits_for_its_answer) {
    struct fake fake;
    for (int i = 0; i < 30; i++) {
        come_by_code(&fake, "1000000000", "");
        cr_assert_str_eq(fake.join_reason, "wrong_code");
        fake_destroy(&fake);
        world_settle(&meeting.world);
    }
    come_by_code(&fake, meeting.code, "");
    cr_assert_not(fake.joined);
    cr_assert_str_eq(fake.join_reason, "", "it waits");
    world_advance(&meeting.world, 70000);
    cr_assert(fake.joined, "%s %d", fake.join_reason, fake.close_code);
    fake_destroy(&fake);
}

Test(joining, a_link_never_waits) {
    struct fake fake;
    for (int i = 0; i < 31; i++) {
        come_by_code(&fake, "1000000000", "");
        fake_destroy(&fake);
        world_settle(&meeting.world);
    }
    meeting_join(&meeting, &fake);
    fake_destroy(&fake);
}

Test(joining, closed_to_new_ones_only) {
    struct fake known, fresh;
    meeting_join(&meeting, &known);
    fake_disconnect(&known);
    fake_ask(&meeting.host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\",\"open\":false",
             text_of(world_id(&meeting.world)).text, text_of(meeting.session).text);
    fake_connect(&known);
    world_settle(&meeting.world);
    cr_assert(known.joined);
    come_by_code(&fresh, meeting.code, "");
    cr_assert_str_eq(fresh.join_reason, "joining_closed");
    fake_destroy(&known);
    fake_destroy(&fresh);
}

static void come_back(struct fake *fake, const char *token, struct id session) {
    fake_create(fake, &meeting.world);
    snprintf(fake->joining, sizeof fake->joining,
             "\"session\":\"%s\",\"token\":\"%s\",\"author_secret\":\"%s\"", text_of(session).text, token,
             fake->author_secret);
    fake_connect(fake);
    world_settle(&meeting.world);
}

static void put_joining(const char *more) {
    fake_ask(&meeting.host, "joining.put", "\"command\":\"%s\",\"session\":\"%s\",%s",
             text_of(world_id(&meeting.world)).text, text_of(meeting.session).text, more);
}

Test(joining, who_has_joined_comes_back_by_the_session_alone) {
    struct fake known, again;
    meeting_join(&meeting, &known);
    put_joining("\"open\":false,\"renew\":true");
    come_back(&again, known.token, meeting.session);
    cr_assert(again.joined, "%s", again.join_reason);
    cr_assert(json_equal(known.own, again.own));
    fake_destroy(&known);
    fake_destroy(&again);
}

Test(joining, nobody_else_comes_in_by_the_session) {
    struct fake fake;
    come_back(&fake, "00112233445566778899aabbccddeeff", meeting.session);
    cr_assert_str_eq(fake.join_reason, "wrong_code", "joining is open, but the session is no code");
    fake_destroy(&fake);
    come_back(&fake, "00112233445566778899aabbccddeeff", world_id(&meeting.world));
    cr_assert_str_eq(fake.join_reason, "wrong_code", "there is no such session");
    fake_destroy(&fake);
}

/* A whole hotel shares an address, and nobody guesses a token: neither do such tries count, nor do they wait
 * for wrong codes. */
Test(joining, who_comes_back_by_the_session_never_waits) {
    struct fake known, fake, again;
    meeting_join(&meeting, &known);
    for (int i = 0; i < 31; i++) {
        come_back(&fake, "00112233445566778899aabbccddeeff", meeting.session);
        cr_assert_str_eq(fake.join_reason, "wrong_code");
        fake_destroy(&fake);
        world_settle(&meeting.world);
    }
    come_by_code(&fake, meeting.code, "");
    cr_assert(fake.joined, "what was missed by the session is no wrong code");
    for (int i = 0; i < 31; i++) {
        fake_destroy(&fake);
        world_settle(&meeting.world);
        come_by_code(&fake, "1000000000", "");
    }
    cr_assert_str_eq(fake.join_reason, "", "the last of these waits");
    come_back(&again, known.token, meeting.session);
    cr_assert(again.joined, "%s", again.join_reason);
    fake_destroy(&known);
    fake_destroy(&fake);
    fake_destroy(&again);
}

Test(joining, of_too_many_connections_the_oldest_gives_way) {
    struct fake fakes[5];
    for (int i = 0; i < 5; i++) {
        fake_create(&fakes[i], &meeting.world);
        if (i > 0) {
            snprintf(fakes[i].token, sizeof fakes[i].token, "%s", fakes[0].token);
        }
        fake_be_participant(&fakes[i], meeting.secret);
        fake_connect(&fakes[i]);
        world_settle(&meeting.world);
    }
    cr_assert_eq(fakes[0].close_code, CLOSE_TOO_MANY);
    for (int i = 0; i < 5; i++) {
        cr_assert_eq(fakes[i].close_code != 0, i == 0);
        fake_destroy(&fakes[i]);
    }
}

Test(joining, who_does_not_join_in_time_is_closed) {
    struct fake fake;
    come_by_code(&fake, "1000000000", "");
    world_advance(&meeting.world, 9999);
    cr_assert_eq(fake.close_code, 0);
    world_advance(&meeting.world, 1);
    cr_assert_eq(fake.close_code, CLOSE_NOT_JOINED);
    fake_destroy(&fake);
}

Test(joining, comes_again_with_what_was_seen) {
    struct fake fake;
    meeting_join(&meeting, &fake);
    fake_disconnect(&fake);
    meeting_open_rounds(&meeting);
    fake_connect(&fake);
    world_settle(&meeting.world);
    cr_assert_eq(fake.full_frames, 1, "only the first view was full");
    meeting_check_store(&fake);
    snprintf(fake.epoch, sizeof fake.epoch, "%s", text_of(world_id(&meeting.world)).text);
    fake_disconnect(&fake);
    fake_connect(&fake);
    world_settle(&meeting.world);
    cr_assert_eq(fake.full_frames, 2, "another epoch is another store");
    fake_destroy(&fake);
}

Test(joining, twice_is_once) {
    struct fake fake;
    meeting_join(&meeting, &fake);
    json_t *reply = fake_ask(&fake, "join", "%s", fake.joining);
    cr_assert_str_eq(json_string_value(
                         json_object_get(json_object_get(json_object_get(reply, "error"), "data"), "reason")),
                     "already_joined");
    fake_destroy(&fake);
}

Test(joining, commands_that_come_close_behind_a_join_wait_for_it) {
    struct fake fake;
    meeting_open_rounds(&meeting);
    fake_create(&fake, &meeting.world);
    fake_be_participant(&fake, meeting.secret);
    fake_connect(&fake);
    struct id note = world_id(&meeting.world);
    struct id command =
        fake_command(&fake, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"genast\"",
                     text_of(note).text, text_of(meeting.open_round).text);
    world_settle(&meeting.world);
    cr_assert(fake.joined);
    cr_assert_gt(fake_seq(&fake, command), 0);
    fake_destroy(&fake);
}

/* There may be thousands who wait for a delay, each with as much as it cares to send. */
Test(joining, nothing_is_kept_for_one_whom_nobody_knows_yet) {
    struct fake fake;
    meeting_open_rounds(&meeting);
    for (int i = 0; i < 30; i++) {
        come_by_code(&fake, "1000000000", "");
        fake_destroy(&fake);
        world_settle(&meeting.world);
    }
    come_by_code(&fake, meeting.code, "");
    cr_assert_not(fake.joined);
    struct id command = {{0}};
    for (int i = 0; i < 50; i++) {
        command =
            fake_command(&fake, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"genast\"",
                         text_of(world_id(&meeting.world)).text, text_of(meeting.open_round).text);
    }
    cr_assert_eq(fake.client->held_count, 1, "the join");
    cr_assert_eq(fake.client->undecided, 1, "the others were told to come again");
    world_advance(&meeting.world, 70000);
    cr_assert(fake.joined);
    fake_resend_one(&fake, command);
    world_settle(&meeting.world);
    cr_assert_gt(fake_seq(&fake, command), 0);
    fake_destroy(&fake);
}

/* Else as many codes can be tried as there are connections, every two seconds. */
Test(joining, those_of_one_address_wait_for_one_another) {
    enum { MANY = 20 };
    static struct fake fakes[MANY];
    for (int i = 0; i < 30; i++) {
        come_by_code(&fakes[0], "1000000000", "");
        fake_destroy(&fakes[0]);
        world_settle(&meeting.world);
    }
    for (int i = 0; i < MANY; i++) {
        come_by_code(&fakes[i], "1000000000", "");
    }
    world_advance(&meeting.world, 4000);
    int tried = 0;
    for (int i = 0; i < MANY; i++) {
        tried += fakes[i].join_reason[0] != '\0';
    }
    cr_assert_geq(tried, 1);
    cr_assert_leq(tried, 4);
    world_advance(&meeting.world, 120000);
    for (int i = 0; i < MANY; i++) {
        cr_assert_str_eq(fakes[i].join_reason, "wrong_code", "%d", i);
        fake_destroy(&fakes[i]);
    }
}
