#include <criterion/criterion.h>
#include <stdio.h>

#include "../support.h"

static struct scene scene;
static const struct statement statements[] = {
    {.id = {{0xa0, [15] = STATEMENT}}, .text = {"Vi möts", 7}, .key = {"motas", 5}},
    {.id = {{0xa0, [15] = STATEMENT + 1}}, .text = {"Vi delar", 8}},
    {.id = {{0xa0, [15] = STATEMENT + 2}}, .text = {"Vi provar", 9}},
};
static struct scale_settings settings;

static struct event_round_put scale_round(unsigned n, enum result result) {
    struct event_round_put put = notes_round(n, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    settings = (struct scale_settings){.statements = statements,
                                       .statements_count = 2,
                                       .steps = 5,
                                       .low = STR("inte alls"),
                                       .high = STR("helt"),
                                       .result = result};
    put.form = ROUND_FORM_SCALE;
    put.scale = &settings;
    return put;
}

static void begin(unsigned people, enum result result) {
    scene_begin(&scene, people, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, scale_round(1, result));
    scene_open_round(&scene, 1);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(scale, .fini = close);

static enum reason answer(struct actor actor, unsigned statement, int64_t rev, int64_t value) {
    return BY(&scene, actor, EVENT_ANSWER_PUT,
              .answer_put = {.round = make_id(ROUND + 1),
                             .statement = make_id(STATEMENT + statement),
                             .rev = rev,
                             .value = value});
}

static const struct round *find(void) {
    return process_round(scene.process, make_id(ROUND + 1));
}

static enum reason put(struct event_round_put body) {
    const struct round *round = process_round(scene.process, body.id);
    body.base = round ? round->changed : 0;
    return BY(&scene, account(), EVENT_ROUND_PUT, .round_put = body);
}

static bool see(struct audience audience, struct arena *arena, struct entity_scale_tally *tally) {
    struct entity entity;
    bool seen = find_entity(scene.process, audience, ENTITY_SCALE_TALLY, make_id(ROUND + 1), arena, &entity);
    *tally = seen ? entity.body.scale_tally : (struct entity_scale_tally){0};
    return seen;
}

Test(scale, an_answer_is_changed_and_taken_back) {
    size_t count;
    begin(3, RESULT_OPEN);
    cr_assert_eq(answer(author(1), 0, 1, 5), REASON_ABSENT);
    cr_expect_eq(answer(author(1), 0, 1, 3), REASON_STALE);
    cr_assert_eq(answer(author(1), 1, 1, 2), REASON_ABSENT, "rev counts for each statement");
    cr_assert_eq(answer(author(1), 0, 2, 3), REASON_ABSENT);
    const struct voter *const *voters = process_voters(scene.process, find(), &count);
    cr_assert_eq(count, 1);
    cr_expect_eq(voters[0]->votes[0], 3);
    cr_expect_eq(voters[0]->total, 2, "statements answered");
    cr_assert_eq(answer(author(1), 0, 3, 0), REASON_ABSENT);
    cr_assert_eq(answer(author(1), 1, 3, 0), REASON_ABSENT);
    cr_expect_eq(voters[0]->total, 0);
}

Test(scale, there_are_so_many_steps_and_these_statements) {
    begin(3, RESULT_OPEN);
    cr_expect_eq(answer(author(1), 0, 1, 6), REASON_WRONG_FORM);
    cr_expect_eq(answer(author(1), 0, 1, -1), REASON_WRONG_FORM);
    cr_expect_eq(answer(author(1), 2, 1, 1), REASON_UNKNOWN_STATEMENT);
    cr_expect_eq(answer(person(1), 0, 1, 1), REASON_DENIED, "the round is anonymous");
}

Test(scale, answers_are_never_late) {
    begin(3, RESULT_OPEN);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_DEADLINE,
                    .round_deadline = {.id = make_id(ROUND + 1), .deadline = 2000}),
                 0);
    struct event event = {.actor = author(1), .kind = EVENT_ANSWER_PUT, .at = 2000};
    event.body.answer_put = (struct event_answer_put){
        .round = make_id(ROUND + 1), .statement = make_id(STATEMENT), .rev = 1, .value = 1};
    cr_expect_not(process_complete(scene.process, make_id(PERSON), 2000, &event));
    cr_expect_eq(scene_apply(&scene, event), REASON_CLOSED);
    cr_expect(process_complete(scene.process, make_id(PERSON), 1999, &event));
    cr_expect_eq(event.at, 1000, "the opening of the round");
    cr_expect_eq(scene_apply(&scene, event), REASON_ABSENT);
    scene_put_round(&scene, scale_round(2, RESULT_OPEN));
    event.body.answer_put.round = make_id(ROUND + 2);
    cr_expect_eq(scene_apply(&scene, event), REASON_NOT_OPEN);
    event.body.answer_put.round = make_id(ROUND);
    cr_expect_eq(scene_apply(&scene, event), REASON_WRONG_FORM);
}

