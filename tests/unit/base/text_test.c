#include "base/text.h"

#include <criterion/criterion.h>

static struct arena arena;

static void start(void) {
    arena_init(&arena);
}

static void stop(void) {
    arena_finish(&arena);
}

TestSuite(text, .init = start, .fini = stop);

static void expect_normal(const char *text, const char *expected) {
    struct str result = text_normalise(str_of(text), &arena);
    cr_expect(str_equal(result, str_of(expected)), "%s gave %.*s", text, STR_ARGS(result));
}

Test(text, normalises_to_nfc_and_line_feeds_and_touches_nothing_else) {
    expect_normal("a\xcc\x8a", "\xc3\xa5");
    expect_normal("\xc3\xa5", "\xc3\xa5");
    expect_normal("a\r\nb\r\n", "a\nb\n");
    expect_normal("\xc3\xa5\r\n\r", "\xc3\xa5\n\r");
    expect_normal("  x  ", "  x  ");
    expect_normal("\xef\xac\x81", "\xef\xac\x81"); /* the ligature fi is no letter pair */
    expect_normal("", "");
    cr_expect(str_is_absent(text_normalise(str_of(NULL), &arena)));
}

Test(text, the_longest_normal_form_has_room) {
    expect_normal("\xf0\x9d\x85\xa0", "\xf0\x9d\x85\x98\xf0\x9d\x85\xa5\xf0\x9d\x85\xae"); /* U+1D160 */
    expect_normal("\xef\xac\xac", "\xd7\xa9\xd6\xbc\xd7\x81");                             /* U+FB2C */
}

Test(text, folds_case_and_keeps_swedish_letters) {
    cr_expect(str_equal(text_fold(STR("Kvinna"), &arena), STR("kvinna")));
    cr_expect(str_equal(text_fold(STR("\xc3\x85TERH\xc3\x84MTA"), &arena), STR("\xc3\xa5terh\xc3\xa4mta")));
    cr_expect(str_equal(text_fold(STR("A\xcc\x8a"), &arena), STR("\xc3\xa5")));
    cr_expect(str_equal(text_fold(STR("Stra\xc3\x9f"
                                      "e"),
                                  &arena),
                        STR("strasse")));
    cr_expect_not(str_equal(text_fold(STR("\xc3\xa5"), &arena), text_fold(STR("a"), &arena)));
    cr_expect(str_is_absent(text_fold(str_of(NULL), &arena)));
}

Test(text, length_counts_code_points) {
    cr_expect_eq(text_length(STR("")), 0);
    cr_expect_eq(text_length(STR("\xc3\xa5\xc3\xa4\xc3\xb6")), 3);
    cr_expect_eq(text_length(STR("\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7")), 3, "joined by ZWJ");
    cr_expect_eq(text_length((struct str){"abc", 2}), 2, "not closed by a NUL");
}

Test(text, clean_text_holds_no_controls_and_no_overrides) {
    cr_expect(text_is_clean(STR("Tillit \xe2\x80\x8d \xf0\x9f\x98\x80"), false));
    cr_expect(text_is_clean(STR("a\nb"), true));
    cr_expect(text_is_clean(STR("\xd7\xa9\xe2\x80\x8f"), false), "a mark of direction is no override");
    static const char *const refused[] = {
        "a\tb",         "a\rb",         "\x7f",         "\xc2\x85",         "\xe2\x80\xae", "\xe2\x81\xa6",
        "\xe2\x81\xa9", "\xef\xbf\xbe", "\xef\xb7\x90", "\xf0\x9f\xbf\xbf", "\xff"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        cr_expect_not(text_is_clean(str_of(refused[i]), true), "%zu", i);
    }
    cr_expect_not(text_is_clean(STR("a\nb"), false));
    cr_expect_not(text_is_clean((struct str){"a\0b", 3}, true));
}

Test(text, utf8_is_what_unicode_says_it_is) {
    cr_expect(text_is_utf8(STR("\xf4\x8f\xbf\xbf")));
    static const char *const refused[] = {"\xc3",  "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                                          "a\x80", "\xff"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        cr_expect_not(text_is_utf8(str_of(refused[i])), "%zu", i);
    }
}

Test(text, the_first_letter_says_which_way_a_text_runs) {
    cr_expect(text_is_leftward(STR("שלום")));
    cr_expect(text_is_leftward(STR("12, مرحبا och hej")));
    static const char *const rightward[] = {"", "12 🙂 !", "hej שלום", "åäö", "你好"};
    for (size_t i = 0; i < sizeof rightward / sizeof *rightward; i++) {
        cr_expect_not(text_is_leftward(str_of(rightward[i])), "%s", rightward[i]);
    }
    cr_expect_not(text_is_leftward((struct str){0}));
}

Test(text, swedish_lists_end_with_a_ring_and_dots) {
    static const char *const ordered[] = {"ansvar", "Tillit",     "trygg",      "trygghet",
                                          "zon",    "\xc3\xa5ra", "\xc3\xa4ra", "\xc3\xb6ra"};
    for (size_t i = 0; i + 1 < sizeof ordered / sizeof *ordered; i++) {
        cr_expect_lt(text_collate(str_of(ordered[i]), str_of(ordered[i + 1])), 0, "%s", ordered[i]);
        cr_expect_gt(text_collate(str_of(ordered[i + 1]), str_of(ordered[i])), 0, "%s", ordered[i]);
    }
}

Test(text, collation_is_equal_only_where_the_bytes_are) {
    cr_expect_neq(text_collate(STR("\xc3\xa5"), STR("a\xcc\x8a")), 0);
    cr_expect_eq(text_collate(STR("\xc3\xa5"), STR("\xc3\xa5")), 0);
    cr_expect_lt(text_collate(str_of(NULL), STR("a")), 0);
}
