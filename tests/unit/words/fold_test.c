#include "scene.h"

static void write_phrase(struct scene *scene, uint32_t persons) {
    scene_form(scene, "individen", "individ<n><un><sg><def>");
    scene_form(scene, "individer", "individ<n><un><pl><ind>");
    scene_form(scene, "centrum", "centrum<n><nt><sg><ind>");
    for (uint32_t author = 0; author < persons; author++) {
        scene_note(scene, author, author == 0 ? "individer i centrum" : "Individen i centrum");
    }
}

static const struct words_count *part_of(const struct words_family *family, const char *word) {
    for (size_t i = 0; i < family->part_count; i++) {
        if (str_equal(family->parts[i].word, str_of(word))) {
            return &family->parts[i];
        }
    }
    return NULL;
}

Test(fold, words_that_stand_nowhere_else_are_parts_of_their_phrase) {
    struct scene scene;
    scene_start(&scene);
    write_phrase(&scene, 3);
    scene_count(&scene);
    const struct words_family *phrase = scene_family(&scene, "individ i centrum");
    cr_expect_eq(phrase->persons, 3);
    expect_str(phrase->label, "individen i centrum");
    cr_expect_null(scene_find(&scene, "individ"));
    cr_expect_null(scene_find(&scene, "centrum"));
    cr_assert_eq(phrase->part_count, 3);
    expect_str(phrase->parts[0].word, "individ i centrum");
    cr_expect_not(phrase->parts[0].inside);
    cr_expect(part_of(phrase, "individ")->inside);
    cr_expect_eq(part_of(phrase, "centrum")->persons, 3);
    cr_assert_eq(phrase->form_count, 5);
    cr_expect_not(phrase->forms[1].inside, "how the phrase was written comes first");
    cr_expect(phrase->forms[2].inside);
    scene_finish(&scene);
}

Test(fold, one_person_who_writes_the_word_alone_makes_it_a_row) {
    struct scene scene;
    scene_start(&scene);
    write_phrase(&scene, 4);
    scene_note(&scene, 4, "individen");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "individ")->persons, 5);
    const struct words_family *phrase = scene_family(&scene, "individ i centrum");
    cr_expect_eq(phrase->persons, 4);
    cr_expect_eq(phrase->part_count, 2, "centrum only");
    scene_finish(&scene);
}

Test(fold, who_also_wrote_the_word_alone_is_no_other_person) {
    struct scene scene;
    scene_start(&scene);
    write_phrase(&scene, 2);
    scene_note(&scene, 1, "centrum");
    scene_count(&scene);
    cr_expect_null(scene_find(&scene, "centrum"));
    cr_expect_eq(scene_family(&scene, "individ i centrum")->persons, 2);
    cr_expect_eq(scene_family(&scene, "individ i centrum")->note_count, 3);
    scene_finish(&scene);
}

Test(fold, a_person_who_wrote_the_phrase_in_a_field_does_not_stand_for_another) {
    struct scene scene;
    scene_start(&scene);
    write_phrase(&scene, 1);
    scene_field(&scene, 1, "individen i centrum");
    scene_note(&scene, 2, "centrum");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "individ i centrum")->persons, 2);
    cr_expect_eq(scene_family(&scene, "centrum")->persons, 2);
    scene_finish(&scene);
}

Test(fold, what_people_decide_about_a_word_takes_it_out) {
    static const enum words_edit_kind kinds[] = {WORDS_KEEP, WORDS_SPLIT, WORDS_RENAME, WORDS_DROP,
                                                 WORDS_ADD};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct scene scene;
        scene_start(&scene);
        write_phrase(&scene, 3);
        scene_edit(&scene, kinds[i], "centrum", kinds[i] == WORDS_RENAME ? "mitten" : "");
        scene_count(&scene);
        cr_expect_eq(scene_family(&scene, "centrum")->persons, 3, "edit %zu", i);
        cr_expect_null(scene_find(&scene, "individ"), "that one stays inside");
        scene_finish(&scene);
    }
}

