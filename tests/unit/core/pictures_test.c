#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;

/* Session 0 with an open round of notes, visible by table; session 1 with an item. */
static void open(void) {
    struct event_item_put item = {
        .id = make_id(ITEM), .session = make_id(SESSION + 1), .form = ITEM_FORM_TALK, .title = STR("Samtal")};
    scene_begin(&scene, 2, VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
    scene_add_session(&scene, 1);
    cr_assert_eq(BY(&scene, account(), EVENT_ITEM_PUT, .item_put = item), REASON_ABSENT);
}

static void close(void) {
    scene_close(&scene);
}

TestSuite(pictures, .init = open, .fini = close);

static struct event_picture_put drawing(unsigned n, const char *caption) {
    const struct picture *picture = process_picture(scene.process, make_id(PICTURE + n));
    return (struct event_picture_put){.id = make_id(PICTURE + n),
                                      .base = picture ? picture->changed : 0,
                                      .session = make_id(SESSION),
                                      .blob = STR("stora"),
                                      .small = STR("lilla"),
                                      .type = PICTURE_TYPE_JPEG,
                                      .width = 1600,
                                      .height = 1200,
                                      .caption = str_of(caption)};
}

static enum reason put(struct event_picture_put body) {
    return BY(&scene, account(), EVENT_PICTURE_PUT, .picture_put = body);
}

static enum reason reveal(bool revealed) {
    return BY(&scene, account(), EVENT_ROUND_REVEAL,
              .round_reveal = {.id = make_id(ROUND), .revealed = revealed});
}

static size_t seen(struct audience audience) {
    return count_entities(scene.process, audience, ENTITY_PICTURE);
}

/* As the server does: what is due is emptied in the journal, and the event says so. */
static size_t redact_due(void) {
    static int64_t all[8][16];
    static size_t times;
    int64_t *seqs = all[times++];
    size_t count = process_due_redactions(scene.process, seqs, 16);
    struct event_redact body = {.seqs = seqs, .seqs_count = count};
    if (count > 0) {
        cr_assert_eq(BY(&scene, server(), EVENT_REDACT, .redact = body), REASON_ABSENT);
    }
    for (size_t i = 0; i < count; i++) {
        scene.events[seqs[i] - 1] = without_texts(scene.events[seqs[i] - 1]);
    }
    return count;
}

Test(pictures, all_of_their_session_see_them_until_they_are_removed) {
    struct arena arena;
    struct entity entity;
    arena_init(&arena);
    cr_assert_eq(put(drawing(0, "Vägen")), REASON_ABSENT);
    struct audience audiences[] = {hosts(), display(0), participants(0, 0)};
    for (size_t i = 0; i < 3; i++) {
        cr_assert(
            find_entity(scene.process, audiences[i], ENTITY_PICTURE, make_id(PICTURE), &arena, &entity));
        cr_expect(str_equal(entity.body.picture.caption, STR("Vägen")));
        cr_expect_eq(entity.body.picture.width, 1600);
        cr_expect_eq(str_is_absent(entity.body.picture.blob), i > 0, "hosts alone need the names");
    }
    cr_expect_eq(seen(display(1)), 0);
    cr_expect_eq(seen(participants(1, 0)), 0);
    struct event_picture_put body = drawing(0, "");
    body.removed = true;
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(seen(hosts()), 0);
    cr_expect_eq(seen(state()), 1);
    cr_assert_eq(put(drawing(0, "Vägen")), REASON_ABSENT, "and it comes back");
    cr_expect_eq(seen(participants(0, 0)), 1);
    arena_finish(&arena);
}

Test(pictures, those_of_a_round_are_seen_when_its_answers_are) {
    struct event_picture_put body = drawing(0, "Bord 1");
    body.round = make_id(ROUND);
    body.group = make_id(TABLE);
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(seen(hosts()), 1);
    cr_expect_eq(seen(display(0)), 0);
    cr_expect_eq(seen(participants(0, 0)), 0);
    cr_expect_eq(seen(participants(0, TABLE + 1)), 0);
    cr_expect_eq(seen(participants(0, TABLE)), 1, "its own table");
    cr_assert_eq(reveal(true), REASON_ABSENT);
    cr_expect_eq(seen(display(0)), 1);
    cr_expect_eq(seen(participants(0, TABLE + 1)), 1);
    cr_assert_eq(reveal(false), REASON_ABSENT);
    cr_expect_eq(seen(display(0)), 0);
    scene_check_refold(&scene);
}

Test(pictures, a_group_is_one_of_the_round_that_they_go_to) {
    static const struct put_group group = {
        {{0xa0, [14] = GROUP >> 8, [15] = GROUP & 255}}, {"Grupp 1", 7}, {NULL, 0}};
    struct event_grouping_put grouping = {.id = make_id(GROUPING),
                                          .session = make_id(SESSION),
                                          .title = STR("Smågrupper"),
                                          .groups = &group,
                                          .groups_count = 1};
    cr_assert_eq(BY(&scene, account(), EVENT_GROUPING_PUT, .grouping_put = grouping), REASON_ABSENT);
    struct event_round_put round = notes_round(1, VISIBILITY_GROUP, AUTHORSHIP_ANONYMOUS);
    round.grouping = grouping.id;
    scene_put_round(&scene, round);
    struct event_picture_put body = drawing(0, "Bord 1");
    body.round = make_id(ROUND);
    body.group = make_id(TABLE);
    cr_assert_eq(put(body), REASON_ABSENT);
    body.base = process_picture(scene.process, body.id)->changed;
    body.round = round.id;
    cr_expect_eq(put(body), REASON_UNKNOWN_GROUP, "a table is none");
    body.group = group.id;
    cr_expect_eq(put(body), REASON_ABSENT);
    body.base = process_picture(scene.process, body.id)->changed;
    body.round = make_id(ROUND);
    cr_expect_eq(put(body), REASON_UNKNOWN_TABLE, "nor a group a table");
}

Test(pictures, a_round_that_has_not_opened_shows_none) {
    struct event_round_put round = notes_round(1, VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, round);
    struct event_picture_put body = drawing(0, "");
    body.round = make_id(ROUND + 1);
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(seen(participants(0, 0)), 0);
    scene_open_round(&scene, 1);
    cr_expect_eq(seen(participants(0, 0)), 1);
}

Test(pictures, they_name_what_is_there) {
    struct event_picture_put body = drawing(0, "");
    body.session = make_id(SESSION + 5);
    cr_expect_eq(put(body), REASON_UNKNOWN_SESSION);
    body = drawing(0, "");
    body.item = make_id(ITEM);
    cr_expect_eq(put(body), REASON_UNKNOWN_ITEM, "of another session");
    body = drawing(0, "");
    body.round = make_id(ROUND + 5);
    cr_expect_eq(put(body), REASON_UNKNOWN_ROUND);
    body = drawing(0, "");
    body.session = make_id(SESSION + 1);
    body.round = make_id(ROUND);
    cr_expect_eq(put(body), REASON_UNKNOWN_ROUND, "of another session");
    body = drawing(0, "");
    body.group = make_id(TABLE + 10);
    cr_expect_eq(put(body), REASON_UNKNOWN_TABLE, "of another session");
    body = drawing(0, "");
    body.id = make_id(SESSION);
    cr_expect_eq(put(body), REASON_ID_TAKEN);
    scene_put_round(&scene, ballot_round(1, RESULT_OPEN, 3, 1));
    body = drawing(0, "");
    body.round = make_id(ROUND + 1);
    cr_expect_eq(put(body), REASON_WRONG_FORM);
    cr_expect_eq(BY(&scene, person(0), EVENT_PICTURE_PUT, .picture_put = drawing(0, "")), REASON_DENIED);
}

Test(pictures, one_keeps_its_bytes_and_its_session) {
    cr_assert_eq(put(drawing(0, "")), REASON_ABSENT);
    struct event_picture_put body = drawing(0, "");
    body.blob = STR("andra");
    cr_expect_eq(put(body), REASON_ID_TAKEN);
    body = drawing(0, "");
    body.session = make_id(SESSION + 1);
    cr_expect_eq(put(body), REASON_ID_TAKEN);
    body = drawing(0, "");
    body.base = 0;
    cr_expect_eq(put(body), REASON_STALE);
    body = drawing(0, "Mendad");
    body.drawn = true;
    body.position = 7;
    cr_expect_eq(put(body), REASON_ABSENT);
}

Test(pictures, one_says_when_it_was_first_put) {
    cr_assert_eq(put(drawing(0, "")), REASON_ABSENT);
    int64_t first = scene.events[scene.count - 1].at;
    scene.at += 60000;
    struct event_picture_put body = drawing(0, "");
    body.removed = true;
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_assert_eq(put(drawing(0, "Vägen")), REASON_ABSENT, "and back");
    cr_assert_eq(put(drawing(1, "")), REASON_ABSENT);
    cr_expect_eq(process_picture(scene.process, make_id(PICTURE))->at, first);
    cr_expect_eq(process_picture(scene.process, make_id(PICTURE + 1))->at, scene.events[scene.count - 1].at);
    cr_expect_gt(scene.events[scene.count - 1].at, first);
    scene_check_refold(&scene);
}

Test(pictures, captions_that_were_superseded_removed_or_refused_are_emptied_at_once) {
    cr_assert_eq(put(drawing(0, "först")), REASON_ABSENT);
    cr_expect_eq(redact_due(), 0);
    struct event_picture_put late = drawing(0, "för sent"), removed;
    cr_assert_eq(put(drawing(0, "sedan")), REASON_ABSENT);
    cr_assert_eq(put(late), REASON_STALE);
    cr_expect_eq(redact_due(), 2, "the first and the refused one");
    cr_expect_eq(redact_due(), 0);
    cr_expect(str_equal(process_picture(scene.process, make_id(PICTURE))->caption, STR("sedan")));
    scene_check_refold(&scene);
    removed = drawing(0, "sedan");
    removed.removed = true;
    cr_assert_eq(put(removed), REASON_ABSENT);
    cr_expect_eq(redact_due(), 2, "with what was said at its removal");
    cr_expect(str_is_empty(process_picture(scene.process, make_id(PICTURE))->caption));
    scene_check_refold(&scene);
    cr_assert_eq(put(drawing(0, "sedan")), REASON_ABSENT, "an undo says it again");
    cr_expect_eq(redact_due(), 0);
    scene_check_refold(&scene);
}

Test(pictures, those_removed_keep_their_blobs_while_the_session_goes_on) {
    cr_assert_eq(put(drawing(0, "")), REASON_ABSENT);
    const struct picture *picture = process_picture(scene.process, make_id(PICTURE));
    struct event_picture_put removed = drawing(0, "");
    removed.removed = true;
    cr_assert_eq(put(removed), REASON_ABSENT);
    cr_expect(picture_keeps_blobs(scene.process, picture));
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND)}),
                 REASON_ABSENT);
    scene_run(&scene, 0, SESSION_STATE_ENDED);
    cr_expect_not(picture_keeps_blobs(scene.process, picture));
    cr_assert_eq(put(drawing(0, "")), REASON_ABSENT);
    cr_expect(picture_keeps_blobs(scene.process, picture));
}

