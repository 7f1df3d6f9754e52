#include "words/token.h"

#include "base/text.h"
#include "scene.h"

/* The words of a text with a blank between them, | where something parts them. */
static const char *words_of(enum words_language language, const char *text, struct arena *arena) {
    struct token_reader reader;
    struct str word;
    bool broken;
    struct str all = STR("");
    token_start(&reader, language, text_fold(str_of(text), arena));
    while (token_next(&reader, &word, &broken)) {
        const char *before = all.size == 0 ? "" : broken ? "|" : " ";
        all = arena_format(arena, "%.*s%s%.*s", STR_ARGS(all), before, STR_ARGS(word));
    }
    return arena_copy(arena, all).data;
}

static void check(enum words_language language, const char *text, const char *expected) {
    struct arena arena;
    arena_init(&arena);
    cr_expect_str_eq(words_of(language, text, &arena), expected, "%s", text);
    arena_finish(&arena);
}

Test(token, letters_of_all_kinds_are_words_and_case_is_folded) {
    check(WORDS_SWEDISH, "Trygghet ÖPPENHET Ängelholm", "trygghet öppenhet ängelholm");
    check(WORDS_SWEDISH, "سلام Ελλάδα", "سلام ελλάδα");
}

Test(token, swedish_letters_stay_their_own) {
    check(WORDS_SWEDISH, "lara lära lår", "lara lära lår");
}

Test(token, decomposed_letters_become_one) {
    check(WORDS_SWEDISH, "na\xcc\x88rhet", "närhet");
}

Test(token, hyphens_inside_belong_and_others_do_not) {
    check(WORDS_SWEDISH, "e-tjänst barn- och ungdom -så-", "e-tjänst barn|och ungdom|så");
    check(WORDS_SWEDISH, "e\xe2\x80\x90tjänst tryg\xc2\xadghet", "e-tjänst trygghet");
}

Test(token, digits_are_no_words) {
    check(WORDS_SWEDISH, "2030 A4 covid-19 vården", "covid|vården");
    check(WORDS_SWEDISH, "3-årig h2o", "årig");
}

Test(token, punctuation_parts_and_quotation_marks_do_not) {
    check(WORDS_SWEDISH, "god, nära vård. Trygg\nhet", "god|nära vård|trygg|het");
    check(WORDS_SWEDISH, "en \"nära\" vård, ”mod”", "en nära vård|mod");
}

Test(token, endings_behind_a_colon_are_dropped) {
    check(WORDS_SWEDISH, "EU:s mål SKR:erna", "eu mål skr");
    check(WORDS_SWEDISH, "viktigt:trygghet", "viktigt|trygghet");
}

Test(token, english_keeps_contractions_and_drops_possessives) {
    check(WORDS_ENGLISH, "The patient's needs don't change, it’s", "the patient needs don't change|it's");
    check(WORDS_SWEDISH, "d'accord", "d accord");
}

Test(token, overlong_words_part_as_punctuation_does) {
    char text[256] = "a ";
    memset(text + 2, 'x', 81);
    strcpy(text + 83, " b");
    check(WORDS_SWEDISH, text, "a|b");
    text[82] = '\0';
    strcpy(text + 82, " b");
    struct arena arena;
    arena_init(&arena);
    cr_expect_eq(strlen(words_of(WORDS_SWEDISH, text, &arena)), 84);
    arena_finish(&arena);
}

Test(token, hostile_texts_give_harmless_words) {
    check(WORDS_SWEDISH, "^a/b<n>$ x\\y [z] {q}@", "a|b|n|x|y|z|q");
    check(WORDS_SWEDISH, "", "");
    check(WORDS_SWEDISH, "😀 👨‍👩‍👧 --- ''", "");
}

Test(token, forms_are_letters_and_hyphens_and_no_function_words) {
    cr_expect(token_is_form(WORDS_SWEDISH, STR("e-tjänst")));
    cr_expect(token_is_form(WORDS_SWEDISH, STR("trygghet")));
    static const char *const refused[] = {"",    "och", "ö",   "a b", "-a",    "<b>",
                                          "^x$", "a/b", "a\n", "a4",  "Trygg-"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        cr_expect_not(token_is_form(WORDS_SWEDISH, str_of(refused[i])), "%s", refused[i]);
    }
    cr_expect_not(token_is_form(WORDS_ENGLISH, STR("can't")));
    cr_expect_not(token_is_form(WORDS_ENGLISH, STR("o'clock")));
}
