#include <criterion/criterion.h>
#include <string.h>

#include "meeting.h"

static struct meeting meeting;
static struct fake person;

static void set_up(void) {
    meeting_create(&meeting, 15, NULL);
    meeting_open_rounds(&meeting);
    meeting_join(&meeting, &person);
}

static void tear_down(void) {
    fake_destroy(&person);
    meeting_destroy(&meeting);
}

TestSuite(redaction, .init = set_up, .fini = tear_down);

#define ID(id) text_of(id).text

static void close_in(int milliseconds) {
    cr_assert_null(fake_do(&meeting.host, "round.close", "\"id\":\"%s\",\"grace\":%d", ID(meeting.open_round),
                           milliseconds));
}

static void put(struct id note, int rev, const char *text) {
    cr_assert_null(fake_do(&person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":%d,\"text\":\"%s\"",
                           ID(note), ID(meeting.open_round), rev, text));
}

/* Removed and superseded texts go once the round has ended, their forms with them, and nothing else changes.
 */
Test(redaction, empties_what_nobody_may_keep) {
    struct id changed = world_id(&meeting.world), removed = world_id(&meeting.world);
    char before[DIGEST_TEXT_SIZE + 1], after[DIGEST_TEXT_SIZE + 1];
    put(changed, 1, "vaxthus");
    put(changed, 2, "narhet");
    put(removed, 1, "kvastskaft");
    cr_assert_null(fake_do(&person, "note.remove", "\"id\":\"%s\",\"rev\":2", ID(removed)));
    cr_assert(meeting_journal_holds(&meeting, "kvastskaft"), "it can be undone until the round closes");
    int64_t looked_up = meeting.world.looked_up;
    cr_assert_geq(looked_up, 3);
    close_in(0);
    world_settle(&meeting.world);
    fake_digest(&person, before);
    world_advance(&meeting.world, 5000);
    fake_digest(&person, after);
    cr_assert_not(meeting_journal_holds(&meeting, "kvastskaft"));
    cr_assert_not(meeting_journal_holds(&meeting, "vaxthus"));
    cr_assert(meeting_journal_holds(&meeting, "narhet"));
    cr_assert_str_eq(before, after);
    cr_assert_eq(meeting.world.looked_up, looked_up);
    meeting_check_store(&person);
    meeting_check_store(&meeting.host);
}

/* Both are on their way when the first is decided, so that the second one's text comes to the journal. */
Test(redaction, empties_what_was_refused_without_waiting_for_more) {
    const char *format = "\"id\":\"%s\",\"base\":0,\"form\":\"step\",\"text\":\"%s\",\"state\":\"open\"";
    struct id entry = world_id(&meeting.world);
    struct id first = fake_command(&meeting.host, "entry.put", format, ID(entry), "narhet");
    struct id second = fake_command(&meeting.host, "entry.put", format, ID(entry), "kvastskaft");
    world_settle(&meeting.world);
    cr_assert_null(fake_reason(&meeting.host, first));
    cr_assert_str_eq(fake_reason(&meeting.host, second), "stale");
    cr_assert_gt(fake_seq(&meeting.host, second), 0, "it is in the journal");
    world_advance(&meeting.world, 5000);
    cr_assert_not(meeting_journal_holds(&meeting, "kvastskaft"));
    cr_assert(meeting_journal_holds(&meeting, "narhet"));
}

/* Names belong to no round, so they wait for none. */
Test(redaction, empties_names_as_soon_as_they_hold_no_more) {
    struct id first, late;
    cr_assert_null(fake_do(&person, "participant.put", "\"rev\":1,\"name\":\"Kvastskaft\""));
    world_advance(&meeting.world, 5000);
    cr_assert(meeting_journal_holds(&meeting, "Kvastskaft"));
    first = fake_command(&person, "participant.put", "\"rev\":2,\"name\":\"Robin\"");
    late = fake_command(&person, "participant.put", "\"rev\":2,\"name\":\"Dammsugare\"");
    world_settle(&meeting.world);
    cr_assert_null(fake_reason(&person, first));
    cr_assert_str_eq(fake_reason(&person, late), "stale");
    cr_assert_gt(fake_seq(&person, late), 0, "it is in the journal");
    world_advance(&meeting.world, 5000);
    cr_assert_not(meeting_journal_holds(&meeting, "Kvastskaft"));
    cr_assert_not(meeting_journal_holds(&meeting, "Dammsugare"));
    cr_assert(meeting_journal_holds(&meeting, "Robin"));
    meeting_check_store(&person);
    meeting_check_store(&meeting.host);
}

/* The first command is undecided still, so the second goes to the journal unjudged, and is refused there. */
Test(redaction, empties_what_was_refused_behind_the_closing) {
    struct id note = world_id(&meeting.world);
    put(note, 2, "narhet");
    close_in(0);
    world_settle(&meeting.world);
    world_advance(&meeting.world, 5000);
    fake_command(&person, "participant.put", "\"rev\":1,\"name\":\"Kim\"");
    struct id late =
        fake_command(&person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"%s\"",
                     ID(note), ID(meeting.open_round), "kvastskaft");
    world_settle(&meeting.world);
    cr_assert_str_eq(fake_reason(&person, late), "stale");
    cr_assert_gt(fake_seq(&person, late), 0, "it is in the journal");
    world_advance(&meeting.world, 5000);
    cr_assert_not(meeting_journal_holds(&meeting, "kvastskaft"));
    cr_assert(meeting_journal_holds(&meeting, "narhet"));
}

