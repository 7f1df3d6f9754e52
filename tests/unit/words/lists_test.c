#include "words/lists.h"

#include "base/text.h"
#include "scene.h"

static const enum words_language languages[] = {WORDS_SWEDISH, WORDS_ENGLISH};

Test(lists, are_sorted_folded_and_without_doubles) {
    struct arena arena;
    arena_init(&arena);
    for (size_t language = 0; language < 2; language++) {
        for (int kind = LISTS_STOP; kind <= LISTS_CLAUSE; kind++) {
            struct str rest = lists_text(languages[language], (enum lists_kind)kind);
            struct str line;
            struct str before = {0};
            size_t count = 0;
            while (str_split(&rest, '\n', &line) && line.size > 0) {
                cr_expect_lt(str_compare(before, line), 0, "%.*s", STR_ARGS(line));
                cr_expect(str_equal(text_fold(line, &arena), line), "%.*s", STR_ARGS(line));
                cr_expect(lists_contain(languages[language], (enum lists_kind)kind, line));
                before = line;
                count++;
            }
            cr_expect_gt(count, 3);
        }
    }
    arena_finish(&arena);
}

Test(lists, words_that_carry_content_are_no_stop_words) {
    static const char *const swedish[] = {
        "tillsammans", "god",    "gott",  "goda",   "bra",  "viktig", "viktigt",   "trygg",     "lika",
        "enkel",       "enkelt", "enkla", "möjlig", "rätt", "beslut", "nödvändig", "likställd", "nära"};
    static const char *const english[] = {"together", "good",  "important", "equal",
                                          "safe",     "trust", "simple"};
    for (size_t i = 0; i < sizeof swedish / sizeof *swedish; i++) {
        cr_expect_not(lists_contain(WORDS_SWEDISH, LISTS_STOP, str_of(swedish[i])), "%s", swedish[i]);
    }
    for (size_t i = 0; i < sizeof english / sizeof *english; i++) {
        cr_expect_not(lists_contain(WORDS_ENGLISH, LISTS_STOP, str_of(english[i])), "%s", english[i]);
    }
}

Test(lists, know_function_words_and_topics) {
    cr_expect(lists_contain(WORDS_SWEDISH, LISTS_STOP, STR("och")));
    cr_expect(lists_contain(WORDS_SWEDISH, LISTS_STOP, STR("över")));
    cr_expect(lists_contain(WORDS_ENGLISH, LISTS_STOP, STR("don't")));
    cr_expect(lists_contain(WORDS_SWEDISH, LISTS_TOPIC, STR("vård")));
    cr_expect(lists_contain(WORDS_SWEDISH, LISTS_TOPIC, STR("kommun")));
    cr_expect_not(lists_contain(WORDS_SWEDISH, LISTS_STOP, STR("")));
    cr_expect_not(lists_contain(WORDS_SWEDISH, LISTS_STOP, STR("#")));
    cr_expect_not(lists_contain(WORDS_SWEDISH, LISTS_STOP, STR("oc")));
    cr_expect_not(lists_contain(WORDS_SWEDISH, LISTS_STOP, STR("zzz")));
}

Test(lists, irregular_english_forms_have_their_lemmas) {
    expect_str(lists_irregular(STR("children")), "child");
    expect_str(lists_irregular(STR("women")), "woman");
    expect_str(lists_irregular(STR("became")), "become");
    expect_str(lists_irregular(STR("wrote")), "write");
    cr_expect(str_is_absent(lists_irregular(STR("child"))));
    cr_expect(str_is_absent(lists_irregular(STR(""))));
}
