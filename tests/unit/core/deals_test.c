#include "grouping_scene.h"

TestSuite(deals, .init = setup, .fini = teardown);

Test(deals, all_who_have_joined_are_dealt_a_group) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_RANDOM), REASON_ABSENT);
    for (size_t i = 0; i < GROUPS; i++) {
        cr_expect_eq(count_in(i), PEOPLE / GROUPS);
    }
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_PLACING), PEOPLE);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_PLACING), 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_GROUPING), 1);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_GROUPING), 1);
    cr_expect_eq(count_entities(scene.process, display(1), ENTITY_GROUPING), 0, "of another session");
}

Test(deals, who_is_absent_gets_none) {
    static struct id absent[3];
    absent[0] = make_id(PERSON);
    absent[1] = make_id(PERSON + 1);
    absent[2] = make_id(PERSON + 5000); /* nobody */
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(deal_by((struct event_grouping_deal){
                     .method = DEAL_METHOD_BALANCED, .absent = absent, .absent_count = 3}),
                 REASON_ABSENT);
    cr_expect(id_is_none(group_of(0)));
    cr_expect(id_is_none(group_of(1)));
    cr_expect_not(id_is_none(group_of(2)));
    cr_expect_eq(count_in(0) + count_in(1) + count_in(2), PEOPLE - 2);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_PLACING), PEOPLE, "in none, but left out");
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect(id_is_none(group_of(0)), "nor when the deal is taken back, and that too");
}

Test(deals, roles_are_spread) {
    for (unsigned i = 0; i < PEOPLE; i++) {
        struct event_participant_put said = {
            .rev = 1, .role = make_id(ROLE + i % 4 / 3), .organisation = make_id(ORGANISATION + i % 3)};
        cr_assert_eq(BY(&scene, person(i), EVENT_PARTICIPANT_PUT, .participant_put = said), REASON_ABSENT);
    }
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_BALANCED), REASON_ABSENT);
    for (size_t group = 0; group < GROUPS; group++) {
        unsigned few = 0, organisations = 0;
        for (unsigned i = 0; i < PEOPLE; i++) {
            bool here = id_equal(group_of(i), groups[group].id);
            few += here && i % 4 == 3;
            organisations |= here ? 1u << i % 3 : 0;
        }
        cr_expect_eq(few, 1, "three of them in three groups");
        cr_expect_eq(organisations, 7, "and each organisation in every one");
    }
}

Test(deals, a_deal_is_taken_back_and_that_too) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_expect_eq(undo_deal(), REASON_WRONG_STATE, "there is none");
    cr_assert_eq(deal(DEAL_METHOD_RANDOM), REASON_ABSENT);
    struct id first = group_of(0), second = group_of(1);
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect(id_is_none(group_of(0)));
    cr_expect_not(process_grouping(scene.process, make_id(GROUPING))->dealt);
    cr_expect_eq(count_in(0), 0);
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect(id_equal(group_of(0), first));
    cr_expect(process_grouping(scene.process, make_id(GROUPING))->dealt);
    cr_assert_eq(deal_by((struct event_grouping_deal){.method = DEAL_METHOD_RANDOM,
                                                      .seed = STR("ffeeddccbbaa99887766554433221100")}),
                 REASON_ABSENT);
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect(id_equal(group_of(0), first));
    cr_expect(id_equal(group_of(1), second));
}

Test(deals, who_comes_late_goes_to_the_smallest) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    static struct id absent[1];
    absent[0] = make_id(PERSON + 20);
    scene_join(&scene, 20, 0);
    cr_expect(id_is_none(group_of(20)), "nothing was dealt yet");
    cr_assert_eq(deal_by((struct event_grouping_deal){
                     .method = DEAL_METHOD_RANDOM, .absent = absent, .absent_count = 1}),
                 REASON_ABSENT);
    scene_join(&scene, 21, 0);
    cr_expect(id_equal(group_of(21), groups[0].id), "the first of those that are as small");
    scene_join(&scene, 22, 0);
    cr_expect(id_equal(group_of(22), groups[1].id));
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect(id_is_none(group_of(22)));
    scene_join(&scene, 23, 0);
    cr_expect(id_is_none(group_of(23)));
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect(id_equal(group_of(22), groups[1].id));
    cr_expect_not(id_is_none(group_of(23)), "who came meanwhile is dealt in");
}

Test(deals, who_came_late_stays_where_one_deal_is_taken_back_for_another) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_RANDOM), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_BALANCED), REASON_ABSENT);
    scene_join(&scene, 20, 0);
    struct id late = group_of(20);
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect(id_equal(group_of(20), late));
}

/* ---- as last time ---- */

static const struct put_group rooms[] = {
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 10}}, {"Rum 1", 5}, {NULL, 0}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 11}}, {"Rum 2", 5}, {NULL, 0}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 12}}, {"Rum 3", 5}, {NULL, 0}},
};

