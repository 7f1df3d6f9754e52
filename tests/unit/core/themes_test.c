#include "board_scene.h"

TestSuite(themes, .fini = close);

Test(themes, have_the_notes_that_were_sorted_into_them) {
    begin_sorting(VISIBILITY_ALL, 3, 2);
    expect_board(3, 3);
    cr_expect_eq(sortings_for(hosts()), 0);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    cr_assert_eq(sort(account(), 1, -1, 0), REASON_ABSENT);
    cr_assert_eq(sort(account(), 1, -1, 1), REASON_ABSENT, "in both");
    expect_board(3, 1);
    expect_theme(0, 2, 2, 0);
    expect_theme(1, 1, 1, 0);
    cr_assert_eq(sort(account(), 0, 0, 1), REASON_ABSENT);
    cr_assert_eq(sort(account(), 0, 0, 1), REASON_ABSENT, "as often as you like");
    expect_theme(0, 1, 1, 0);
    expect_theme(1, 2, 2, 0);
    cr_assert_eq(sort(account(), 1, 0, -1), REASON_ABSENT);
    cr_assert_eq(sort(account(), 1, 1, -1), REASON_ABSENT);
    expect_board(3, 2);
    cr_expect_eq(sortings_for(display(0)), 1, "what is in no theme is gone");
    cr_expect_eq(sortings_for(participants(1, 0)), 0, "they have not the note, nor the board");
}

Test(themes, say_where_a_note_is_in_one_order) {
    struct entity entity;
    begin_sorting(VISIBILITY_ALL, 1, 3);
    cr_assert_eq(sort(account(), 0, -1, 2), REASON_ABSENT);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    struct event event = {.kind = EVENT_NOTE_SORT, .command = scene.events[scene.count - 1].command};
    cr_assert(process_entity_of(scene.process, &event, &arena, &entity));
    const struct entity_sorting *sorting = &entity.body.sorting;
    cr_assert_eq(sorting->themes_count, 2);
    cr_expect(id_equal(sorting->themes[0], make_id(THEME)));
    cr_expect(id_equal(sorting->themes[1], make_id(THEME + 2)));
    cr_expect(id_equal(sorting->note, make_id(NOTE)));
    cr_expect(id_equal(sorting->board, make_id(BOARD)));
}

Test(themes, refuse_what_makes_no_sense) {
    begin_sorting(VISIBILITY_OWN, 2, 1);
    struct event_note_sort body = {.board = make_id(BOARD + 1), .note = make_id(NOTE), .to = make_id(THEME)};
    cr_expect_eq(BY(&scene, account(), EVENT_NOTE_SORT, .note_sort = body), REASON_UNKNOWN_BOARD);
    cr_expect_eq(sort(account(), 0, -1, -1), REASON_EMPTY);
    cr_expect_eq(sort(account(), 0, 0, 0), REASON_WRONG_FORM);
    cr_expect_eq(sort(account(), 9, -1, 0), REASON_UNKNOWN_NOTE);
    cr_expect_eq(sort(account(), 0, -1, 7), REASON_UNKNOWN_THEME);
    cr_expect_eq(sort(account(), 0, 7, 0), REASON_UNKNOWN_THEME);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), true, STR("")}), 0);
    cr_expect_eq(sort(account(), 0, -1, 0), REASON_HIDDEN);
    cr_assert_eq(BY(&scene, person(1), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE + 1), 2, true}), 0);
    cr_expect_eq(sort(account(), 1, -1, 0), REASON_REMOVED);
    scene_put_round(&scene, notes_round(3, VISIBILITY_ALL, AUTHORSHIP_NAMED));
    scene_open_round(&scene, 3);
    struct event_note_put elsewhere = {
        .id = make_id(NOTE + 5), .round = make_id(ROUND + 3), .rev = 1, .text = STR("Tid")};
    cr_assert_eq(BY(&scene, person(0), EVENT_NOTE_PUT, .note_put = elsewhere), REASON_ABSENT);
    cr_expect_eq(sort(account(), 5, -1, 0), REASON_UNKNOWN_NOTE, "it is not of the board");
}

