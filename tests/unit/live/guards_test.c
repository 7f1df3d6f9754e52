#include <criterion/criterion.h>
#include <string.h>

#include "live/client.h"
#include "meeting.h"

static struct meeting meeting;
static struct fake person;

static void set_up(void) {
    meeting_create(&meeting, 4, NULL);
    meeting_open_rounds(&meeting);
    meeting_join(&meeting, &person);
}

static void tear_down(void) {
    fake_destroy(&person);
    meeting_destroy(&meeting);
}

TestSuite(guards, .init = set_up, .fini = tear_down);

#define ID(id) text_of(id).text

static struct id put_note(struct fake *fake, struct id note, int rev, const char *text) {
    return fake_command(fake, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":%d,\"text\":\"%s\"",
                        ID(note), ID(meeting.open_round), rev, text);
}

static const char *error_of(json_t *reply) {
    return json_string_value(
        json_object_get(json_object_get(json_object_get(reply, "error"), "data"), "reason"));
}

Test(guards, who) {
    cr_assert_str_eq(fake_do(&person, "round.reveal", "\"id\":\"%s\"", ID(meeting.hidden_round)), "denied");
    cr_assert_str_eq(fake_do(&meeting.host, "vote.put",
                             "\"round\":\"%s\",\"choice\":\"%s\",\"rev\":1,\"votes\":1", ID(meeting.ballot),
                             ID(meeting.choices[0])),
                     "denied");
    cr_assert_str_eq(error_of(fake_ask(&person, "house.list", "%s", "")), "denied");
}

Test(guards, an_anonymous_round_takes_only_who_has_joined_its_session) {
    struct id session = world_id(&meeting.world), round = world_id(&meeting.world);
    cr_assert_null(fake_do(&meeting.host, "session.put", "\"id\":\"%s\",\"base\":0,\"title\":\"Den andra\"",
                           ID(session)));
    cr_assert_null(fake_do(&meeting.host, "session.run", "\"id\":\"%s\",\"state\":\"live\"", ID(session)));
    cr_assert_null(fake_do(&meeting.host, "round.put",
                           "\"id\":\"%s\",\"base\":0,\"session\":\"%s\",\"form\":\"notes\",\"question\":"
                           "\"Vad?\",\"visibility\":\"all\",\"authorship\":\"anonymous\",\"notes\":{}",
                           ID(round), ID(session)));
    cr_assert_null(fake_do(&meeting.host, "round.open", "\"id\":\"%s\"", ID(round)));
    cr_assert_str_eq(fake_do(&person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"en\"",
                             ID(world_id(&meeting.world)), ID(round)),
                     "unknown_round");
}

Test(guards, shape) {
    cr_assert_str_eq(error_of(fake_ask(&person, "no.such", "%s", "")), "unknown_method");
    cr_assert_str_eq(error_of(fake_ask(&person, "writing", "\"extra\":1")), "bad_params");
    cr_assert_str_eq(error_of(fake_ask(&person, "redact", "\"seqs\":[1]")), "unknown_method");
}

Test(guards, nothing_is_answered_before_it_is_stored) {
    struct id command = put_note(&person, world_id(&meeting.world), 1, "en");
    cr_assert_eq(fake_waiting(&person), 1);
    cr_assert_eq(fake_count(&meeting.host, "note"), 0);
    world_settle(&meeting.world);
    cr_assert_eq(fake_seq(&person, command), meeting.world.head);
    cr_assert_eq(fake_count(&meeting.host, "note"), 1);
}

Test(guards, a_repeat_is_answered_like_the_first) {
    struct id note = world_id(&meeting.world);
    struct id command = put_note(&person, note, 1, "en");
    char message[2000];
    strcpy(message, json_string_value(json_object_get(person.outbox, ID(command))));
    fake_send(&person, message); /* while the first is on its way */
    world_settle(&meeting.world);
    int64_t seq = fake_seq(&person, command);
    for (int i = 0; i < 100; i++) { /* free, and beyond any allowance */
        fake_send(&person, message);
    }
    world_settle(&meeting.world);
    cr_assert_eq(fake_seq(&person, command), seq);
    cr_assert_null(fake_reason(&person, command));
    cr_assert_eq(meeting_count_events(&meeting, command), 1);
}

