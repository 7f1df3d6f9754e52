#include <criterion/criterion.h>
#include <stdio.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_add_session(&scene, 1);
    scene_join(&scene, 0, 0);
    scene_join(&scene, 1, 0);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(ways, .init = open, .fini = close);

/* A hash of which nobody needs to know the secret; it outlives the scene. */
static struct str hash(char of, unsigned n) {
    static char texts[26][PROCESS_SLIPS + 200][65];
    char *text = texts[of - 'a'][n];
    snprintf(text, 65, "%c%063u", of, n);
    return (struct str){text, 64};
}

static enum reason make_way(unsigned who, unsigned n) {
    return BY(&scene, person(who), EVENT_PARTICIPANT_WAY, .participant_way = {hash('w', n)});
}

static enum reason move(unsigned who, unsigned way, unsigned token) {
    struct event_participant_move body = {
        .id = make_id(PERSON + who), .way = hash('w', way), .token_hash = hash('t', token)};
    return BY(&scene, server(), EVENT_PARTICIPANT_MOVE, .participant_move = body);
}

static const struct participant *by_token(unsigned token) {
    return process_participant_by_token(scene.process, hash('t', token));
}

static const struct participant *find(unsigned who) {
    return process_participant(scene.process, make_id(PERSON + who));
}

Test(ways, a_return_link_brings_one_more_token_once) {
    cr_assert_eq(make_way(0, 1), REASON_ABSENT);
    cr_expect_eq(process_way(scene.process, hash('w', 1))->person, find(0));
    cr_expect_eq(move(1, 1, 1), REASON_WRONG_CODE, "another's link");
    cr_assert_eq(move(0, 1, 1), REASON_ABSENT);
    cr_expect_eq(by_token(1), find(0));
    cr_expect_eq(process_participant_by_token(scene.process, find(0)->token_hash), find(0), "the old phone");
    cr_expect_eq(move(0, 1, 2), REASON_WRONG_CODE, "used up");
    cr_expect_null(by_token(2));
    cr_expect(process_way(scene.process, hash('w', 1))->used);
    cr_expect_eq(process_way(scene.process, hash('w', 1))->person, find(0));
}

Test(ways, a_newer_link_ends_the_older) {
    cr_assert_eq(make_way(0, 1), REASON_ABSENT);
    cr_assert_eq(make_way(0, 1), REASON_ABSENT, "said twice");
    cr_assert_eq(make_way(0, 2), REASON_ABSENT);
    cr_expect_null(process_way(scene.process, hash('w', 1)));
    cr_expect_eq(move(0, 1, 1), REASON_WRONG_CODE);
    cr_expect_eq(move(0, 2, 1), REASON_ABSENT);
    cr_expect_eq(make_way(0, 2), REASON_ID_TAKEN, "used up");
    cr_expect_eq(make_way(1, 2), REASON_ID_TAKEN);
    cr_expect_eq(make_way(7, 3), REASON_UNKNOWN_PARTICIPANT);
    cr_expect_eq(move(7, 3, 3), REASON_UNKNOWN_PARTICIPANT);
}

Test(ways, a_token_that_is_somebodys_is_not_moved_to) {
    cr_assert_eq(make_way(0, 1), REASON_ABSENT);
    struct event_participant_move body = {
        .id = make_id(PERSON), .way = hash('w', 1), .token_hash = find(1)->token_hash};
    cr_expect_eq(BY(&scene, server(), EVENT_PARTICIPANT_MOVE, .participant_move = body), REASON_ID_TAKEN);
    cr_assert_eq(move(0, 1, 1), REASON_ABSENT, "and the link holds still");
    struct event_participant_join join = {
        .id = make_id(PERSON + 5), .session = make_id(SESSION), .token_hash = hash('t', 1)};
    cr_expect_eq(BY(&scene, server(), EVENT_PARTICIPANT_JOIN, .participant_join = join), REASON_ID_TAKEN);
}

Test(ways, of_many_moves_the_oldest_goes_but_never_the_first_token) {
    struct str first = find(0)->token_hash;
    for (unsigned i = 1; i <= PROCESS_MOVES; i++) {
        cr_assert_eq(make_way(0, i), REASON_ABSENT);
        cr_assert_eq(move(0, i, i), REASON_ABSENT);
    }
    cr_expect_eq(by_token(1), find(0));
    cr_assert_eq(make_way(0, PROCESS_MOVES + 1), REASON_ABSENT);
    cr_assert_eq(move(0, PROCESS_MOVES + 1, PROCESS_MOVES + 1), REASON_ABSENT);
    cr_expect_null(by_token(1));
    for (unsigned i = 2; i <= PROCESS_MOVES + 1; i++) {
        cr_expect_eq(by_token(i), find(0), "%u", i);
    }
    cr_expect_eq(process_participant_by_token(scene.process, first), find(0));
    scene_check_refold(&scene);
}

