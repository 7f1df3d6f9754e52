#include "net/cookie.h"

#include <criterion/criterion.h>
#include <string.h>

Test(cookie, is_found_by_its_whole_name) {
    struct str header = STR("other_samskap_login=x; samskap_login=abc;samskap_login_b=y");
    cr_assert(str_equal(cookie_find(header, STR(COOKIE_LOGIN)), STR("abc")));
    cr_assert(str_is_absent(cookie_find(header, STR(COOKIE_TOKEN))));
    cr_assert(str_is_absent(cookie_find((struct str){0}, STR(COOKIE_LOGIN))));
}

Test(cookie, that_stands_twice_with_different_values_is_nobodys) {
    cr_assert(str_is_absent(cookie_find(STR("samskap_login=a; samskap_login=b"), STR(COOKIE_LOGIN))));
    cr_assert(str_equal(cookie_find(STR("samskap_login=a; samskap_login=a"), STR(COOKIE_LOGIN)), STR("a")));
}

static bool is_written(struct cookie cookie, const char *expected) {
    struct buffer buffer;
    buffer_init(&buffer);
    cookie_write(&cookie, &buffer);
    bool same = str_equal(buffer_str(&buffer), str_of(expected));
    buffer_finish(&buffer);
    return same;
}

Test(cookie, is_kept_from_scripts_and_from_other_sites) {
    struct cookie cookie = {COOKIE_LOGIN, STR("abc"), 60, false, false};
    cr_assert(is_written(cookie,
                         "Set-Cookie: samskap_login=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict\r\n"));
    cookie.secure = true;
    cr_assert(is_written(
        cookie, "Set-Cookie: samskap_login=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict; Secure\r\n"));
}

Test(cookie, of_a_framed_page_needs_https) {
    struct cookie cookie = {COOKIE_TOKEN, STR("abc"), 60, false, true};
    cr_assert(is_written(cookie,
                         "Set-Cookie: samskap_token=abc; Path=/; Max-Age=60; HttpOnly; SameSite=Strict\r\n"));
    cookie.secure = true;
    cr_assert(is_written(cookie,
                         "Set-Cookie: samskap_token=abc; Path=/; Max-Age=60; HttpOnly; SameSite=None; "
                         "Partitioned; Secure\r\n"));
}
