#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_begin(&scene, 2, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_add_session(&scene, 1);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(entries, .init = open, .fini = close);

static struct event_entry_put step(unsigned n, const char *text) {
    const struct entry *entry = process_entry(scene.process, make_id(ENTRY + n));
    return (struct event_entry_put){.id = make_id(ENTRY + n),
                                    .base = entry ? entry->changed : 0,
                                    .form = ENTRY_FORM_STEP,
                                    .text = str_of(text),
                                    .state = ENTRY_STATE_OPEN,
                                    .owner = STR("Kim")};
}

static enum reason put(struct event_entry_put body) {
    return BY(&scene, account(), EVENT_ENTRY_PUT, .entry_put = body);
}

/* As the server does: what is due is emptied in the journal, and the event says so. */
static size_t redact_due(void) {
    static int64_t all[8][16];
    static size_t times;
    int64_t *seqs = all[times++];
    size_t count = process_due_redactions(scene.process, seqs, 16);
    if (count > 0) {
        cr_assert_eq(BY(&scene, server(), EVENT_REDACT, .redact = {.seqs = seqs, .seqs_count = count}),
                     REASON_ABSENT);
    }
    for (size_t i = 0; i < count; i++) {
        scene.events[seqs[i] - 1] = without_texts(scene.events[seqs[i] - 1]);
    }
    return count;
}

Test(entries, everybody_in_every_session_sees_them_as_they_were_put_last) {
    struct event_entry_put body = step(0, "Bjud in kommunen");
    struct audience audiences[] = {hosts(), display(0), participants(1, 0)};
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    body.session = make_id(SESSION);
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(put(body), REASON_STALE);
    body = step(0, "Bjud in båda kommunerna");
    body.form = ENTRY_FORM_TRIAL;
    body.state = ENTRY_STATE_CLOSED;
    body.outcome = STR("De kom");
    body.learnt = STR("Fråga tidigt");
    body.word = STR("Det var lättare än vi trodde");
    body.recipient = STR("Hemtjänsten");
    body.basis = ENTRY_BASIS_EXPERIENCE;
    body.until = 5000;
    cr_assert_eq(put(body), REASON_ABSENT);
    for (size_t i = 0; i < 3; i++) {
        cr_assert(find_entity(scene.process, audiences[i], ENTITY_ENTRY, body.id, &arena, &entity));
        const struct entity_entry *seen = &entity.body.entry;
        cr_expect_eq(seen->form, ENTRY_FORM_TRIAL);
        cr_expect_eq(seen->state, ENTRY_STATE_CLOSED);
        cr_expect(str_equal(seen->text, body.text));
        cr_expect(str_equal(seen->owner, body.owner));
        cr_expect(str_equal(seen->outcome, body.outcome));
        cr_expect(str_equal(seen->learnt, body.learnt));
        cr_expect(str_equal(seen->word, body.word));
        cr_expect(str_equal(seen->recipient, body.recipient));
        cr_expect_eq(seen->basis, ENTRY_BASIS_EXPERIENCE);
        cr_expect_eq(seen->until, 5000);
        cr_expect(id_is_none(seen->session), "it is put whole");
    }
    arena_finish(&arena);
}

Test(entries, they_name_what_is_there) {
    struct event_entry_put body = step(0, "Vem äger frågan?");
    body.session = make_id(SESSION + 5);
    cr_expect_eq(put(body), REASON_UNKNOWN_SESSION);
    body = step(0, "Vem äger frågan?");
    body.id = make_id(ROUND);
    cr_expect_eq(put(body), REASON_ID_TAKEN);
    body = step(0, "Vem äger frågan?");
    body.form = ENTRY_FORM_ABSENT;
    cr_expect_eq(put(body), REASON_WRONG_FORM);
    body = step(0, "Vem äger frågan?");
    body.state = ENTRY_STATE_ABSENT;
    cr_expect_eq(put(body), REASON_WRONG_FORM);
    body = step(0, "Vem äger frågan?");
    cr_expect_eq(BY(&scene, person(0), EVENT_ENTRY_PUT, .entry_put = body), REASON_DENIED);
    body.base = 1;
    cr_expect_eq(put(body), REASON_STALE, "what is new has base 0");
}

