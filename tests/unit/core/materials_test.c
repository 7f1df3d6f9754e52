#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    struct event_item_put item = {.id = make_id(ITEM),
                                  .session = make_id(SESSION + 1),
                                  .form = ITEM_FORM_LECTURE,
                                  .title = STR("Forskning om tillit")};
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_add_session(&scene, 1);
    cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = item), REASON_ABSENT);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(materials, .init = open, .fini = close);

static struct event_material_put reading(unsigned n) {
    const struct material *material = process_material(scene.process, make_id(ENTRY + n));
    return (struct event_material_put){.id = make_id(ENTRY + n),
                                       .base = material ? material->changed : 0,
                                       .title = STR("Rapporten"),
                                       .url = STR("https://example.org/rapport.pdf")};
}

static enum reason put(struct event_material_put body) {
    return BY(&scene, account(), EVENT_MATERIAL_PUT, .material_put = body);
}

Test(materials, all_sessions_see_them_until_they_are_removed) {
    struct event_material_put body = reading(0);
    body.session = make_id(SESSION);
    cr_assert_eq(put(body), REASON_ABSENT);
    struct audience audiences[] = {hosts(), display(1), participants(1, 0)};
    for (size_t i = 0; i < 3; i++) {
        cr_expect_eq(count_entities(scene.process, audiences[i], ENTITY_MATERIAL), 1, "%zu", i);
    }
    cr_expect_eq(put(body), REASON_STALE);
    body = reading(0);
    body.removed = true;
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_MATERIAL), 0);
    cr_expect_eq(count_entities(scene.process, state(), ENTITY_MATERIAL), 1);
    cr_assert_eq(put(reading(0)), REASON_ABSENT, "and it comes back");
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_MATERIAL), 1);
}

Test(materials, they_belong_to_what_is_there) {
    struct event_material_put body = reading(0);
    body.session = make_id(SESSION + 5);
    cr_expect_eq(put(body), REASON_UNKNOWN_SESSION);
    body.session = make_id(SESSION);
    body.item = make_id(ITEM);
    cr_expect_eq(put(body), REASON_UNKNOWN_ITEM, "of another session");
    body.session = (struct id){{0}};
    cr_expect_eq(put(body), REASON_ABSENT);
    body = reading(1);
    body.item = make_id(ITEM + 1);
    cr_expect_eq(put(body), REASON_UNKNOWN_ITEM);
    body.item = make_id(ITEM);
    struct event_item_put gone = {.id = make_id(ITEM),
                                  .base = process_head(scene.process),
                                  .session = make_id(SESSION + 1),
                                  .form = ITEM_FORM_LECTURE,
                                  .title = STR("Forskning om tillit"),
                                  .removed = true};
    cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = gone), REASON_ABSENT);
    cr_expect_eq(put(body), REASON_UNKNOWN_ITEM);
    body = reading(0);
    body.item = make_id(ITEM);
    cr_expect_eq(put(body), REASON_ABSENT, "what was there can be mended");
}

Test(materials, they_are_links_with_a_title) {
    struct event_material_put body = reading(0);
    body.url = STR("javascript:alert(1)");
    cr_expect_eq(put(body), REASON_BAD_FIELDS);
    body = reading(0);
    body.title = STR("");
    cr_expect_eq(put(body), REASON_EMPTY);
    body = reading(0);
    body.id = make_id(SESSION);
    cr_expect_eq(put(body), REASON_ID_TAKEN);
    cr_expect_eq(BY(&scene, person(0), EVENT_MATERIAL_PUT, .material_put = reading(0)), REASON_DENIED);
}

Test(materials, there_is_a_cap) {
    struct event_material_put body = reading(0);
    for (unsigned i = 0; i < PROCESS_MATERIALS; i++) {
        body.id = make_id(NOTE + i);
        cr_assert_eq(put(body), REASON_ABSENT);
    }
    cr_expect_eq(put(reading(0)), REASON_TOO_MANY);
}
