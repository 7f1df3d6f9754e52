#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_join(&scene, 0, 0);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(seats, .init = open, .fini = close);

static struct event_seat_put seat(unsigned n) {
    const struct seat *old = process_seat(scene.process, make_id(SEAT + n));
    return (struct event_seat_put){
        .id = make_id(SEAT + n), .base = old ? old->changed : 0, .title = STR("Enhetschef")};
}

static enum reason put(struct event_seat_put seat_put) {
    return BY(&scene, account(), EVENT_SEAT_PUT, .seat_put = seat_put);
}

static enum reason sit(unsigned person_number, int64_t rev, unsigned seat_id, bool deputy) {
    struct id id = seat_id ? make_id(seat_id) : (struct id){{0}};
    return BY(&scene, person(person_number), EVENT_PARTICIPANT_PUT,
              .participant_put = {.rev = rev, .seat = id, .deputy = deputy});
}

Test(seats, everybody_sees_them_and_hosts_who_sits_there) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert_eq(put(seat(0)), REASON_ABSENT);
    cr_expect(find_entity(scene.process, participants(0, 0), ENTITY_SEAT, make_id(SEAT), &arena, &entity));
    cr_expect(find_entity(scene.process, display(1), ENTITY_SEAT, make_id(SEAT), &arena, &entity));
    cr_assert_eq(sit(0, 1, SEAT, true), REASON_ABSENT);
    cr_assert(find_entity(scene.process, hosts(), ENTITY_PARTICIPANT, make_id(PERSON), &arena, &entity));
    cr_expect(id_equal(entity.body.participant.seat, make_id(SEAT)));
    cr_expect(entity.body.participant.deputy);
    cr_assert_eq(sit(0, 2, 0, true), REASON_ABSENT);
    cr_expect_not(process_participant(scene.process, make_id(PERSON))->deputy, "of no seat");
    arena_finish(&arena);
}

Test(seats, one_where_somebody_sits_is_not_removed) {
    cr_assert_eq(put(seat(0)), REASON_ABSENT);
    cr_assert_eq(put(seat(1)), REASON_ABSENT);
    cr_assert_eq(sit(0, 1, SEAT, false), REASON_ABSENT);
    struct event_seat_put removal = seat(0);
    removal.removed = true;
    cr_expect_eq(put(removal), REASON_HAS_ANSWERS);
    cr_assert_eq(sit(0, 2, SEAT + 1, false), REASON_ABSENT);
    cr_expect_eq(put(removal), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_SEAT), 1);
    cr_expect_eq(sit(0, 3, SEAT, false), REASON_UNKNOWN_SEAT);
    cr_expect_eq(sit(0, 3, SEAT + 2, false), REASON_UNKNOWN_SEAT);
    cr_expect_eq(put(seat(0)), REASON_ABSENT, "the removal is undone");
    cr_expect_eq(sit(0, 3, SEAT, false), REASON_ABSENT);
}

Test(seats, what_they_name_must_be_offered) {
    struct event_seat_put one = seat(0);
    one.role = make_id(7777);
    cr_expect_eq(put(one), REASON_UNKNOWN_ROLE);
    one = seat(0);
    one.level = make_id(7777);
    cr_expect_eq(put(one), REASON_UNKNOWN_LEVEL);
    one = seat(0);
    one.organisation = make_id(7777);
    cr_expect_eq(put(one), REASON_UNKNOWN_ORGANISATION);
    one = seat(0);
    one.title = STR("");
    cr_expect_eq(put(one), REASON_EMPTY);
    one = seat(0);
    one.role = make_id(ROLE);
    one.organisation = make_id(ORGANISATION);
    cr_expect_eq(put(one), REASON_ABSENT);
    cr_expect_eq(put(one), REASON_STALE);
    cr_expect_eq(put(seat(0)), REASON_ABSENT, "names nothing any more");
}

Test(seats, what_one_names_may_be_taken_away_since) {
    struct event_seat_put one = seat(0);
    one.role = make_id(ROLE);
    cr_assert_eq(put(one), REASON_ABSENT);
    const struct profile *old = process_profile(scene.process);
    struct profile profile = *old;
    profile.roles = &old->roles[1];
    profile.roles_count = 1;
    struct event_process_put without = {.base = 1, .profile = &profile};
    cr_assert_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = without), REASON_ABSENT,
                 "nobody has that role");
    one.base = process_seat(scene.process, one.id)->changed;
    one.title = STR("Ordförande");
    cr_expect_eq(put(one), REASON_ABSENT);
}

