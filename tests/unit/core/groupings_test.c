#include <criterion/criterion.h>

#include "support.h"

enum { PEOPLE = 12, GROUPS = 3 };

static struct scene scene;

static void setup(void) {
    scene_begin(&scene, PEOPLE, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
}

static void teardown(void) {
    scene_check_refold(&scene);
    scene_close(&scene);
}

TestSuite(groupings, .init = setup, .fini = teardown);

static const struct put_group groups[] = {
    {{{0xa0, [14] = GROUP >> 8, [15] = GROUP & 255}}, {"Grupp 1", 7}, {"https://example.org/1", 21}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 1}}, {"Grupp 2", 7}, {NULL, 0}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 2}}, {"Grupp 3", 7}, {NULL, 0}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 3}}, {"Grupp 4", 7}, {NULL, 0}},
};

static struct event_grouping_put the_grouping(void) {
    const struct grouping *grouping = process_grouping(scene.process, make_id(GROUPING));
    return (struct event_grouping_put){.id = make_id(GROUPING),
                                       .base = grouping ? grouping->changed : 0,
                                       .session = make_id(SESSION),
                                       .title = STR("Smågrupper"),
                                       .groups = groups,
                                       .groups_count = GROUPS};
}

static enum reason put(struct event_grouping_put put) {
    return BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = put);
}

static enum reason deal_by(struct event_grouping_deal deal) {
    deal.id = make_id(GROUPING);
    deal.base = process_grouping(scene.process, deal.id)->changed;
    deal.seed = str_is_absent(deal.seed) ? STR("00112233445566778899aabbccddeeff") : deal.seed;
    return BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = deal);
}

static enum reason deal(enum deal_method method) {
    return deal_by((struct event_grouping_deal){.method = method});
}

static enum reason undo_deal(void) {
    return deal_by((struct event_grouping_deal){.undone = true});
}

static int64_t count_in(size_t group) {
    return process_grouping(scene.process, make_id(GROUPING))->groups[group].count;
}

static struct id group_of(unsigned n) {
    return process_group_of(scene.process, process_participant(scene.process, make_id(PERSON + n)),
                            process_grouping(scene.process, make_id(GROUPING)));
}

Test(groupings, all_who_have_joined_are_dealt_a_group) {
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

Test(groupings, who_is_absent_gets_none) {
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

Test(groupings, roles_are_spread) {
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

Test(groupings, a_deal_is_taken_back_and_that_too) {
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

Test(groupings, who_comes_late_goes_to_the_smallest) {
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

Test(groupings, who_came_late_stays_where_one_deal_is_taken_back_for_another) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_RANDOM), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_BALANCED), REASON_ABSENT);
    scene_join(&scene, 20, 0);
    struct id late = group_of(20);
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect(id_equal(group_of(20), late));
}

Test(groupings, those_who_were_together_come_together) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_RANDOM), REASON_ABSENT);
    scene_add_session(&scene, 1);
    static const struct put_group two[] = {
        {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 10}}, {"Rum 1", 5}, {NULL, 0}},
        {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 11}}, {"Rum 2", 5}, {NULL, 0}},
    };
    for (unsigned i = 0; i < PEOPLE + 2; i++) {
        scene_join(&scene, i, 1);
    }
    struct event_grouping_put next = the_grouping();
    next.id = make_id(GROUPING + 1);
    next.base = 0;
    next.session = make_id(SESSION + 1);
    next.groups = two;
    next.groups_count = 2;
    cr_assert_eq(put(next), REASON_ABSENT);
    struct event_grouping_deal like = {.id = next.id,
                                       .base = process_head(scene.process),
                                       .method = DEAL_METHOD_LIKE,
                                       .like = make_id(GROUPING)};
    cr_assert_eq(BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = like), REASON_ABSENT);
    const struct grouping *grouping = process_grouping(scene.process, next.id);
    for (unsigned i = 0; i < PEOPLE; i++) {
        struct id was = group_of(i);
        struct id is = process_group_of(scene.process,
                                        process_participant(scene.process, make_id(PERSON + i)), grouping);
        cr_expect(id_equal(was, groups[2].id) || id_equal(is, two[id_equal(was, groups[1].id)].id));
    }
    cr_expect_eq(grouping->groups[0].count, (PEOPLE + 2) / 2, "the third group, and new people, fill up");
    cr_expect_eq(grouping->groups[1].count, (PEOPLE + 2) / 2);
    like.base = grouping->changed;
    like.like = make_id(GROUPING + 7);
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = like), REASON_UNKNOWN_GROUPING);
    like.method = DEAL_METHOD_RANDOM;
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = like), REASON_WRONG_FORM);
    like.like = (struct id){{0}};
    like.method = DEAL_METHOD_LIKE;
    cr_expect_eq(BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = like), REASON_WRONG_FORM);
}

