/* What is counted, how it is marked, and in which order it comes. */
#include "words/words.h"

#include "scene.h"

Test(words, persons_and_not_occurrences) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "tillit tillit TILLIT");
    scene_note(&scene, 0, "tillit");
    scene_note(&scene, 1, "tillit");
    scene_note(&scene, 2, "😀");
    scene_note(&scene, 3, "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "tillit")->persons, 2);
    cr_expect_eq(scene_family(&scene, "tillit")->note_count, 3);
    cr_expect_eq(scene.result.persons, 3, "who wrote anything");
    scene_finish(&scene);
}

Test(words, groups_are_counted_apart) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "tillit");
    scene_note(&scene, 0, "tillit")->from_group = true;
    scene_note(&scene, 1, "tillit")->from_group = true;
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "tillit")->persons, 1);
    cr_expect_eq(scene_family(&scene, "tillit")->groups, 2);
    cr_expect_eq(scene.result.persons, 1);
    scene_finish(&scene);
}

Test(words, where_authors_are_not_fixed_figures_are_sums_per_round) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "tillit")->round = 0;
    scene_note(&scene, 0, "tillit")->round = 1;
    scene_note(&scene, 0, "tillit")->round = 1;
    scene.input.fixed_authors = false;
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "tillit")->persons, 2);
    cr_expect_eq(scene.result.persons, 2);
    scene.input.fixed_authors = true;
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "tillit")->persons, 1);
    cr_expect_eq(scene.result.persons, 1);
    scene_finish(&scene);
}

Test(words, breadth_is_over_organisations) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "tillit")->organisation = 70000;
    scene_note(&scene, 1, "tillit")->organisation = 3;
    scene_note(&scene, 2, "tillit")->organisation = 3;
    scene_note(&scene, 3, "tillit mod");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "tillit")->breadth, 2);
    cr_expect_eq(scene_family(&scene, "mod")->breadth, 0);
    scene_finish(&scene);
}

Test(words, topic_words_are_set_aside_and_come_back) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "vården", "vård<n><ut><sg><def>");
    scene_form(&scene, "mötet", "möte<n><nt><sg><def>");
    scene_form(&scene, "möten", "möte<n><nt><pl><ind>");
    scene_ask(&scene, "Vad är viktigast i mötet?");
    scene_note(&scene, 0, "vården möten mod");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "vård")->mark, WORDS_SET_ASIDE);
    cr_expect_eq(scene_family(&scene, "möte")->mark, WORDS_SET_ASIDE, "a word of the question");
    cr_expect_null(scene_find(&scene, "viktigast"), "nobody wrote it");
    expect_str(scene.result.families[0].word, "mod");
    scene_edit(&scene, WORDS_KEEP, "vård", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "vård")->mark, WORDS_KEPT);
    scene_finish(&scene);
}

Test(words, the_label_is_what_most_wrote_then_the_shortest_then_by_code_points) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "bb", "xx<n>");
    scene_form(&scene, "ab", "xx<n>");
    scene_form(&scene, "abc", "xx<n>");
    scene_note(&scene, 0, "bb abc ab");
    scene_count(&scene);
    expect_str(scene_family(&scene, "xx")->label, "ab");
    scene_note(&scene, 1, "abc");
    scene_count(&scene);
    expect_str(scene_family(&scene, "xx")->label, "abc");
    scene_finish(&scene);
}

Test(words, order_is_persons_groups_then_swedish_collation_and_marked_ones_last) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "ösa, ära, åka, zon, mod, vård, och, hopp");
    scene_note(&scene, 1, "mod, vård, och, hopp");
    scene_note(&scene, 2, "ära")->from_group = true;
    scene_edit(&scene, WORDS_DROP, "hopp", "");
    scene_count(&scene);
    static const char *const expected[] = {"mod", "ära", "zon", "åka", "ösa", "vård", "och", "hopp"};
    cr_assert_eq(scene.result.count, 8);
    for (size_t i = 0; i < 8; i++) {
        expect_str(scene.result.families[i].word, expected[i]);
    }
    scene_finish(&scene);
}