Test(themes, keep_a_note_in_eight_of_them_at_most) {
    begin_sorting(VISIBILITY_ALL, 1, 10);
    for (int i = 0; i < 8; i++) {
        cr_assert_eq(sort(account(), 0, -1, i), REASON_ABSENT);
    }
    cr_expect_eq(sort(account(), 0, -1, 8), REASON_TOO_MANY);
    cr_expect_eq(sort(account(), 0, -1, 3), REASON_ABSENT, "there it is already");
    cr_expect_eq(sort(account(), 0, 3, 8), REASON_ABSENT, "for another");
    struct event_theme_put gone = named(0, "Trygghet");
    gone.removed = true;
    cr_assert_eq(put_theme(account(), gone), REASON_ABSENT);
    cr_expect_eq(sort(account(), 0, -1, 9), REASON_ABSENT, "one of the eight was removed");
    cr_assert_eq(put_theme(account(), named(0, "Trygghet")), REASON_ABSENT);
    expect_theme(0, 0, 0, 0);
    expect_theme(9, 1, 1, 0);
    cr_expect_eq(sort(account(), 0, -1, 0), REASON_TOO_MANY);
}

Test(themes, count_persons_not_notes_nor_hands_raised_twice) {
    begin_sorting(VISIBILITY_ALL, 2, 2);
    struct event_note_put more = {
        .id = make_id(NOTE + 2), .round = make_id(ROUND), .rev = 1, .text = STR("Lugn och ro")};
    cr_assert_eq(BY(&scene, person(0), EVENT_NOTE_PUT, .note_put = more), REASON_ABSENT);
    cr_assert_eq(support(person(3), 0, 1, true), REASON_ABSENT);
    cr_assert_eq(support(person(3), 2, 1, true), REASON_ABSENT);
    cr_assert_eq(support(person(4), 1, 1, true), REASON_ABSENT);
    for (unsigned i = 0; i < 3; i++) {
        cr_assert_eq(sort(account(), i, -1, 0), REASON_ABSENT);
    }
    expect_theme(0, 3, 2, 2);
    cr_assert_eq(sort(account(), 2, 0, 1), REASON_ABSENT);
    expect_theme(0, 2, 2, 2);
    expect_theme(1, 1, 1, 1);
    cr_assert_eq(support(person(3), 2, 2, false), REASON_ABSENT);
    cr_assert_eq(support(person(5), 0, 1, true), REASON_ABSENT);
    cr_assert_eq(support(person(5), 0, 2, true), REASON_ABSENT);
    expect_theme(0, 2, 2, 3);
    expect_theme(1, 1, 1, 0);
    struct event_round_put plain = notes_round(0, VISIBILITY_ALL, AUTHORSHIP_NAMED);
    scene_put_round(&scene, plain);
    expect_theme(0, 2, 2, 0);
    plain.notes = &settings;
    scene_put_round(&scene, plain);
    expect_theme(0, 2, 2, 3);
}

/* Anonymous authors are one within a scope; rounds of other scopes count them anew. */
Test(themes, sum_persons_over_rounds_that_are_not_counted_together) {
    begin(VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS);
    scene_put_round(&scene, notes_round(2, VISIBILITY_ALL, AUTHORSHIP_ANONYMOUS));
    scene_open_round(&scene, 2);
    struct event_board_put put = wall(0);
    put.rounds_count = 2;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_assert_eq(put_theme(account(), named(0, "Trygghet")), REASON_ABSENT);
    cr_expect(board_for(hosts())->per_round);
    for (unsigned i = 0; i < 5; i++) {
        struct event_note_put note = {
            .id = make_id(NOTE + i), .round = both_rounds[i % 2], .rev = 1, .text = STR("Lugn")};
        cr_assert_eq(BY(&scene, author(i), EVENT_NOTE_PUT, .note_put = note), REASON_ABSENT);
        expect_theme(0, i, 0, 0); /* too few to tell how many they are */
        cr_assert_eq(sort(account(), i, -1, 0), REASON_ABSENT);
    }
    expect_theme(0, 5, 5, 0);
}