Test(entries, a_seat_that_they_name_is_there_when_it_is_first_named) {
    struct event_seat_put seat = {.id = make_id(SEAT), .title = STR("Enhetschef")};
    struct event_entry_put body = step(0, "Bjud in kommunen");
    body.seat = seat.id;
    cr_expect_eq(put(body), REASON_UNKNOWN_SEAT);
    cr_assert_eq(BY(&scene, account(), EVENT_SEAT_PUT, .seat_put = seat), REASON_ABSENT);
    cr_assert_eq(put(body), REASON_ABSENT);
    seat.base = process_head(scene.process);
    seat.removed = true;
    cr_assert_eq(BY(&scene, account(), EVENT_SEAT_PUT, .seat_put = seat), REASON_ABSENT);
    body = step(0, "Bjud in båda kommunerna");
    body.seat = seat.id;
    cr_expect_eq(put(body), REASON_ABSENT, "whose it was stays so");
    body = step(1, "Ring grannen");
    body.seat = seat.id;
    cr_expect_eq(put(body), REASON_UNKNOWN_SEAT);
}

/* Else a note that only its author sees would be shown to all, under another name. */
Test(entries, one_is_made_of_a_note_that_all_may_see) {
    struct event_entry_put body = step(0, "Vem äger frågan?");
    body.note = make_id(NOTE);
    cr_expect_eq(put(body), REASON_UNKNOWN_NOTE);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "vem äger frågan?"), REASON_ABSENT);
    cr_expect_eq(put(body), REASON_HIDDEN);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {.id = make_id(ROUND), .revealed = true}),
        REASON_ABSENT);
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {.id = make_id(NOTE), .hidden = true}),
                 REASON_ABSENT);
    body = step(0, "Vem äger frågan nu?");
    body.note = make_id(NOTE);
    cr_expect_eq(put(body), REASON_ABSENT, "what it was made of stays so");
}

Test(entries, texts_that_were_superseded_removed_or_refused_are_emptied_at_once) {
    cr_assert_eq(put(step(0, "först")), REASON_ABSENT);
    cr_expect_eq(redact_due(), 0);
    struct event_entry_put late = step(0, "för sent");
    cr_assert_eq(put(step(0, "sedan")), REASON_ABSENT);
    cr_assert_eq(put(late), REASON_STALE);
    cr_expect_eq(redact_due(), 2, "the first and the refused one");
    cr_expect_eq(redact_due(), 0);
    cr_expect(str_equal(process_entry(scene.process, make_id(ENTRY))->text, STR("sedan")));
    scene_check_refold(&scene);
    struct event_entry_put removed = step(0, "sedan");
    removed.removed = true;
    cr_assert_eq(put(removed), REASON_ABSENT);
    cr_expect_eq(redact_due(), 2, "with what was said at its removal");
    const struct entry *entry = process_entry(scene.process, make_id(ENTRY));
    cr_expect(str_is_absent(entry->text));
    cr_expect(str_is_absent(entry->owner));
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_ENTRY), 0);
    scene_check_refold(&scene);
    cr_assert_eq(put(step(0, "sedan")), REASON_ABSENT, "an undo says it again");
    cr_expect_eq(redact_due(), 0);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_ENTRY), 1);
    scene_check_refold(&scene);
}

Test(entries, one_whose_texts_are_emptied_is_seen_no_more_until_it_is_put_again) {
    struct event_entry_put body = step(0, "Kim ringer Robin");
    cr_assert_eq(put(body), REASON_ABSENT);
    int64_t seq = process_head(scene.process);
    cr_assert_eq(BY(&scene, server(), EVENT_REDACT, .redact = {.seqs = &seq, .seqs_count = 1}),
                 REASON_ABSENT);
    scene.events[seq - 1] = without_texts(scene.events[seq - 1]);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_ENTRY), 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ENTRY), 0);
    scene_check_refold(&scene);
    cr_assert_eq(put(step(0, "Någon ringer")), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ENTRY), 1);
    scene_check_refold(&scene);
}

Test(entries, there_is_a_cap) {
    struct event_entry_put body = step(0, "steg");
    for (unsigned i = 0; i < PROCESS_ENTRIES; i++) {
        body.id = make_id(NOTE + i);
        cr_assert_eq(put(body), REASON_ABSENT);
    }
    cr_expect_eq(put(step(0, "ett till")), REASON_TOO_MANY);
    body.base = process_entry(scene.process, body.id)->changed;
    cr_expect_eq(put(body), REASON_ABSENT, "those that there are can be mended");
}