static void send_with_command(const char *id, struct id command, struct id note, const char *text) {
    char message[2000];
    snprintf(
        message, sizeof message,
        "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"note.put\",\"params\":{\"command\":\"%s\",\"id\":\"%s\","
        "\"round\":\"%s\",\"rev\":1,\"text\":\"%s\"}}",
        id, ID(command), ID(note), ID(meeting.open_round), text);
    fake_send(&person, message);
}

Test(guards, the_same_command_with_another_body) {
    struct id command = world_id(&meeting.world), note = world_id(&meeting.world);
    send_with_command("901", command, note, "en");
    send_with_command("902", command, note, "annan"); /* on its way */
    world_settle(&meeting.world);
    send_with_command("903", command, note, "tredje"); /* stored */
    world_settle(&meeting.world);
    cr_assert_null(error_of(json_object_get(person.replies, "901")));
    cr_assert_str_eq(error_of(json_object_get(person.replies, "902")), "id_conflict");
    cr_assert_str_eq(error_of(json_object_get(person.replies, "903")), "id_conflict");
}

Test(guards, a_refusal_before_the_journal_is_not_remembered) {
    struct id command = world_id(&meeting.world), note = world_id(&meeting.world);
    int64_t head = meeting.world.head;
    cr_assert_null(fake_do(&meeting.host, "round.close", "\"id\":\"%s\",\"grace\":0", ID(meeting.ballot)));
    struct id vote =
        fake_command(&person, "vote.put", "\"round\":\"%s\",\"choice\":\"%s\",\"rev\":1,\"votes\":1",
                     ID(meeting.ballot), ID(meeting.choices[0]));
    world_settle(&meeting.world);
    cr_assert_not_null(fake_reason(&person, vote));
    cr_assert_eq(meeting_count_events(&meeting, vote), 0);
    cr_assert_gt(meeting.world.head, head);
    send_with_command("904", command, note, "en");
    world_settle(&meeting.world);
    cr_assert_null(error_of(json_object_get(person.replies, "904")));
}

Test(guards, what_follows_an_undecided_command_is_for_the_fold) {
    struct id note = world_id(&meeting.world);
    put_note(&person, note, 1, "en");
    struct id stale = put_note(&person, note, 1, "två");
    struct id removed = fake_command(&person, "note.remove", "\"id\":\"%s\",\"rev\":2", ID(note));
    world_settle(&meeting.world);
    cr_assert_str_eq(fake_reason(&person, stale), "stale");
    cr_assert_gt(fake_seq(&person, stale), 0, "void, in the journal");
    cr_assert_null(fake_reason(&person, removed));
}

Test(guards, too_often) {
    struct live_state before, after;
    live_get_state(meeting.world.live, &before);
    for (int i = 0; i < 59; i++) {
        put_note(&person, world_id(&meeting.world), 1, "en");
    }
    world_settle(&meeting.world);
    struct id late = world_id(&meeting.world);
    put_note(&person, late, 1, "sextio");
    put_note(&person, world_id(&meeting.world), 1, "sextioett");
    world_settle(&meeting.world);
    live_get_state(meeting.world.live, &after);
    cr_assert_eq(after.notes - before.notes, 60);
    cr_assert_eq(fake_waiting(&person), 1, "too_often is for later");
    world_advance(&meeting.world, 50);
    fake_resend(&person);
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 0);
}

Test(guards, too_often_is_counted_for_the_person_and_not_for_the_connection) {
    for (int i = 0; i < 60; i++) {
        put_note(&person, world_id(&meeting.world), 1, "en");
        world_settle(&meeting.world);
    }
    fake_disconnect(&person);
    fake_connect(&person);
    world_settle(&meeting.world);
    put_note(&person, world_id(&meeting.world), 1, "igen");
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 1);
}
