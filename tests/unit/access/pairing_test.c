#include "access/pairing.h"

#include <criterion/criterion.h>
#include <stdio.h>

static const struct str token = {"0123456789abcdef0123456789abcdef", SECRET_TEXT};
static const int64_t start = 5000;

Test(pairing, a_code_stands_for_its_token_once) {
    struct pairings pairings = {0};
    cr_expect(str_is_absent(pairings_find(&pairings, STR("12345678"), start)));
    cr_expect(str_is_absent(pairings_find(&pairings, STR(""), start)),
              "nor does an empty one find an empty place");
    pairings_add(&pairings, STR("12345678"), token, start);
    cr_expect(str_equal(pairings_find(&pairings, STR("12345678"), start), token));
    cr_expect(str_is_absent(pairings_find(&pairings, STR("12345679"), start)));
    cr_expect(str_is_absent(pairings_find(&pairings, STR("1234567"), start)));
    pairings_end(&pairings, STR("12345679"));
    pairings_end(&pairings, STR("12345678"));
    cr_expect(str_is_absent(pairings_find(&pairings, STR("12345678"), start)));
}

Test(pairing, a_code_ends_after_ten_minutes) {
    struct pairings pairings = {0};
    pairings_add(&pairings, STR("12345678"), token, start);
    cr_expect(str_equal(pairings_find(&pairings, STR("12345678"), start + PAIRING_LASTS - 1), token));
    cr_expect(str_is_absent(pairings_find(&pairings, STR("12345678"), start + PAIRING_LASTS)));
}

Test(pairing, of_too_many_the_oldest_goes) {
    struct pairings pairings = {0};
    char code[PAIRING_CODE + 1];
    for (int i = 0; i <= PAIRING_MOST; i++) {
        snprintf(code, sizeof code, "%08d", 10000000 + i);
        pairings_add(&pairings, str_of(code), token, start);
    }
    cr_expect(str_is_absent(pairings_find(&pairings, STR("10000000"), start)));
    cr_expect(str_equal(pairings_find(&pairings, STR("10000001"), start), token));
    cr_expect(str_equal(pairings_find(&pairings, str_of(code), start), token));
}