Test(ways, no_screen_is_told_of_links) {
    int64_t last = process_last_change(scene.process, hosts());
    struct buffer before, after;
    buffer_init(&before);
    buffer_init(&after);
    struct str seen = dump(scene.process, hosts(), &before);
    cr_assert_eq(make_way(0, 1), REASON_ABSENT);
    cr_assert_eq(move(0, 1, 1), REASON_ABSENT);
    cr_expect(str_equal(dump(scene.process, hosts(), &after), seen));
    cr_expect_eq(process_last_change(scene.process, hosts()), last);
    cr_expect_eq(count_entities(scene.process, state(), ENTITY_WAY), 1);
    cr_expect_eq(process_last_change(scene.process, state()), process_head(scene.process));
    buffer_finish(&before);
    buffer_finish(&after);
}

/* ---- slips ---- */

static enum reason add_slips(unsigned session, const struct str *hashes, size_t count) {
    struct event_slips_add add = {
        .session = make_id(SESSION + session), .hashes = hashes, .hashes_count = count};
    return BY(&scene, account(), EVENT_SLIPS_ADD, .slips_add = add);
}

static enum reason take(unsigned who, unsigned session, unsigned slip, unsigned token) {
    struct event_participant_join join = {.id = make_id(PERSON + who),
                                          .session = make_id(SESSION + session),
                                          .token_hash = hash('t', token),
                                          .slip = hash('s', slip)};
    return BY(&scene, server(), EVENT_PARTICIPANT_JOIN, .participant_join = join);
}

static void expect_slips(int64_t made, int64_t used) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_SLIPS, make_id(SESSION), &arena, &entity));
    cr_expect_eq(entity.body.slips.made, made);
    cr_expect_eq(entity.body.slips.used, used);
    arena_finish(&arena);
}

Test(ways, a_slip_makes_somebody_new_once) {
    const struct str hashes[] = {hash('s', 0), hash('s', 1)};
    cr_assert_eq(add_slips(0, hashes, 2), REASON_ABSENT);
    expect_slips(2, 0);
    cr_expect_eq(take(5, 1, 0, 5), REASON_WRONG_CODE, "of another session");
    cr_expect_eq(take(5, 0, 7, 5), REASON_WRONG_CODE);
    cr_assert_eq(take(5, 0, 0, 5), REASON_ABSENT);
    cr_expect_eq(process_way(scene.process, hash('s', 0))->person, find(5));
    cr_expect_eq(take(6, 0, 0, 6), REASON_WRONG_CODE, "used up");
    cr_expect_eq(take(5, 0, 1, 5), REASON_ID_TAKEN, "who is somebody already");
    cr_expect_null(find(6));
    expect_slips(2, 1);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_SLIPS), 0);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_SLIPS), 0);
    scene_check_refold(&scene);
}

Test(ways, a_link_is_no_slip_nor_the_other_way_round) {
    const struct str slip = hash('w', 9);
    cr_assert_eq(add_slips(0, &slip, 1), REASON_ABSENT);
    cr_expect_eq(make_way(0, 9), REASON_ID_TAKEN);
    cr_expect_eq(move(0, 9, 9), REASON_WRONG_CODE);
    cr_assert_eq(make_way(0, 1), REASON_ABSENT);
    const struct str link = hash('w', 1);
    cr_expect_eq(add_slips(0, &link, 1), REASON_ID_TAKEN);
    struct event_participant_join join = {
        .id = make_id(PERSON + 5), .session = make_id(SESSION), .token_hash = hash('t', 5), .slip = link};
    cr_expect_eq(BY(&scene, server(), EVENT_PARTICIPANT_JOIN, .participant_join = join), REASON_WRONG_CODE);
}

Test(ways, slips_must_make_sense) {
    const struct str hashes[] = {hash('s', 0), hash('s', 0)};
    cr_expect_eq(add_slips(0, hashes, 2), REASON_ID_TAKEN);
    cr_expect_eq(add_slips(7, hashes, 1), REASON_UNKNOWN_SESSION);
    cr_assert_eq(add_slips(0, hashes, 1), REASON_ABSENT);
    cr_expect_eq(add_slips(1, hashes, 1), REASON_ID_TAKEN);
    struct event_slips_add add = {.session = make_id(SESSION), .hashes = hashes, .hashes_count = 1};
    cr_expect_eq(BY(&scene, person(0), EVENT_SLIPS_ADD, .slips_add = add), REASON_DENIED);
}

Test(ways, slips_have_a_cap) {
    static struct str hashes[PROCESS_SLIPS + 1];
    for (unsigned i = 0; i <= PROCESS_SLIPS; i++) {
        hashes[i] = hash('s', i);
    }
    for (unsigned i = 0; i < PROCESS_SLIPS; i += 100) {
        cr_assert_eq(add_slips(0, &hashes[i], 100), REASON_ABSENT);
    }
    cr_expect_eq(add_slips(0, &hashes[PROCESS_SLIPS], 1), REASON_TOO_MANY);
}
