#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;
static struct arena arena;

static void open(void) {
    arena_init(&arena);
    scene_begin(&scene, 2, VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
}

static void close(void) {
    scene_close(&scene);
    arena_finish(&arena);
}

TestSuite(erasures, .init = open, .fini = close);

static struct event_contribution_erase decided(struct id thing) {
    return (struct event_contribution_erase){.thing = thing,
                                             .reason = STR("Skrev om en annan"),
                                             .decision = STR("Nämnden, § 12"),
                                             .reference = STR("D 7")};
}

static enum reason erase(struct actor actor, struct id thing) {
    bool by_host = actor.kind == ACTOR_ACCOUNT;
    struct event_contribution_erase put = {.thing = thing};
    return BY(&scene, actor, EVENT_CONTRIBUTION_ERASE, .contribution_erase = by_host ? decided(thing) : put);
}

/* As the server does it: until nothing is due. */
static size_t empty_what_is_due(void) {
    int64_t seqs[32];
    size_t count = process_due_redactions(scene.process, seqs, 32);
    if (count > 0) {
        scene_redact(&scene, seqs, count);
    }
    return count;
}

static bool has_text(const char *text) {
    struct buffer buffer;
    buffer_init(&buffer);
    struct str all = dump(scene.process, state(), &buffer);
    bool found = memmem(all.data, all.size, text, strlen(text)) != NULL;
    buffer_finish(&buffer);
    return found;
}

Test(erasures, every_version_of_a_note_is_due_at_once_also_while_its_round_goes_on) {
    int64_t seqs[32];
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "först"), 0);
    cr_assert_eq(scene_write(&scene, author(1), 0, 2, "sedan"), 0);
    cr_assert_eq(scene_write(&scene, author(1), 0, 2, "omkört"), REASON_STALE);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), true, STR("namn")}), 0);
    cr_assert_eq(scene_write(&scene, author(2), 1, 1, "kvar"), 0);
    cr_assert_eq(process_due_redactions(scene.process, seqs, 32), 0);
    int64_t head = process_head(scene.process);
    cr_assert_eq(erase(account(), make_id(NOTE)), 0);
    cr_expect_not(has_text("sedan"), "the state lets go before the journal does");
    cr_assert_eq(process_due_redactions(scene.process, seqs, 32), 4);
    for (size_t i = 0; i < 4; i++) {
        cr_expect_eq(seqs[i], head - 4 + (int64_t)i);
    }
    cr_expect_eq(empty_what_is_due(), 4);
    cr_expect_eq(empty_what_is_due(), 0);
    cr_expect(has_text("kvar"));
    scene_check_refold(&scene);
}

Test(erasures, an_erased_note_counts_for_nothing_and_stays_so) {
    struct entity entity;
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), 0);
    cr_assert_eq(scene_write(&scene, author(2), 1, 1, "två"), 0);
    cr_assert_eq(erase(author(1), make_id(NOTE)), 0);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_NOTE), 1);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_ERASURE, make_id(NOTE), &arena, &entity));
    cr_expect(entity.body.erasure.by_author);
    cr_expect_eq(entity.body.erasure.at, 0, "when an anonymous author did it is not told");
    cr_expect_eq(scene_write(&scene, author(1), 0, 2, "åter"), REASON_REMOVED);
    cr_expect_eq(empty_what_is_due(), 2, "nor what they sent behind it");
    cr_expect_eq(BY(&scene, author(1), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE), 3, false}),
                 REASON_REDACTED);
    cr_expect_eq(erase(account(), make_id(NOTE)), REASON_REDACTED);
    cr_expect_eq(erase(author(2), make_id(NOTE)), REASON_NOT_YOURS);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ERASURE), 0);
    scene_check_refold(&scene);
}

