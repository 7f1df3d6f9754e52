#include <criterion/criterion.h>

#include "../support.h"

static struct scene scene;

static void begin(enum result result, int64_t budget, int64_t cap) {
    scene_begin(&scene, 3, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, ballot_round(1, result, budget, cap));
    scene_open_round(&scene, 1);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(hands, .fini = close);

static const struct round *find(void) {
    return process_round(scene.process, make_id(ROUND + 1));
}

static struct choice_hands choices[3];

static enum reason raise(int64_t base, int64_t people, int64_t first, int64_t second) {
    choices[0] = (struct choice_hands){make_id(CHOICE), first};
    choices[1] = (struct choice_hands){make_id(CHOICE + 1), second};
    return BY(&scene, account(), EVENT_HANDS_PUT,
              .hands_put = {.round = make_id(ROUND + 1),
                            .base = base,
                            .people = people,
                            .choices = choices,
                            .choices_count = 2});
}

static bool see(struct audience audience, enum entity_kind kind, struct arena *arena, struct entity *entity) {
    return find_entity(scene.process, audience, kind, make_id(ROUND + 1), arena, entity);
}

Test(hands, are_counted_beside_the_phones) {
    struct arena arena;
    struct entity entity;
    begin(RESULT_OPEN, 3, 2);
    arena_init(&arena);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 1, 2), REASON_ABSENT);
    cr_assert_not(see(hosts(), ENTITY_HANDS, &arena, &entity), "nobody has raised any");
    cr_assert_eq(raise(0, 4, 5, 1), REASON_ABSENT);
    cr_assert(see(participants(0, 0), ENTITY_TALLY, &arena, &entity));
    const struct entity_tally *tally = &entity.body.tally;
    cr_expect_eq(tally->voters, 5);
    cr_expect_eq(tally->hands, 4);
    cr_expect_eq(tally->votes, 8);
    cr_expect_eq(tally->choices[0].votes, 7);
    cr_expect_eq(tally->choices[0].voters, 1);
    cr_expect_eq(tally->choices[0].hands, 5);
    cr_expect_eq(tally->choices[1].hands, 1);
    cr_expect_not(see(participants(0, 0), ENTITY_HANDS, &arena, &entity));
    cr_assert(see(hosts(), ENTITY_ROUND, &arena, &entity));
    cr_expect_eq(entity.body.round.entered, 4);
    cr_expect_eq(entity.body.round.answered, 0, "three are few");
    arena_finish(&arena);
}

Test(hands, take_the_place_of_those_before) {
    begin(RESULT_OPEN, 3, 0);
    cr_assert_eq(raise(0, 4, 5, 1), REASON_ABSENT);
    int64_t seen = process_head(scene.process);
    cr_expect_eq(raise(0, 2, 1, 0), REASON_STALE);
    cr_expect_eq(raise(seen - 1, 2, 1, 0), REASON_STALE);
    cr_expect_eq(raise(seen + 100, 2, 1, 0), REASON_STALE);
    cr_assert_eq(raise(seen, 0, 0, 0), REASON_ABSENT);
    const struct hands *hands = process_hands(scene.process, find());
    cr_expect_eq(hands->people, 0);
    cr_expect_eq(hands->votes[0], 0);
}

Test(hands, each_has_a_budget_and_a_cap) {
    begin(RESULT_OPEN, 3, 2);
    cr_expect_eq(raise(0, 2, 4, 2), REASON_ABSENT);
    int64_t seen = process_head(scene.process);
    cr_expect_eq(raise(seen, 2, 5, 0), REASON_OVER_CHOICE_CAP);
    cr_expect_eq(raise(seen, 2, 4, 3), REASON_OVER_BUDGET);
    cr_expect_eq(raise(seen, 2, 7, 0), REASON_OVER_BUDGET);
    cr_expect_eq(raise(seen, 2, -1, 0), REASON_OVER_BUDGET);
    cr_expect_eq(raise(seen, 2001, 0, 0), REASON_TOO_MANY);
    cr_expect_eq(raise(seen, 2000, 4000, 2000), REASON_ABSENT);
}