Test(groupings, a_deal_needs_groups_and_what_it_was_seen_at) {
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

static enum reason put_two(struct put_group first, struct put_group second) {
    static struct put_group pairs[10][2];
    static size_t used;
    struct event_grouping_put two = the_grouping();
    pairs[used][0] = first;
    pairs[used][1] = second;
    two.id = make_id(GROUPING + 1);
    two.base = 0;
    two.groups = pairs[used++];
    two.groups_count = 2;
    return put(two);
}

Test(groupings, what_groups_must_be) {
    struct put_group other = groups[1];
    other.id = groups[0].id;
    cr_expect_eq(put_two(groups[0], other), REASON_ID_TAKEN);
    other.id = make_id(TABLE);
    cr_expect_eq(put_two(groups[0], other), REASON_ID_TAKEN, "a table's");
    scene_add_session(&scene, 1);
    other.id = make_id(TABLE + 2);
    cr_expect_eq(put_two(groups[0], other), REASON_ID_TAKEN, "a table's of another session");
    other.id = (struct id){{0}};
    cr_expect_eq(put_two(groups[0], other), REASON_ID_TAKEN);
    other = groups[1];
    other.link = STR("http://example.org");
    cr_expect_eq(put_two(groups[0], other), REASON_BAD_FIELDS);
    other.link = (struct str){0};
    other.name = STR("");
    cr_expect_eq(put_two(groups[0], other), REASON_EMPTY);
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_expect_eq(put_two(groups[0], groups[1]), REASON_ID_TAKEN, "groups of another grouping");
    static const struct named table = {{{0xa0, [14] = GROUP >> 8, [15] = GROUP & 255}}, {"Bord 1", 6}};
    struct event_session_put session = {.id = make_id(SESSION),
                                        .base = process_head(scene.process),
                                        .title = STR("Dagen"),
                                        .tables = &table,
                                        .tables_count = 1};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_PUT, .session_put = session), REASON_ID_TAKEN);
}

Test(groupings, what_a_grouping_must_be) {
    static struct put_group many[PROCESS_GROUPS + 1];
    struct event_grouping_put wrong = the_grouping();
    wrong.title = STR("");
    cr_expect_eq(put(wrong), REASON_EMPTY);
    wrong = the_grouping();
    wrong.session = make_id(SESSION + 1);
    cr_expect_eq(put(wrong), REASON_UNKNOWN_SESSION);
    wrong = the_grouping();
    wrong.id = make_id(ROUND);
    cr_expect_eq(put(wrong), REASON_ID_TAKEN);
    for (unsigned i = 0; i <= PROCESS_GROUPS; i++) {
        many[i] = (struct put_group){.id = make_id(GROUP + 100 + i), .name = STR("Grupp")};
    }
    wrong = the_grouping();
    wrong.groups = many;
    wrong.groups_count = PROCESS_GROUPS + 1;
    cr_expect_eq(put(wrong), REASON_TOO_MANY);
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    wrong = the_grouping();
    wrong.base = 1;
    cr_expect_eq(put(wrong), REASON_STALE);
    scene_add_session(&scene, 1);
    wrong = the_grouping();
    wrong.session = make_id(SESSION + 1);
    cr_expect_eq(put(wrong), REASON_ID_TAKEN, "it stays in its session");
}

Test(groupings, so_many_a_session_and_one_less_when_one_is_removed) {
    struct event_grouping_put one = the_grouping();
    one.groups_count = 0;
    for (unsigned i = 0; i < PROCESS_GROUPINGS_PER_SESSION; i++) {
        one.id = make_id(GROUPING + i);
        cr_assert_eq(put(one), REASON_ABSENT);
    }
    one.id = make_id(GROUPING + PROCESS_GROUPINGS_PER_SESSION);
    cr_expect_eq(put(one), REASON_TOO_MANY);
    struct event_grouping_put removed = the_grouping();
    removed.groups_count = 0;
    removed.removed = true;
    cr_assert_eq(put(removed), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_GROUPING), PROCESS_GROUPINGS_PER_SESSION - 1);
    cr_assert_eq(put(one), REASON_ABSENT);
    removed.removed = false;
    removed.base = process_head(scene.process);
    cr_expect_eq(put(removed), REASON_TOO_MANY, "and it does not come back beside them");
}

Test(groupings, where_somebody_stands_is_not_taken_away) {
    cr_assert_eq(put(the_grouping()), REASON_ABSENT);
    cr_assert_eq(deal(DEAL_METHOD_RANDOM), REASON_ABSENT);
    struct event_grouping_put fewer = the_grouping();
    fewer.groups_count = 2;
    cr_expect_eq(put(fewer), REASON_HAS_ANSWERS);
    struct event_grouping_put more = the_grouping();
    more.groups_count = 4;
    cr_assert_eq(put(more), REASON_ABSENT);
    cr_expect_eq(count_in(0), PEOPLE / GROUPS, "they stay where they are");
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    fewer.base = process_head(scene.process);
    cr_assert_eq(put(fewer), REASON_ABSENT);
    cr_assert_eq(undo_deal(), REASON_ABSENT);
    cr_expect_eq(count_in(0), PEOPLE / GROUPS);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_PLACING), PEOPLE,
                 "those of the third in none");
    struct event_grouping_put whole = the_grouping();
    whole.groups_count = 2;
    whole.removed = true;
    cr_assert_eq(put(whole), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_PLACING), 0);
    cr_expect_eq(deal(DEAL_METHOD_RANDOM), REASON_UNKNOWN_GROUPING);
    whole.removed = false;
    whole.base = process_head(scene.process);
    cr_assert_eq(put(whole), REASON_ABSENT);
    cr_expect_eq(count_in(0), PEOPLE / GROUPS, "and come back with it");
}

/* ---- one at a time ---- */

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

Test(groupings, hosts_place_whom_they_saw_where_they_stood) {
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

Test(groupings, people_choose_where_there_is_room) {
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

Test(groupings, ones_own_place_is_called_after_the_grouping) {
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

Test(groupings, an_audience_has_the_groups_that_rounds_go_by) {
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

Test(groupings, an_audience_holds_its_groups_in_order_and_each_once) {
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