Test(words, notes_are_listed_ascending) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 5, "mod");
    scene_note(&scene, 1, "annat");
    scene_note(&scene, 0, "mod mod");
    scene_count(&scene);
    const struct words_family *family = scene_family(&scene, "mod");
    cr_assert_eq(family->note_count, 2);
    cr_expect_eq(family->notes[0], 0);
    cr_expect_eq(family->notes[1], 2);
    scene_finish(&scene);
}

Test(words, compounds_and_swedish_letters_stay_whole) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "vi-känsla lära lara");
    scene_count(&scene);
    cr_expect_eq(scene.result.count, 3);
    cr_expect_not_null(scene_find(&scene, "vi-känsla"));
    scene_finish(&scene);
}

Test(words, nothing_gives_nothing) {
    struct scene scene;
    scene_start(&scene);
    scene_count(&scene);
    cr_expect_eq(scene.result.count, 0);
    cr_expect_eq(scene.result.persons, 0);
    scene_finish(&scene);
}

Test(words, english_works_too) {
    struct scene scene;
    scene_start(&scene);
    scene.input.language = WORDS_ENGLISH;
    scene_form(&scene, "communities", "community");
    scene_note(&scene, 0, "The communities' trust");
    scene_note(&scene, 1, "Community, we don't trust");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "community")->persons, 2);
    cr_expect_eq(scene_family(&scene, "the")->mark, WORDS_STOPPED);
    cr_expect_eq(scene_family(&scene, "don't")->mark, WORDS_STOPPED);
    scene_finish(&scene);
}

Test(words, forms_are_given_once_and_in_order) {
    struct arena arena;
    struct str *forms;
    arena_init(&arena);
    size_t count =
        words_forms_of(WORDS_SWEDISH, STR("Trygghet och närhet, TRYGGHET 5 e-tjänst <b> ö"), &arena, &forms);
    cr_assert_eq(count, 3);
    expect_str(forms[0], "trygghet");
    expect_str(forms[1], "närhet");
    expect_str(forms[2], "e-tjänst");
    cr_expect_eq(words_forms_of(WORDS_SWEDISH, STR(""), &arena, &forms), 0);
    arena_finish(&arena);
}

Test(words, the_order_of_notes_and_forms_changes_no_figure) {
    static const char *const texts[] = {"leder ledare", "led leda mod", "individen i centrum", "mod leder",
                                        "med individen i centrum"};
    static const char *const forms[][2] = {{"leder", "leda<vblex><pres>|led<n><pl>"},
                                           {"led", "leda<vblex><imp>|led<n><sg>"},
                                           {"leda", "leda<vblex><inf>"},
                                           {"individen", "individ<n>"}};
    struct scene scenes[2];
    for (int backwards = 0; backwards < 2; backwards++) {
        scene_start(&scenes[backwards]);
        for (uint32_t i = 0; i < 5; i++) {
            uint32_t author = backwards ? 4 - i : i;
            scene_note(&scenes[backwards], author, texts[author]);
        }
        for (size_t i = 0; i < 4; i++) {
            scene_form(&scenes[backwards], forms[backwards ? 3 - i : i][0], forms[backwards ? 3 - i : i][1]);
        }
        scene_count(&scenes[backwards]);
    }
    cr_assert_eq(scenes[0].result.count, scenes[1].result.count);
    for (size_t i = 0; i < scenes[0].result.count; i++) {
        cr_expect(str_equal(scenes[0].result.families[i].word, scenes[1].result.families[i].word));
        cr_expect(str_equal(scenes[0].result.families[i].label, scenes[1].result.families[i].label));
        cr_expect_eq(scenes[0].result.families[i].persons, scenes[1].result.families[i].persons);
    }
    scene_finish(&scenes[0]);
    scene_finish(&scenes[1]);
}
