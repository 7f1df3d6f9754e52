#include "transcript/crowds.h"

#include <criterion/criterion.h>

#include "meeting.h"

enum { MOST = 40 };

static struct note notes[MOST];
static struct weighed_note weighed[MOST];
static size_t count;
static struct arena arena;

static void set_up(void) {
    count = 0;
    arena_init(&arena);
}

static void tear_down(void) {
    arena_finish(&arena);
}

TestSuite(crowds, .init = set_up, .fini = tear_down);

/* One note of each of so many persons, the first of them numbered; what they have in common is to be changed.
 */
static struct note *add(int first, int persons, struct note like) {
    struct note *begin = &notes[count];
    for (int i = 0; i < persons; i++) {
        notes[count] = like;
        notes[count].id = id_of(OF_NOTE, (int)count + 1);
        notes[count].author = meeting_author(first + i);
        notes[count].sight = notes[count].sight == VISIBILITY_ABSENT ? VISIBILITY_OWN : notes[count].sight;
        count++;
    }
    return begin;
}

static void weigh(void) {
    for (size_t i = 0; i < count; i++) {
        weighed[i] = (struct weighed_note){.note = &notes[i]};
    }
    crowds_weigh(weighed, count, &arena);
}

static int count_told(const struct note *of, int number, enum trait trait) {
    int told = 0;
    for (size_t i = 0; i < count; i++) {
        told += weighed[i].note >= of && weighed[i].note < of + number && weighed[i].told[trait];
    }
    return told;
}

Test(crowds, what_five_share_is_told_where_the_others_are_five_too_or_nobody) {
    struct note *before = add(1, 6, (struct note){0});
    struct note *after = add(7, 5, (struct note){.after_reveal = true});
    weigh();
    cr_expect_eq(count_told(before, 6, TRAIT_SIGHT), 6);
    cr_expect_eq(count_told(after, 5, TRAIT_SIGHT), 5);
    notes[10].after_reveal = false; /* four wrote after */
    weigh();
    cr_expect_eq(count_told(before, 11, TRAIT_SIGHT), 0, "who is not told would be known to be of the four");
}

Test(crowds, the_smallest_value_is_left_out_with_those_of_few) {
    struct note *none = add(1, 9, (struct note){0});
    struct note *once = add(11, 5, (struct note){.edits = 1});
    struct note *often = add(21, 2, (struct note){.edits = 7});
    weigh();
    cr_expect_eq(count_told(none, 9, TRAIT_EDITS), 9);
    cr_expect_eq(count_told(once, 5, TRAIT_EDITS), 0, "with the two they are seven of whom nothing is told");
    cr_expect_eq(count_told(often, 2, TRAIT_EDITS), 0);
}

Test(crowds, five_notes_of_one_person_are_one_persons) {
    struct note *mine = add(1, 5, (struct note){.edits = 3});
    for (int i = 0; i < 5; i++) {
        mine[i].author = meeting_author(1);
    }
    struct note *others = add(11, 9, (struct note){0});
    weigh();
    cr_expect_eq(count_told(mine, 5, TRAIT_EDITS), 0);
    cr_expect_eq(count_told(others, 9, TRAIT_EDITS), 0, "one alone would be without");
}

Test(crowds, the_answer_about_research_parts_them_first) {
    struct note *yes = add(1, 5, (struct note){.consent = true, .edits = 1});
    struct note *no = add(11, 5, (struct note){.edits = 1});
    no[4].edits = 0;
    weigh();
    cr_expect_eq(count_told(yes, 5, TRAIT_EDITS), 5);
    cr_expect_eq(count_told(no, 5, TRAIT_EDITS), 0);
}

Test(crowds, what_is_told_is_a_crowd_together_and_not_only_each_by_itself) {
    add(1, 3, (struct note){.edits = 1, .language = LANGUAGE_EN});
    add(11, 7, (struct note){.edits = 1, .language = LANGUAGE_SV});
    add(21, 7, (struct note){.language = LANGUAGE_EN});
    add(31, 2, (struct note){.language = LANGUAGE_SV});
    weigh();
    cr_expect_eq(count_told(notes, 19, TRAIT_EDITS), 19);
    cr_expect_eq(count_told(notes, 19, TRAIT_LANGUAGE), 0,
                 "ten each, but three and two together with their edits");
}

Test(crowds, what_all_notes_of_the_round_have_is_told_of_each) {
    add(1, 2, (struct note){.edits = 1, .consent = true});
    add(11, 1, (struct note){.edits = 1});
    weigh();
    cr_expect_eq(count_told(notes, 3, TRAIT_EDITS), 3);
    notes[2].edits = 0;
    weigh();
    cr_expect_eq(count_told(notes, 3, TRAIT_EDITS), 0);
}

Test(crowds, of_nothing_there_is_nothing_to_tell) {
    weigh();
    cr_expect_eq(count, 0);
}
