#include "words/near.h"

#include "scene.h"

static bool slip(const char *a, const char *b) {
    bool one = near_is_slip(str_of(a), str_of(b));
    cr_expect_eq(near_is_slip(str_of(b), str_of(a)), one);
    return one;
}

Test(near, one_letter_is_a_slip) {
    cr_expect(slip("samverkan", "samvekan"));
    cr_expect(slip("samverkan", "samvärkan"));
    cr_expect(slip("samverkan", "samevrkan"));
    cr_expect(slip("närhet", "nörhet"));
    cr_expect(slip("trygghet", "tryggheet"));
    cr_expect(slip("trygghe", "trygghet"));
    cr_expect(slip("sååä", "såäå"));
}

Test(near, two_letters_the_same_or_another_start_are_none) {
    cr_expect_not(slip("samverkan", "samverkan"));
    cr_expect_not(slip("samverkan", "samvrkn"));
    cr_expect_not(slip("trygghet", "otrygghet"));
    cr_expect_not(slip("jämlikhet", "hämlikhet"));
    cr_expect_not(slip("ärlighet", "ålighet"));
    cr_expect_not(slip("", "a"));
}
