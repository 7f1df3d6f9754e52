#include "grouping_scene.h"

TestSuite(groupings, .init = setup, .fini = teardown);

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
