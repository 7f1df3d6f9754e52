/* A session of twelve whose people stand in groups, for the tests of groupings, of deals and of who is
 * placed. */
#ifndef SAMSKAP_TEST_GROUPING_SCENE_H
#define SAMSKAP_TEST_GROUPING_SCENE_H

#include <criterion/criterion.h>

#include "support.h"

enum { PEOPLE = 12, GROUPS = 3 };

static struct scene scene;

static inline void setup(void) {
    scene_begin(&scene, PEOPLE, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
}

static inline void teardown(void) {
    scene_check_refold(&scene);
    scene_close(&scene);
}

static const struct put_group groups[] = {
    {{{0xa0, [14] = GROUP >> 8, [15] = GROUP & 255}}, {"Grupp 1", 7}, {"https://example.org/1", 21}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 1}}, {"Grupp 2", 7}, {NULL, 0}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 2}}, {"Grupp 3", 7}, {NULL, 0}},
    {{{0xa0, [14] = GROUP >> 8, [15] = (GROUP & 255) + 3}}, {"Grupp 4", 7}, {NULL, 0}},
};

static inline struct event_grouping_put the_grouping(void) {
    const struct grouping *grouping = process_grouping(scene.process, make_id(GROUPING));
    return (struct event_grouping_put){.id = make_id(GROUPING),
                                       .base = grouping ? grouping->changed : 0,
                                       .session = make_id(SESSION),
                                       .title = STR("Smågrupper"),
                                       .groups = groups,
                                       .groups_count = GROUPS};
}

static inline enum reason put(struct event_grouping_put put) {
    return BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = put);
}

static inline enum reason deal_by(struct event_grouping_deal deal) {
    deal.id = make_id(GROUPING);
    deal.base = process_grouping(scene.process, deal.id)->changed;
    deal.seed = str_is_absent(deal.seed) ? STR("00112233445566778899aabbccddeeff") : deal.seed;
    return BY(&scene, account(), EVENT_GROUPING_DEAL, .grouping_deal = deal);
}

static inline enum reason deal(enum deal_method method) {
    return deal_by((struct event_grouping_deal){.method = method});
}

static inline enum reason undo_deal(void) {
    return deal_by((struct event_grouping_deal){.undone = true});
}

static inline int64_t count_in(size_t group) {
    return process_grouping(scene.process, make_id(GROUPING))->groups[group].count;
}

static inline struct id group_of(unsigned n) {
    return process_group_of(scene.process, process_participant(scene.process, make_id(PERSON + n)),
                            process_grouping(scene.process, make_id(GROUPING)));
}

#endif
