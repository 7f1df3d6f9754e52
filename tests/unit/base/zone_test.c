#include "base/zone.h"

#include <criterion/criterion.h>

Test(zone, names_of_the_database) {
    cr_expect(zone_is_known(STR("Europe/Stockholm")));
    cr_expect(zone_is_known(STR("Asia/Calcutta")));
    cr_expect(zone_is_known(STR("UTC")));
}

Test(zone, what_is_no_zone) {
    static const char *const names[] = {
        "",      "Europe/Stockholmm", "Stockholm",
        "GMT+2", "Europe/Göteborg",   "Europe/Stockholm/Europe/Stockholm/Europe/Stockholm/Europe/Stockholm"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        cr_expect_not(zone_is_known(str_of(names[i])), "%s", names[i]);
    }
}
