#include "live/limits.h"

#include <criterion/criterion.h>

Test(limits, have_standards_within_their_bounds) {
    struct live_limits limits;
    live_limits_default(&limits);
#define CHECK(name, standard, smallest, largest, about)                                                      \
    cr_assert_eq(limits.name, (standard));                                                                   \
    cr_assert_geq((standard), (smallest));                                                                   \
    cr_assert_leq((standard), (largest));
    LIVE_LIMITS(CHECK)
#undef CHECK
}
