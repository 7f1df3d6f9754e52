#include "live/flush.h"

#include <criterion/criterion.h>

#include "meeting.h"

static struct meeting meeting;

static void set_up(void) {
    meeting_create(&meeting, 5, NULL);
    meeting_open_rounds(&meeting);
}

static void tear_down(void) {
    meeting_destroy(&meeting);
}

TestSuite(flush, .init = set_up, .fini = tear_down);

#define ID(id) text_of(id).text

static void write_note(struct fake *fake, struct id round, const char *text) {
    const char *refused =
        fake_do(fake, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"%s\"",
                ID(world_id(&meeting.world)), ID(round), text);
    cr_assert_null(refused, "%s", refused);
}

static struct live_state state_now(void) {
    struct live_state state;
    live_get_state(meeting.world.live, &state);
    return state;
}

Test(flush, one_frame_is_made_for_all_who_stand_at_the_same_place) {
    struct fake people[20];
    for (int i = 0; i < 20; i++) {
        meeting_join(&meeting, &people[i]);
    }
    write_note(&people[1], meeting.open_round, "närhet"); /* looked up, and counted anew, only once */
    world_advance(&meeting.world, 5000);
    struct live_state before = state_now();
    write_note(&people[0], meeting.open_round, "närhet");
    struct live_state after = state_now();
    cr_assert_eq(after.frames_made - before.frames_made, 2, "one for participants, one for the host");
    cr_assert_eq(after.frames_sent - before.frames_sent, 22, "to each, and the reply");
    for (int i = 0; i < 20; i++) {
        cr_assert_eq(fake_count(&people[i], "note"), 2);
        fake_destroy(&people[i]);
    }
}

Test(flush, who_is_slow_gets_state_and_not_history) {
    struct fake slow, person;
    meeting_join(&meeting, &slow);
    meeting_join(&meeting, &person);
    struct id note = world_id(&meeting.world);
    fake_set_busy(&slow, true);
    int64_t frames = slow.frames;
    for (int rev = 1; rev <= 10; rev++) {
        cr_assert_null(fake_do(&person, "note.put",
                               "\"id\":\"%s\",\"round\":\"%s\",\"rev\":%d,\"text\":\"%d\"", ID(note),
                               ID(meeting.open_round), rev, rev));
    }
    world_advance(&meeting.world, 5000);
    cr_assert_eq(slow.frames, frames);
    fake_set_busy(&slow, false);
    world_settle(&meeting.world);
    cr_assert_eq(slow.frames, frames + 1);
    cr_assert_str_eq(json_string_value(json_object_get(fake_entity(&slow, "note", note), "text")), "10");
    meeting_check_store(&slow);
    fake_destroy(&slow);
    fake_destroy(&person);
}

Test(flush, a_long_view_comes_in_frames_that_fit) {
    struct fake person, late;
    char text[901];
    memset(text, 'a', 900);
    text[900] = '\0';
    meeting_join(&meeting, &person);
    for (int i = 0; i < 100; i++) {
        write_note(&person, meeting.open_round, text);
    }
    meeting_join(&meeting, &late);
    cr_assert_geq(late.frames, 3);
    cr_assert_leq(late.largest, 32768);
    cr_assert_eq(late.full_frames, 1);
    cr_assert_eq(fake_count(&late, "note"), 100);
    meeting_check_store(&late);
    fake_destroy(&person);
    fake_destroy(&late);
}

