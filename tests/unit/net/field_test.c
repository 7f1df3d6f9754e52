#include "net/field.h"

#include <criterion/criterion.h>

Test(field, lists_values_but_not_those_that_weigh_nothing) {
    cr_assert(field_lists(STR("gzip"), STR("gzip")));
    cr_assert(field_lists(STR("br;q=1.0, GZIP ; q=0.5"), STR("gzip")));
    cr_assert_not(field_lists(STR("br, gzip;q=0.000"), STR("gzip")));
    cr_assert_not(field_lists(STR("gzipped, x-gzip"), STR("gzip")));
    cr_assert_not(field_lists((struct str){0}, STR("gzip")));
}

Test(field, reads_lengths_and_nothing_else) {
    cr_assert_eq(field_length(STR("0")), 0);
    cr_assert_eq(field_length(STR("4096")), 4096);
    cr_assert_eq(field_length(STR("-1")), -1);
    cr_assert_eq(field_length(STR("12, 12")), -1);
    cr_assert_eq(field_length(STR("9999999999999999999999")), -1);
    cr_assert_eq(field_length(STR("")), -1);
}
