#include <criterion/criterion.h>
#include <string.h>

#include "../support.h"

static struct scene scene;

static void begin(enum visibility visibility, enum authorship authorship) {
    scene_begin(&scene, 3, visibility, authorship);
}

static void open(void) {
    begin(VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(notes, .init = open, .fini = close);
TestSuite(other_notes, .fini = close);

static const struct note *find(unsigned n) {
    return process_note(scene.process, make_id(NOTE + n));
}

static enum reason close_round(int64_t grace) {
    return BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = grace});
}

static enum reason remove_note(unsigned who, unsigned n, int64_t rev, bool removed) {
    return BY(&scene, author(who), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE + n), rev, removed});
}

static enum reason hide(unsigned n, bool hidden) {
    return BY(&scene, account(), EVENT_NOTE_HIDE,
              .note_hide = {make_id(NOTE + n), hidden, STR("nämner en person")});
}

static enum reason admit(unsigned n, bool admitted) {
    return BY(&scene, account(), EVENT_NOTE_ADMIT, .note_admit = {make_id(NOTE + n), admitted});
}

static size_t seen(struct audience audience) {
    return count_entities(scene.process, audience, ENTITY_NOTE);
}

static void set_notes(int64_t fields, int64_t cap) {
    static struct notes_settings settings;
    struct event_round_put put = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    settings = (struct notes_settings){.fields = fields, .cap = cap};
    put.notes = &settings;
    scene_put_round(&scene, put);
}

Test(notes, own_things_have_a_rev_that_grows) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), REASON_ABSENT);
    cr_expect_eq(scene_write(&scene, author(1), 0, 1, "annat"), REASON_STALE);
    cr_expect_eq(scene_write(&scene, author(1), 0, 5, "två"), REASON_ABSENT);
    cr_expect_eq(scene_write(&scene, author(1), 0, 4, "ett till"), REASON_STALE);
    cr_expect(str_equal(find(0)->text, STR("två")));
    cr_expect_eq(find(0)->edits, 1);
}

Test(notes, an_id_in_anothers_hand_is_taken) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), REASON_ABSENT);
    cr_expect_eq(scene_write(&scene, author(2), 0, 2, "mitt"), REASON_ID_TAKEN);
    cr_expect_eq(remove_note(2, 0, 2, true), REASON_NOT_YOURS);
    struct event_note_put put = {.id = make_id(SESSION), .round = make_id(ROUND), .rev = 1, .text = STR("x")};
    cr_expect_eq(BY(&scene, author(1), EVENT_NOTE_PUT, .note_put = put), REASON_ID_TAKEN);
}

Test(notes, anonymous_rounds_take_authors_and_no_participants) {
    cr_expect_eq(scene_write(&scene, person(1), 0, 1, "ett"), REASON_DENIED);
    cr_expect_eq(scene_write(&scene, account(), 0, 1, "ett"), REASON_DENIED);
}

Test(other_notes, the_rest_take_participants_who_have_joined_the_session) {
    begin(VISIBILITY_OWN, AUTHORSHIP_LINKED);
    cr_expect_eq(scene_write(&scene, author(1), 0, 1, "ett"), REASON_DENIED);
    cr_expect_eq(scene_write(&scene, person(9), 0, 1, "ett"), REASON_UNKNOWN_PARTICIPANT);
    scene_add_session(&scene, 1);
    scene_join(&scene, 9, 1);
    cr_expect_eq(scene_write(&scene, person(9), 0, 1, "ett"), REASON_NOT_JOINED);
    cr_expect_eq(scene_write(&scene, person(0), 0, 1, "ett"), REASON_ABSENT);
}

Test(notes, a_text_says_something) {
    cr_expect_eq(scene_write(&scene, author(1), 0, 1, ""), REASON_EMPTY);
    cr_expect_eq(scene_write(&scene, author(1), 0, 1, " \n\t\xc2\xa0\xe2\x80\x89"), REASON_EMPTY);
    cr_expect_eq(scene_write(&scene, author(1), 0, 1, "å"), REASON_ABSENT);
}

