#include "base/random.h"

#include <criterion/criterion.h>
#include <string.h>

Test(random, ids_are_uuids_of_version_4_and_differ) {
    struct id a = random_id(), b = random_id();
    cr_expect_eq(a.bytes[6] >> 4, 4);
    cr_expect_eq(a.bytes[8] >> 6, 2);
    cr_expect_not(id_equal(a, b));
}

Test(random, seeds_differ) {
    struct map_seed a = random_map_seed(), b = random_map_seed();
    cr_expect_neq(memcmp(&a, &b, sizeof a), 0);
}

/* The example of RFC 9562, appendix A.4. */
Test(random, a_name_has_one_id) {
    struct id dns, expected;
    cr_assert_eq(id_parse("6ba7b810-9dad-11d1-80b4-00c04fd430c8", 36, &dns), STATUS_OK);
    cr_assert_eq(id_parse("2ed6657d-e927-568b-95e1-2665a8aea6a2", 36, &expected), STATUS_OK);
    cr_expect(id_equal(id_of_name(dns, "www.example.com", 15), expected));
    cr_expect_not(id_equal(id_of_name(dns, NULL, 0), expected));
}
