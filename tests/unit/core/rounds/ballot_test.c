#include <criterion/criterion.h>

#include "../support.h"

static struct scene scene;
static struct arena arena; /* of what was seen */

static void begin(enum result result, int64_t budget, int64_t cap) {
    scene_begin(&scene, 3, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, ballot_round(1, result, budget, cap));
    scene_open_round(&scene, 1);
}

static void open(void) {
    arena_init(&arena);
}

static void close(void) {
    arena_finish(&arena);
    scene_close(&scene);
}

TestSuite(ballot, .init = open, .fini = close);

static const struct round *find(void) {
    return process_round(scene.process, make_id(ROUND + 1));
}

static bool see_tally(struct audience audience, struct entity_tally *tally) {
    struct entity entity;
    bool seen = find_entity(scene.process, audience, ENTITY_TALLY, make_id(ROUND + 1), &arena, &entity);
    *tally = seen ? entity.body.tally : (struct entity_tally){0};
    return seen;
}

static enum reason put(struct event_round_put body) {
    body.base = find()->changed;
    return BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body);
}

Test(ballot, the_budget_holds_over_all_choices) {
    begin(RESULT_OPEN, 3, 0);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 1, 2), REASON_ABSENT);
    cr_expect_eq(scene_vote(&scene, author(1), 1, 1, 2), REASON_OVER_BUDGET);
    cr_assert_eq(scene_vote(&scene, author(1), 1, 1, 1), REASON_ABSENT);
    cr_expect_eq(scene_vote(&scene, author(1), 2, 1, 1), REASON_OVER_BUDGET);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 2, 0), REASON_ABSENT, "votes can be moved");
    cr_assert_eq(scene_vote(&scene, author(1), 2, 1, 2), REASON_ABSENT);
    cr_expect_eq(scene_vote(&scene, author(1), 2, 2, 4), REASON_OVER_BUDGET);
    cr_expect_eq(scene_vote(&scene, author(1), 2, 2, 1000), REASON_OVER_BUDGET);
}

Test(ballot, a_choice_has_a_cap) {
    begin(RESULT_OPEN, 5, 2);
    cr_expect_eq(scene_vote(&scene, author(1), 0, 1, 3), REASON_OVER_CHOICE_CAP);
    cr_expect_eq(scene_vote(&scene, author(1), 0, 1, 2), REASON_ABSENT);
}

Test(ballot, rev_counts_for_each_choice) {
    begin(RESULT_OPEN, 5, 0);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 2, 1), REASON_ABSENT);
    cr_expect_eq(scene_vote(&scene, author(1), 0, 2, 3), REASON_STALE);
    cr_expect_eq(scene_vote(&scene, author(1), 0, 1, 3), REASON_STALE);
    cr_expect_eq(scene_vote(&scene, author(1), 1, 1, 1), REASON_ABSENT);
    cr_expect_eq(scene_vote(&scene, author(1), 9, 1, 1), REASON_UNKNOWN_CHOICE);
}

/* All orders in which five commands of one person may come. */
static void try_orders(unsigned *order, unsigned from) {
    static const struct {
        unsigned choice;
        int64_t rev, votes;
    } commands[] = {{0, 1, 2}, {1, 1, 2}, {0, 2, 0}, {2, 1, 3}, {1, 2, 1}};
    if (from < 5) {
        for (unsigned i = from; i < 5; i++) {
            unsigned kept = order[from];
            order[from] = order[i];
            order[i] = kept;
            try_orders(order, from + 1);
            order[i] = order[from];
            order[from] = kept;
        }
        return;
    }
    size_t count;
    int64_t total = 0;
    begin(RESULT_OPEN, 3, 0);
    for (unsigned i = 0; i < 5; i++) {
        scene_vote(&scene, author(1), commands[order[i]].choice, commands[order[i]].rev,
                   commands[order[i]].votes);
    }
    const struct voter *const *voters = process_voters(scene.process, find(), &count);
    cr_assert_eq(count, 1);
    for (size_t i = 0; i < 3; i++) {
        total += voters[0]->votes[i];
    }
    cr_assert_eq(total, voters[0]->total);
    cr_assert_leq(total, 3);
    scene_close(&scene);
}

