#include "core/event.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support.h"

Test(event, an_actor_and_its_text_are_each_others_inverse) {
    const struct actor actors[] = {server(), account(), person(3), author(77)};
    for (size_t i = 0; i < sizeof actors / sizeof *actors; i++) {
        char text[ACTOR_TEXT_SIZE];
        struct actor again;
        actor_format(actors[i], text);
        cr_assert_eq(actor_parse(str_of(text), &again), STATUS_OK, "%s", text);
        cr_expect(actor_equal(actors[i], again), "%s", text);
    }
}

Test(event, an_actor_has_one_text_only) {
    static const char *const refused[] = {
        "",
        "server:",
        "Server",
        "account",
        "account:",
        "account:0f8fad5b-d9cb-469f-a165",
        "author:0f8fad5b-d9cb-469f-a165-70867728950e",
        "author:000102030405060708090A0B0C0D0E0F",
        "author:00000000000000000000000000000000",
        "author:000102030405060708090a0b0c0d0e0",
        "guest:0f8fad5b-d9cb-469f-a165-70867728950e",
    };
    struct actor actor = server();
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        cr_expect_eq(actor_parse(str_of(refused[i]), &actor), STATUS_INVALID, "%s", refused[i]);
    }
    cr_expect_eq(actor.kind, ACTOR_SERVER, "a refused text leaves the actor alone");
    cr_expect_eq(actor_parse((struct str){0}, &actor), STATUS_INVALID);
}

Test(event, the_same_id_in_another_part_is_another_actor) {
    struct actor participant = person(1), writer = {ACTOR_AUTHOR, person(1).id};
    cr_expect_not(actor_equal(participant, writer));
}
