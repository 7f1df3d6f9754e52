#include "base/status.h"

#include <criterion/criterion.h>

Test(status, every_status_has_a_text) {
    for (int status = 0; status < STATUS_COUNT; status++) {
        cr_expect_not_null(status_text((enum status)status));
    }
    cr_assert_str_eq(status_text(STATUS_OK), "ok");
    cr_assert_str_eq(status_text((enum status)999), "unknown status");
}