Test(erasures, hosts_say_why_and_who_decided_and_authors_nothing) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), 0);
    struct event_contribution_erase put = decided(make_id(NOTE));
    cr_expect_eq(BY(&scene, author(1), EVENT_CONTRIBUTION_ERASE, .contribution_erase = put),
                 REASON_WRONG_FORM);
    put.decision = STR("  ");
    cr_expect_eq(BY(&scene, account(), EVENT_CONTRIBUTION_ERASE, .contribution_erase = put), REASON_EMPTY);
    cr_expect_eq(erase(account(), make_id(ROUND)), REASON_UNKNOWN_THING);
    cr_expect_eq(erase(account(), make_id(NOTE + 7)), REASON_UNKNOWN_THING);
    cr_assert_eq(erase(account(), make_id(NOTE)), 0);
    cr_assert_eq(process_erasure_count(scene.process), 1);
    const struct erasure *erasure = process_erasure_at(scene.process, 0);
    cr_expect(str_equal(erasure->decision, STR("Nämnden, § 12")));
    cr_expect(str_equal(erasure->reference, STR("D 7")));
    cr_expect(id_equal(erasure->round, make_id(ROUND)));
}

static enum reason put_step(int64_t rev, const char *text, bool shared) {
    return BY(&scene, person(0), EVENT_STEP_PUT,
              .step_put = {.id = make_id(STEP), .rev = rev, .text = str_of(text), .shared = shared});
}

Test(erasures, a_step_that_nobody_was_shown_is_its_persons_alone_to_erase) {
    cr_assert_eq(put_step(1, "ringa", false), 0);
    cr_expect_eq(erase(account(), make_id(STEP)), REASON_UNKNOWN_THING);
    cr_expect_eq(erase(person(1), make_id(STEP)), REASON_NOT_YOURS);
    cr_assert_eq(erase(person(0), make_id(STEP)), 0);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_ERASURE), 0,
                 "hosts are not told that there was one");
    cr_expect_eq(put_step(2, "åter", false), REASON_REDACTED);
    cr_expect_eq(empty_what_is_due(), 2);
    scene_check_refold(&scene);
}

static enum reason put_entry(int64_t base, const char *text) {
    return BY(&scene, account(), EVENT_ENTRY_PUT,
              .entry_put = {.id = make_id(ENTRY),
                            .base = base,
                            .form = ENTRY_FORM_QUESTION,
                            .state = ENTRY_STATE_OPEN,
                            .text = str_of(text)});
}

Test(erasures, an_entry_and_a_diary_page_go_with_all_that_was_said_in_them) {
    cr_assert_eq(put_entry(0, "en fråga"), 0);
    cr_expect_eq(erase(person(0), make_id(ENTRY)), REASON_NOT_YOURS);
    cr_assert_eq(erase(account(), make_id(ENTRY)), 0);
    cr_expect_eq(put_entry(process_head(scene.process), "åter"), REASON_REDACTED);
    struct event_round_put round = notes_round(3, VISIBILITY_OWN, AUTHORSHIP_LINKED);
    round.form = ROUND_FORM_DIARY;
    round.notes = NULL;
    scene_put_round(&scene, round);
    scene_open_round(&scene, 3);
    struct event_diary_put page = {.id = make_id(DIARY),
                                   .round = make_id(ROUND + 3),
                                   .rev = 1,
                                   .about = DIARY_ABOUT_REFLECTION,
                                   .day = STR("1970-02-12"),
                                   .text = STR("en tanke"),
                                   .tags = STR("oro")};
    enum reason reason = BY(&scene, person(0), EVENT_DIARY_PUT, .diary_put = page);
    cr_assert_eq(reason, 0, "%d", reason);
    cr_assert_eq(BY(&scene, account(), EVENT_DIARY_ANSWER,
                    .diary_answer = {make_id(DIARY), process_head(scene.process), STR("ett svar")}),
                 0);
    cr_assert_eq(erase(person(0), make_id(DIARY)), 0);
    page.rev = 2;
    cr_expect_eq(BY(&scene, person(0), EVENT_DIARY_PUT, .diary_put = page), REASON_REDACTED);
    (void)empty_what_is_due();
    static const char *const texts[] = {"fråga", "tanke", "oro", "svar"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cr_expect_not(has_text(texts[i]), "%s", texts[i]);
    }
    scene_check_refold(&scene);
}