Test(ballot, the_budget_holds_in_any_order) {
    unsigned order[] = {0, 1, 2, 3, 4};
    try_orders(order, 0);
    begin(RESULT_OPEN, 3, 0);
}

Test(ballot, votes_are_never_late) {
    begin(RESULT_OPEN, 3, 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND + 1), .deadline = 2000}),
                 0);
    scene.at = 1999;
    cr_expect_eq(scene_vote(&scene, author(1), 0, 1, 1), REASON_ABSENT);
    scene.at = 2000;
    cr_expect_eq(scene_vote(&scene, author(1), 0, 2, 2), REASON_CLOSED);
    scene_put_round(&scene, ballot_round(2, RESULT_OPEN, 3, 0));
    struct event_vote_put vote = {
        .round = make_id(ROUND + 2), .choice = make_id(CHOICE), .rev = 1, .votes = 1};
    cr_expect_eq(BY(&scene, author(1), EVENT_VOTE_PUT, .vote_put = vote), REASON_NOT_OPEN);
    vote.round = make_id(ROUND);
    cr_expect_eq(BY(&scene, author(1), EVENT_VOTE_PUT, .vote_put = vote), REASON_WRONG_FORM);
}

Test(ballot, an_anonymous_vote_behind_the_deadline_keeps_the_time_that_shows_it) {
    begin(RESULT_OPEN, 3, 0);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND + 1), .deadline = 2000}),
                 0);
    struct event event = {.actor = author(1), .kind = EVENT_VOTE_PUT, .at = 2000};
    event.body.vote_put =
        (struct event_vote_put){.round = make_id(ROUND + 1), .choice = make_id(CHOICE), .rev = 1, .votes = 1};
    cr_expect_not(process_complete(scene.process, make_id(PERSON), 2000, &event));
    cr_expect_eq(scene_apply(&scene, event), REASON_CLOSED);
    cr_expect(process_complete(scene.process, make_id(PERSON), 1999, &event));
    cr_expect_eq(event.at, 1000);
    cr_expect_eq(scene_apply(&scene, event), REASON_ABSENT);
}

Test(ballot, a_hidden_result_is_in_nothing_that_is_sent) {
    struct entity_tally tally;
    begin(RESULT_HIDDEN, 3, 0);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 1, 2), REASON_ABSENT);
    cr_expect_not(see_tally(participants(0, 0), &tally));
    cr_expect_not(see_tally(display(0), &tally));
    cr_assert(see_tally(hosts(), &tally));
    cr_expect_eq(tally.voters, 0, "three are few: how many have voted is said in words");
    cr_expect_eq(tally.votes, 0);
    cr_expect_eq(tally.choices_count, 0);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1), .grace = 0}), 0);
    cr_assert(see_tally(display(0), &tally));
    cr_expect_eq(tally.votes, 2);
    cr_assert_eq(tally.choices_count, 3);
    cr_expect_eq(tally.choices[0].votes, 2);
    cr_expect_eq(tally.choices[0].voters, 1);
    scene_open_round(&scene, 1);
    cr_expect_not(see_tally(display(0), &tally), "open again, hidden again");
}

Test(ballot, of_a_hidden_result_hosts_see_how_many_have_voted_where_many_have_joined) {
    struct entity_tally tally;
    begin(RESULT_HIDDEN, 3, 0);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 1, 2), REASON_ABSENT);
    for (unsigned i = 3; i < PROCESS_SAY_MOST_BELOW; i++) {
        cr_assert(see_tally(hosts(), &tally));
        cr_expect_eq(tally.voters, 0);
        scene_join(&scene, i, 0);
    }
    cr_assert(see_tally(hosts(), &tally));
    cr_expect_eq(tally.voters, 1);
    struct change_cursor before = {process_head(scene.process) - 1, INT64_MAX};
    struct entity entity;
    struct gone gone;
    bool told = false;
    struct change_walk *walk = process_changes(scene.process, hosts(), before, &arena);
    while (process_next_change(walk, &arena, &entity, &gone, &before) != CHANGE_END) {
        told = told || entity.kind == ENTITY_TALLY;
    }
    cr_expect(told, "to those who were there already");
}

