#include <criterion/criterion.h>

#include <stdio.h>

#include "support.h"

static struct scene scene;

static const struct id one_round[] = {{{0xa0, [15] = ROUND}}};

static enum reason put_list(unsigned n, bool shown) {
    const struct word_list *list = process_word_list(scene.process, make_id(LIST + n));
    struct event_words_put put = {.id = make_id(LIST + n),
                                  .base = list ? list->changed : 0,
                                  .title = STR("Värdeord"),
                                  .rounds = one_round,
                                  .rounds_count = 1,
                                  .shown = shown};
    return BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put);
}

static void open(void) {
    scene_begin(&scene, 2, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(put_list(0, true), REASON_ABSENT);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(lists, .init = open, .fini = close);

static const struct word_list *list(void) {
    return process_word_list(scene.process, make_id(LIST));
}

static enum reason merge(const char *word, const char *into, int64_t base) {
    return BY(&scene, account(), EVENT_WORD_MERGE,
              .word_merge = {make_id(LIST), base, str_of(word), str_of(into)});
}

static enum reason mark(const char *word, enum word_mark what, bool marked) {
    return BY(&scene, account(), EVENT_WORD_MARK,
              .word_mark = {make_id(LIST), process_head(scene.process), str_of(word), what, marked});
}

Test(lists, they_count_rounds_of_notes) {
    struct event_words_put put = {.id = make_id(LIST + 1), .title = STR("Ord")};
    struct id rounds[] = {make_id(ROUND), make_id(ROUND)};
    cr_expect_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_EMPTY);
    put.rounds = rounds;
    put.rounds_count = 2;
    cr_expect_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ID_TAKEN, "each once");
    scene_put_round(&scene, ballot_round(1, RESULT_OPEN, 3, 0));
    rounds[1] = make_id(ROUND + 1);
    cr_expect_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_WRONG_FORM);
    rounds[1] = make_id(ROUND + 2);
    cr_expect_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_UNKNOWN_ROUND);
    scene_put_round(&scene, notes_round(2, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    cr_expect_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ABSENT);
    struct event_round_put changed = ballot_round(2, RESULT_OPEN, 3, 0);
    changed.base = process_head(scene.process);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = changed), REASON_WRONG_FORM);
}

/* It may be renamed, hidden and removed, whatever has become of what it counts. */
Test(lists, one_outlives_its_rounds) {
    struct id rounds[] = {make_id(ROUND), make_id(ROUND + 1), make_id(ROUND + 2)};
    struct event_words_put put = {
        .id = make_id(LIST + 1), .title = STR("Ord"), .rounds = rounds, .rounds_count = 3};
    struct event_round_put gone = notes_round(1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    struct event_round_put taken = notes_round(2, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    struct event_session_put away = {.id = make_id(SESSION + 1), .title = STR("Dagen"), .removed = true};
    scene_add_session(&scene, 1);
    taken.session = make_id(SESSION + 1);
    scene_put_round(&scene, gone);
    scene_put_round(&scene, taken);
    cr_assert_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ABSENT);
    gone.base = process_round(scene.process, gone.id)->changed;
    gone.removed = true;
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = gone), REASON_ABSENT);
    scene_run(&scene, 1, SESSION_STATE_ENDED);
    away.base = process_head(scene.process);
    cr_assert_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = away), REASON_ABSENT);
    put.base = process_word_list(scene.process, put.id)->changed;
    put.shown = true;
    cr_expect_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ABSENT);
    put.id = make_id(LIST + 2);
    put.base = 0;
    cr_expect_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_REMOVED, "no other one");
    scene_check_refold(&scene);
}

Test(lists, a_removed_one_is_gone_and_can_come_back) {
    size_t count;
    struct event_words_put put = {.id = make_id(LIST),
                                  .base = list()->changed,
                                  .title = STR("Värdeord"),
                                  .rounds = one_round,
                                  .rounds_count = 1,
                                  .shown = true,
                                  .removed = true};
    cr_assert_eq(merge("trygg", "trygghet", process_head(scene.process)), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ABSENT);
    process_word_lists(scene.process, &count);
    cr_expect_eq(count, 0);
    cr_expect_not(word_list_is_visible_to_all(scene.process, list()));
    cr_expect_eq(merge("trygg", "närhet", process_head(scene.process)), REASON_REMOVED);
    put.base = list()->changed;
    put.removed = false;
    cr_assert_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ABSENT);
    process_word_lists(scene.process, &count);
    cr_expect_eq(count, 1);
    cr_expect_eq(list()->edit_count, 1, "with what was decided");
}

Test(lists, two_people_decide_about_different_words_at_once) {
    int64_t base = process_head(scene.process);
    cr_expect_eq(merge("samverka", "samverkan", base), REASON_ABSENT);
    cr_expect_eq(merge("trygg", "trygghet", base), REASON_ABSENT);
    cr_expect_eq(merge("trygg", "närhet", base), REASON_STALE, "about the same word one after the other");
    cr_expect_eq(merge("trygg", "närhet", process_head(scene.process)), REASON_ABSENT);
    cr_expect_eq(merge("enkel", "enkelhet", process_head(scene.process) + 1), REASON_STALE);
    cr_expect_eq(list()->edit_count, 2);
}

