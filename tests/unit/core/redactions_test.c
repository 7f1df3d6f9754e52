#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(redactions, .init = open, .fini = close);

static enum reason redact(const int64_t *seqs, size_t count) {
    return BY(&scene, server(), EVENT_REDACT, .redact = {.seqs = seqs, .seqs_count = count});
}

static size_t due(int64_t *seqs) {
    return process_due_redactions(scene.process, seqs, 16);
}

static void close_round(void) {
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_ABSENT);
}

Test(redactions, superseded_removed_and_refused_texts_are_due_when_the_round_has_ended) {
    int64_t seqs[16], expected[4];
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "först"), REASON_ABSENT);
    expected[0] = process_head(scene.process);
    cr_assert_eq(scene_write(&scene, author(1), 0, 2, "sedan"), REASON_ABSENT);
    cr_assert_eq(scene_write(&scene, author(1), 0, 2, "omkört"), REASON_STALE);
    expected[1] = process_head(scene.process);
    cr_assert_eq(scene_write(&scene, author(1), 1, 1, "ångrat"), REASON_ABSENT);
    expected[2] = process_head(scene.process);
    cr_assert_eq(BY(&scene, author(1), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE + 1), 2, true}), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), true, STR("namn")}), 0);
    expected[3] = process_head(scene.process);
    cr_expect_eq(due(seqs), 0, "it may still be undone");
    close_round();
    cr_assert_eq(due(seqs), 3);
    for (size_t i = 0; i < 3; i++) {
        cr_expect_eq(seqs[i], expected[i], "%zu", i);
    }
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), false, STR("")}), 0);
    cr_assert_eq(due(seqs), 5, "reasons too, when they hold no more");
    cr_expect_eq(seqs[3], expected[3]);
    cr_expect_eq(process_due_redactions(scene.process, seqs, 2), 2);
    cr_assert_eq(due(seqs), 5);
    cr_assert_eq(redact(seqs, 5), REASON_ABSENT);
    int64_t none[16];
    cr_expect_eq(due(none), 0);
    for (size_t i = 0; i < 5; i++) {
        scene.events[seqs[i] - 1] = without_texts(scene.events[seqs[i] - 1]);
    }
    scene_check_refold(&scene);
}

static void refuse_note(unsigned round, enum reason reason) {
    struct event_note_put put = {
        .id = make_id(NOTE), .round = make_id(ROUND + round), .rev = 1, .text = STR("för tidigt")};
    cr_assert_eq(BY(&scene, author(1), EVENT_NOTE_PUT, .note_put = put), reason);
}

/* Planned, turned into a ballot, removed, or none at all: no such round ever ends. */
Test(redactions, what_was_refused_is_due_also_where_no_round_ends) {
    int64_t seqs[16];
    struct event_round_put put = notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, put);
    refuse_note(1, REASON_NOT_OPEN);
    const int64_t first = process_head(scene.process);
    cr_assert_eq(due(seqs), 1);
    cr_expect_eq(seqs[0], first);
    scene_put_round(&scene, ballot_round(1, RESULT_OPEN, 3, 0));
    cr_assert_eq(due(seqs), 1);
    cr_expect_eq(seqs[0], first);
    refuse_note(1, REASON_WRONG_FORM);
    put = ballot_round(1, RESULT_OPEN, 3, 0);
    put.removed = true;
    scene_put_round(&scene, put);
    refuse_note(1, REASON_WRONG_FORM);
    refuse_note(2, REASON_UNKNOWN_ROUND);
    cr_assert_eq(due(seqs), 4);
    cr_assert_eq(redact(seqs, 4), REASON_ABSENT);
    for (size_t i = 0; i < 4; i++) {
        scene.events[seqs[i] - 1] = without_texts(scene.events[seqs[i] - 1]);
    }
    cr_expect_eq(due(seqs), 0);
    scene_check_refold(&scene);
}

Test(redactions, a_note_whose_text_is_emptied_is_gone_and_stays) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "känsligt"), REASON_ABSENT);
    int64_t seq = process_head(scene.process);
    cr_assert_eq(redact(&seq, 1), REASON_ABSENT);
    const struct note *note = process_note(scene.process, make_id(NOTE));
    cr_expect(str_is_absent(note->text));
    cr_expect_not(note_is_on_record(note));
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_NOTE), 0);
    cr_expect_eq(scene_write(&scene, author(1), 0, 2, "igen"), REASON_REDACTED);
    scene.events[seq - 1] = without_texts(scene.events[seq - 1]);
    scene_check_refold(&scene);
}