Test(notes, fields_are_lines_with_a_word_each) {
    char word[2 * 81 + 1] = {0};
    set_notes(2, 0);
    for (size_t i = 0; i < 81; i++) {
        memcpy(word + 2 * i, "å", 2);
    }
    cr_expect_eq(scene_write(&scene, author(1), 0, 1, word), REASON_BAD_FIELDS, "81 code points");
    word[160] = '\0';
    cr_expect_eq(scene_write(&scene, author(1), 0, 1, word), REASON_ABSENT, "80, however many bytes");
    cr_expect_eq(scene_write(&scene, author(1), 0, 2, "ett\ntvå\ntre"), REASON_BAD_FIELDS);
    cr_expect_eq(scene_write(&scene, author(1), 0, 2, "ett\n\n"), REASON_BAD_FIELDS);
    cr_expect_eq(scene_write(&scene, author(1), 0, 2, "ett\n "), REASON_BAD_FIELDS);
    cr_expect_eq(scene_write(&scene, author(1), 0, 2, "ett\ntvå"), REASON_ABSENT);
}

Test(notes, a_cap_counts_what_stands) {
    set_notes(0, 2);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(1), 1, 1, "två"), REASON_ABSENT);
    cr_expect_eq(scene_write(&scene, author(1), 2, 1, "tre"), REASON_OVER_NOTE_CAP);
    cr_expect_eq(scene_write(&scene, author(2), 3, 1, "tre"), REASON_ABSENT);
    cr_assert_eq(remove_note(1, 0, 2, true), REASON_ABSENT);
    cr_expect_eq(scene_write(&scene, author(1), 2, 1, "tre"), REASON_ABSENT);
    cr_expect_eq(remove_note(1, 0, 3, false), REASON_OVER_NOTE_CAP, "taking it back does not get round it");
}

Test(notes, a_person_writes_so_many_in_a_session) {
    for (unsigned i = 0; i < PROCESS_NOTES_PER_SESSION; i++) {
        cr_assert_eq(scene_write(&scene, author(1), i, 1, "ett"), REASON_ABSENT);
        cr_assert_eq(remove_note(1, i, 2, true), REASON_ABSENT);
    }
    cr_expect_eq(scene_write(&scene, author(1), 900, 1, "ett"), REASON_TOO_MANY_NOTES, "removed ones too");
    cr_expect_eq(scene_write(&scene, author(2), 900, 1, "ett"), REASON_ABSENT);
}

Test(notes, a_person_writes_so_many_bytes_in_a_session) {
    struct event event = {.actor = author(1), .kind = EVENT_NOTE_PUT, .size = PROCESS_BYTES_PER_SESSION / 2};
    event.body.note_put =
        (struct event_note_put){.id = make_id(NOTE), .round = make_id(ROUND), .rev = 1, .text = STR("ett")};
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    event.body.note_put.rev = 2;
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    event.body.note_put.rev = 3;
    event.size = 1;
    cr_expect_eq(scene_apply(&scene, event), REASON_TOO_MANY_BYTES);
}

Test(notes, a_group_writes_at_its_table) {
    struct event event = {.actor = author(0), .kind = EVENT_NOTE_PUT};
    event.body.note_put = (struct event_note_put){
        .id = make_id(NOTE), .round = make_id(ROUND), .rev = 1, .text = STR("vi"), .group_size = 5};
    (void)process_complete(scene.process, make_id(PERSON), scene.at, &event);
    cr_expect_eq(scene_apply(&scene, event), REASON_NOT_A_GROUP, "who sits at none speaks for none");
    struct event_participant_put sit = {.rev = 1, .table = make_id(TABLE)};
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = sit), REASON_ABSENT);
    (void)process_complete(scene.process, make_id(PERSON), scene.at, &event);
    cr_expect(id_equal(event.body.note_put.table, make_id(TABLE)));
    cr_expect_eq(scene_apply(&scene, event), REASON_ABSENT);
}