Test(hands, are_raised_for_choices_that_there_are_while_the_ballot_is_open) {
    begin(RESULT_OPEN, 3, 0);
    struct event_hands_put put = {
        .round = make_id(ROUND + 1), .people = 3, .choices = choices, .choices_count = 2};
    choices[0] = choices[1] = (struct choice_hands){make_id(CHOICE), 1};
    cr_expect_eq(BY(&scene, account(), EVENT_HANDS_PUT, .hands_put = put), REASON_WRONG_FORM);
    choices[1].id = make_id(CHOICE + 9);
    cr_expect_eq(BY(&scene, account(), EVENT_HANDS_PUT, .hands_put = put), REASON_UNKNOWN_CHOICE);
    put.choices_count = 1;
    cr_expect_eq(BY(&scene, author(1), EVENT_HANDS_PUT, .hands_put = put), REASON_DENIED);
    put.round = make_id(ROUND);
    cr_expect_eq(BY(&scene, account(), EVENT_HANDS_PUT, .hands_put = put), REASON_WRONG_FORM);
    put.round = make_id(ROUND + 2);
    cr_expect_eq(BY(&scene, account(), EVENT_HANDS_PUT, .hands_put = put), REASON_UNKNOWN_ROUND);
    scene_put_round(&scene, ballot_round(2, RESULT_OPEN, 3, 0));
    cr_expect_eq(BY(&scene, account(), EVENT_HANDS_PUT, .hands_put = put), REASON_NOT_OPEN);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1), .grace = 0}), 0);
    put.round = make_id(ROUND + 1);
    cr_expect_eq(BY(&scene, account(), EVENT_HANDS_PUT, .hands_put = put), REASON_CLOSED);
}

Test(hands, of_a_hidden_result_are_with_who_entered_them_alone) {
    struct arena arena;
    struct entity entity;
    begin(RESULT_HIDDEN, 3, 0);
    arena_init(&arena);
    cr_assert_eq(raise(0, 4, 5, 1), REASON_ABSENT);
    cr_assert(see(hosts(), ENTITY_TALLY, &arena, &entity));
    cr_expect_eq(entity.body.tally.choices_count, 0);
    cr_expect_eq(entity.body.tally.hands, 0);
    cr_expect_not(see(display(0), ENTITY_TALLY, &arena, &entity));
    cr_assert(see(hosts(), ENTITY_HANDS, &arena, &entity));
    cr_expect_eq(entity.body.hands.people, 4);
    cr_assert_eq(entity.body.hands.choices_count, 3);
    cr_expect_eq(entity.body.hands.choices[0].votes, 5);
    cr_expect_eq(entity.body.hands.choices[2].votes, 0);
    arena_finish(&arena);
}

Test(hands, follow_their_choices_and_keep_them) {
    static const struct choice turned[] = {
        {.id = {{0xa0, [15] = CHOICE + 3}}, .text = {"Enkelhet", 8}},
        {.id = {{0xa0, [15] = CHOICE + 2}}, .text = {"Tillsammans", 11}},
        {.id = {{0xa0, [15] = CHOICE + 1}}, .text = {"Samverkan", 9}},
        {.id = {{0xa0, [15] = CHOICE}}, .text = {"Trygghet", 8}},
    };
    begin(RESULT_OPEN, 3, 0);
    cr_assert_eq(raise(0, 4, 5, 1), REASON_ABSENT);
    struct event_round_put body = ballot_round(1, RESULT_OPEN, 3, 0);
    struct ballot_settings settings = {
        .choices = turned, .choices_count = 4, .budget = 3, .result = RESULT_OPEN};
    body.ballot = &settings;
    scene_put_round(&scene, body);
    const struct hands *hands = process_hands(scene.process, find());
    cr_expect_eq(hands->votes[3], 5);
    cr_expect_eq(hands->votes[2], 1);
    cr_expect_eq(hands->votes[0], 0);
    settings.choices_count = 3;
    body.base = find()->changed;
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body), REASON_HAS_ANSWERS);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_OPEN,
                    .round_open = {.id = make_id(ROUND + 1), .deadline = 0, .undone = true}),
                 REASON_HAS_ANSWERS);
}

Test(hands, count_for_answered_and_not_for_the_share) {
    struct arena arena;
    struct entity entity;
    scene_begin(&scene, PROCESS_SAY_MOST_BELOW, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, ballot_round(1, RESULT_OPEN, 3, 0));
    scene_open_round(&scene, 1);
    arena_init(&arena);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 1, 2), REASON_ABSENT);
    cr_assert_eq(raise(0, 9, 5, 1), REASON_ABSENT);
    cr_assert(see(display(0), ENTITY_ROUND, &arena, &entity));
    cr_expect_eq(entity.body.round.answered, 10);
    cr_expect_eq(entity.body.round.entered, 9);
    cr_expect_eq(entity.body.round.share, SHARE_SOME);
    cr_assert_eq(raise(process_head(scene.process), 2, 1, 1), REASON_ABSENT);
    cr_assert(see(display(0), ENTITY_ROUND, &arena, &entity));
    cr_expect_eq(entity.body.round.answered, 3);
    arena_finish(&arena);
}
