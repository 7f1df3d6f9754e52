/* One at a time. */
#include "grouping_scene.h"

TestSuite(placings, .init = setup, .fini = teardown);

static enum reason place(unsigned n, size_t group, int64_t base) {
    struct event_group_place place = {.grouping = make_id(GROUPING),
                                      .participant = make_id(PERSON + n),
                                      .group = group < 4 ? groups[group].id : make_id(GROUP + 99),
                                      .base = base};
    return BY(&scene, account(), EVENT_GROUP_PLACE, .group_place = place);
}

static enum reason choose(unsigned n, size_t group, int64_t rev) {
    struct event_group_choose choose = {
        .grouping = make_id(GROUPING), .group = group < 4 ? groups[group].id : (struct id){{0}}, .rev = rev};
    return BY(&scene, person(n), EVENT_GROUP_CHOOSE, .group_choose = choose);
}

Test(placings, hosts_place_whom_they_saw_where_they_stood) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_expect_eq(place(0, 0, 5), REASON_STALE, "there is nothing to have been seen");
    cr_assert_eq(place(0, 0, 0), REASON_ABSENT);
    int64_t seen = process_head(scene.process);
    cr_expect(id_equal(group_of(0), groups[0].id));
    cr_expect_eq(place(0, 1, 0), REASON_STALE);
    cr_assert_eq(place(0, 1, seen), REASON_ABSENT);
    cr_expect_eq(place(0, 2, seen), REASON_STALE);
    cr_expect_eq(count_in(0), 0);
    cr_expect_eq(count_in(1), 1);
    cr_expect_eq(place(1, 3, 0), REASON_UNKNOWN_GROUP);
    cr_expect_eq(place(200, 1, 0), REASON_UNKNOWN_PARTICIPANT);
    scene_add_session(&scene, 1);
    scene_join(&scene, 40, 1);
    cr_expect_eq(place(40, 1, 0), REASON_NOT_JOINED);
    cr_expect_eq(choose(1, 0, 1), REASON_WRONG_FORM, "it is not theirs to choose");
}

Test(placings, people_choose_where_there_is_room) {
    struct event_grouping_put free = the_grouping();
    free.choice = true;
    free.most = 2;
    cr_assert_eq(put(free), REASON_ABSENT);
    cr_assert_eq(choose(0, 0, 1), REASON_ABSENT);
    cr_assert_eq(choose(1, 0, 1), REASON_ABSENT);
    cr_expect_eq(choose(2, 0, 1), REASON_GROUP_FULL);
    cr_expect_eq(choose(0, 0, 2), REASON_ABSENT, "who is there may stay");
    cr_expect_eq(choose(0, 1, 2), REASON_STALE);
    cr_assert_eq(choose(0, 99, 3), REASON_ABSENT, "none");
    cr_expect_eq(choose(2, 0, 1), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_RANDOM), REASON_ABSENT);
    scene_join(&scene, 30, 0);
    cr_expect(id_is_none(group_of(30)), "who comes late chooses too");
    cr_expect_eq(BY(&scene, account(), EVENT_GROUP_CHOOSE, .group_choose = {.rev = 1}), REASON_DENIED);
}

struct told {
    size_t places;
    struct entity_place place;
};

static void tell(void *context, const struct entity *entity) {
    struct told *told = context;
    if (entity->kind == ENTITY_PLACE) {
        cr_expect(id_equal(entity->id, make_id(GROUPING)));
        told->places++;
        told->place = entity->body.place;
    }
}

Test(placings, ones_own_place_is_called_after_the_grouping) {
    struct arena arena;
    struct told told = {0};
    struct entity entity;
    arena_init(&arena);
    struct event_grouping_put free = the_grouping();
    free.choice = true;
    cr_assert_eq(put(free), REASON_ABSENT);
    cr_assert_eq(choose(0, 1, 4), REASON_ABSENT);
    cr_assert(process_entity_of(scene.process, &scene.events[scene.count - 1], &arena, &entity));
    cr_expect_eq(entity.kind, ENTITY_PLACE);
    const struct actor actor = person(0);
    process_own(scene.process, &actor, 1, &arena, tell, &told);
    cr_assert_eq(told.places, 1);
    cr_expect(id_equal(told.place.group, groups[1].id));
    cr_expect_eq(told.place.rev, 4);
    cr_expect(told.place.chosen);
    cr_assert_eq(place(0, 2, process_head(scene.process)), REASON_ABSENT);
    process_own(scene.process, &actor, 1, &arena, tell, &told);
    cr_expect(id_equal(told.place.group, groups[2].id));
    cr_expect_not(told.place.chosen);
    cr_expect_eq(told.place.rev, 4, "a host's doing is no answer to what they say next");
    arena_finish(&arena);
}

Test(placings, an_audience_has_the_groups_that_rounds_go_by) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(place(0, 1, 0), REASON_ABSENT);
    struct audience none = participants(0, 0);
    struct audience got = process_audience_of(scene.process, make_id(PERSON), make_id(SESSION));
    cr_expect(audience_equal(&got, &none));
    struct event_round_put round = notes_round(3, VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
    round.grouping = make_id(GROUPING);
    scene_put_round(&scene, round);
    got = process_audience_of(scene.process, make_id(PERSON), make_id(SESSION));
    struct audience in = with_group(participants(0, 0), GROUP + 1);
    cr_expect(audience_equal(&got, &in));
    round.removed = true;
    scene_put_round(&scene, round);
    got = process_audience_of(scene.process, make_id(PERSON), make_id(SESSION));
    cr_expect(audience_equal(&got, &none));
    struct audience screen = process_audience_of_display(
        scene.process, make_id(SESSION), (struct group_ref){make_id(GROUPING), make_id(GROUP)});
    struct audience own = with_group(display(0), GROUP);
    cr_expect(audience_equal(&screen, &own));
    screen = process_audience_of_display(scene.process, make_id(SESSION),
                                         (struct group_ref){make_id(GROUPING), make_id(GROUP + 9)});
    own = display(0);
    cr_expect(audience_equal(&screen, &own), "where the group is gone it is the session's");
}

Test(placings, an_audience_holds_its_groups_in_order_and_each_once) {
    struct audience audience = participants(0, 0), same = participants(0, 0);
    for (unsigned i = 0; i < AUDIENCE_GROUPS; i++) {
        audience_add_group(&audience, make_id(GROUP + i * 8 % AUDIENCE_GROUPS));
        audience_add_group(&same, make_id(GROUP + AUDIENCE_GROUPS - 1 - i));
        audience_add_group(&same, make_id(GROUP + AUDIENCE_GROUPS - 1 - i));
    }
    audience_add_group(&same, (struct id){{0}});
    cr_expect_eq(same.group_count, AUDIENCE_GROUPS);
    cr_expect(audience_equal(&audience, &same));
    cr_expect_not(audience_has_group(&same, (struct id){{0}}));
}