Test(notes, before_it_was_opened_nothing_is_taken) {
    scene_put_round(&scene, notes_round(4, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    struct event_note_put put = {
        .id = make_id(NOTE), .round = make_id(ROUND + 4), .rev = 1, .text = STR("x")};
    cr_expect_eq(BY(&scene, author(1), EVENT_NOTE_PUT, .note_put = put), REASON_NOT_OPEN);
    put.round = make_id(1);
    cr_expect_eq(BY(&scene, author(1), EVENT_NOTE_PUT, .note_put = put), REASON_UNKNOWN_ROUND);
}

Test(notes, behind_the_closing_they_are_late_and_kept) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "i tid"), REASON_ABSENT);
    cr_assert_eq(close_round(0), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(1), 1, 1, "sen"), REASON_ABSENT);
    cr_expect(find(1)->late);
    cr_expect_not(note_is_on_record(find(1)));
    cr_expect_eq(scene_write(&scene, author(1), 0, 2, "ändrad"), REASON_CLOSED);
    cr_expect_eq(remove_note(1, 0, 2, true), REASON_CLOSED);
    cr_expect_eq(scene_write(&scene, author(1), 1, 2, "senare"), REASON_ABSENT, "it may be edited");
    cr_expect_eq(admit(0, true), REASON_NOT_LATE);
    cr_assert_eq(admit(1, true), REASON_ABSENT);
    cr_expect(note_is_on_record(find(1)));
    cr_expect_eq(scene_write(&scene, author(1), 1, 3, "ännu en"), REASON_CLOSED, "until it is let in");
    cr_assert_eq(admit(1, false), REASON_ABSENT);
    cr_expect_not(note_is_on_record(find(1)));
}

Test(notes, what_was_late_stays_late_when_it_opens_again) {
    cr_assert_eq(close_round(0), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "sen"), REASON_ABSENT);
    scene_open_round(&scene, 0);
    cr_assert_eq(scene_write(&scene, author(1), 0, 2, "sen fortfarande"), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(1), 1, 1, "i tid"), REASON_ABSENT);
    cr_expect(find(0)->late);
    cr_expect_not(find(1)->late);
}

Test(other_notes, of_those_who_are_known_the_time_says_who_is_late) {
    begin(VISIBILITY_OWN, AUTHORSHIP_LINKED);
    cr_assert_eq(close_round(500), REASON_ABSENT);
    scene.at = 1499;
    cr_assert_eq(scene_write(&scene, person(0), 0, 1, "i tid"), REASON_ABSENT);
    scene.at = 1500;
    cr_assert_eq(scene_write(&scene, person(0), 1, 1, "sen"), REASON_ABSENT);
    cr_expect_not(find(0)->late);
    cr_expect(find(1)->late);
    cr_expect_eq(scene_write(&scene, person(0), 0, 2, "ändrad"), REASON_CLOSED);
}

Test(notes, removing_is_undone_until_the_round_has_ended) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), REASON_ABSENT);
    cr_assert_eq(remove_note(1, 0, 2, true), REASON_ABSENT);
    cr_expect_eq(seen(hosts()), 0);
    cr_expect_eq(scene_write(&scene, author(1), 0, 3, "två"), REASON_REMOVED);
    cr_expect_eq(hide(0, true), REASON_REMOVED);
    cr_assert_eq(remove_note(1, 0, 3, false), REASON_ABSENT);
    cr_expect_eq(seen(hosts()), 1);
    cr_assert_eq(remove_note(1, 0, 4, true), REASON_ABSENT);
    cr_assert_eq(close_round(0), REASON_ABSENT);
    cr_expect_eq(remove_note(1, 0, 5, false), REASON_CLOSED);
    cr_expect_eq(remove_note(1, 77, 5, false), REASON_UNKNOWN_NOTE);
}

Test(notes, nobody_sees_others_before_they_are_revealed) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), REASON_ABSENT);
    cr_expect_eq(seen(participants(0, 0)), 0);
    cr_expect_eq(seen(participants(0, TABLE)), 0);
    cr_expect_eq(seen(display(0)), 0);
    cr_expect_eq(seen(hosts()), 1);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    cr_expect_eq(seen(participants(0, 0)), 1);
    cr_expect_eq(seen(display(0)), 1);
    cr_expect_eq(seen(display(1)), 0);
    cr_expect_eq(process_last_change(scene.process, participants(0, 0)), process_head(scene.process));
    cr_assert_eq(hide(0, true), REASON_ABSENT);
    cr_expect_eq(seen(participants(0, 0)), 0);
    cr_expect_eq(seen(hosts()), 1);
    cr_assert_eq(hide(0, false), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), false}), 0);
    cr_expect_eq(seen(participants(0, 0)), 0);
}

