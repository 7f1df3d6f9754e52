#include "scene.h"

static void analyse_individ(struct scene *scene) {
    scene_form(scene, "individen", "individ<n><un><sg><def>");
    scene_form(scene, "individer", "individ<n><un><pl><ind>");
    scene_form(scene, "centrum", "centrum<n><nt><sg><ind>");
}

Test(phrase, two_people_make_a_phrase_through_the_families_of_its_words) {
    struct scene scene;
    scene_start(&scene);
    analyse_individ(&scene);
    scene_note(&scene, 0, "Sätt individen i centrum!");
    scene_note(&scene, 1, "Vi har individer i centrum.");
    scene_note(&scene, 1, "individen i centrum");
    scene_note(&scene, 2, "individen");
    scene_count(&scene);
    const struct words_family *phrase = scene_family(&scene, "individ i centrum");
    cr_expect_eq(phrase->persons, 2);
    expect_str(phrase->label, "individen i centrum");
    cr_expect_eq(phrase->form_count, 3, "centrum stands nowhere else");
    cr_expect_eq(phrase->note_count, 3);
    cr_expect_eq(scene_family(&scene, "individ")->persons, 3, "its words count as before");
    scene_finish(&scene);
}

Test(phrase, one_person_makes_none) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "individen i centrum");
    scene_note(&scene, 0, "individen i centrum");
    scene_count(&scene);
    cr_expect_null(scene_find(&scene, "individen i centrum"));
    scene_finish(&scene);
}

Test(phrase, starts_and_ends_in_content_and_stays_within_a_clause) {
    struct scene scene;
    scene_start(&scene);
    for (uint32_t author = 0; author < 2; author++) {
        scene_note(&scene, author, "och nära till alla, mod. Glädje\nhopp");
    }
    scene_count(&scene);
    for (size_t i = 0; i < scene.result.count; i++) {
        cr_expect_null(memchr(scene.result.families[i].word.data, ' ', scene.result.families[i].word.size),
                       "%.*s", STR_ARGS(scene.result.families[i].word));
    }
    scene_finish(&scene);
}

Test(phrase, the_longer_wins_where_they_nearly_coincide) {
    struct scene scene;
    scene_start(&scene);
    for (uint32_t author = 0; author < 4; author++) {
        scene_note(&scene, author, "sammanhållen nära kontakt");
    }
    scene_note(&scene, 4, "nära kontakt");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "sammanhållen nära kontakt")->persons, 4);
    cr_expect_null(scene_find(&scene, "sammanhållen nära"));
    cr_expect_null(scene_find(&scene, "nära kontakt"), "four of its five write the longer one");
    scene_finish(&scene);
}

Test(phrase, the_shorter_stays_where_many_write_it_alone) {
    struct scene scene;
    scene_start(&scene);
    for (uint32_t author = 0; author < 2; author++) {
        scene_note(&scene, author, "sammanhållen nära kontakt");
    }
    for (uint32_t author = 2; author < 5; author++) {
        scene_note(&scene, author, "nära kontakt");
    }
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "nära kontakt")->persons, 5);
    cr_expect_eq(scene_family(&scene, "sammanhållen nära kontakt")->persons, 2);
    scene_finish(&scene);
}

static size_t phrases_of(const struct scene *scene) {
    size_t count = 0;
    for (size_t i = 0; i < scene->result.count; i++) {
        struct str word = scene->result.families[i].word;
        count += memchr(word.data, ' ', word.size) != NULL;
    }
    return count;
}

Test(phrase, at_most_four_words_in_free_text_and_none_cut_out_of_more) {
    struct scene scene;
    scene_start(&scene);
    for (uint32_t author = 0; author < 2; author++) {
        scene_note(&scene, author, "mod glädje hopp tillit lugn");
        scene_note(&scene, author, "takt ro skratt sång");
    }
    scene_count(&scene);
    cr_expect_not_null(scene_find(&scene, "takt ro skratt sång"));
    cr_expect_eq(phrases_of(&scene), 1);
    scene_finish(&scene);
}

Test(phrase, a_function_word_parts_what_a_long_run_is_made_of) {
    struct scene scene;
    scene_start(&scene);
    for (uint32_t author = 0; author < 2; author++) {
        scene_note(&scene, author, "samordnad individuell planering i hela länet en samordnad");
    }
    scene_form(&scene, "länet", "län<n><nt><sg><def>");
    scene_count(&scene);
    cr_expect_not_null(scene_find(&scene, "samordnad individuell planering"));
    cr_expect_not_null(scene_find(&scene, "hela län"));
    cr_expect_eq(phrases_of(&scene), 2, "not hela länet en samordnad");
    scene_finish(&scene);
}