Test(fold, a_word_can_be_merged_and_merged_into) {
    struct scene scene;
    scene_start(&scene);
    write_phrase(&scene, 3);
    scene_note(&scene, 3, "mitten");
    scene_edit(&scene, WORDS_MERGE, "mitten", "centrum");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "centrum")->persons, 4);
    scene_finish(&scene);
}

Test(fold, words_follow_their_phrase_into_what_it_is_merged_into) {
    struct scene scene;
    scene_start(&scene);
    write_phrase(&scene, 3);
    scene_note(&scene, 3, "personcentrering");
    scene_edit(&scene, WORDS_MERGE, "individ i centrum", "personcentrering");
    scene_count(&scene);
    const struct words_family *whole = scene_family(&scene, "personcentrering");
    cr_expect_eq(whole->persons, 4);
    cr_expect_eq(whole->part_count, 4);
    cr_expect_not(whole->parts[1].inside, "what was merged stands before what is inside");
    cr_expect_null(scene_find(&scene, "centrum"));
    scene_finish(&scene);
}

Test(fold, a_phrase_merged_into_its_word_leaves_that_a_row) {
    struct scene scene;
    scene_start(&scene);
    write_phrase(&scene, 3);
    scene_edit(&scene, WORDS_MERGE, "individ i centrum", "individ");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "individ")->persons, 3);
    cr_expect_null(scene_find(&scene, "individ i centrum"));
    scene_finish(&scene);
}

Test(fold, a_phrase_that_does_not_count_gives_its_words_back) {
    static const enum words_edit_kind kinds[] = {WORDS_DROP, WORDS_ASIDE, WORDS_STOP};
    for (size_t i = 0; i < 3; i++) {
        struct scene scene;
        scene_start(&scene);
        write_phrase(&scene, 3);
        scene_edit(&scene, kinds[i], "individ i centrum", "");
        scene_count(&scene);
        cr_expect_eq(scene_family(&scene, "individ")->persons, 3);
        cr_expect_eq(scene_family(&scene, "centrum")->persons, 3);
        scene_finish(&scene);
    }
}

Test(fold, what_is_done_with_a_thing_does_not_hide_the_thing) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "skapa", "skapa<vblex><inf><actv>|skapa<vblex><imp>");
    scene_form(&scene, "trygghet", "trygghet<n><ut><sg><ind>");
    scene_note(&scene, 0, "skapa trygghet");
    scene_note(&scene, 1, "skapa trygghet");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "skapa trygghet")->persons, 2);
    cr_expect_eq(scene_family(&scene, "trygghet")->persons, 2);
    scene_finish(&scene);
}

Test(fold, words_of_which_nothing_is_known_stand_by_themselves) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "snurra blomkrans");
    scene_note(&scene, 1, "snurra blomkrans");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "blomkrans")->persons, 2);
    scene_finish(&scene);
}

Test(fold, in_english_a_name_has_no_function_word_but_of) {
    struct scene scene;
    scene_start(&scene);
    scene.input.language = WORDS_ENGLISH;
    for (uint32_t author = 0; author < 2; author++) {
        scene_note(&scene, author, "Public transportation, quality of life. Lead to robots");
    }
    scene_count(&scene);
    cr_expect_null(scene_find(&scene, "transportation"));
    cr_expect_null(scene_find(&scene, "quality"));
    cr_expect_not_null(scene_find(&scene, "lead to robots"));
    cr_expect_not_null(scene_find(&scene, "robots"));
    scene_finish(&scene);
}

Test(fold, both_sides_of_an_and_stand_by_themselves) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "trygghet", "trygghet<n><ut><sg><ind>");
    scene_form(&scene, "närhet", "närhet<n><ut><sg><ind>");
    for (uint32_t author = 0; author < 3; author++) {
        scene_note(&scene, author, "trygghet och närhet");
    }
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "trygghet och närhet")->persons, 3);
    cr_expect_eq(scene_family(&scene, "trygghet")->persons, 3);
    cr_expect_eq(scene_family(&scene, "närhet")->persons, 3);
    scene_finish(&scene);
}