Test(notes, the_author_sees_that_a_note_is_hidden_and_why) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), REASON_ABSENT);
    struct event written = scene.events[scene.count - 1];
    cr_assert_eq(hide(0, true), REASON_ABSENT);
    cr_assert(process_entity_of(scene.process, &written, &arena, &entity));
    cr_expect(entity.body.note.hidden);
    cr_expect(str_equal(entity.body.note.reason, STR("nämner en person")));
    arena_finish(&arena);
}

Test(other_notes, tables_see_their_own) {
    begin(VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
    struct event_note_put put = {
        .id = make_id(NOTE), .round = make_id(ROUND), .rev = 1, .text = STR("vi"), .table = make_id(TABLE)};
    cr_assert_eq(BY(&scene, author(1), EVENT_NOTE_PUT, .note_put = put), REASON_ABSENT);
    cr_expect_eq(seen(participants(0, TABLE)), 1);
    cr_expect_eq(seen(participants(0, TABLE + 1)), 0);
    cr_expect_eq(seen(participants(0, 0)), 0);
    cr_expect_eq(seen(display(0)), 0);
}

/* In linked rounds a table goes along with every note; on a screen it would be a mark. */
Test(other_notes, a_persons_table_is_on_no_screen) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    begin(VISIBILITY_ALL, AUTHORSHIP_LINKED);
    struct event_note_put put = {
        .id = make_id(NOTE), .round = make_id(ROUND), .rev = 1, .text = STR("jag"), .table = make_id(TABLE)};
    cr_assert_eq(BY(&scene, person(0), EVENT_NOTE_PUT, .note_put = put), REASON_ABSENT);
    const struct audience screens[] = {hosts(), display(0), participants(0, TABLE)};
    for (size_t i = 0; i < 3; i++) {
        cr_assert(find_entity(scene.process, screens[i], ENTITY_NOTE, put.id, &arena, &entity));
        cr_expect(id_is_none(entity.body.note.table), "%zu", i);
    }
    put.rev = 2;
    put.group_size = 4;
    cr_assert_eq(BY(&scene, person(0), EVENT_NOTE_PUT, .note_put = put), REASON_ABSENT);
    cr_assert(find_entity(scene.process, display(0), ENTITY_NOTE, put.id, &arena, &entity));
    cr_expect(id_equal(entity.body.note.table, put.table), "a group's answer is the table's");
    arena_finish(&arena);
}

Test(notes, revealed_ones_come_one_of_each_before_anyones_second) {
    struct arena arena;
    struct entity entity;
    struct gone gone;
    struct change_cursor after = {0, INT64_MAX};
    static const unsigned expected[] = {1, 4, 3, 2}; /* by turn, then id */
    arena_init(&arena);
    cr_assert_eq(scene_write(&scene, author(1), 4, 1, "ett"), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(1), 3, 1, "två"), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(1), 2, 1, "tre"), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(2), 1, 1, "fyra"), REASON_ABSENT);
    after.seq = process_head(scene.process);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    struct change_walk *walk = process_changes(scene.process, display(0), after, &arena);
    cr_assert_eq(process_next_change(walk, &arena, &entity, &gone, &after), CHANGE_ENTITY);
    cr_expect_eq(entity.kind, ENTITY_ROUND);
    for (size_t i = 0; i < 4; i++) {
        cr_assert_eq(process_next_change(walk, &arena, &entity, &gone, &after), CHANGE_ENTITY);
        cr_expect(id_equal(entity.id, make_id(NOTE + expected[i])), "%zu", i);
        cr_expect_eq(entity.seq, process_head(scene.process),
                     "all of the reveal: none tells when it was written");
        cr_expect_eq(note_seq(find(expected[i])), entity.seq);
    }
    arena_finish(&arena);
}