Test(phrase, a_clause_is_none_but_where_people_say_so) {
    struct scene scene;
    scene_start(&scene);
    for (uint32_t author = 0; author < 2; author++) {
        scene_note(&scene, author, "byn ska leva");
    }
    scene_count(&scene);
    cr_expect_null(scene_find(&scene, "byn ska leva"));
    scene_edit(&scene, WORDS_KEEP, "byn ska leva", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "byn ska leva")->persons, 2);
    scene_finish(&scene);
}

Test(phrase, a_clause_in_a_field_is_found_in_free_text_too) {
    struct scene scene;
    scene_start(&scene);
    scene_field(&scene, 0, "byn ska leva");
    scene_note(&scene, 1, "Hela byn ska leva!");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "byn ska leva")->persons, 2);
    scene_finish(&scene);
}

Test(phrase, nouns_side_by_side_are_a_list_without_commas) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "samverkan", "samverkan<n><ut><sg><ind>");
    scene_form(&scene, "tillit", "tillit<n><ut><sg><ind>");
    scene_form(&scene, "patientens", "patient<n><ut><sg><def><gen>");
    scene_form(&scene, "röst", "röst<n><ut><sg><ind>");
    for (uint32_t author = 0; author < 2; author++) {
        scene_note(&scene, author, "samverkan tillit");
        scene_note(&scene, author, "patientens röst");
    }
    scene_count(&scene);
    cr_expect_null(scene_find(&scene, "samverkan tillit"));
    cr_expect_not_null(scene_find(&scene, "patient röst"));
    scene_finish(&scene);
}

Test(phrase, in_a_large_room_two_are_chance) {
    struct scene scene;
    scene_start(&scene);
    for (uint32_t author = 0; author < 100; author++) {
        scene_note(&scene, author, author < 2 ? "lugn takt" : author < 5 ? "stort mod" : "annat");
    }
    scene_count(&scene);
    cr_expect_null(scene_find(&scene, "lugn takt"));
    cr_expect_eq(scene_family(&scene, "stort mod")->persons, 3);
    scene_finish(&scene);
}

Test(phrase, a_field_is_taken_line_by_line_and_whole) {
    struct scene scene;
    scene_start(&scene);
    analyse_individ(&scene);
    scene_field(&scene, 0, "Trygghet\nindividen i centrum\natt samverka");
    scene_note(&scene, 1, "Med individen i centrum");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "individ i centrum")->persons, 2);
    cr_expect_null(scene_find(&scene, "individ"), "whole: its words do not count apart");
    cr_expect_not_null(scene_find(&scene, "trygghet"));
    cr_expect_not_null(scene_find(&scene, "samverka"), "att says nothing");
    cr_expect_null(scene_find(&scene, "att samverka"));
    scene_finish(&scene);
}

Test(phrase, one_person_is_enough_in_a_field_and_nothing_is_cut_off) {
    struct scene scene;
    scene_start(&scene);
    scene_field(&scene, 0, "inte ensam\nlika vård för alla i hela länet");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "inte ensam")->persons, 1);
    cr_expect_eq(scene_family(&scene, "lika vård för alla i hela länet")->persons, 1);
    cr_expect_eq(scene.result.count, 2);
    scene_finish(&scene);
}

Test(phrase, a_field_too_long_for_a_phrase_is_free_text) {
    struct scene scene;
    scene_start(&scene);
    scene_field(&scene, 0,
                "vi vill att alla ska möta samma människa hela vägen genom systemet och slippa börja om");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "människa")->persons, 1);
    scene_finish(&scene);
}

Test(phrase, only_topic_words_are_a_topic) {
    struct scene scene;
    scene_start(&scene);
    scene_field(&scene, 0, "hälsa och vård\nlika vård");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "hälsa och vård")->mark, WORDS_SET_ASIDE);
    cr_expect_eq(scene_family(&scene, "lika vård")->mark, WORDS_NO_MARK);
    scene_finish(&scene);
}

Test(phrase, what_an_edit_names_stays_a_phrase) {
    struct scene scene;
    scene_start(&scene);
    analyse_individ(&scene);
    scene_note(&scene, 0, "individen i centrum");
    scene_edit(&scene, WORDS_KEEP, "individ i centrum", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "individ i centrum")->persons, 1);
    cr_expect_eq(scene_family(&scene, "individ i centrum")->mark, WORDS_KEPT);
    scene_finish(&scene);
}

Test(phrase, no_phrase_runs_over_a_verb_in_a_tense) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "behöver", "behöva<vblex><pres><actv>");
    scene_form(&scene, "gör", "göra<vblex><imp>|göra<vblex><pres><actv>");
    for (uint32_t author = 0; author < 3; author++) {
        scene_note(&scene, author, "alla behöver gemensam bild");
        scene_note(&scene, author, "kommunen gör skillnad");
    }
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "gemensam bild")->persons, 3);
    cr_expect_null(scene_find(&scene, "behöva gemensam bild"));
    cr_expect_null(scene_find(&scene, "göra skillnad"));
    scene_finish(&scene);
}