Test(flush, a_reveal_reaches_clients_wherever_they_stand) {
    struct fake person, away, slow;
    meeting_join(&meeting, &person);
    meeting_join(&meeting, &away);
    meeting_join(&meeting, &slow);
    fake_disconnect(&away);
    fake_set_busy(&slow, true);
    for (int i = 0; i < 40; i++) {
        write_note(&person, meeting.hidden_round, "dold");
    }
    write_note(&person, meeting.open_round, "efter");
    fake_connect(&away); /* has seen a seq that is later than the notes' */
    world_settle(&meeting.world);
    cr_assert_eq(fake_count(&away, "note"), 1);
    fake_disconnect(&away);
    cr_assert_null(
        fake_do(&meeting.host, "round.close", "\"id\":\"%s\",\"grace\":0", ID(meeting.hidden_round)));
    cr_assert_null(fake_do(&meeting.host, "round.reveal", "\"id\":\"%s\"", ID(meeting.hidden_round)));
    fake_connect(&away);
    fake_set_busy(&slow, false);
    world_advance(&meeting.world, 2000);
    struct fake *all[] = {&person, &away, &slow};
    for (int i = 0; i < 3; i++) {
        cr_assert_eq(fake_count(all[i], "note"), 41);
        cr_assert_eq(all[i]->full_frames, 1);
        meeting_check_store(all[i]);
    }
    for (int i = 0; i < 3; i++) {
        fake_destroy(all[i]);
    }
}

Test(flush, what_is_hidden_is_sent_to_hosts_only) {
    struct fake person, other;
    meeting_join(&meeting, &person);
    meeting_join(&meeting, &other);
    write_note(&person, meeting.hidden_round, "hemlig");
    cr_assert_eq(fake_count(&meeting.host, "note"), 1);
    cr_assert_eq(fake_count(&other, "note"), 0);
    cr_assert_eq(fake_count(&person, "note"), 0);
    cr_assert_eq(json_object_size(person.own), 2, "the participant and the note");
    fake_destroy(&person);
    fake_destroy(&other);
}

Test(flush, what_is_ones_own_reaches_ones_other_devices) {
    struct fake phone, laptop;
    meeting_join(&meeting, &phone);
    fake_create(&laptop, &meeting.world);
    snprintf(laptop.token, sizeof laptop.token, "%s", phone.token);
    snprintf(laptop.author_secret, sizeof laptop.author_secret, "%s", phone.author_secret);
    fake_be_participant(&laptop, meeting.secret);
    fake_connect(&laptop);
    world_settle(&meeting.world);
    struct id note = world_id(&meeting.world);
    cr_assert_null(fake_do(&phone, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"min\"",
                           ID(note), ID(meeting.hidden_round)));
    cr_assert_str_eq(json_string_value(json_object_get(fake_own(&laptop, "note", note), "text")), "min");
    cr_assert_null(fake_do(&meeting.host, "note.hide", "\"id\":\"%s\",\"reason\":\"namn\"", ID(note)));
    struct fake *both[] = {&phone, &laptop};
    for (int i = 0; i < 2; i++) {
        json_t *own = fake_own(both[i], "note", note);
        cr_assert(json_is_true(json_object_get(own, "hidden")));
        cr_assert_str_eq(json_string_value(json_object_get(own, "reason")), "namn");
        fake_destroy(both[i]);
    }
}

/* The clock stands while it sends, so a cost is made up here: a peer that takes long. */
static enum peer_write write_slowly(void *peer, struct frame *frame) {
    (void)frame;
    ((struct fake *)peer)->world->monotonic += 10000;
    return PEER_TAKEN;
}

static void ignore_close(void *peer, int code, const char *reason) {
    (void)peer;
    (void)code;
    (void)reason;
}

static void ignore_reading(void *peer, bool reading) {
    (void)peer;
    (void)reading;
}