static struct str name_of(unsigned n) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, display(0), ENTITY_NOTE, make_id(NOTE + n), &arena, &entity));
    arena_finish(&arena);
    return entity.body.note.name;
}

Test(other_notes, named_ones_bear_the_name_of_now) {
    begin(VISIBILITY_ALL, AUTHORSHIP_NAMED);
    cr_assert_eq(scene_write(&scene, person(0), 0, 1, "ett"), REASON_ABSENT);
    cr_expect(str_is_empty(name_of(0)));
    struct event_participant_put put = {.rev = 1, .name = STR("Kim")};
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = put), REASON_ABSENT);
    cr_expect(str_equal(name_of(0), STR("Kim")));
    cr_expect_eq(process_last_change(scene.process, display(0)), process_head(scene.process));
}

Test(other_notes, an_organisations_answer_needs_an_organisation) {
    begin(VISIBILITY_ALL, AUTHORSHIP_ORGANISATION);
    cr_expect_eq(scene_write(&scene, person(0), 0, 1, "ett"), REASON_UNKNOWN_ORGANISATION);
    struct event_participant_put put = {.rev = 1, .organisation = make_id(ORGANISATION)};
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = put), REASON_ABSENT);
    cr_expect_eq(scene_write(&scene, person(0), 0, 1, "ett"), REASON_ABSENT);
    cr_expect(str_is_empty(name_of(0)));
}

static struct event complete(unsigned who, enum actor_kind kind, int64_t arrived, bool *fixed) {
    struct event event = {.actor = kind == ACTOR_AUTHOR ? author(who) : person(who), .kind = EVENT_NOTE_PUT};
    event.body.note_put.round = make_id(ROUND);
    *fixed = process_complete(scene.process, make_id(PERSON + who), arrived, &event);
    return event;
}

static void say(unsigned who, bool consent) {
    struct event_participant_put put = {.rev = 1,
                                        .role = make_id(ROLE),
                                        .organisation = make_id(ORGANISATION + who % 2),
                                        .table = make_id(TABLE)};
    cr_assert_eq(BY(&scene, person(who), EVENT_PARTICIPANT_PUT, .participant_put = put), REASON_ABSENT);
    cr_assert_eq(BY(&scene, person(who), EVENT_PARTICIPANT_CONSENT,
                    .participant_consent = {.rev = 2, .consent = consent}),
                 0);
}

Test(other_notes, role_and_kind_of_organisation_go_along_where_five_share_them) {
    bool fixed;
    scene_begin(&scene, PROCESS_WITHHOLD_BELOW, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW - 1; i++) {
        say(i, true);
    }
    struct event event = complete(0, ACTOR_AUTHOR, 5000, &fixed);
    cr_expect(id_is_none(event.body.note_put.role));
    cr_expect(str_is_empty(event.body.note_put.organisation_type));
    cr_expect(event.body.note_put.consent);
    cr_expect(fixed);
    cr_expect_eq(event.at, 1000, "the round's opening");
    cr_expect(id_is_none(event.body.note_put.table), "where no group needs it, it would only narrow down");
    say(PROCESS_WITHHOLD_BELOW - 1, false);
    event = complete(4, ACTOR_AUTHOR, 5000, &fixed);
    cr_expect(id_is_none(event.body.note_put.role), "the only one who said no");
    cr_expect_not(event.body.note_put.consent);
    cr_assert_eq(
        BY(&scene, person(4), EVENT_PARTICIPANT_CONSENT, .participant_consent = {.rev = 3, .consent = true}),
        0);
    event = complete(4, ACTOR_AUTHOR, 5000, &fixed);
    cr_expect(id_equal(event.body.note_put.role, make_id(ROLE)));
    cr_expect(str_equal(event.body.note_put.organisation_type, STR("kommun")), "two, of one kind");
    cr_expect(event.body.note_put.consent);
}