Test(pictures, erasing_blobs_is_told_with_or_without_texts) {
    struct str blobs[] = {STR("stora"), STR("lilla")};
    struct event_redact body = {.blobs = blobs, .blobs_count = 2};
    cr_expect_eq(BY(&scene, server(), EVENT_REDACT, .redact = body), REASON_ABSENT);
    cr_expect_eq(BY(&scene, server(), EVENT_REDACT, .redact = (struct event_redact){0}), REASON_EMPTY);
    scene_check_refold(&scene);
}

Test(pictures, one_stands_on_the_stage_where_all_may_see_it) {
    struct event_session_stage stage = {.id = make_id(SESSION), .screen = STAGE_SCREEN_PICTURE};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_WRONG_FORM);
    stage.picture = make_id(PICTURE);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_UNKNOWN_PICTURE);
    struct event_picture_put body = drawing(0, "");
    body.round = make_id(ROUND);
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_HIDDEN);
    cr_assert_eq(reveal(true), REASON_ABSENT);
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_ABSENT);
    stage = (struct event_session_stage){.id = make_id(SESSION), .screen = STAGE_SCREEN_PICTURES};
    cr_expect_eq(BY(&scene, account(), EVENT_SESSION_STAGE, .session_stage = stage), REASON_ABSENT);
}

Test(pictures, there_is_a_cap_of_those_that_stand_and_of_those_ever_made) {
    struct event_picture_put body = drawing(0, "");
    for (unsigned i = 0; i < PROCESS_PICTURES; i++) {
        body = drawing(i, "");
        cr_assert_eq(put(body), REASON_ABSENT);
    }
    cr_expect_eq(put(drawing(PROCESS_PICTURES, "")), REASON_TOO_MANY);
    body = drawing(0, "");
    body.removed = true;
    cr_assert_eq(put(body), REASON_ABSENT);
    cr_assert_eq(put(drawing(PROCESS_PICTURES, "")), REASON_ABSENT);
    cr_expect_eq(put(drawing(0, "")), REASON_TOO_MANY, "nor does one come back then");
    for (unsigned i = PROCESS_PICTURES + 1; i < PROCESS_PICTURES_MADE; i++) {
        body = drawing(i, "");
        body.removed = true;
        cr_assert_eq(put(body), REASON_ABSENT);
    }
    body = drawing(PROCESS_PICTURES_MADE, "");
    body.removed = true;
    cr_expect_eq(put(body), REASON_TOO_MANY);
}