/* A second session, of which the first so many people have come to be divided over so many rooms. */
static const struct grouping *plan_next(unsigned people, size_t count) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_RANDOM), REASON_ABSENT);
    scene_add_session(&scene, 1);
    for (unsigned i = 0; i < people; i++) {
        scene_join(&scene, i, 1);
    }
    struct event_grouping_put next = the_grouping();
    next.id = make_id(GROUPING + 1);
    next.base = 0;
    next.session = make_id(SESSION + 1);
    next.groups = rooms;
    next.groups_count = count;
    cr_assert_eq(put(next), REASON_ABSENT);
    return process_grouping(scene.process, next.id);
}

static enum reason deal_next(const struct grouping *next, struct event_grouping_deal body) {
    body.id = next->id;
    body.base = next->changed;
    return BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = body);
}

static struct event_grouping_deal as_last_time(void) {
    return (struct event_grouping_deal){.method = DEAL_METHOD_LIKE, .like = make_id(GROUPING)};
}

/* Whether somebody is in that room, of those who stood in the group of the same number. */
static bool is_in_room(const struct grouping *next, unsigned person, unsigned room) {
    const struct participant *who = process_participant(scene.process, make_id(PERSON + person));
    return id_equal(process_group_of(scene.process, who, next), rooms[room].id);
}

Test(deals, those_who_were_together_come_together) {
    const struct grouping *next = plan_next(PEOPLE + 2, 2);
    cr_assert_eq(deal_next(next, as_last_time()), REASON_ABSENT);
    for (unsigned i = 0; i < PEOPLE; i++) {
        struct id was = group_of(i);
        cr_expect(id_equal(was, groups[2].id) || is_in_room(next, i, id_equal(was, groups[1].id)));
    }
    cr_expect_eq(next->groups[0].count, (PEOPLE + 2) / 2, "the third group, and new people, fill up");
    cr_expect_eq(next->groups[1].count, (PEOPLE + 2) / 2);
    struct event_grouping_deal wrong = {.method = DEAL_METHOD_LIKE, .like = make_id(GROUPING + 7)};
    cr_expect_eq(deal_next(next, wrong), REASON_UNKNOWN_GROUPING);
    wrong.method = DEAL_METHOD_RANDOM;
    cr_expect_eq(deal_next(next, wrong), REASON_WRONG_FORM);
    wrong = (struct event_grouping_deal){.method = DEAL_METHOD_LIKE};
    cr_expect_eq(deal_next(next, wrong), REASON_WRONG_FORM);
}

/* So a meeting can be planned before anybody has come to it. */
Test(deals, who_comes_late_comes_to_those_they_were_with_last_time) {
    const struct grouping *next = plan_next(0, GROUPS);
    cr_assert_eq(deal_next(next, as_last_time()), REASON_ABSENT);
    for (unsigned i = 0; i < PEOPLE; i++) {
        scene_join(&scene, i, 1);
        for (unsigned room = 0; room < GROUPS; room++) {
            cr_expect_eq(id_equal(group_of(i), groups[room].id), is_in_room(next, i, room));
        }
    }
    scene_join(&scene, PEOPLE, 1);
    cr_expect(is_in_room(next, PEOPLE, 0), "who is new comes to the smallest, the first of several");
    struct event_grouping_deal by_chance = {.method = DEAL_METHOD_RANDOM,
                                            .seed = STR("00112233445566778899aabbccddeeff")};
    cr_assert_eq(deal_next(next, by_chance), REASON_ABSENT);
    cr_assert_eq(deal_next(next, (struct event_grouping_deal){.undone = true}), REASON_ABSENT);
    struct event_grouping_put gone = the_grouping();
    gone.removed = true;
    cr_assert_eq(put(gone), REASON_ABSENT);
    scene_join(&scene, PEOPLE + 1, 1);
    cr_expect(is_in_room(next, PEOPLE + 1, 1), "nobody knows any more who was with whom");
}

/* ---- what a deal needs ---- */

Test(deals, a_deal_needs_groups_and_what_it_was_seen_at) {
    struct event_grouping_put none = the_grouping();
    none.groups_count = 0;
    cr_assert_eq(put(none), REASON_ABSENT);
    cr_expect_eq(deal(DEAL_METHOD_RANDOM), REASON_UNKNOWN_GROUP);
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_expect_eq(deal(DEAL_METHOD_ABSENT), REASON_WRONG_FORM);
    struct event_grouping_deal stale = {.id = make_id(GROUPING), .base = 1, .method = DEAL_METHOD_RANDOM};
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = stale), REASON_STALE);
    stale.id = make_id(GROUPING + 1);
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = stale), REASON_UNKNOWN_GROUPING);
    cr_expect_eq(BY(&scene, person(0), EVENT_GROUPING_DEAL, .grouping_deal = stale), REASON_DENIED);
}
