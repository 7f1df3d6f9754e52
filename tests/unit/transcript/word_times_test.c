#include "transcript/word_times.h"

#include <criterion/criterion.h>

#include "meeting.h"

enum { MOST = 30 };

static struct arena arena;
static struct round rounds[2];
static struct note notes[MOST];
static const struct note *listed[MOST];
static uint32_t found[MOST];
static struct words_view view;
static struct words_family family;

static void set_up(void) {
    arena_init(&arena);
    rounds[0].id = id_of(OF_ROUND, 1);
    rounds[1].id = id_of(OF_ROUND, 2);
    view = (struct words_view){.notes = listed};
    family = (struct words_family){.notes = found};
}

static void tear_down(void) {
    arena_finish(&arena);
}

TestSuite(word_times, .init = set_up, .fini = tear_down);

static void add(int author, int round, bool after, bool has_word) {
    size_t at = view.note_count++;
    notes[at] = (struct note){
        .author = meeting_author(author), .round = &rounds[round], .after_reveal = after, .consent = true};
    listed[at] = &notes[at];
    if (has_word) {
        found[family.note_count++] = (uint32_t)at;
    }
}

static void add_persons(int first, int persons, bool after) {
    for (int i = 0; i < persons; i++) {
        add(first + i, 0, after, true);
    }
}

Test(word_times, who_wrote_it_before_is_not_counted_after) {
    add_persons(1, 6, false);
    add_persons(3, 9, true);
    struct word_times times = word_times_count(&view, &family, &arena);
    cr_expect_eq(times.before, 6);
    cr_expect_eq(times.after, 5, "of nine, four had written it before");
    cr_expect(times.told);
}

Test(word_times, what_few_did_is_not_told_nor_what_would_tell_it) {
    add_persons(1, 8, false);
    add_persons(11, 4, true);
    cr_expect_not(word_times_count(&view, &family, &arena).told);
    add(15, 0, true, true);
    cr_expect(word_times_count(&view, &family, &arena).told);
}

Test(word_times, nobody_is_no_few) {
    add_persons(1, 8, false);
    add(20, 0, true, false);
    struct word_times times = word_times_count(&view, &family, &arena);
    cr_expect(times.told);
    cr_expect_eq(times.after, 0);
}

Test(word_times, where_nothing_was_written_after_there_is_nothing_to_tell_apart) {
    add_persons(1, 2, false);
    struct word_times times = word_times_count(&view, &family, &arena);
    cr_expect(times.told);
    cr_expect_eq(times.before, 2);
}

Test(word_times, rounds_that_do_not_know_their_authors_apart_are_added_up) {
    view.per_round = true;
    add_persons(1, 5, false);
    add(1, 1, true, true);
    cr_expect_eq(word_times_count(&view, &family, &arena).after, 1);
    view.per_round = false;
    cr_expect_eq(word_times_count(&view, &family, &arena).after, 0);
}

Test(word_times, groups_are_counted_apart) {
    add_persons(1, 5, false);
    notes[0].group_size = 4;
    cr_expect_eq(word_times_count(&view, &family, &arena).before, 4);
}
