/* Forms to families, with analyses as Apertium gives them. */
#include "scene.h"

Test(lemma, inflected_forms_of_one_lemma_are_one_word) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "kvinnor", "kvinna<n><ut><pl><ind>");
    scene_form(&scene, "kvinnan", "kvinna<n><ut><sg><def>");
    scene_note(&scene, 0, "Kvinnor");
    scene_note(&scene, 1, "kvinnan, kvinnor");
    scene_note(&scene, 2, "kvinnor");
    scene_count(&scene);
    const struct words_family *family = scene_family(&scene, "kvinna");
    cr_expect_eq(scene.result.count, 1);
    cr_expect_eq(family->persons, 3);
    expect_str(family->label, "kvinnor");
    cr_assert_eq(family->form_count, 2);
    expect_str(family->forms[0].word, "kvinnor");
    cr_expect_eq(family->forms[0].persons, 3);
    cr_expect_eq(family->forms[1].persons, 1);
    scene_finish(&scene);
}

Test(lemma, without_analyses_a_form_stands_alone) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "kvinnor kvinna närhet närheten");
    scene_count(&scene);
    cr_expect_eq(scene.result.count, 4);
    cr_expect_not_null(scene_find(&scene, "kvinnor"));
    scene_finish(&scene);
}

Test(lemma, opposites_and_derived_words_stay_apart) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "trygg", "trygg<adj><sint><pst><ut><sg><ind>");
    scene_form(&scene, "otrygg", "");
    scene_form(&scene, "trygghet", "trygghet<n><ut><sg><ind>");
    scene_note(&scene, 0, "trygg otrygg trygghet");
    scene_count(&scene);
    cr_expect_eq(scene.result.count, 3);
    scene_finish(&scene);
}

Test(lemma, of_several_lemmas_the_one_that_the_room_wrote_wins) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "lever", "leva<vblex><pres><actv>|lev<n><ut><pl><ind>");
    scene_form(&scene, "levde", "leva<vblex><past><actv>");
    scene_form(&scene, "lev", "lev<n><ut><sg><ind>");
    scene_note(&scene, 0, "lever");
    scene_note(&scene, 1, "levde");
    scene_note(&scene, 2, "levde");
    scene_note(&scene, 3, "lev");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "leva")->persons, 3);
    cr_expect_eq(scene_family(&scene, "lev")->persons, 1);
    scene_finish(&scene);
}

Test(lemma, a_noun_in_its_base_form_is_that_noun) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "stöd", "stödja<vblex><imp>|stöd<n><nt><sg><ind>");
    scene_form(&scene, "stödjer", "stödja<vblex><pres><actv>");
    scene_note(&scene, 0, "stöd");
    scene_note(&scene, 1, "stödjer");
    scene_note(&scene, 2, "stödjer");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "stöd")->persons, 1);
    scene_finish(&scene);
}

Test(lemma, an_adjective_wins_over_its_verb) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "trygga", "trygga<vblex><inf><actv>|trygg<adj><sint><pst><un><pl><ind>");
    scene_note(&scene, 0, "trygga");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "trygg")->persons, 1);
    scene_finish(&scene);
}

Test(lemma, a_present_participle_is_a_word_of_its_own) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "lärande", "lära<adj><pprs>|lärande<n><nt><sg><ind>");
    scene_form(&scene, "lär", "lära<vblex><pres><actv>");
    scene_note(&scene, 0, "lärande");
    scene_note(&scene, 1, "lär");
    scene_note(&scene, 2, "lär");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "lärande")->persons, 1);
    cr_expect_eq(scene_family(&scene, "lära")->persons, 2);
    scene_finish(&scene);
}

Test(lemma, homonyms_lose_their_number_and_names_their_capital) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "filer", "fil²<n><ut><pl><ind>");
    scene_form(&scene, "falun", "Falun<np><top><nt>");
    scene_note(&scene, 0, "filer i Falun");
    scene_count(&scene);
    cr_expect_not_null(scene_find(&scene, "fil"));
    cr_expect_not_null(scene_find(&scene, "falun"));
    scene_finish(&scene);
}