Test(erasures, somebody_erases_all_that_they_wrote_as_themself) {
    scene_put_round(&scene, notes_round(2, VISIBILITY_ALL, AUTHORSHIP_NAMED));
    scene_open_round(&scene, 2);
    for (unsigned i = 0; i < 3; i++) {
        struct event_note_put put = {
            .id = make_id(NOTE + 10 + i), .round = make_id(ROUND + 2), .rev = 1, .text = STR("med namn")};
        cr_assert_eq(BY(&scene, person(i == 2), EVENT_NOTE_PUT, .note_put = put), 0);
    }
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "utan namn"), 0);
    cr_assert_eq(put_step(1, "ringa", true), 0);
    cr_assert_eq(BY(&scene, person(0), EVENT_PARTICIPANT_ERASE, .participant_erase = {0}), 0);
    cr_expect_eq(empty_what_is_due(), 3);
    cr_expect(has_text("med namn"), "the other one's");
    cr_expect(has_text("utan namn"));
    cr_expect_not(has_text("ringa"));
    cr_expect_eq(process_erasure_count(scene.process), 3);
    cr_expect_eq(BY(&scene, person(0), EVENT_PARTICIPANT_ERASE, .participant_erase = {0}), 0,
                 "once more does nothing");
    cr_expect_eq(process_erasure_count(scene.process), 3);
    scene_check_refold(&scene);
}

static enum reason hold(unsigned n, enum hold_of what, struct id of, bool removed) {
    int64_t base = process_hold(scene.process, make_id(HOLD + n)) ? process_head(scene.process) : 0;
    return BY(&scene, account(), EVENT_HOLD_PUT,
              .hold_put = {make_id(HOLD + n), base, what, of, STR("Utlämnande prövas"), removed});
}

Test(erasures, what_is_held_is_not_erased_by_anybody) {
    const struct id none = {{0}}, holdable[] = {none, make_id(SESSION), make_id(ROUND), make_id(NOTE)};
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "ett"), 0);
    for (unsigned i = 0; i < 4; i++) {
        enum hold_of what = i == 0 ? HOLD_OF_PROCESS : i == 1 ? HOLD_OF_SESSION : HOLD_OF_THING;
        cr_assert_eq(hold(i, what, holdable[i], false), 0, "%u", i);
        cr_expect(process_is_held(scene.process));
        cr_expect_eq(erase(account(), make_id(NOTE)), REASON_HELD, "%u", i);
        cr_expect_eq(erase(author(1), make_id(NOTE)), REASON_HELD, "%u", i);
        cr_assert_eq(hold(i, what, holdable[i], true), 0, "%u", i);
    }
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_HOLD), 0);
    cr_expect_not(process_is_held(scene.process));
    cr_expect_eq(hold(0, HOLD_OF_THING, make_id(NOTE), false), REASON_ID_TAKEN);
    cr_expect_eq(hold(9, HOLD_OF_PROCESS, make_id(NOTE), false), REASON_WRONG_FORM);
    cr_expect_eq(hold(9, HOLD_OF_SESSION, make_id(NOTE), false), REASON_UNKNOWN_SESSION);
    cr_expect_eq(hold(9, HOLD_OF_THING, make_id(SESSION), false), REASON_UNKNOWN_THING);
    cr_assert_eq(hold(3, HOLD_OF_THING, make_id(NOTE), false), 0);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_HOLD), 1);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_HOLD), 0);
    scene_check_refold(&scene);
}

Test(erasures, there_are_so_many_holds_and_no_more) {
    for (unsigned i = 0; i < PROCESS_HOLDS; i++) {
        cr_assert_eq(hold(i, HOLD_OF_PROCESS, (struct id){{0}}, false), 0);
    }
    cr_expect_eq(hold(PROCESS_HOLDS, HOLD_OF_PROCESS, (struct id){{0}}, false), REASON_TOO_MANY);
}