Test(ballot, what_was_voted_on_is_fixed) {
    static const struct choice fewer[] = {{.id = {{0xa0, [15] = CHOICE}}, .text = {"Trygghet", 8}}};
    static const struct choice other[] = {{.id = {{0xa0, [15] = CHOICE}}, .text = {"Trygg", 5}},
                                          {.id = {{0xa0, [15] = CHOICE + 1}}, .text = {"Samverkan", 9}},
                                          {.id = {{0xa0, [15] = CHOICE + 2}}, .text = {"Tillsammans", 11}}};
    begin(RESULT_HIDDEN, 3, 2);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 1, 1), REASON_ABSENT);
    struct event_round_put body = ballot_round(1, RESULT_HIDDEN, 3, 2);
    struct ballot_settings settings = *body.ballot;
    body.ballot = &settings;
    settings.choices = fewer;
    settings.choices_count = 1;
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    settings.choices = other;
    settings.choices_count = 3;
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    settings = find()->ballot;
    settings.budget = 2;
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    settings.budget = 3;
    settings.cap = 1;
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    settings.cap = 2;
    settings.result = RESULT_OPEN;
    cr_expect_eq(put(body), REASON_PROMISE_KEPT);
}

Test(ballot, votes_follow_their_choices_when_these_move) {
    static const struct choice turned[] = {{.id = {{0xa0, [15] = CHOICE + 3}}, .text = {"Enkelhet", 8}},
                                           {.id = {{0xa0, [15] = CHOICE + 2}}, .text = {"Tillsammans", 11}},
                                           {.id = {{0xa0, [15] = CHOICE + 1}}, .text = {"Samverkan", 9}},
                                           {.id = {{0xa0, [15] = CHOICE}}, .text = {"Trygghet", 8}}};
    struct entity_tally tally;
    size_t count;
    begin(RESULT_OPEN, 3, 0);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 4, 2), REASON_ABSENT);
    struct event_round_put body = ballot_round(1, RESULT_OPEN, 4, 0);
    struct ballot_settings settings = {
        .choices = turned, .choices_count = 4, .budget = 4, .cap = 0, .result = RESULT_OPEN};
    body.ballot = &settings;
    cr_assert_eq(put(body), REASON_ABSENT);
    const struct voter *const *voters = process_voters(scene.process, find(), &count);
    cr_expect_eq(voters[0]->votes[3], 2);
    cr_expect_eq(voters[0]->revs[3], 4);
    cr_expect_eq(scene_vote(&scene, author(1), 3, 1, 2), REASON_ABSENT);
    cr_assert(see_tally(display(0), &tally));
    cr_expect_eq(tally.choices[0].votes, 2);
    cr_expect_eq(tally.choices[3].votes, 2);
    cr_expect_eq(tally.votes, 4);
    cr_expect_eq(tally.voters, 1);
}

Test(ballot, choices_are_sound) {
    static const struct choice twice[] = {{.id = {{0xa0, [15] = CHOICE}}, .text = {"Trygghet", 8}},
                                          {.id = {{0xa0, [15] = CHOICE}}, .text = {"Närhet", 7}}};
    begin(RESULT_OPEN, 3, 0);
    struct event_round_put body = ballot_round(2, RESULT_OPEN, 3, 0);
    struct ballot_settings settings = {
        .choices = twice, .choices_count = 2, .budget = 3, .cap = 0, .result = RESULT_OPEN};
    body.ballot = &settings;
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body), REASON_WRONG_FORM);
    settings.choices_count = 0;
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body), REASON_WRONG_FORM);
    settings.choices_count = 1;
    settings.budget = 0;
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body), REASON_WRONG_FORM);
}

