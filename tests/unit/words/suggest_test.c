#include "scene.h"

static bool suggested(const char *a, const char *b, enum words_language language, enum words_reason reason) {
    struct scene scene;
    scene_start(&scene);
    scene.input.language = language;
    scene_form(&scene, a, a);
    scene_form(&scene, b, b);
    scene_note(&scene, 0, a);
    scene_note(&scene, 1, b);
    scene_count(&scene);
    bool found = scene_suggests(scene_family(&scene, a), b, reason);
    cr_expect_eq(scene_suggests(scene_family(&scene, b), a, reason), found);
    cr_expect_eq(scene_family(&scene, a)->persons, 1, "suggesting is not merging");
    scene_finish(&scene);
    return found;
}

Test(suggest, derived_words) {
    static const char *const pairs[][2] = {
        {"samverka", "samverkan"},  {"trygg", "trygghet"},       {"effektiv", "effektivitet"},
        {"samarbeta", "samarbete"}, {"utveckla", "utveckling"},  {"nära", "närhet"},
        {"jämlik", "jämlikhet"},    {"kompetent", "kompetens"},  {"kommunicera", "kommunikation"},
        {"ansvar", "ansvarig"},     {"lära", "lärande"},         {"respekt", "respektera"},
        {"tillit", "tillitsfull"},  {"närvaro", "närvarande"},   {"mod", "modig"},
        {"kvalité", "kvalitet"},    {"ansvar", "ansvarstagande"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        cr_expect(suggested(pairs[i][0], pairs[i][1], WORDS_SWEDISH, WORDS_DERIVED), "%s", pairs[i][0]);
    }
    cr_expect(suggested("safe", "safety", WORDS_ENGLISH, WORDS_DERIVED));
    cr_expect(suggested("happy", "happiness", WORDS_ENGLISH, WORDS_DERIVED));
    cr_expect(suggested("cooperate", "cooperation", WORDS_ENGLISH, WORDS_DERIVED));
}

Test(suggest, never_opposites) {
    static const char *const pairs[][2] = {
        {"trygg", "otrygg"}, {"trygghet", "otrygghet"}, {"hopp", "hopplös"}, {"jämlik", "ojämlik"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        cr_expect_not(suggested(pairs[i][0], pairs[i][1], WORDS_SWEDISH, WORDS_DERIVED), "%s", pairs[i][0]);
        cr_expect_not(suggested(pairs[i][0], pairs[i][1], WORDS_SWEDISH, WORDS_SPELLING), "%s", pairs[i][0]);
    }
    cr_expect_not(suggested("care", "careless", WORDS_ENGLISH, WORDS_DERIVED));
}

Test(suggest, slips_of_long_words_that_no_dictionary_has) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "tillgänglighet", "tillgänglighet<n><ut><sg><ind>");
    scene_form(&scene, "handling", "handling<n><ut><sg><ind>");
    scene_form(&scene, "vandling", "vandling<n><ut><sg><ind>");
    scene_form(&scene, "hanling", "");
    scene_note(&scene, 0, "tillgänglighet handling vandling");
    scene_note(&scene, 1, "tillgänglihet hanling mod mot");
    scene_count(&scene);
    cr_expect(scene_suggests(scene_family(&scene, "tillgänglihet"), "tillgänglighet", WORDS_SPELLING));
    cr_expect(scene_suggests(scene_family(&scene, "handling"), "hanling", WORDS_SPELLING));
    cr_expect_eq(scene_family(&scene, "vandling")->suggestion_count, 0, "both are words");
    cr_expect_eq(scene_family(&scene, "mod")->suggestion_count, 0, "too short to tell");
    scene_finish(&scene);
}

Test(suggest, a_letter_too_many_that_makes_a_word_long) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "tillit", "tillit<n><ut><sg><ind>");
    scene_form(&scene, "tillitt", "");
    scene_form(&scene, "dialog", "dialog<n><ut><sg><ind>");
    scene_form(&scene, "dialig", "");
    scene_note(&scene, 0, "tillit dialog");
    scene_note(&scene, 1, "tillitt dialig");
    scene_count(&scene);
    cr_expect(scene_suggests(scene_family(&scene, "tillitt"), "tillit", WORDS_SPELLING));
    cr_expect_eq(scene_family(&scene, "dialig")->suggestion_count, 0, "both are short");
    scene_finish(&scene);
}

Test(suggest, the_other_lemma_of_a_form) {
    struct scene scene;
    scene_start(&scene);
    scene_form(&scene, "råd", "råda<vblex><imp>|råd<n><nt><sg><ind>");
    scene_form(&scene, "råder", "råda<vblex><pres><actv>");
    scene_note(&scene, 0, "råd");
    scene_note(&scene, 1, "råder");
    scene_count(&scene);
    cr_expect(scene_suggests(scene_family(&scene, "råd"), "råda", WORDS_AMBIGUOUS));
    scene_finish(&scene);
}

Test(suggest, nothing_to_what_is_merged_or_dropped) {
    struct scene scene;
    scene_start(&scene);
    scene_note(&scene, 0, "trygg trygghet effektiv effektivitet");
    scene_edit(&scene, WORDS_MERGE, "trygg", "trygghet");
    scene_edit(&scene, WORDS_DROP, "effektiv", "");
    scene_count(&scene);
    cr_expect_eq(scene_family(&scene, "trygghet")->suggestion_count, 0);
    cr_expect_eq(scene_family(&scene, "effektivitet")->suggestion_count, 0);
    scene_finish(&scene);
}
