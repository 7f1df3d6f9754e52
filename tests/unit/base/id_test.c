#include "base/id.h"

#include <criterion/criterion.h>
#include <string.h>

static const char text[] = "0f8fad5b-d9cb-469f-a165-70867728950e";

Test(id, text_and_bytes_are_each_others_inverse) {
    struct id id;
    char again[ID_TEXT_LENGTH + 1];
    cr_assert_eq(id_parse(text, strlen(text), &id), STATUS_OK);
    cr_assert_eq(id.bytes[0], 0x0f);
    cr_assert_eq(id.bytes[15], 0x0e);
    id_format(id, again);
    cr_assert_str_eq(again, text);
}

Test(id, an_id_has_one_text_only) {
    struct id id = {{7}};
    static const char *const refused[] = {
        "",
        "0F8FAD5B-D9CB-469F-A165-70867728950E",
        "0f8fad5bd9cb469fa16570867728950e",
        "0f8fad5b-d9cb-469f-a165-70867728950",
        "0f8fad5b-d9cb-469f-a165-70867728950g",
        "0f8fad5b-d9cb-469f-a165_70867728950e",
        "00000000-0000-0000-0000-000000000000",
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        cr_expect_eq(id_parse(refused[i], strlen(refused[i]), &id), STATUS_INVALID, "%s", refused[i]);
    }
    cr_assert_eq(id.bytes[0], 7, "a refused text leaves the id alone");
}

Test(id, order_of_ids_is_order_of_texts) {
    struct id low, high;
    cr_assert_eq(id_parse("0f8fad5b-d9cb-469f-a165-70867728950e", 36, &low), STATUS_OK);
    cr_assert_eq(id_parse("f08fad5b-d9cb-469f-a165-70867728950e", 36, &high), STATUS_OK);
    cr_expect_lt(id_compare(low, high), 0);
    cr_expect(id_equal(low, low));
    cr_expect_not(id_equal(low, high));
}
