/* What goes along with a contribution about who made it. */
#include <criterion/criterion.h>

#include "../support.h"

enum { FEW = PROCESS_WITHHOLD_BELOW - 1, ENOUGH = PROCESS_WITHHOLD_BELOW, NONE = 99, HIGH = 71, LOW = 72 };

static struct scene scene;
static unsigned people;

static void open(void) {
    scene_begin(&scene, 0, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    people = 0;
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(bearings, .init = open, .fini = close);

/* So many more join and say these of themselves (NONE: nothing); the number of the first. */
static unsigned add(unsigned count, unsigned role, unsigned organisation) {
    unsigned first = people;
    for (; people < first + count; people++) {
        struct event_participant_put put = {.rev = 1};
        put.role = role == NONE ? put.role : make_id(ROLE + role);
        put.organisation = organisation == NONE ? put.organisation : make_id(ORGANISATION + organisation);
        scene_join(&scene, people, 0);
        cr_assert_eq(BY(&scene, person(people), EVENT_PARTICIPANT_PUT, .participant_put = put), 0);
    }
    return first;
}

static struct event_note_put note_by(unsigned who) {
    struct event event = {.actor = author(who), .kind = EVENT_NOTE_PUT};
    event.body.note_put.round = make_id(ROUND);
    process_complete(scene.process, make_id(PERSON + who), 5000, &event);
    return event.body.note_put;
}

static bool bears_role(unsigned who, unsigned role) {
    return id_equal(note_by(who).role, role == NONE ? (struct id){{0}} : make_id(ROLE + role));
}

static bool bears_type(unsigned who, const char *type) {
    return str_equal(note_by(who).organisation_type, str_of(type));
}

Test(bearings, five_are_enough) {
    unsigned first = add(FEW, 0, 0);
    cr_expect(bears_role(first, NONE));
    cr_expect(bears_type(first, ""));
    add(1, 0, 1);
    cr_expect(bears_role(first, 0));
    cr_expect(bears_type(first, "kommun"), "of two organisations");
}

/* Six have the role and six are of the region, but one person alone is both. */
Test(bearings, a_role_and_a_kind_that_many_have_do_not_meet_in_one_person) {
    unsigned local = add(ENOUGH, 0, 0), both = add(1, 0, 2), regional = add(ENOUGH, 1, 2);
    cr_expect(bears_role(both, 0));
    cr_expect(bears_type(both, ""));
    cr_expect(bears_type(local, ""), "or those of the role without a kind would be one");
    cr_expect(bears_role(regional, 1));
    cr_expect(bears_type(regional, "region"));
}

Test(bearings, whoever_bears_no_label_is_not_alone_with_that) {
    unsigned many = add(2 * ENOUGH, 0, NONE), fewer = add(ENOUGH, 1, NONE);
    cr_expect(bears_role(many, 0));
    cr_expect(bears_role(fewer, 1));
    unsigned alone = add(1, NONE, NONE);
    cr_expect(bears_role(alone, NONE));
    cr_expect(bears_role(fewer, NONE), "the smaller label goes with that one");
    cr_expect(bears_role(many, 0));
    add(FEW, NONE, NONE);
    cr_expect(bears_role(fewer, 1), "many bear none now");
}

Test(bearings, what_few_have_leaves_no_mark_by_being_left_out) {
    unsigned many = add(2 * ENOUGH, 0, 0), few = add(FEW, 1, 2);
    cr_expect(bears_role(few, NONE));
    cr_expect(bears_role(many, NONE));
    cr_expect(bears_type(many, ""));
}

static void consent(unsigned first, unsigned count) {
    for (unsigned i = first; i < first + count; i++) {
        cr_assert_eq(BY(&scene, person(i), EVENT_PARTICIPANT_CONSENT,
                        .participant_consent = {.rev = 2, .consent = true}),
                     0);
    }
}

/* The answer about research stands on the note as well, and with the participant. */
Test(bearings, a_label_and_an_answer_about_research_do_not_meet_in_one_person) {
    unsigned first = add(2 * ENOUGH, 0, 0);
    consent(first, FEW);
    cr_expect(bears_role(first, NONE));
    cr_expect(bears_type(first, ""));
    cr_expect(bears_role(first + FEW, 0), "the others are six");
    consent(first + FEW, 1);
    cr_expect(bears_role(first, 0));
    cr_expect(bears_type(first, "kommun"));
    cr_expect(bears_role(first + ENOUGH, 0), "five and five");
    consent(first + ENOUGH, 1);
    cr_expect(bears_role(first + ENOUGH + 1, NONE));
}

/* Of those of one role and kind; old journals have no levels on notes. */
Test(bearings, a_level_is_weighed_among_those_of_one_role_and_kind) {
    const struct named levels[] = {{make_id(HIGH), {"Ledning", 7}}, {make_id(LOW), {"Golv", 4}}};
    struct profile profile = *process_profile(scene.process);
    profile.levels = levels;
    profile.levels_count = 2;
    struct event_process_put put = {.base = scene.process ? 1 : 0, .profile = &profile};
    cr_assert_eq(BY(&scene, account(), EVENT_PROCESS_PUT, .process_put = put), REASON_ABSENT);
    unsigned high = add(ENOUGH, 0, 0), low = add(FEW, 0, 0);
    for (unsigned who = high; who < low + FEW; who++) {
        struct event_participant_put same = {.rev = 2,
                                             .role = make_id(ROLE),
                                             .organisation = make_id(ORGANISATION),
                                             .level = make_id(who < low ? HIGH : LOW)};
        cr_assert_eq(BY(&scene, person(who), EVENT_PARTICIPANT_PUT, .participant_put = same), 0);
    }
    cr_expect(id_is_none(note_by(low).level), "four");
    cr_expect(id_is_none(note_by(high).level), "or those without would be four");
    unsigned fifth = add(1, 0, 0);
    cr_expect(id_equal(note_by(high).level, make_id(HIGH)), "five bear none");
    cr_expect(id_is_none(note_by(low).level));
    cr_expect(id_is_none(note_by(fifth).level));
}