Test(lemma, what_is_unknown_takes_its_genitive) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "samskap", "");
    scene_form(&scene, "samskaps", "");
    scene_note(&scene, 0, "Samskap");
    scene_note(&scene, 1, "samskaps");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "samskap")->persons, 2);
    scene_finish(&scene);
}

Test(lemma, a_lemma_written_like_a_function_word_is_apart_from_it) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "varor", "vara<n><ut><pl><ind>");
    scene_note(&scene, 0, "vara");
    scene_note(&scene, 1, "varor");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "vara")->mark, WORDS_STOPPED);
    cr_expect_eq(scene_family(&scene, "=vara")->mark, WORDS_NO_MARK);
    expect_str(scene_family(&scene, "=vara")->label, "varor");
    scene_finish(&scene);
}

Test(lemma, odd_analyses_do_no_harm) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "ord", "||<n>|");
    scene_form(&scene, "mål", "mål");
    scene_form(&scene, "finnsinte", "x<n>");
    scene_note(&scene, 0, "ord mål");
    scene_count(&scene);
    cr_expect_not_null(scene_find(&scene, "ord"));
    cr_expect_not_null(scene_find(&scene, "mål"));
    cr_expect_eq(scene.result.count, 2);
    scene_finish(&scene);
}

Test(lemma, an_adverb_in_t_is_of_its_adjective_where_there_is_one) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "gemensamt", "gemensamt<adv>|gemensam<adj><sint><pst><nt><sg><ind>");
    scene_form(&scene, "gemensamma", "gemensam<adj><sint><pst><un><pl><ind>");
    scene_form(&scene, "lätt", "lätt<adv>|lätt<adj><sint><pst><ut><sg><ind>");
    scene_note(&scene, 0, "gemensamt lätt");
    scene_note(&scene, 1, "gemensamma");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "gemensam")->persons, 2);
    cr_expect_eq(scene_family(&scene, "lätt")->persons, 1);
    cr_expect_eq(scene.result.count, 2);
    scene_finish(&scene);
}

Test(lemma, the_verb_of_a_sentence_stands_with_the_small_words) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "behöver", "behöva<vblex><pres><actv>");
    scene_form(&scene, "lyssnar", "lyssna<vblex><pres><actv>");
    scene_form(&scene, "lyssna", "lyssna<vblex><imp>|lyssna<vblex><inf><actv>");
    scene_form(&scene, "växer", "växa<vblex><pres><actv>");
    scene_form(&scene, "hamnar", "hamna<vblex><pres><actv>|hamn<n><ut><pl><ind>");
    scene_note(&scene, 0, "Alla behöver tid, och någon lyssnar alltid. De gamla hamnar utanför.");
    scene_note(&scene, 1, "Att lyssna. Det behöver barnen");
    scene_note(&scene, 2, "växer");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "behöva")->mark, WORDS_STOPPED);
    cr_expect_eq(scene_family(&scene, "behöva")->persons, 2, "and is counted");
    cr_expect_eq(scene_family(&scene, "lyssna")->mark, WORDS_NO_MARK,
                 "somebody wrote it as what is to be done");
    cr_expect_eq(scene_family(&scene, "växa")->mark, WORDS_NO_MARK, "somebody wrote it by itself");
    cr_expect_eq(scene_family(&scene, "hamn")->mark, WORDS_NO_MARK, "it may be a noun");
    scene_finish(&scene);
}

Test(lemma, a_verb_of_sentences_counts_where_people_decided_so) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "behöver", "behöva<vblex><pres><actv>");
    scene_note(&scene, 0, "Alla behöver tid");
    scene_edit(&scene, WORDS_KEEP, "behöva", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "behöva")->mark, WORDS_KEPT);
    scene_finish(&scene);
}
