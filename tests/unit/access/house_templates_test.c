#include <criterion/criterion.h>
#include <stdio.h>

#include "access/house.h"

static const struct map_seed seed = {{9}};
static const struct id lpu = {{5, 1}}, day = {{5, 2}};

static struct house *house;

static enum reason put(struct id id, int64_t base, const char *title, const char *body, bool removed) {
    struct house_event event = {
        .seq = house_head(house) + 1,
        .at = 1000,
        .kind = HOUSE_TEMPLATE_PUT,
        .body = {
            .template_put = {
                .id = id, .base = base, .title = str_of(title), .body = str_of(body), .removed = removed}}};
    enum reason judged = house_judge(house, &event);
    cr_expect_eq(house_apply(house, &event), judged, "judge and apply agree");
    return judged;
}

static void set_up(void) {
    house = house_create(seed);
}

static void tear_down(void) {
    house_destroy(house);
}

TestSuite(house_templates, .init = set_up, .fini = tear_down);

static size_t list(struct arena *arena, const struct house_template ***templates) {
    return house_templates(house, arena, templates);
}

Test(house_templates, are_put_changed_and_taken_away) {
    struct arena arena;
    const struct house_template **templates;
    arena_init(&arena);
    cr_expect_eq(put(lpu, 0, "LPU", "{\"a\":1}", false), REASON_ABSENT);
    cr_expect_eq(put(day, 0, "Dag", "{}", false), REASON_ABSENT);
    cr_expect_eq(put(lpu, 1, "LPU, kort", "{\"a\":2}", false), REASON_ABSENT);
    const struct house_template *template = house_template(house, lpu);
    cr_assert(template);
    cr_expect(str_equal(template->title, STR("LPU, kort")));
    cr_expect(str_equal(template->body, STR("{\"a\":2}")));
    cr_expect_eq(template->seq, 3);
    cr_assert_eq(list(&arena, &templates), 2);
    cr_expect(id_equal(templates[0]->id, lpu) && id_equal(templates[1]->id, day), "as they first came");
    cr_expect_eq(put(lpu, 3, "LPU", NULL, true), REASON_ABSENT);
    cr_expect_null(house_template(house, lpu));
    cr_assert_eq(list(&arena, &templates), 1);
    cr_expect_eq(put(lpu, 4, "LPU", "{\"a\":3}", false), REASON_ABSENT, "and back, as an undo does");
    cr_expect(str_equal(house_template(house, lpu)->body, STR("{\"a\":3}")));
    cr_assert_eq(list(&arena, &templates), 2);
    arena_finish(&arena);
}

Test(house_templates, who_has_not_seen_the_last_change_is_stale) {
    cr_expect_eq(put(lpu, 1, "LPU", "{}", false), REASON_STALE, "there is none yet");
    cr_expect_eq(put(lpu, 0, "LPU", "{}", false), REASON_ABSENT);
    cr_expect_eq(put(lpu, 0, "LPU", "{}", false), REASON_STALE);
    cr_expect_eq(put(lpu, 2, "LPU", "{}", true), REASON_ABSENT);
    cr_expect_eq(put(lpu, 0, "LPU", "{}", false), REASON_STALE, "also once it is removed");
}

Test(house_templates, has_a_body_and_an_id) {
    cr_expect_eq(put(lpu, 0, "LPU", NULL, false), REASON_EMPTY);
    cr_expect_eq(put(lpu, 1, "LPU", "", false), REASON_STALE);
    cr_expect_eq(put((struct id){0}, 0, "LPU", "{}", false), REASON_BAD_PARAMS);
    cr_expect_null(house_template(house, lpu));
}

Test(house_templates, one_past_the_most_is_too_many) {
    struct id id = {{7}};
    for (int i = 0; i < HOUSE_TEMPLATES; i++) {
        id.bytes[8] = (uint8_t)i;
        cr_assert_eq(put(id, 0, "En", "{}", false), REASON_ABSENT);
    }
    cr_expect_eq(put(lpu, 0, "En till", "{}", false), REASON_TOO_MANY);
    cr_expect_eq(put(id, HOUSE_TEMPLATES, "Ändrad", "{}", false), REASON_ABSENT, "what is there may change");
    cr_expect_eq(put(id, house_head(house), "En", NULL, true), REASON_ABSENT);
    cr_expect_eq(put(lpu, 0, "En till", "{}", false), REASON_ABSENT);
    cr_expect_eq(put(id, house_template(house, id) ? 0 : house_head(house) - 1, "Tillbaka", "{}", false),
                 REASON_TOO_MANY);
}