Test(flush, takes_at_most_half_of_the_loop) {
    static const struct peer_ops slowly = {write_slowly, ignore_close, ignore_reading};
    struct fake person, other;
    struct peer_info info = {.login = str_of(world_login), .same_origin = true};
    char attend[200];
    meeting_join(&meeting, &person);
    fake_create(&other, &meeting.world);
    struct client *client = live_connect(meeting.world.live, &slowly, &other, &info);
    snprintf(attend, sizeof attend,
             "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"attend\",\"params\":{\"as\":\"host\",\"process\":\"%"
             "s\"}}",
             ID(meeting.process));
    live_receive(meeting.world.live, client, str_of(attend));
    world_settle(&meeting.world);
    write_note(&person, meeting.open_round, "ett");
    struct live_state before = state_now();
    cr_assert_geq(before.last_flush_microseconds, 10000);
    int64_t frames = person.frames;
    fake_command(&person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"två\"",
                 ID(world_id(&meeting.world)), ID(meeting.open_round));
    world_settle(&meeting.world);
    cr_assert_eq(fake_waiting(&person), 0, "answers do not wait for the flush");
    cr_assert_eq(person.frames, frames, "the loop is owed as long as the last flush took");
    world_advance(&meeting.world, 10);
    cr_assert_eq(person.frames, frames + 1);
    live_disconnected(meeting.world.live, client);
    fake_destroy(&person);
    fake_destroy(&other);
}

/* Visibility by group: another table is another audience, and whoever changes tables begins anew. */
Test(flush, a_table_sees_its_own) {
    struct fake left, right;
    struct id tables[2] = {world_id(&meeting.world), world_id(&meeting.world)},
              round = world_id(&meeting.world);
    json_t *session = fake_entity(&meeting.host, "session", meeting.session);
    cr_assert_null(
        fake_do(&meeting.host, "session.put",
                "\"id\":\"%s\",\"base\":%lld,\"title\":\"Dagen\",\"tables\":[{\"id\":\"%s\",\"name\":\"1\"},"
                "{\"id\":\"%s\",\"name\":\"2\"}]",
                ID(meeting.session), (long long)json_integer_value(json_object_get(session, "seq")),
                ID(tables[0]), ID(tables[1])));
    cr_assert_null(
        fake_do(&meeting.host, "round.put",
                "\"id\":\"%s\",\"base\":0,\"session\":\"%s\",\"form\":\"notes\",\"question\":\"Vad?\","
                "\"visibility\":\"group\",\"authorship\":\"named\",\"notes\":{}",
                ID(round), ID(meeting.session)));
    cr_assert_null(fake_do(&meeting.host, "round.open", "\"id\":\"%s\"", ID(round)));
    meeting_join(&meeting, &left);
    meeting_join(&meeting, &right);
    cr_assert_null(fake_do(&left, "participant.put", "\"rev\":1,\"table\":\"%s\"", ID(tables[0])));
    cr_assert_null(fake_do(&right, "participant.put", "\"rev\":1,\"table\":\"%s\"", ID(tables[1])));
    write_note(&left, round, "vid bordet");
    cr_assert_eq(fake_count(&left, "note"), 1);
    cr_assert_eq(fake_count(&right, "note"), 0);
    int64_t full = right.full_frames;
    cr_assert_null(fake_do(&right, "participant.put", "\"rev\":2,\"table\":\"%s\"", ID(tables[0])));
    cr_assert_eq(right.full_frames, full + 1);
    cr_assert_eq(fake_count(&right, "note"), 1);
    meeting_check_store(&left);
    meeting_check_store(&right);
    fake_destroy(&left);
    fake_destroy(&right);
}

Test(flush, those_who_are_slow_share_frames_one_after_the_other) {
    struct fake slow[3], person;
    meeting_join(&meeting, &person);
    for (int i = 0; i < 3; i++) {
        meeting_join(&meeting, &slow[i]);
    }
    world_advance(&meeting.world, 5000);
    for (int i = 0; i < 3; i++) {
        fake_set_busy(&slow[i], true);
    }
    write_note(&person, meeting.open_round, "närhet");
    world_advance(&meeting.world, 5000);
    int64_t made = state_now().frames_made;
    for (int i = 0; i < 3; i++) {
        fake_set_busy(&slow[i], false);
        world_settle(&meeting.world);
        cr_assert_eq(fake_count(&slow[i], "note"), 1);
    }
    cr_assert_leq(state_now().frames_made, made + 1);
    for (int i = 0; i < 3; i++) {
        meeting_check_store(&slow[i]);
        fake_destroy(&slow[i]);
    }
    fake_destroy(&person);
}
