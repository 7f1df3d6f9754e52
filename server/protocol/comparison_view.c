#include "protocol/comparison_view.h"

#include "protocol/side_by_side.h"

/* ---- words ---- */

/* What people struck, or set aside, is no value word. */
static bool is_compared(const struct words_family *family) {
    return family->mark != WORDS_DROPPED && family->mark != WORDS_STOPPED && family->mark != WORDS_SET_ASIDE;
}

void comparison_view_of_words(const struct process *process, const struct words_view *words,
                              struct arena *arena, struct entity_comparison *entity) {
    struct side_by_side sides = {.process = process,
                                 .by = entity->by,
                                 .per_round = words->per_round,
                                 .notes = words->notes,
                                 .note_count = words->note_count};
    const struct words_result *result = &words->result;
    struct side *rows = arena_allocate_array(arena, result->count, sizeof *rows);
    for (size_t i = 0; i < result->count; i++) {
        const struct words_family *family = &result->families[i];
        if (is_compared(family) && family->persons > 0) {
            rows[sides.row_count++] = (struct side){
                .word = family->word,
                .label = family->label,
                .notes = family->notes,
                .note_count = family->note_count,
            };
        }
    }
    sides.rows = rows;
    entity->per_round = words->per_round;
    side_by_side_fill(&sides, arena, entity);
}

/* ---- themes ---- */

static size_t collect_notes(const struct process *process, const struct board *board,
                            const struct research *research, const struct note **notes) {
    size_t found = 0;
    for (size_t i = 0; i < board->round_count; i++) {
        size_t count;
        const struct note *const *all =
            process_notes(process, process_round(process, board->rounds[i]), &count);
        for (size_t j = 0; j < count; j++) {
            if (note_is_on_record(all[j]) && research_has_note(process, research, all[j])) {
                if (notes) {
                    notes[found] = all[j];
                }
                found++;
            }
        }
    }
    return found;
}

static bool stands_before(const struct theme *a, const struct theme *b) {
    return a->position != b->position ? a->position < b->position : id_compare(a->id, b->id) < 0;
}

/* Those that stand, in the order of the screens. */
static const struct theme **themes_of(const struct process *process, const struct board *board,
                                      struct arena *arena, size_t *count) {
    size_t all = board_theme_count(process, board);
    const struct theme **themes = arena_allocate_array(arena, all, sizeof *themes);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        const struct theme *theme = board_theme_at(process, board, i);
        if (theme->removed || theme->redacted) {
            continue;
        }
        size_t at = (*count)++;
        while (at > 0 && stands_before(theme, themes[at - 1])) {
            themes[at] = themes[at - 1];
            at--;
        }
        themes[at] = theme;
    }
    return themes;
}

static size_t place_of(const struct theme *theme, const struct theme *const *themes) {
    size_t i = 0;
    while (themes[i] != theme) {
        i++;
    }
    return i;
}

/* Rows of all themes, with the notes in each. */
static struct side *make_rows(const struct side_by_side *sides, const struct board *board,
                              struct arena *arena, size_t *count) {
    const struct theme **themes = themes_of(sides->process, board, arena, count);
    struct side *rows = arena_allocate_array(arena, *count, sizeof *rows);
    uint32_t **notes = arena_allocate_array(arena, *count, sizeof *notes);
    for (size_t i = 0; i < *count; i++) {
        notes[i] = arena_allocate_array(arena, (size_t)themes[i]->notes, sizeof **notes);
        rows[i] = (struct side){.theme = themes[i]->id, .label = themes[i]->title, .notes = notes[i]};
    }
    for (size_t i = 0; i < sides->note_count; i++) {
        const struct theme *with[NOTE_THEMES];
        size_t found = note_themes(sides->process, sides->notes[i], board, with);
        for (size_t j = 0; j < found; j++) {
            size_t row = place_of(with[j], themes);
            notes[row][rows[row].note_count++] = (uint32_t)i;
        }
    }
    return rows;
}

void comparison_view_of_board(const struct process *process, const struct board *board,
                              const struct research *research, struct arena *arena,
                              struct entity_comparison *entity) {
    size_t note_count = collect_notes(process, board, research, NULL), theme_count;
    const struct note **notes = arena_allocate_array(arena, note_count, sizeof *notes);
    collect_notes(process, board, research, notes);
    struct side_by_side sides = {
        .process = process, .by = entity->by, .with_groups = true, .notes = notes, .note_count = note_count};
    struct side *rows = make_rows(&sides, board, arena, &theme_count);
    for (size_t i = 0; i < theme_count; i++) {
        if (rows[i].note_count > 0) {
            rows[sides.row_count++] = rows[i];
        }
    }
    sides.rows = rows;
    entity->per_round = board->per_round;
    side_by_side_fill(&sides, arena, entity);
}