Test(redactions, an_edit_between_is_judged_as_it_was) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "först"), REASON_ABSENT);
    int64_t seq = process_head(scene.process);
    cr_assert_eq(scene_write(&scene, author(1), 0, 2, "sedan"), REASON_ABSENT);
    cr_assert_eq(redact(&seq, 1), REASON_ABSENT);
    cr_expect(str_equal(process_note(scene.process, make_id(NOTE))->text, STR("sedan")));
    scene.events[seq - 1] = without_texts(scene.events[seq - 1]);
    scene_check_refold(&scene);
}

Test(redactions, what_was_decided_by_its_text_keeps_it) {
    static const struct id rounds[] = {{{0xa0, [15] = ROUND}}};
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, " "), REASON_EMPTY);
    int64_t seq = process_head(scene.process);
    cr_expect_eq(redact(&seq, 1), REASON_DENIED);
    struct event_words_put put = {
        .id = make_id(LIST), .title = STR("Ord"), .rounds = rounds, .rounds_count = 1};
    cr_assert_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_WORD_SPLIT,
                    .word_split = {make_id(LIST), process_head(scene.process), STR("bra"), true}),
                 REASON_ABSENT);
    seq = process_head(scene.process);
    cr_expect_eq(redact(&seq, 1), REASON_DENIED);
    seq = process_head(scene.process) + 1;
    cr_expect_eq(redact(&seq, 1), REASON_DENIED, "what is to come");
    cr_expect_eq(redact(&seq, 0), REASON_EMPTY);
}

Test(redactions, the_bytes_that_were_written_stay_counted) {
    struct event event = {.actor = author(1), .kind = EVENT_NOTE_PUT, .size = PROCESS_BYTES_PER_SESSION};
    event.body.note_put =
        (struct event_note_put){.id = make_id(NOTE), .round = make_id(ROUND), .rev = 1, .text = STR("stor")};
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    int64_t seq = process_head(scene.process);
    cr_assert_eq(scene_write(&scene, author(1), 1, 1, "mer"), REASON_TOO_MANY_BYTES);
    cr_assert_eq(redact(&seq, 1), REASON_ABSENT);
    scene.events[seq - 1] = without_texts(scene.events[seq - 1]);
    scene_check_refold(&scene);
}

static void call_oneself(int64_t rev, const char *name, enum reason reason) {
    struct event_participant_put put = {.rev = rev, .name = str_of(name)};
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = put), reason);
}

Test(redactions, names_that_hold_no_more_or_never_did_are_due_at_once) {
    int64_t seqs[16], expected[3];
    call_oneself(1, "", REASON_ABSENT);
    call_oneself(2, "Kim", REASON_ABSENT);
    expected[0] = process_head(scene.process);
    cr_assert_eq(due(seqs), 0, "neither the one that holds, nor where there was none");
    call_oneself(2, "Kimmen", REASON_STALE);
    expected[1] = process_head(scene.process);
    call_oneself(2, "", REASON_STALE);
    call_oneself(3, "Robin", REASON_ABSENT);
    expected[2] = process_head(scene.process);
    cr_assert_eq(due(seqs), 2);
    cr_expect_eq(seqs[0], expected[0]);
    cr_expect_eq(seqs[1], expected[1]);
    scene_redact(&scene, seqs, 2);
    scene_check_refold(&scene);
    cr_expect(str_equal(process_participant(scene.process, make_id(PERSON))->name, STR("Robin")));
    call_oneself(4, "", REASON_ABSENT);
    cr_assert_eq(due(seqs), 1);
    cr_expect_eq(seqs[0], expected[2]);
    scene_redact(&scene, seqs, 1);
    call_oneself(5, "Kim", REASON_ABSENT);
    cr_expect_eq(due(seqs), 0);
    scene_check_refold(&scene);
}

Test(redactions, why_a_note_was_to_be_hidden_goes_with_the_refusal) {
    int64_t seqs[16];
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "hej"), REASON_ABSENT);
    cr_assert_eq(BY(&scene, author(1), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE), 2, true}), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), true, STR("om Kim")}),
                 REASON_REMOVED);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE + 9), true, STR("Kim")}),
                 REASON_UNKNOWN_NOTE);
    int64_t last = process_head(scene.process);
    cr_assert_eq(due(seqs), 1);
    cr_expect_eq(seqs[0], last);
    close_round();
    cr_assert_eq(due(seqs), 3, "with the note itself");
    scene_redact(&scene, seqs, 3);
    scene_check_refold(&scene);
}

Test(redactions, a_name_goes_where_it_stood) {
    struct event_participant_put put = {.rev = 1, .name = STR("Kim")};
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_PUT, .participant_put = put), REASON_ABSENT);
    int64_t seq = process_head(scene.process);
    cr_assert_eq(redact(&seq, 1), REASON_ABSENT);
    cr_expect(str_is_absent(process_participant(scene.process, make_id(PERSON))->name));
    scene.events[seq - 1] = without_texts(scene.events[seq - 1]);
    scene_check_refold(&scene);
}
