#include "base/str.h"

#include <criterion/criterion.h>

Test(str, absent_and_empty_differ_only_in_data) {
    cr_expect(str_is_absent(str_of(NULL)));
    cr_expect_not(str_is_absent(str_of("")));
    cr_expect(str_is_empty(str_of(NULL)));
    cr_expect(str_is_empty(STR("")));
    cr_expect(str_equal(str_of(NULL), STR("")));
}

Test(str, order_is_that_of_bytes_with_prefixes_first) {
    cr_expect_lt(str_compare(STR("abc"), STR("abd")), 0);
    cr_expect_lt(str_compare(STR("ab"), STR("abc")), 0);
    cr_expect_gt(str_compare(STR("\xc3\xa5"), STR("z")), 0);
    cr_expect_eq(str_compare(STR("ab"), STR("ab")), 0);
    cr_expect_eq(str_compare(str_of(NULL), STR("")), 0);
}

Test(str, prefixes) {
    cr_expect(str_starts_with(STR("note.put"), STR("note.")));
    cr_expect(str_starts_with(STR("note"), STR("")));
    cr_expect_not(str_starts_with(STR("not"), STR("note")));
}

Test(str, splitting_keeps_empty_pieces) {
    struct str rest = STR("a,,b,"), piece;
    static const char *const expected[] = {"a", "", "b", ""};
    for (size_t i = 0; i < 4; i++) {
        cr_assert(str_split(&rest, ',', &piece));
        cr_expect(str_equal(piece, str_of(expected[i])), "piece %zu", i);
    }
    cr_expect_not(str_split(&rest, ',', &piece));
}

Test(str, an_empty_text_is_one_piece_and_an_absent_one_none) {
    struct str empty = STR(""), absent = {0}, piece;
    cr_expect(str_split(&empty, '\n', &piece));
    cr_expect_not(str_split(&empty, '\n', &piece));
    cr_expect_not(str_split(&absent, '\n', &piece));
}
