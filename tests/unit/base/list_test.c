#include "base/list.h"

#include <criterion/criterion.h>

struct thing {
    int number;
    struct list link;
};

Test(list, keeps_order_and_gives_back_the_thing) {
    struct list list;
    struct thing things[3] = {{.number = 1}, {.number = 2}, {.number = 3}};
    list_init(&list);
    cr_expect(list_is_empty(&list));
    cr_expect_null(list_first(&list));
    for (int i = 0; i < 3; i++) {
        list_append(&list, &things[i].link);
    }
    list_remove(&things[1].link);
    cr_expect_eq(LIST_ENTRY(list_first(&list), struct thing, link)->number, 1);
    list_remove(&things[0].link);
    cr_expect_eq(LIST_ENTRY(list_first(&list), struct thing, link)->number, 3);
    list_remove(&things[2].link);
    cr_expect(list_is_empty(&list));
}

Test(list, removing_what_is_in_no_list_is_harmless) {
    struct list zeroed = {0}, fresh;
    list_init(&fresh);
    list_remove(&fresh);
    list_remove(&fresh);
    list_remove(&zeroed);
    cr_expect(list_is_empty(&fresh));
    cr_expect(list_is_empty(&zeroed));
}