Test(lists, merging_goes_one_way) {
    int64_t base = process_head(scene.process);
    cr_expect_eq(merge("a", "a", base), REASON_WRONG_STATE);
    cr_assert_eq(merge("a", "b", base), REASON_ABSENT);
    cr_assert_eq(merge("b", "c", base), REASON_ABSENT);
    cr_expect_eq(merge("c", "a", base), REASON_WRONG_STATE, "not in a circle");
    cr_assert_eq(merge("a", "", process_head(scene.process)), REASON_ABSENT);
    cr_expect_eq(merge("c", "a", base), REASON_ABSENT);
    cr_expect_eq(list()->edit_count, 2);
}

Test(lists, what_was_decided_can_be_taken_back) {
    struct id id = make_id(LIST);
    int64_t base = process_head(scene.process);
    cr_assert_eq(BY(&scene, account(), EVENT_WORD_SPLIT, .word_split = {id, base, STR("bra"), true}), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_WORD_RENAME, .word_rename = {id, base, STR("god"), STR("gott")}),
                 0);
    cr_expect_eq(list()->edit_count, 2);
    cr_expect_eq(list()->edits[1].kind, EVENT_WORD_RENAME);
    cr_expect(str_equal(list()->edits[1].other, STR("gott")));
    base = process_head(scene.process);
    cr_assert_eq(BY(&scene, account(), EVENT_WORD_SPLIT, .word_split = {id, base, STR("bra"), false}), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_WORD_RENAME, .word_rename = {id, base, STR("god"), STR("")}), 0);
    cr_expect_eq(list()->edit_count, 0);
}

Test(lists, marks_exclude_each_other_but_for_added) {
    cr_assert_eq(mark("vård", WORD_MARK_ADDED, true), REASON_ABSENT);
    cr_assert_eq(mark("vård", WORD_MARK_ASIDE, true), REASON_ABSENT);
    cr_assert_eq(mark("vård", WORD_MARK_KEPT, true), REASON_ABSENT);
    cr_assert_eq(list()->edit_count, 2);
    cr_expect_eq(list()->edits[0].mark, WORD_MARK_ADDED);
    cr_expect_eq(list()->edits[1].mark, WORD_MARK_KEPT);
    cr_assert_eq(mark("vård", WORD_MARK_ASIDE, false), REASON_ABSENT);
    cr_expect_eq(list()->edit_count, 2, "that mark did not hold any more");
    cr_assert_eq(mark("vård", WORD_MARK_KEPT, false), REASON_ABSENT);
    cr_expect_eq(list()->edit_count, 1);
}

Test(lists, people_see_one_that_is_shown_over_notes_that_they_see) {
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_WORDS), 0, "not revealed");
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_WORDS), 1);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_WORDS), 1);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_WORDS), 1);
    cr_assert_eq(put_list(0, false), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_WORDS), 0);
}

static int64_t seq_of_list(void) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_WORDS, make_id(LIST), &arena, &entity));
    arena_finish(&arena);
    return entity.seq;
}

/* The words of a list that was open to all and is so no more are asked for in vain. */
Test(lists, whether_all_may_see_one_is_told_as_it_is_now) {
    cr_expect_not(word_list_is_visible_to_all(scene.process, list()), "notes are not revealed");
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    cr_expect(word_list_is_visible_to_all(scene.process, list()));
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), false}), 0);
    cr_expect(list()->shown);
    cr_expect_not(word_list_is_visible_to_all(scene.process, list()));
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), true}), 0);
    cr_assert_eq(put_list(0, false), REASON_ABSENT);
    cr_expect_not(word_list_is_visible_to_all(scene.process, list()));
}

Test(lists, whatever_changes_the_counts_touches_it) {
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "närhet"), REASON_ABSENT);
    cr_expect_eq(seq_of_list(), process_head(scene.process));
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), true, STR("")}), 0);
    cr_expect_eq(seq_of_list(), process_head(scene.process));
    cr_assert_eq(BY(&scene, server(), EVENT_FORM_PUT, .form_put = {LANGUAGE_SV, STR("närhet"), STR("")}), 0);
    cr_expect_eq(seq_of_list(), process_head(scene.process));
    cr_assert_eq(BY(&scene, server(), EVENT_FORM_PUT, .form_put = {LANGUAGE_EN, STR("near"), STR("")}), 0);
    cr_expect_lt(seq_of_list(), process_head(scene.process), "of another language");
    cr_assert_eq(BY(&scene, author(1), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE), 2, true}), 0);
    cr_expect_eq(seq_of_list(), process_head(scene.process));
}

Test(lists, there_is_a_cap_of_lists) {
    for (unsigned i = 1; i < PROCESS_WORD_LISTS; i++) {
        struct event_words_put put = {
            .id = make_id(NOTE + i), .title = STR("Ord"), .rounds = one_round, .rounds_count = 1};
        cr_assert_eq(BY(&scene, account(), EVENT_WORDS_PUT, .words_put = put), REASON_ABSENT);
    }
    cr_expect_eq(put_list(1, false), REASON_TOO_MANY);
}

Test(lists, there_is_a_cap_of_what_is_decided) {
    char word[16];
    for (unsigned i = 0; i < PROCESS_WORD_EDITS; i++) {
        snprintf(word, sizeof word, "ord%u", i);
        cr_assert_eq(mark(word, WORD_MARK_DROPPED, true), REASON_ABSENT);
    }
    cr_expect_eq(mark("ord", WORD_MARK_DROPPED, true), REASON_TOO_MANY);
    cr_expect_eq(mark("ord1", WORD_MARK_DROPPED, false), REASON_ABSENT);
    cr_expect_eq(mark("ord", WORD_MARK_DROPPED, true), REASON_ABSENT);
}