/* The fold cannot tell by a time that is the opening's, so what is refused keeps its own. */
Test(notes, a_removal_behind_the_deadline_keeps_the_time_that_shows_it) {
    cr_assert_eq(scene_write(&scene, author(0), 0, 1, "ett"), REASON_ABSENT);
    scene_join(&scene, 0, 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND), .deadline = 2000}),
                 0);
    struct event event = {.actor = author(0), .kind = EVENT_NOTE_REMOVE, .at = 2000};
    event.body.note_remove = (struct event_note_remove){make_id(NOTE), 2, true};
    cr_expect_not(process_complete(scene.process, make_id(PERSON), 2000, &event));
    cr_expect_eq(scene_apply(&scene, event), REASON_CLOSED);
    cr_expect(process_complete(scene.process, make_id(PERSON), 1999, &event));
    cr_expect_eq(event.at, 1000);
    cr_expect_eq(scene_apply(&scene, event), REASON_ABSENT);
}

Test(notes, a_late_one_is_removed_without_saying_when) {
    cr_assert_eq(close_round(0), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(0), 0, 1, "sent"), REASON_ABSENT);
    scene_join(&scene, 0, 0);
    struct event event = {.actor = author(0), .kind = EVENT_NOTE_REMOVE, .at = 9000};
    event.body.note_remove = (struct event_note_remove){make_id(NOTE), 2, true};
    cr_expect(process_complete(scene.process, make_id(PERSON), 9000, &event));
    cr_expect_eq(event.at, 1000);
    cr_expect_eq(scene_apply(&scene, event), REASON_ABSENT);
}

Test(other_notes, on_arrival_the_server_says_what_is_late) {
    bool fixed;
    begin(VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
    say(0, false);
    cr_assert_eq(close_round(500), REASON_ABSENT);
    cr_expect_not(complete(0, ACTOR_AUTHOR, 1499, &fixed).body.note_put.late);
    struct event event = complete(0, ACTOR_AUTHOR, 1500, &fixed);
    cr_expect(event.body.note_put.late);
    cr_expect(id_equal(event.body.note_put.table, make_id(TABLE)), "groups see by table");
    event.body.note_put.id = make_id(NOTE);
    event.body.note_put.rev = 1;
    event.body.note_put.text = STR("sen");
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    cr_expect(find(0)->late);
    cr_expect_eq(find(0)->created_at, 1000);
}

static struct event_note_put written(enum language language, bool shared) {
    return (struct event_note_put){.id = make_id(NOTE + 7),
                                   .round = make_id(ROUND),
                                   .rev = 1,
                                   .text = STR("tillit"),
                                   .language = language,
                                   .shared = shared};
}

Test(notes, what_an_anonymous_note_was_written_with_is_not_kept) {
    struct actor who = author(3);
    cr_expect_eq(BY(&scene, who, EVENT_NOTE_PUT, .note_put = written(LANGUAGE_EN, false)), REASON_WRONG_FORM);
    cr_expect_eq(BY(&scene, who, EVENT_NOTE_PUT, .note_put = written(LANGUAGE_ABSENT, true)),
                 REASON_WRONG_FORM);
    cr_expect_eq(BY(&scene, who, EVENT_NOTE_PUT, .note_put = written(LANGUAGE_ABSENT, false)), REASON_ABSENT);
}

Test(other_notes, a_note_knows_what_its_author_could_see_when_it_got_its_text) {
    begin(VISIBILITY_OWN, AUTHORSHIP_LINKED);
    struct event_note_put put = written(LANGUAGE_EN, true);
    cr_assert_eq(BY(&scene, person(1), EVENT_NOTE_PUT, .note_put = put), REASON_ABSENT);
    cr_expect_eq(find(7)->sight, VISIBILITY_OWN);
    cr_expect_not(find(7)->after_reveal);
    cr_expect_eq(find(7)->language, LANGUAGE_EN);
    cr_expect(find(7)->shared_phone);
    struct event_round_reveal reveal = {.id = make_id(ROUND), .revealed = true};
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = reveal), REASON_ABSENT);
    cr_expect_eq(find(7)->sight, VISIBILITY_OWN, "it was written before");
    put.rev = 2;
    put.shared = false;
    cr_assert_eq(BY(&scene, person(1), EVENT_NOTE_PUT, .note_put = put), REASON_ABSENT);
    cr_expect_eq(find(7)->sight, VISIBILITY_ALL);
    cr_expect(find(7)->after_reveal);
    cr_expect_not(find(7)->shared_phone);
}
