#include <string.h>

#include "../scene.h"
#include "words/analyser/apertium.h"

static void check(const char *form, const char *answer, const char *expected) {
    struct buffer analyses;
    buffer_init(&analyses);
    buffer_append_str(&analyses, STR("before"));
    apertium_read_answer(str_of(form), str_of(answer), &analyses);
    struct str read = {analyses.data + 6, analyses.size - 6};
    expect_str(read, expected);
    buffer_finish(&analyses);
}

Test(answer, one_and_several_analyses) {
    check("kvinnor", "^kvinnor/kvinna<n><pl>$", "kvinna<n><pl>");
    check("råd", "^råd/råd<n>/råda<vblex><imp>$", "råd<n>|råda<vblex><imp>");
    check("xyzzy", "^xyzzy/*xyzzy$", "");
}

Test(answer, compounds_keep_their_first_parts) {
    check("vårdtiden", "^vårdtiden/vård<n><cmp>+tid<n><def>/vårda<vblex><cmp>+tid<n><def>$",
          "vårdtid<n><def>");
    check("patientsäkerhetsarbete", "^patientsäkerhetsarbete/patient<n><cmp>+säkerhet<n><cmp>+arbete<n>$",
          "patientsäkerhetsarbete<n>");
    check("samtalskvinnorna", "^samtalskvinnorna/samtal<n><cmp>+kvinna<n><def>$", "samtalskvinna<n><def>");
    check("allting", "^allting/all<n><cmp>+öga<n>$", "");
}

Test(answer, hyphenated_words_stay_whole) {
    check("e-tjänster", "^e/ealphabet<n>$^-/-<guio>$^tjänster/tjänst<n><pl>$", "e-tjänst<n><pl>");
    check("god-vård", "^god/god<adj>$", "");
}

Test(answer, nonsense_is_nothing) {
    static const char *const nonsense[] = {"",
                                           "^",
                                           "$",
                                           "$^",
                                           "^$",
                                           "^a$",
                                           "^annat/annat<n>$",
                                           "^råd",
                                           "råd/x<n>$",
                                           "^mycketlängreänformen/x<n>$",
                                           "^råd/$",
                                           "^råd//<n>$"};
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        check("råd", nonsense[i], "");
    }
}

Test(answer, repeats_are_left_out_and_the_length_is_bounded) {
    struct buffer answer;
    struct buffer analyses;
    buffer_init(&answer);
    buffer_init(&analyses);
    check("råd", "^råd/råd<n>/råd<n>$", "råd<n>");
    buffer_append_str(&answer, STR("^råd"));
    for (int i = 0; i < 1000; i++) {
        buffer_format(&answer, "/lemma<n%d>", i);
    }
    buffer_append_str(&answer, STR("$"));
    apertium_read_answer(STR("råd"), buffer_str(&answer), &analyses);
    cr_expect_gt(analyses.size, 1000);
    cr_expect_leq(analyses.size, 2000);
    cr_expect_eq(analyses.data[analyses.size - 1], '>');
    buffer_finish(&answer);
    buffer_finish(&analyses);
}