Test(themes, count_what_is_on_record) {
    begin_sorting(VISIBILITY_ALL, 2, 1);
    cr_assert_eq(support(person(3), 0, 1, true), REASON_ABSENT);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), true, STR("")}), 0);
    expect_theme(0, 0, 0, 0);
    expect_board(1, 1);
    cr_expect_eq(sortings_for(hosts()), 0);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_HIDE, .note_hide = {make_id(NOTE), false, STR("")}), 0);
    expect_theme(0, 1, 1, 1);
    expect_board(2, 1);
    cr_assert_eq(BY(&scene, person(0), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE), 2, true}), 0);
    expect_theme(0, 0, 0, 0);
    cr_assert_eq(BY(&scene, person(0), EVENT_NOTE_REMOVE, .note_remove = {make_id(NOTE), 3, false}), 0);
    expect_theme(0, 1, 1, 1);
    int64_t seqs[] = {process_note(scene.process, make_id(NOTE))->text_seq};
    scene_redact(&scene, seqs, 1);
    expect_theme(0, 0, 0, 0);
    expect_board(1, 1);
    cr_expect_eq(sort(account(), 0, 0, -1), REASON_REMOVED);
}

Test(themes, take_in_a_late_note_once_it_was_let_in) {
    begin_sorting(VISIBILITY_ALL, 1, 1);
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_CLOSE, .round_close = {.id = make_id(ROUND)}), 0);
    cr_assert_eq(scene_write(&scene, person(4), 4, 1, "Tid"), REASON_ABSENT);
    expect_board(1, 1);
    cr_expect_eq(sort(account(), 4, -1, 0), REASON_HIDDEN);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_ADMIT, .note_admit = {make_id(NOTE + 4), true}), 0);
    expect_board(2, 2);
    cr_assert_eq(sort(account(), 4, -1, 0), REASON_ABSENT);
    cr_assert_eq(BY(&scene, account(), EVENT_NOTE_ADMIT, .note_admit = {make_id(NOTE + 4), false}), 0);
    expect_theme(0, 0, 0, 0);
    expect_board(1, 1);
}

Test(themes, give_their_notes_back_when_they_are_removed) {
    begin_sorting(VISIBILITY_ALL, 2, 2);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    cr_assert_eq(sort(account(), 1, -1, 0), REASON_ABSENT);
    cr_assert_eq(sort(account(), 1, -1, 1), REASON_ABSENT);
    struct event_theme_put gone = named(0, "Trygghet");
    gone.removed = true;
    cr_assert_eq(put_theme(account(), gone), REASON_ABSENT);
    expect_board(2, 1);
    cr_expect_eq(sortings_for(hosts()), 1);
    cr_expect_null(theme_for(hosts(), 0));
    cr_expect_eq(sort(account(), 0, -1, 0), REASON_REMOVED);
    cr_expect_eq(sort(account(), 1, 0, -1), REASON_ABSENT, "out of it is allowed");
    cr_assert_eq(put_theme(account(), named(0, "Trygghet")), REASON_ABSENT);
    expect_board(2, 0);
    expect_theme(0, 1, 1, 0);
    cr_expect_eq(sortings_for(display(0)), 2);
}

/* As the server does: what is due is emptied in the journal, and the event says so. */
static size_t redact_due(void) {
    int64_t *seqs = arena_allocate_array(&arena, 16, sizeof *seqs);
    size_t count = process_due_redactions(scene.process, seqs, 16);
    if (count > 0) {
        scene_redact(&scene, seqs, count);
    }
    return count;
}

Test(themes, leave_no_text_that_was_superseded_removed_or_refused) {
    begin_sorting(VISIBILITY_ALL, 1, 1);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    cr_expect_eq(redact_due(), 0);
    cr_assert_eq(put_theme(account(), named(0, "Lugn")), REASON_ABSENT);
    struct event_theme_put stale = named(0, "Ro");
    stale.base = 0;
    cr_assert_eq(put_theme(account(), stale), REASON_STALE);
    cr_expect_eq(redact_due(), 2);
    cr_expect(str_equal(theme_for(display(0), 0)->title, STR("Lugn")));
    struct event_theme_put gone = named(0, "Lugn");
    gone.removed = true;
    cr_assert_eq(put_theme(account(), gone), REASON_ABSENT);
    cr_expect_eq(redact_due(), 2);
    cr_assert_eq(put_theme(account(), named(0, "Lugn")), REASON_ABSENT);
    cr_expect_eq(redact_due(), 0);
    expect_theme(0, 1, 1, 0);
    struct event_theme_put keyed = named(0, "Lugn");
    keyed.key = STR("Stora bokstäver");
    cr_expect_eq(put_theme(account(), keyed), REASON_BAD_FIELDS);
    cr_expect_eq(put_theme(account(), named(0, " ")), REASON_EMPTY);
    cr_expect_eq(redact_due(), 0, "what was refused for its text is not due");
    int64_t seqs[] = {process_theme(scene.process, make_id(THEME))->changed};
    scene_redact(&scene, seqs, 1);
    expect_board(1, 1);
    cr_expect_null(theme_for(hosts(), 0), "a theme without its text is nobody's to see");
}

