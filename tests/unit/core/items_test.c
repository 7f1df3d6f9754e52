#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_add_session(&scene, 1);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(items, .init = open, .fini = close);

static enum reason put(unsigned n, unsigned session, int64_t position, bool removed) {
    const struct item *item = process_item(scene.process, make_id(ITEM + n));
    struct event_item_put body = {.id = make_id(ITEM + n),
                                  .base = item ? item->changed : 0,
                                  .session = make_id(SESSION + session),
                                  .form = ITEM_FORM_ROUND,
                                  .title = STR("Gruppsamtal"),
                                  .position = position,
                                  .removed = removed};
    return BY(&scene, account(), EVENT_ITEM_PUT, .item_put = body);
}

Test(items, they_stand_by_session_position_and_id) {
    size_t count;
    cr_assert_eq(put(0, 1, 1, false), REASON_ABSENT);
    cr_assert_eq(put(1, 0, 7, false), REASON_ABSENT);
    cr_assert_eq(put(2, 0, 3, false), REASON_ABSENT);
    cr_assert_eq(put(3, 0, 3, false), REASON_ABSENT);
    const struct item *const *items = process_items(scene.process, &count);
    cr_assert_eq(count, 4);
    cr_expect(id_equal(items[0]->id, make_id(ITEM + 2)));
    cr_expect(id_equal(items[1]->id, make_id(ITEM + 3)));
    cr_expect(id_equal(items[2]->id, make_id(ITEM + 1)));
    cr_expect(id_equal(items[3]->id, make_id(ITEM)));
}

Test(items, a_removed_one_is_gone_and_can_come_back) {
    size_t count;
    cr_assert_eq(put(0, 0, 0, false), REASON_ABSENT);
    cr_assert_eq(put(0, 0, 0, true), REASON_ABSENT);
    process_items(scene.process, &count);
    cr_expect_eq(count, 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ITEM), 0);
    cr_assert_eq(put(0, 0, 0, false), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ITEM), 1);
    cr_expect_eq(count_entities(scene.process, participants(1, 0), ENTITY_ITEM), 0, "of another session");
}

Test(items, one_that_was_answered_stays_and_goes_on_bearing_rounds) {
    struct event_round_put round = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    struct event_item_put talk = {
        .id = make_id(ITEM), .session = make_id(SESSION), .form = ITEM_FORM_TALK, .title = STR("Samtal")};
    cr_assert_eq(put(0, 0, 0, false), REASON_ABSENT);
    round.item = make_id(ITEM);
    scene_put_round(&scene, round);
    scene_open_round(&scene, 0);
    cr_assert_eq(scene_write(&scene, author(1), 0, 1, "närhet"), REASON_ABSENT);
    cr_expect_eq(put(0, 0, 0, true), REASON_HAS_ANSWERS);
    talk.base = process_head(scene.process);
    cr_expect_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = talk), REASON_WRONG_FORM);
    cr_expect_eq(put(0, 1, 0, false), REASON_ID_TAKEN, "nor does it move to another session");
    talk.form = ITEM_FORM_LECTURE;
    cr_expect_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = talk), REASON_ABSENT);
}

Test(items, rounds_name_items_of_their_session) {
    struct event_round_put round = notes_round(0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    round.item = make_id(ITEM);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = round), REASON_UNKNOWN_ITEM);
    cr_assert_eq(put(0, 1, 0, false), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = round), REASON_UNKNOWN_ITEM);
}

Test(items, rounds_hang_on_what_asks_and_on_what_people_have_questions_to) {
    struct event_round_put round = notes_round(0, VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    struct event_item_put item = {
        .id = make_id(ITEM), .session = make_id(SESSION), .form = ITEM_FORM_BREAK, .title = STR("Paus")};
    cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = item), REASON_ABSENT);
    round.item = make_id(ITEM);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = round), REASON_WRONG_FORM);
    enum item_form forms[] = {ITEM_FORM_ROUND, ITEM_FORM_LECTURE, ITEM_FORM_FILM, ITEM_FORM_CHECKOUT};
    for (unsigned i = 0; i < 4; i++) {
        item.id = make_id(ITEM + 1 + i);
        item.form = forms[i];
        cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = item), REASON_ABSENT);
        round.id = make_id(ROUND + i);
        round.item = item.id;
        cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = round), REASON_ABSENT, "%u", i);
    }
}

Test(items, a_cue_is_for_those_who_lead) {
    struct event_item_put body = {.id = make_id(ITEM),
                                  .session = make_id(SESSION),
                                  .form = ITEM_FORM_LECTURE,
                                  .title = STR("Forskning om tillit"),
                                  .cue = STR("Låt Robin tala först"),
                                  .summary = STR("Tillit växer av möten"),
                                  .skipped = true};
    struct audience audiences[] = {hosts(), state(), display(0), participants(0, 0)};
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = body), REASON_ABSENT);
    for (size_t i = 0; i < 4; i++) {
        cr_assert(find_entity(scene.process, audiences[i], ENTITY_ITEM, body.id, &arena, &entity));
        cr_expect(str_equal(entity.body.item.cue, i < 2 ? body.cue : (struct str){0}), "%zu", i);
        cr_expect(str_equal(entity.body.item.summary, body.summary));
        cr_expect(entity.body.item.skipped);
    }
    arena_finish(&arena);
}

Test(items, there_is_a_cap) {
    struct event_item_put body = {.session = make_id(SESSION), .form = ITEM_FORM_BREAK, .title = STR("Paus")};
    for (unsigned i = 0; i < PROCESS_ITEMS; i++) {
        body.id = make_id(NOTE + i);
        cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = body), REASON_ABSENT);
    }
    body.id = make_id(ITEM);
    cr_expect_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = body), REASON_TOO_MANY);
}
