/* Notes that are sorted on a board, for the tests of boards and of themes. */
#ifndef SAMSKAP_TEST_BOARD_SCENE_H
#define SAMSKAP_TEST_BOARD_SCENE_H

#include <criterion/criterion.h>

#include "support.h"

static struct scene scene;
static struct arena arena;
static struct notes_settings settings = {.supports = true};

static inline void begin(enum visibility visibility, enum authorship authorship) {
    arena_init(&arena);
    scene_begin(&scene, 8, visibility, authorship);
    struct event_round_put put = notes_round(0, visibility, authorship);
    put.notes = &settings;
    scene_put_round(&scene, put);
}

/* Whatever a test did, the journal alone tells it again. */
static inline void close(void) {
    scene_check_refold(&scene);
    arena_finish(&arena);
    scene_close(&scene);
}

static const struct id both_rounds[] = {{{0xa0, [15] = ROUND}}, {{0xa0, [15] = ROUND + 2}}};

static inline struct event_board_put wall(unsigned n) {
    const struct board *board = process_board(scene.process, make_id(BOARD + n));
    return (struct event_board_put){.id = make_id(BOARD + n),
                                    .base = board ? board->changed : 0,
                                    .title = STR("Vad vi vill"),
                                    .rounds = both_rounds,
                                    .rounds_count = 1,
                                    .hands = BOARD_HANDS_HOSTS,
                                    .shown = true};
}

static inline enum reason put_board(struct event_board_put put) {
    return BY(&scene, account(), EVENT_BOARD_PUT, .board_put = put);
}

static inline struct event_theme_put named(unsigned n, const char *title) {
    const struct theme *theme = process_theme(scene.process, make_id(THEME + n));
    return (struct event_theme_put){.id = make_id(THEME + n),
                                    .base = theme ? theme->changed : 0,
                                    .board = make_id(BOARD),
                                    .title = str_of(title),
                                    .definition = STR("Det som gör oss lugna"),
                                    .position = n};
}

static inline enum reason put_theme(struct actor actor, struct event_theme_put put) {
    return BY(&scene, actor, EVENT_THEME_PUT, .theme_put = put);
}

/* From a theme to another by number; -1: none. */
static inline enum reason sort(struct actor actor, unsigned note, int from, int to) {
    struct event_note_sort body = {.board = make_id(BOARD), .note = make_id(NOTE + note)};
    body.from = from < 0 ? body.from : make_id(THEME + (unsigned)from);
    body.to = to < 0 ? body.to : make_id(THEME + (unsigned)to);
    return BY(&scene, actor, EVENT_NOTE_SORT, .note_sort = body);
}

static inline void write_notes(unsigned count) {
    static const char *const texts[] = {"Trygghet", "Närhet", "Enkelhet", "Lugn"};
    for (unsigned i = 0; i < count; i++) {
        cr_assert_eq(scene_write(&scene, person(i), i, 1, texts[i % 4]), REASON_ABSENT);
    }
}

static inline void begin_sorting(enum visibility visibility, unsigned notes, unsigned themes) {
    static const char *const titles[] = {"Trygghet", "Närhet", "Tid"};
    begin(visibility, AUTHORSHIP_NAMED);
    write_notes(notes);
    cr_assert_eq(put_board(wall(0)), REASON_ABSENT);
    for (unsigned i = 0; i < themes; i++) {
        cr_assert_eq(put_theme(account(), named(i, titles[i % 3])), REASON_ABSENT);
    }
}

static inline enum reason support(struct actor actor, unsigned note, int64_t rev, bool on) {
    return BY(&scene, actor, EVENT_NOTE_SUPPORT,
              .note_support = {.note = make_id(NOTE + note), .rev = rev, .on = on});
}

static inline void reveal(bool revealed) {
    cr_assert_eq(BY(&scene, account(), EVENT_ROUND_REVEAL, .round_reveal = {make_id(ROUND), revealed}), 0);
}

static inline const struct entity_theme *theme_for(struct audience audience, unsigned n) {
    struct entity *entity = arena_allocate(&arena, sizeof *entity);
    return find_entity(scene.process, audience, ENTITY_THEME, make_id(THEME + n), &arena, entity)
               ? &entity->body.theme
               : NULL;
}

static inline const struct entity_board *board_for(struct audience audience) {
    struct entity *entity = arena_allocate(&arena, sizeof *entity);
    return find_entity(scene.process, audience, ENTITY_BOARD, make_id(BOARD), &arena, entity)
               ? &entity->body.board
               : NULL;
}

static inline size_t sortings_for(struct audience audience) {
    return count_entities(scene.process, audience, ENTITY_SORTING);
}

/* What a theme counts, by hosts' view: "notes persons votes". */
static inline void expect_theme(unsigned n, int64_t notes, int64_t persons, int64_t votes) {
    const struct entity_theme *theme = theme_for(hosts(), n);
    cr_assert(theme);
    cr_expect(theme->notes == notes && theme->persons == persons && theme->votes == votes,
              "theme %u: %d notes, %d persons, %d votes", n, (int)theme->notes, (int)theme->persons,
              (int)theme->votes);
}

static inline void expect_board(int64_t notes, int64_t unsorted) {
    const struct entity_board *board = board_for(hosts());
    cr_expect(board->notes == notes && board->unsorted == unsorted, "%d notes, %d unsorted",
              (int)board->notes, (int)board->unsorted);
}

#endif