Test(themes, are_not_sorted_before_all_see_the_notes_but_by_hosts) {
    begin_sorting(VISIBILITY_OWN, 2, 1);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    cr_expect_eq(sortings_for(hosts()), 1);
    cr_expect_eq(sortings_for(display(0)), 0);
    cr_expect_eq(sortings_for(participants(0, 0)), 0);
    cr_expect_eq(theme_for(participants(0, 0), 0)->notes, 0);
    cr_expect_eq(theme_for(participants(0, 0), 0)->persons, 0);
    cr_expect_eq(board_for(display(0))->notes, 0);
    cr_expect_not(board_for(display(0))->revealed);
    expect_theme(0, 1, 1, 0);
    reveal(true);
    cr_expect_eq(sortings_for(participants(0, 0)), 1);
    cr_expect_eq(theme_for(participants(0, 0), 0)->notes, 1);
    cr_expect_eq(board_for(display(0))->unsorted, 1);
    reveal(false);
    cr_expect_eq(sortings_for(participants(0, 0)), 0);
    cr_expect_eq(theme_for(participants(0, 0), 0)->notes, 0);
}

Test(themes, of_a_groups_notes_are_the_hosts_until_all_see_them) {
    begin_sorting(VISIBILITY_GROUP, 0, 1);
    struct event_note_put note = {
        .id = make_id(NOTE), .round = make_id(ROUND), .rev = 1, .text = STR("Lugn"), .table = make_id(TABLE)};
    cr_assert_eq(BY(&scene, person(0), EVENT_NOTE_PUT, .note_put = note), REASON_ABSENT);
    cr_assert_eq(sort(account(), 0, -1, 0), REASON_ABSENT);
    cr_expect_eq(count_entities(scene.process, participants(0, TABLE), ENTITY_NOTE), 1);
    cr_expect_eq(sortings_for(participants(0, TABLE)), 0);
    reveal(true);
    cr_expect_eq(sortings_for(participants(0, TABLE)), 1);
}

Test(themes, are_sorted_by_participants_where_they_may) {
    begin_sorting(VISIBILITY_OWN, 2, 1);
    cr_expect_eq(sort(person(3), 0, -1, 0), REASON_DENIED);
    cr_expect_eq(put_theme(person(3), named(1, "Tid")), REASON_DENIED);
    cr_expect_eq(BY(&scene, person(3), EVENT_BOARD_PUT, .board_put = wall(0)), REASON_DENIED);
    struct event_board_put put = wall(0);
    put.hands = BOARD_HANDS_ALL;
    put.shown = false;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_expect(board_for(participants(0, 0))->shown, "who sorts sees it");
    cr_expect_eq(sort(person(3), 0, -1, 0), REASON_HIDDEN, "not what is with hosts alone");
    reveal(true);
    cr_expect_eq(sort(person(3), 0, -1, 0), REASON_ABSENT);
    cr_expect_eq(put_theme(person(3), named(1, "Tid")), REASON_ABSENT);
    cr_expect_eq(sort(person(4), 0, 0, 1), REASON_ABSENT);
    cr_expect_eq(sort(author(4), 0, 0, 1), REASON_DENIED);
    cr_expect_eq(sort(person(900), 0, 0, 1), REASON_UNKNOWN_PARTICIPANT);
    scene_add_session(&scene, 1);
    scene_join(&scene, 20, 1);
    cr_expect_eq(sort(person(20), 0, 1, 0), REASON_NOT_JOINED);
    expect_theme(1, 1, 1, 0);
}

