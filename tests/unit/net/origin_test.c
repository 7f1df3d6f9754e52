#include "net/origin.h"

#include <criterion/criterion.h>

Test(origin, of_a_request_without_one_is_absent) {
    cr_assert_eq(origin_of((struct str){0}, STR("a.example"), false, (struct str){0}), ORIGIN_ABSENT);
}

Test(origin, is_own_where_scheme_host_and_port_are) {
    struct str none = {0}, host = STR("a.example:8080");
    cr_assert_eq(origin_of(STR("http://a.example:8080"), host, false, none), ORIGIN_OWN);
    cr_assert_eq(origin_of(STR("http://A.Example:8080"), host, false, none), ORIGIN_OWN);
    cr_assert_eq(origin_of(STR("https://a.example:8080"), host, false, none), ORIGIN_FOREIGN);
    cr_assert_eq(origin_of(STR("http://a.example:8080"), host, true, none), ORIGIN_FOREIGN);
    cr_assert_eq(origin_of(STR("http://a.example"), host, false, none), ORIGIN_FOREIGN);
    cr_assert_eq(origin_of(STR("http://a.example:8080.evil.example"), host, false, none), ORIGIN_FOREIGN);
    cr_assert_eq(origin_of(STR("null"), host, false, none), ORIGIN_FOREIGN);
    cr_assert_eq(origin_of(STR("http://"), STR(""), false, none), ORIGIN_FOREIGN);
}

Test(origin, is_own_where_the_public_address_says_so) {
    struct str url = STR("https://meet.example/path"), host = STR("127.0.0.1:8080");
    cr_assert_eq(origin_of(STR("https://meet.example"), host, false, url), ORIGIN_OWN);
    cr_assert_eq(origin_of(STR("https://meet.example.evil"), host, false, url), ORIGIN_FOREIGN);
    cr_assert_eq(origin_of(STR("http://meet.example"), host, false, url), ORIGIN_FOREIGN);
}

Test(origin, is_secure_by_tls_or_by_a_proxy) {
    cr_assert(origin_is_secure(true, (struct str){0}));
    cr_assert(origin_is_secure(false, STR("https://meet.example")));
    cr_assert_not(origin_is_secure(false, STR("http://meet.example")));
}