Test(fold, nouns_side_by_side_stand_by_themselves_even_where_somebody_wrote_them_as_one) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "samverkan", "samverkan<n><ut><sg><ind>");
    scene_form(&scene, "tillit", "tillit<n><ut><sg><ind>");
    scene_field(&scene, 0, "samverkan tillit");
    scene_note(&scene, 1, "samverkan tillit");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "samverkan tillit")->persons, 2);
    cr_expect_eq(scene_family(&scene, "tillit")->persons, 1);
    scene_finish(&scene);
}

Test(fold, topic_words_stay_set_aside) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "lika", "lika<adj><un><sp>");
    scene_form(&scene, "vård", "vård<n><ut><sg><ind>");
    scene_note(&scene, 0, "lika vård");
    scene_note(&scene, 1, "lika vård");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "vård")->mark, WORDS_SET_ASIDE);
    cr_expect_null(scene_find(&scene, "lika"));
    scene_finish(&scene);
}

Test(fold, a_word_that_may_belong_elsewhere_stays_in_sight) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "trygg", "trygg<adj><pst><ut><sg><ind>");
    scene_form(&scene, "hemgång", "hemgång<n><ut><sg><ind>");
    scene_form(&scene, "trygghet", "trygghet<n><ut><sg><ind>");
    scene_note(&scene, 0, "trygg hemgång");
    scene_note(&scene, 1, "trygg hemgång");
    scene_note(&scene, 2, "trygghet");
    scene_count(&scene);
    cr_expect(scene_suggests(scene_family(&scene, "trygghet"), "trygg", WORDS_DERIVED));
    cr_expect_eq(scene_family(&scene, "trygg")->persons, 2);
    cr_expect_null(scene_find(&scene, "hemgång"));
    scene_finish(&scene);
}

static void count_in_order(struct scene *scene, const size_t *order, size_t count) {
    static const char *const texts[] = {"allmän god takt", "allmän god takt", "god takt i hela byn",
                                        "hela byn",        "god takt",        "allmän god takt i hela byn"};
    scene_form(scene, "allmän", "allmän<adj><pst><ut><sg><ind>");
    scene_form(scene, "god", "god<adj><pst><ut><sg><ind>");
    scene_form(scene, "takt", "takt<n><ut><sg><ind>");
    scene_form(scene, "hela", "hel<adj><pst><un><pl><ind>");
    scene_form(scene, "byn", "by<n><ut><sg><def>");
    for (size_t i = 0; i < count; i++) {
        scene_note(scene, (uint32_t)order[i], texts[order[i]]);
    }
    scene_count(scene);
}

/* Which phrase a word belongs to is asked of figures only. */
Test(fold, the_order_in_which_notes_come_says_nothing) {
    static const size_t orders[][6] = {{0, 1, 2, 3, 4, 5}, {5, 4, 3, 2, 1, 0}, {3, 5, 0, 4, 1, 2}};
    struct scene first;
    scene_start(&first);
    count_in_order(&first, orders[0], 6);
    for (size_t i = 1; i < 3; i++) {
        struct scene other;
        scene_start(&other);
        count_in_order(&other, orders[i], 6);
        cr_assert_eq(other.result.count, first.result.count);
        for (size_t row = 0; row < first.result.count; row++) {
            const struct words_family *a = &first.result.families[row], *b = &other.result.families[row];
            cr_expect(str_equal(a->word, b->word));
            cr_expect_eq(a->persons, b->persons);
            cr_assert_eq(a->part_count, b->part_count);
            for (size_t part = 0; part < a->part_count; part++) {
                cr_expect(str_equal(a->parts[part].word, b->parts[part].word));
            }
        }
        scene_finish(&other);
    }
    scene_finish(&first);
}
