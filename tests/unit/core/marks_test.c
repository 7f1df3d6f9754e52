#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

static void open(void) {
    scene_open(&scene);
    scene_create(&scene);
    scene_add_session(&scene, 0);
    scene_add_session(&scene, 1);
}

static void close(void) {
    scene_check_refold(&scene);
    scene_close(&scene);
}

TestSuite(marks, .init = open, .fini = close);

static struct event_mark_put sound(unsigned n) {
    const struct mark *mark = process_mark(scene.process, make_id(MARK + n));
    return (struct event_mark_put){.id = make_id(MARK + n),
                                   .base = mark ? mark->changed : 0,
                                   .session = make_id(SESSION),
                                   .title = STR("Ljudinspelning startad")};
}

static enum reason put(struct event_mark_put body) {
    return BY(&scene, account(), EVENT_MARK_PUT, .mark_put = body);
}

Test(marks, hosts_alone_see_them_until_they_are_removed) {
    cr_assert_eq(put(sound(0)), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_MARK), 1);
    cr_expect_eq(count_entities(scene.process, display(0), ENTITY_MARK), 0);
    cr_expect_eq(count_entities(scene.process, participants(0, 0), ENTITY_MARK), 0);
    struct event_mark_put gone = sound(0);
    gone.removed = true;
    cr_assert_eq(put(gone), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, hosts(), ENTITY_MARK), 0);
    cr_expect_eq(BY(&scene, person(0), EVENT_MARK_PUT, .mark_put = sound(1)), REASON_DENIED);
}

Test(marks, they_stay_at_the_time_when_they_were_first_put) {
    scene.at = 60000;
    cr_assert_eq(put(sound(0)), REASON_ABSENT);
    int64_t at = process_mark(scene.process, make_id(MARK))->at;
    scene.at = 90000;
    struct event_mark_put mended = sound(0);
    mended.title = STR("Ljudinspelning stoppad");
    cr_assert_eq(put(mended), REASON_ABSENT);
    cr_expect_eq(process_mark(scene.process, make_id(MARK))->at, at);
    cr_expect(str_equal(process_mark(scene.process, make_id(MARK))->title, STR("Ljudinspelning stoppad")));
    mended = sound(0);
    mended.removed = true;
    cr_assert_eq(put(mended), REASON_ABSENT);
    cr_assert_eq(put(sound(0)), REASON_ABSENT, "taken back");
    cr_expect_eq(process_mark(scene.process, make_id(MARK))->at, at);
}

Test(marks, what_they_said_before_is_emptied_at_once) {
    int64_t seqs[8];
    cr_assert_eq(put(sound(0)), REASON_ABSENT);
    int64_t first = process_head(scene.process);
    cr_expect_eq(process_due_redactions(scene.process, seqs, 8), 0);
    struct event_mark_put other = sound(0);
    other.title = STR("Paus");
    cr_assert_eq(put(other), REASON_ABSENT);
    other.base = 1;
    cr_assert_eq(put(other), REASON_STALE);
    int64_t refused = process_head(scene.process);
    cr_assert_eq(process_due_redactions(scene.process, seqs, 8), 2);
    cr_expect_eq(seqs[0], first);
    cr_expect_eq(seqs[1], refused);
    scene_redact(&scene, seqs, 2);
    other = sound(0);
    other.removed = true;
    cr_assert_eq(put(other), REASON_ABSENT);
    cr_assert_eq(process_due_redactions(scene.process, seqs, 8), 2);
    scene_redact(&scene, seqs, 2);
    cr_expect(str_is_empty(process_mark(scene.process, make_id(MARK))->title));
}

Test(marks, each_is_of_a_session_that_there_is_and_stays_there) {
    struct event_mark_put body = sound(0);
    body.session = make_id(SESSION + 5);
    cr_expect_eq(put(body), REASON_UNKNOWN_SESSION);
    cr_assert_eq(put(sound(0)), REASON_ABSENT);
    body = sound(0);
    body.session = make_id(SESSION + 1);
    cr_expect_eq(put(body), REASON_ID_TAKEN);
    body = sound(1);
    body.id = make_id(SESSION);
    cr_expect_eq(put(body), REASON_ID_TAKEN);
}

Test(marks, there_is_a_cap) {
    struct event_mark_put body = sound(0);
    for (unsigned i = 0; i < PROCESS_MARKS; i++) {
        body.id = make_id(NOTE + i);
        cr_assert_eq(put(body), REASON_ABSENT);
    }
    cr_expect_eq(put(sound(0)), REASON_TOO_MANY);
}
