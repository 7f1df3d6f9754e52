#include "core/process.h"

#include <criterion/criterion.h>

#include "support.h"

static struct event make_note(void) {
    struct event event = {
        .command = make_id(42), .actor = author(1), .kind = EVENT_NOTE_PUT, .hash = {1}, .bare_hash = {2}};
    event.body.note_put = (struct event_note_put){
        .id = make_id(NOTE), .round = make_id(ROUND), .rev = 1, .text = STR("närhet")};
    return event;
}

Test(commands, a_repeat_is_answered_like_the_first) {
    struct scene scene;
    struct seen seen;
    struct event event = make_note();
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_expect_not(process_seen(scene.process, &event, &seen));
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    int64_t seq = process_head(scene.process);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND), .grace = 0}),
                 REASON_ABSENT);
    cr_assert(process_seen(scene.process, &event, &seen));
    cr_expect_eq(seen.seq, seq);
    cr_expect_eq(seen.reason, REASON_ABSENT, "though the round is closed by now");
    cr_expect(seen.same);
    scene_close(&scene);
}

Test(commands, void_ones_are_remembered_with_their_reason) {
    struct scene scene;
    struct seen seen;
    struct event event = make_note();
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    event.body.note_put.text = STR(" ");
    cr_assert_eq(scene_apply(&scene, event), REASON_EMPTY);
    cr_assert(process_seen(scene.process, &event, &seen));
    cr_expect_eq(seen.reason, REASON_EMPTY);
    scene_close(&scene);
}

Test(commands, another_body_or_another_sender_is_not_the_same) {
    struct scene scene;
    struct seen seen;
    struct event event = make_note();
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    struct event other = event;
    other.hash[0] = 9;
    cr_assert(process_seen(scene.process, &other, &seen));
    cr_expect_not(seen.same);
    other = event;
    other.actor = author(2);
    cr_assert(process_seen(scene.process, &other, &seen));
    cr_expect_not(seen.same);
    scene_close(&scene);
}

Test(commands, of_a_redacted_one_what_is_left_is_compared) {
    struct scene scene;
    struct seen seen;
    struct event event = make_note();
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    int64_t seq = process_head(scene.process);
    cr_assert_eq(BY(&scene, server(), EVENT_REDACT, .redact = {.seqs = &seq, .seqs_count = 1}),
                 REASON_ABSENT);
    event.hash[0] = 9;
    cr_assert(process_seen(scene.process, &event, &seen));
    cr_expect(seen.same);
    event.bare_hash[0] = 9;
    cr_assert(process_seen(scene.process, &event, &seen));
    cr_expect_not(seen.same);
    scene_close(&scene);
}

Test(commands, the_senders_own_entity_goes_along) {
    struct scene scene;
    struct arena arena;
    struct entity entity;
    struct event event = make_note();
    arena_init(&arena);
    scene_begin(&scene, 1, VISIBILITY_OWN, AUTHORSHIP_ANONYMOUS);
    cr_assert_eq(scene_apply(&scene, event), REASON_ABSENT);
    cr_assert(process_entity_of(scene.process, &event, &arena, &entity));
    cr_expect_eq(entity.kind, ENTITY_NOTE);
    cr_expect_eq(entity.body.note.rev, 1, "as one's own");
    event.command = make_id(43);
    cr_expect_not(process_entity_of(scene.process, &event, &arena, &entity));
    arena_finish(&arena);
    scene_close(&scene);
}
