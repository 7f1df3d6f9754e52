#include "access/remote.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static const int64_t start = 5000;
static char login[SECRET_HASH + 1];

static struct str secret_number(int number) {
    static char text[SECRET_TEXT + 1];
    snprintf(text, sizeof text, "%032x", (unsigned)number);
    return str_of(text);
}

static struct str login_number(int number) {
    static char text[SECRET_HASH + 1];
    snprintf(text, sizeof text, "%064x", (unsigned)number);
    return str_of(text);
}

static bool take(struct remotes *remotes, int number, int64_t now) {
    memset(login, 0, sizeof login);
    return remotes_take(remotes, secret_number(number), now, login);
}

Test(remote, a_secret_stands_for_its_log_in_once) {
    static struct remotes remotes;
    cr_expect_not(take(&remotes, 0, start));
    remotes_add(&remotes, login_number(1), secret_number(11), start);
    remotes_add(&remotes, login_number(2), secret_number(12), start);
    cr_expect_not(take(&remotes, 13, start));
    cr_expect_not(remotes_take(&remotes, STR("0"), start, login));
    cr_expect_not(remotes_take(&remotes, (struct str){0}, start, login));
    cr_expect(take(&remotes, 11, start));
    cr_expect(str_equal(str_of(login), login_number(1)));
    cr_expect_not(take(&remotes, 11, start));
    cr_expect(take(&remotes, 12, start));
    cr_expect(str_equal(str_of(login), login_number(2)));
}

Test(remote, a_secret_is_there_for_its_own_log_in_until_it_is_taken) {
    static struct remotes remotes;
    remotes_add(&remotes, login_number(1), secret_number(11), start);
    cr_expect(remotes_has(&remotes, login_number(1), secret_number(11), start));
    cr_expect(remotes_has(&remotes, login_number(1), secret_number(11), start + REMOTE_LASTS - 1));
    cr_expect_not(remotes_has(&remotes, login_number(1), secret_number(11), start + REMOTE_LASTS));
    cr_expect_not(remotes_has(&remotes, login_number(2), secret_number(11), start), "another's");
    cr_expect_not(remotes_has(&remotes, login_number(1), secret_number(12), start));
    cr_expect_not(remotes_has(&remotes, login_number(1), (struct str){0}, start));
    cr_expect(take(&remotes, 11, start), "to ask uses nothing up");
    cr_expect_not(remotes_has(&remotes, login_number(1), secret_number(11), start));
}

Test(remote, a_secret_ends_after_ten_minutes) {
    static struct remotes remotes;
    remotes_add(&remotes, login_number(1), secret_number(11), start);
    cr_expect_not(take(&remotes, 11, start + REMOTE_LASTS));
    cr_expect_not(take(&remotes, 11, start), "nor is it there any more");
    remotes_add(&remotes, login_number(1), secret_number(12), start);
    cr_expect(take(&remotes, 12, start + REMOTE_LASTS - 1));
}

Test(remote, of_one_log_in_the_newest_holds) {
    static struct remotes remotes;
    remotes_add(&remotes, login_number(1), secret_number(11), start);
    remotes_add(&remotes, login_number(2), secret_number(12), start);
    remotes_add(&remotes, login_number(1), secret_number(13), start);
    cr_expect_not(take(&remotes, 11, start));
    cr_expect(take(&remotes, 12, start));
    cr_expect(take(&remotes, 13, start));
}

Test(remote, of_too_many_the_oldest_goes) {
    static struct remotes remotes;
    for (int i = 0; i <= REMOTE_MOST; i++) {
        remotes_add(&remotes, login_number(i), secret_number(1000 + i), start);
    }
    cr_expect_not(take(&remotes, 1000, start));
    cr_expect(take(&remotes, 1001, start));
    cr_expect(take(&remotes, 1000 + REMOTE_MOST, start));
}

Test(remote, who_asks_again_and_again_takes_no_place_of_others) {
    static struct remotes remotes;
    remotes_add(&remotes, login_number(1), secret_number(11), start);
    for (int i = 0; i < 2 * REMOTE_MOST; i++) {
        remotes_add(&remotes, login_number(2), secret_number(1000 + i), start + i);
    }
    cr_expect(take(&remotes, 11, start));
}