Test(seats, there_is_a_cap) {
    for (unsigned i = 0; i < PROCESS_SEATS; i++) {
        cr_assert_eq(put(seat(i)), REASON_ABSENT);
    }
    cr_expect_eq(put(seat(PROCESS_SEATS)), REASON_TOO_MANY);
    cr_expect_eq(put(seat(0)), REASON_ABSENT);
}

Test(seats, an_id_is_one_things) {
    struct event_seat_put one = seat(0);
    one.id = make_id(SESSION);
    cr_expect_eq(put(one), REASON_ID_TAKEN);
    cr_expect_eq(BY(&scene, person(0), EVENT_SEAT_PUT, .seat_put = seat(0)), REASON_DENIED);
}

/* ---- who holds them ---- */

static struct event_holding_put holding(unsigned n, const char *name) {
    const struct holding *old = process_holding(scene.process, make_id(HOLDING + n));
    return (struct event_holding_put){.id = make_id(HOLDING + n),
                                      .base = old ? old->changed : 0,
                                      .seat = make_id(SEAT),
                                      .name = str_of(name)};
}

static enum reason hold(struct event_holding_put put_holding) {
    return BY(&scene, account(), EVENT_HOLDING_PUT, .holding_put = put_holding);
}

Test(seats, who_holds_one_is_for_hosts_alone) {
    cr_assert_eq(put(seat(0)), REASON_ABSENT);
    cr_assert_eq(hold(holding(0, "Kim")), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_HOLDING), 1);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_HOLDING), 0);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_HOLDING), 0);
    struct event_holding_put removal = holding(0, "Kim");
    removal.removed = true;
    cr_assert_eq(hold(removal), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_HOLDING), 0);
}

Test(seats, a_holding_must_make_sense) {
    cr_expect_eq(hold(holding(0, "Kim")), REASON_UNKNOWN_SEAT);
    cr_assert_eq(put(seat(0)), REASON_ABSENT);
    cr_expect_eq(hold(holding(0, " ")), REASON_EMPTY);
    struct event_holding_put one = holding(0, "Kim");
    one.from = 2000;
    one.until = 1000;
    cr_expect_eq(hold(one), REASON_BAD_TIME);
    one.until = 0;
    cr_expect_eq(hold(one), REASON_ABSENT, "for the time being");
    cr_expect_eq(hold(one), REASON_STALE);
    one.id = make_id(SEAT);
    cr_expect_eq(hold(one), REASON_ID_TAKEN);
}

Test(seats, holdings_have_a_cap) {
    cr_assert_eq(put(seat(0)), REASON_ABSENT);
    for (unsigned i = 0; i < PROCESS_HOLDINGS; i++) {
        cr_assert_eq(hold(holding(i, "Kim")), REASON_ABSENT);
    }
    cr_expect_eq(hold(holding(PROCESS_HOLDINGS, "Kim")), REASON_TOO_MANY);
    cr_expect_eq(hold(holding(0, "Robin")), REASON_ABSENT);
}

Test(seats, names_that_hold_no_more_are_due_and_redacted_like_a_refold) {
    int64_t seqs[8];
    cr_assert_eq(put(seat(0)), REASON_ABSENT);
    cr_assert_eq(hold(holding(0, "Kim")), REASON_ABSENT);
    int64_t first = process_head(scene.process);
    cr_expect_eq(process_due_redactions(scene.process, seqs, 8), 0);
    struct event_holding_put refused = holding(0, "Robin");
    refused.base = 1;
    cr_assert_eq(hold(refused), REASON_STALE);
    struct event_holding_put removal = holding(0, "Robin");
    removal.removed = true;
    cr_assert_eq(hold(removal), REASON_ABSENT);
    cr_assert_eq(process_due_redactions(scene.process, seqs, 8), 3);
    for (int64_t i = 0; i < 3; i++) {
        cr_expect_eq(seqs[i], first + i, "superseded, refused, removed");
    }
    scene_redact(&scene, seqs, 3);
    cr_expect(str_is_absent(process_holding(scene.process, make_id(HOLDING))->name));
    cr_expect_eq(process_due_redactions(scene.process, seqs, 8), 0);
    cr_assert_eq(hold(holding(0, "Robin")), REASON_ABSENT, "the removal is undone");
    cr_expect(str_equal(process_holding(scene.process, make_id(HOLDING))->name, STR("Robin")));
    scene_check_refold(&scene);
}