Test(ballot, there_is_nothing_to_reveal) {
    begin(RESULT_OPEN, 3, 0);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND + 1), true}),
                 REASON_WRONG_FORM);
}

static enum reason put_pass(unsigned n, struct ballot_settings *settings, unsigned earlier) {
    struct event_round_put body = ballot_round(n, RESULT_OPEN, 3, 0);
    const struct round *old = process_round(scene.process, body.id);
    *settings = *body.ballot;
    settings->cut = 2;
    settings->pass_of = make_id(ROUND + earlier);
    body.base = old ? old->changed : 0;
    body.ballot = settings;
    return BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body);
}

Test(ballot, is_a_pass_of_an_earlier_one) {
    static struct ballot_settings settings[4];
    begin(RESULT_OPEN, 3, 0);
    cr_expect_eq(put_pass(2, &settings[0], 9), REASON_UNKNOWN_ROUND);
    cr_expect_eq(put_pass(2, &settings[0], 2), REASON_UNKNOWN_ROUND, "not of itself");
    scene_put_round(&scene, notes_round(3, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS));
    cr_expect_eq(put_pass(2, &settings[0], 3), REASON_UNKNOWN_ROUND, "not of notes");
    cr_assert_eq(put_pass(2, &settings[0], 1), REASON_ABSENT);
    const struct round *round = process_round(scene.process, make_id(ROUND + 2));
    cr_expect_eq(round->ballot.cut, 2);
    cr_expect(id_equal(round->ballot.pass_of, make_id(ROUND + 1)));
    cr_assert_eq(put_pass(4, &settings[1], 2), REASON_ABSENT);
    cr_expect_eq(put_pass(1, &settings[2], 4), REASON_WRONG_STATE, "they would go round");
    struct event_round_put gone = ballot_round(2, RESULT_OPEN, 3, 0);
    gone.removed = true;
    scene_put_round(&scene, gone);
    cr_expect_eq(put_pass(4, &settings[1], 2), REASON_ABSENT, "it names what it named");
    cr_expect_eq(put_pass(5, &settings[3], 2), REASON_UNKNOWN_ROUND);
}

Test(ballot, choices_are_made_of_themes_that_there_are) {
    static struct choice choices[2];
    static struct ballot_settings settings;
    static const struct id rounds[] = {{{0xa0, [15] = ROUND}}};
    begin(RESULT_OPEN, 3, 0);
    scene_put_round(&scene, notes_round(0, VISIBILITY_ALL, AUTHORSHIP_NAMED));
    struct event_round_put body = ballot_round(1, RESULT_OPEN, 3, 0);
    for (size_t i = 0; i < 2; i++) {
        choices[i] = body.ballot->choices[i];
    }
    settings = *body.ballot;
    settings.choices = choices;
    settings.choices_count = 2;
    choices[0].theme = make_id(THEME);
    body.ballot = &settings;
    body.base = process_round(scene.process, body.id)->changed;
    cr_expect_eq(put(body), REASON_UNKNOWN_THEME);
    struct event_board_put board = {.id = make_id(BOARD),
                                    .title = STR("Väggen"),
                                    .rounds = rounds,
                                    .rounds_count = 1,
                                    .hands = BOARD_HANDS_HOSTS};
    struct event_theme_put theme = {.id = make_id(THEME), .board = board.id, .title = STR("Trygghet")};
    cr_assert_eq(BY(&scene, account(), EVENT_BOARD_PUT, .board_put = board), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_THEME_PUT, .theme_put = theme), REASON_ABSENT);
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_assert_eq(scene_vote(&scene, author(1), 0, 1, 1), REASON_ABSENT);
    struct event_round_put other = ballot_round(1, RESULT_OPEN, 3, 0);
    other.base = process_round(scene.process, other.id)->changed;
    cr_expect_eq(put(other), REASON_HAS_ANSWERS, "what was voted on stays that theme");
}