/* How many answers to the first statement its counts tell; 0: they are withheld. */
static int64_t told(void) {
    struct arena arena;
    struct entity_scale_tally tally;
    int64_t sum = 0;
    arena_init(&arena);
    cr_assert(see(display(0), &arena, &tally));
    for (size_t i = 0; i < tally.statements[0].counts_count; i++) {
        sum += tally.statements[0].counts[i];
    }
    arena_finish(&arena);
    return sum;
}

static void close_scale(void) {
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1), .grace = 0}), 0);
}

Test(scale, what_a_few_have_answered_is_withheld) {
    struct arena arena;
    struct entity_scale_tally tally;
    begin(6, RESULT_OPEN);
    arena_init(&arena);
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW; i++) {
        cr_assert_eq(answer(author(i), 0, 1, 1 + i % 2), REASON_ABSENT);
    }
    for (unsigned i = 0; i < PROCESS_WITHHOLD_BELOW - 1; i++) {
        cr_assert_eq(answer(author(i), 1, 1, 4), REASON_ABSENT);
    }
    close_scale();
    cr_assert(see(hosts(), &arena, &tally));
    cr_expect_eq(tally.answered, 5);
    cr_assert_eq(tally.statements[0].counts_count, 5);
    cr_expect_eq(tally.statements[0].counts[0], 3);
    cr_expect_eq(tally.statements[0].counts[1], 2);
    cr_expect_eq(tally.statements[0].counts[4], 0);
    cr_expect_eq(tally.statements[1].answered, 4);
    cr_expect_eq(tally.statements[1].counts_count, 0, "also when all is over");
    arena_finish(&arena);
}

/* Else the sixth answer is what two frames differ by; and so would be the last one, when it closes. */
Test(scale, counts_move_by_five_and_hold_the_last_five_back) {
    begin(14, RESULT_OPEN);
    for (unsigned i = 0; i < 14; i++) {
        cr_expect_eq(told(), i < 10 ? 0 : 5, "%u have answered", i);
        cr_assert_eq(answer(author(i), 0, 1, 1 + i % 5), REASON_ABSENT);
    }
    for (int64_t rev = 2; rev < 20; rev++) {
        cr_assert_eq(answer(author(13), 0, rev, 1 + rev % 5), REASON_ABSENT);
    }
    cr_expect_eq(told(), 5, "one who changes their mind is one");
    close_scale();
    cr_expect_eq(told(), 14);
    scene_open_round(&scene, 1);
    cr_expect_eq(told(), 14, "what all have seen stays");
    cr_assert_eq(answer(author(0), 0, 2, 0), REASON_ABSENT);
    cr_expect_eq(told(), 14);
    scene_check_refold(&scene);
}

Test(scale, nothing_is_told_any_more_where_too_few_are_left) {
    begin(10, RESULT_OPEN);
    for (unsigned i = 0; i < 10; i++) {
        cr_assert_eq(answer(author(i), 0, 1, 3), REASON_ABSENT);
    }
    cr_expect_eq(told(), 5);
    for (unsigned i = 0; i < 6; i++) {
        cr_assert_eq(answer(author(i), 0, 2, 0), REASON_ABSENT);
    }
    cr_expect_eq(told(), 0);
}

Test(scale, counts_stay_with_their_statements) {
    static struct statement turned[3];
    begin(10, RESULT_OPEN);
    for (unsigned i = 0; i < 10; i++) {
        cr_assert_eq(answer(author(i), 1, 1, 3), REASON_ABSENT);
    }
    for (size_t i = 0; i < 3; i++) {
        turned[i] = statements[(i + 1) % 3];
    }
    struct event_round_put body = scale_round(1, RESULT_OPEN);
    settings.statements = turned;
    settings.statements_count = 3;
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(told(), 5);
    cr_assert_eq(answer(author(10), 2, 1, 3), REASON_ABSENT, "one that is new");
    scene_check_refold(&scene);
}

Test(scale, a_hidden_result_is_in_nothing_that_is_sent) {
    struct arena arena;
    struct entity_scale_tally tally;
    begin(6, RESULT_HIDDEN);
    arena_init(&arena);
    for (unsigned i = 0; i < 6; i++) {
        cr_assert_eq(answer(author(i), 0, 1, 4), REASON_ABSENT);
    }
    cr_expect_not(see(participants(0, 0), &arena, &tally));
    cr_expect_not(see(display(0), &arena, &tally));
    cr_assert(see(hosts(), &arena, &tally));
    cr_expect_eq(tally.answered, 0, "six are few");
    cr_expect_eq(tally.statements_count, 0);
    cr_assert_eq(
        BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND + 1), .grace = 0}), 0);
    cr_assert(see(display(0), &arena, &tally));
    cr_expect_eq(tally.statements[0].counts[3], 6);
    arena_finish(&arena);
}