/* A command that is repeated is answered with what is so now, which may be hidden by then. */
Test(themes, tell_nobody_in_a_repeated_answer_what_is_hidden_by_now) {
    struct entity entity;
    begin_sorting(VISIBILITY_OWN, 1, 2);
    struct event_board_put put = wall(0);
    put.hands = BOARD_HANDS_ALL;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    reveal(true);
    cr_assert_eq(put_theme(person(3), named(0, "Min")), REASON_ABSENT);
    struct event theme = {.command = scene.events[scene.count - 1].command};
    cr_assert_eq(sort(person(3), 0, -1, 0), REASON_ABSENT);
    struct event sorting = {.command = scene.events[scene.count - 1].command};
    cr_assert(process_entity_of(scene.process, &sorting, &arena, &entity));
    cr_expect_eq(entity.body.sorting.themes_count, 1);
    reveal(false);
    cr_assert(process_entity_of(scene.process, &sorting, &arena, &entity));
    cr_expect_eq(entity.body.sorting.themes_count, 0);
    cr_assert(process_entity_of(scene.process, &theme, &arena, &entity));
    cr_expect_eq(entity.body.theme.notes, 0);
    cr_assert_eq(put_board(wall(0)), REASON_ABSENT);
    put = wall(0);
    put.shown = false;
    cr_assert_eq(put_board(put), REASON_ABSENT);
    cr_assert(process_entity_of(scene.process, &theme, &arena, &entity));
    cr_expect(str_is_empty(entity.body.theme.title));
}

Test(themes, stay_on_their_board_and_are_put_with_a_base) {
    begin_sorting(VISIBILITY_ALL, 0, 1);
    cr_assert_eq(put_board(wall(1)), REASON_ABSENT);
    struct event_theme_put put = named(0, "Tid");
    put.board = make_id(BOARD + 1);
    cr_expect_eq(put_theme(account(), put), REASON_ID_TAKEN);
    put.board = make_id(BOARD + 2);
    cr_expect_eq(put_theme(account(), put), REASON_UNKNOWN_BOARD);
    put = named(0, "Tid");
    put.base = 0;
    cr_expect_eq(put_theme(account(), put), REASON_STALE);
    put = named(1, "Tid");
    put.id = make_id(ROUND);
    cr_expect_eq(put_theme(account(), put), REASON_ID_TAKEN);
    put = named(1, "Tid");
    put.key = STR("tid-2026");
    cr_expect_eq(put_theme(account(), put), REASON_ABSENT);
}

/* Six hands, and each of their commands at any place among the others': the journal's order decides, and
 * where no two of them speak of one note, no order does. */
Test(themes, come_to_the_same_in_any_order_where_no_two_hands_take_one_note) {
    enum { ORDERS = 4, HANDS = 6 };
    struct buffer first, again;
    buffer_init(&first);
    buffer_init(&again);
    for (unsigned order = 0; order < ORDERS; order++) {
        begin_sorting(VISIBILITY_ALL, HANDS, 3);
        unsigned steps[HANDS] = {0}, chance = order;
        for (unsigned i = 0; i < 3 * HANDS;) {
            chance = chance * 1103515245 + 12345;
            unsigned hand = chance / 65536 % HANDS, step = steps[hand];
            if (step == 3) {
                continue;
            }
            i++;
            steps[hand]++;
            int from = step == 0 ? -1 : (int)((hand + step - 1) % 3);
            cr_assert_eq(sort(account(), hand, from, (int)((hand + step) % 3)), REASON_ABSENT);
        }
        struct buffer *buffer = order == 0 ? &first : &again;
        for (unsigned i = 0; i < 3; i++) {
            const struct entity_theme *theme = theme_for(display(0), i);
            buffer_format(buffer, "%d %d;", (int)theme->notes, (int)theme->persons);
        }
        for (unsigned i = 0; i < 3 * HANDS; i++) {
            const struct theme *theme = process_theme(scene.process, make_id(THEME + i % 3));
            const struct note *note = process_note(scene.process, make_id(NOTE + i / 3));
            buffer_format(buffer, "%d", theme_has_note(scene.process, theme, note));
        }
        cr_expect(order == 0 || str_equal(buffer_str(&first), buffer_str(&again)));
        buffer_clear(&again);
        if (order + 1 < ORDERS) {
            close();
        }
    }
    buffer_finish(&first);
    buffer_finish(&again);
}