/* In a diary nothing waits for its end, which may be months away. */
static struct id keep_diary(const char *authorship) {
    struct id round = world_id(&meeting.world), entry = world_id(&meeting.world);
    const char *format = "\"id\":\"%s\",\"round\":\"%s\",\"rev\":%d,\"about\":\"action\",\"day\":\"%s\","
                         "\"text\":\"%s\"";
    char day[] = "2021-02-12";
    cr_assert_null(
        fake_do(&meeting.host, "round.put",
                "\"id\":\"%s\",\"base\":0,\"session\":\"%s\",\"form\":\"diary\",\"question\":\"?\","
                "\"visibility\":\"own\",\"authorship\":\"%s\"",
                ID(round), ID(meeting.session), authorship));
    cr_assert_null(fake_do(&meeting.host, "round.open", "\"id\":\"%s\"", ID(round)));
    world_advance(&meeting.world, 5000);
    cr_assert_null(fake_do(&person, "diary.put", format, ID(entry), ID(round), 1, day, "kvastskaft"));
    cr_assert_null(fake_do(&person, "diary.put", format, ID(entry), ID(round), 2, day, "narhet"));
    world_advance(&meeting.world, 5000);
    return entry;
}

Test(redaction, empties_what_was_written_anew_in_a_diary_at_once) {
    keep_diary("linked");
    cr_assert_not(meeting_journal_holds(&meeting, "kvastskaft"));
    cr_assert(meeting_journal_holds(&meeting, "narhet"));
}

/* The time of the emptying would tell when it was written. */
Test(redaction, empties_an_anonymous_diary_when_somebody_else_does_something) {
    keep_diary("anonymous");
    cr_assert(meeting_journal_holds(&meeting, "kvastskaft"));
    cr_assert_null(
        fake_do(&meeting.host, "session.stage", "\"id\":\"%s\",\"screen\":\"join\"", ID(meeting.session)));
    world_advance(&meeting.world, 5000);
    cr_assert_not(meeting_journal_holds(&meeting, "kvastskaft"));
    cr_assert(meeting_journal_holds(&meeting, "narhet"));
}

/* Two hosts answer at once: the second one's answer is nobody's to read. */
Test(redaction, empties_an_answer_that_was_refused_while_the_diary_goes_on) {
    const char *format = "\"id\":\"%s\",\"base\":0,\"text\":\"%s\"";
    struct id entry = keep_diary("linked");
    fake_command(&meeting.host, "diary.answer", format, ID(entry), "tack");
    struct id late = fake_command(&meeting.host, "diary.answer", format, ID(entry), "dammsugare");
    world_settle(&meeting.world);
    cr_assert_str_eq(fake_reason(&meeting.host, late), "stale");
    cr_assert_gt(fake_seq(&meeting.host, late), 0, "it is in the journal");
    world_advance(&meeting.world, 5000);
    cr_assert_not(meeting_journal_holds(&meeting, "dammsugare"));
    cr_assert(meeting_journal_holds(&meeting, "tack"));
}

/* A note of too many fields in a round that wants two. */
static struct id open_fields(void) {
    struct id round = world_id(&meeting.world);
    cr_assert_null(
        fake_do(&meeting.host, "round.put",
                "\"id\":\"%s\",\"base\":0,\"session\":\"%s\",\"form\":\"notes\",\"question\":\"Vilka ord?\","
                "\"visibility\":\"all\",\"authorship\":\"named\",\"notes\":{\"fields\":2}",
                ID(round), ID(meeting.session)));
    cr_assert_null(fake_do(&meeting.host, "round.open", "\"id\":\"%s\"", ID(round)));
    return round;
}

static void expect_never_stored(struct id round) {
    struct id wrong = fake_command(
        &person, "note.put", "\"id\":\"%s\",\"round\":\"%s\",\"rev\":1,\"text\":\"ett\\nkvastskaft\\ntre\"",
        ID(world_id(&meeting.world)), ID(round));
    world_settle(&meeting.world);
    cr_assert_str_eq(fake_reason(&person, wrong), "bad_fields");
    cr_assert_eq(fake_seq(&person, wrong), 0, "it is not in the journal");
    cr_assert_not(meeting_journal_holds(&meeting, "kvastskaft"));
}

/* What the fold refused for its text stands as it is for good, so it must not come there: also where its
 * sender has something else on its way. */
Test(redaction, what_is_wrong_in_a_text_itself_is_never_stored) {
    struct id round = open_fields();
    fake_command(&person, "participant.put", "\"rev\":1,\"name\":\"Kim\"");
    expect_never_stored(round);
}

Test(redaction, nor_after_a_write_of_which_nobody_knows_whether_it_was_stored) {
    struct id round = open_fields();
    meeting.world.faults.fail_at = 150;
    while (journal_is_writable(meeting.world.journal)) {
        fake_command(&meeting.host, "session.stage", "\"id\":\"%s\",\"screen\":\"join\"",
                     ID(meeting.session));
        world_settle(&meeting.world);
    }
    expect_never_stored(round);
}
