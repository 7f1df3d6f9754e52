#include <criterion/criterion.h>
#include <string.h>

#include "access/house.h"

static const struct map_seed seed = {{9}};
static const struct id anna = {{1, 1}}, bo = {{1, 2}};

static struct house_event add_account(uint8_t command, struct id account, const char *name) {
    struct house_event event = {.command = {{7, command}},
                                .kind = HOUSE_ACCOUNT_ADD,
                                .body = {.account_add = {.id = account, .name = str_of(name)}}};
    memset(event.hash, name[0], sizeof event.hash);
    return event;
}

static enum reason apply(struct house *house, struct house_event event) {
    event.seq = house_head(house) + 1;
    return house_apply(house, &event);
}

Test(house_commands, what_became_of_a_command_is_remembered) {
    struct house *house = house_create(seed);
    struct house_event first = add_account(1, anna, "Anna"), taken = add_account(2, bo, "Anna");
    struct house_seen seen;
    cr_expect_not(house_seen(house, &first, &seen));
    cr_expect_eq(apply(house, first), REASON_ABSENT);
    cr_expect_eq(apply(house, taken), REASON_ID_TAKEN);
    cr_assert(house_seen(house, &first, &seen));
    cr_expect_eq(seen.seq, 1);
    cr_expect_eq(seen.reason, REASON_ABSENT);
    cr_expect(seen.same);
    cr_assert(house_seen(house, &taken, &seen));
    cr_expect_eq(seen.seq, 2);
    cr_expect_eq(seen.reason, REASON_ID_TAKEN, "void ones too");
    house_destroy(house);
}

Test(house_commands, the_same_id_with_another_body_kind_or_account_is_another_command) {
    struct house *house = house_create(seed);
    struct house_seen seen;
    apply(house, add_account(1, anna, "Anna"));
    struct house_event body = add_account(1, anna, "Bo"), kind = add_account(1, anna, "Anna"), account = kind;
    kind.kind = HOUSE_ACCOUNT_PASSWORD;
    account.account = bo;
    struct house_event *others[] = {&body, &kind, &account};
    for (size_t i = 0; i < 3; i++) {
        cr_assert(house_seen(house, others[i], &seen));
        cr_expect_not(seen.same, "%zu", i);
    }
    house_destroy(house);
}
