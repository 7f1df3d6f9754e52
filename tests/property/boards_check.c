#include "boards_check.h"

#include <criterion/criterion.h>

#include "../unit/core/support.h"
#include "base/memory.h"

/* Each once. */
struct names {
    struct str *list;
    size_t count, capacity;
};

static void add_name(struct names *names, struct str name) {
    for (size_t i = 0; i < names->count; i++) {
        if (str_equal(names->list[i], name)) {
            return;
        }
    }
    names->list = memory_grow(names->list, &names->capacity, names->count + 1, sizeof *names->list);
    names->list[names->count++] = name;
}

static struct str name_of(struct actor actor, struct arena *arena) {
    char text[ACTOR_TEXT_SIZE];
    actor_format(actor, text);
    return arena_copy(arena, str_of(text));
}

static void add_supporters(const struct process *process, const struct theme *theme, struct arena *arena,
                           struct names *supporters) {
    struct change_cursor position = {0, INT64_MAX};
    struct change_walk *walk = process_changes(process, state(), position, arena);
    struct entity entity;
    struct gone gone;
    while (process_next_change(walk, arena, &entity, &gone, &position) != CHANGE_END) {
        const struct entity_supports *supports = &entity.body.supports;
        for (size_t i = 0; entity.kind == ENTITY_SUPPORTS && i < supports->notes_count; i++) {
            const struct note *note = process_note(process, supports->notes[i]);
            if (note->round->notes.supports && theme_has_note(process, theme, note)) {
                add_name(supporters, supports->author);
            }
        }
    }
}

static void check_theme(const struct process *process, const struct theme *theme) {
    struct names writers = {0}, supporters = {0};
    struct arena arena;
    int64_t notes = 0;
    size_t count;
    arena_init(&arena);
    for (size_t i = 0; i < theme->board->round_count; i++) {
        const struct round *round = process_round(process, theme->board->rounds[i]);
        const struct note *const *list = process_notes(process, round, &count);
        for (size_t j = 0; j < count; j++) {
            if (theme_has_note(process, theme, list[j])) {
                cr_assert(note_is_on_record(list[j]));
                notes++;
                add_name(&writers, name_of(list[j]->author, &arena));
            }
        }
    }
    add_supporters(process, theme, &arena, &supporters);
    cr_assert_eq(theme->notes, notes);
    cr_assert_eq(theme->persons, (int64_t)writers.count);
    cr_assert_eq(theme->votes, (int64_t)supporters.count);
    memory_free(writers.list);
    memory_free(supporters.list);
    arena_finish(&arena);
}

static bool is_in_a_theme(const struct process *process, const struct board *board, const struct note *note) {
    size_t in = 0;
    for (size_t i = 0; i < board_theme_count(process, board); i++) {
        in += theme_has_note(process, board_theme_at(process, board, i), note);
    }
    const struct theme *themes[NOTE_THEMES];
    cr_assert_leq(in, NOTE_THEMES);
    cr_assert_eq(in, note_themes(process, note, board, themes));
    return in > 0;
}

static void check_board(const struct process *process, const struct board *board) {
    int64_t notes = 0, sorted = 0;
    size_t count;
    for (size_t i = 0; i < board->round_count; i++) {
        const struct note *const *list =
            process_notes(process, process_round(process, board->rounds[i]), &count);
        for (size_t j = 0; j < count; j++) {
            notes += note_is_on_record(list[j]);
            sorted += is_in_a_theme(process, board, list[j]);
        }
    }
    cr_assert_eq(board->notes, notes);
    cr_assert_eq(board->sorted, sorted);
    for (size_t i = 0; i < board_theme_count(process, board); i++) {
        const struct theme *theme = board_theme_at(process, board, i);
        if (!theme->removed && !theme->redacted) {
            check_theme(process, theme);
        }
    }
}

void boards_check(const struct process *process) {
    size_t count;
    const struct board *const *boards = process_boards(process, &count);
    for (size_t i = 0; i < count; i++) {
        check_board(process, boards[i]);
    }
}