Test(scale, what_was_answered_is_fixed) {
    begin(3, RESULT_HIDDEN);
    cr_assert_eq(answer(author(1), 0, 1, 4), REASON_ABSENT);
    struct event_round_put body = scale_round(1, RESULT_HIDDEN);
    settings.statements_count = 1;
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    settings.statements_count = 3;
    settings.steps = 6;
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    settings.steps = 5;
    settings.high = STR("alltid");
    cr_expect_eq(put(body), REASON_HAS_ANSWERS);
    settings.high = STR("helt");
    settings.result = RESULT_OPEN;
    cr_expect_eq(put(body), REASON_PROMISE_KEPT);
    settings.result = RESULT_HIDDEN;
    cr_expect_eq(put(body), REASON_ABSENT, "more statements may come");
}

Test(scale, answers_follow_their_statements) {
    static struct statement turned[3];
    size_t count;
    begin(3, RESULT_OPEN);
    cr_assert_eq(answer(author(1), 0, 4, 2), REASON_ABSENT);
    for (size_t i = 0; i < 3; i++) {
        turned[i] = statements[2 - i];
    }
    struct event_round_put body = scale_round(1, RESULT_OPEN);
    settings.statements = turned;
    settings.statements_count = 3;
    cr_assert_eq(put(body), REASON_ABSENT);
    const struct voter *const *voters = process_voters(scene.process, find(), &count);
    cr_expect_eq(voters[0]->votes[2], 2);
    cr_expect_eq(voters[0]->revs[2], 4);
    cr_expect_eq(voters[0]->votes[0], 0);
    cr_expect_eq(answer(author(1), 2, 1, 5), REASON_ABSENT);
    cr_expect_eq(voters[0]->votes[0], 5);
}

Test(scale, settings_are_sound) {
    static struct statement many[51];
    static char texts[51][8];
    begin(3, RESULT_OPEN);
    struct event_round_put body = scale_round(2, RESULT_OPEN);
    for (unsigned i = 0; i < 51; i++) {
        snprintf(texts[i], sizeof texts[i], "p%u", i);
        many[i] = (struct statement){.id = make_id(STATEMENT + i), .text = str_of(texts[i])};
    }
    settings.statements = many;
    settings.statements_count = 51;
    cr_expect_eq(put(body), REASON_WRONG_FORM);
    settings.statements_count = 0;
    cr_expect_eq(put(body), REASON_WRONG_FORM);
    settings.statements_count = 50;
    for (int64_t steps = 0; steps <= 12; steps += 1) {
        if (steps == 2) {
            steps = 11;
        }
        settings.steps = steps;
        cr_expect_eq(put(body), REASON_WRONG_FORM, "%d steps", (int)steps);
    }
    settings.steps = 10;
    many[1].id = many[0].id;
    cr_expect_eq(put(body), REASON_WRONG_FORM, "an id twice");
    many[1].id = make_id(STATEMENT + 1);
    many[1].key = STR("Delmål 1");
    cr_expect_eq(put(body), REASON_BAD_FIELDS);
    many[1].key = STR("delmal-1");
    struct notes_settings notes = {.fields = 1};
    body.notes = &notes;
    cr_expect_eq(put(body), REASON_WRONG_FORM, "settings of another kind");
    body.notes = NULL;
    cr_expect_eq(put(body), REASON_ABSENT);
    body = notes_round(3, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    body.scale = &settings;
    cr_expect_eq(put(body), REASON_WRONG_FORM);
}

Test(scale, ones_own_answers_are_ones_own) {
    struct arena arena;
    struct entity entity;
    begin(3, RESULT_OPEN);
    arena_init(&arena);
    struct event event = {.actor = author(1), .kind = EVENT_ANSWER_PUT};
    event.body.answer_put = (struct event_answer_put){
        .round = make_id(ROUND + 1), .statement = make_id(STATEMENT + 1), .rev = 7, .value = 3};
    event.command = make_id(COMMAND + 5000);
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    cr_assert(process_entity_of(scene.process, &event, &arena, &entity));
    cr_expect_eq(entity.kind, ENTITY_ANSWERS);
    cr_expect(id_equal(entity.id, make_id(ROUND + 1)));
    cr_assert_eq(entity.body.answers.statements_count, 2);
    cr_expect_eq(entity.body.answers.statements[1].value, 3);
    cr_expect_eq(entity.body.answers.statements[1].rev, 7);
    cr_expect(str_is_absent(entity.body.answers.author));
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_ANSWERS), 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_ANSWERS), 0);
    arena_finish(&arena);
}

Test(scale, there_is_nothing_to_reveal) {
    begin(3, RESULT_OPEN);
    cr_expect_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND + 1), true}),
                 REASON_WRONG_FORM);
}
