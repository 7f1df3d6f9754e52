/* Themes, and which notes are in them. The documentation has the figures of the screens; research material
 * has the same count of the consenting notes only, and of supports, which carry no consent, nothing. */
#include <stdlib.h>

#include "transcript/themes.h"

static const struct column theme_columns[] = {
    {"theme", CELL_ID, BOTH_VIEWS, "the theme's id", "temats id"},
    {"board", CELL_ID, BOTH_VIEWS, "the board it is on", "väggen det står på"},
    {"board_title", CELL_TEXT, BOTH_VIEWS, "the board's title", "väggens rubrik"},
    {"shown", CELL_FLAG, BOTH_VIEWS, "whether participants and displays see the board",
     "om deltagare och storbild ser väggen"},
    {"number", CELL_COUNT, BOTH_VIEWS, "its place on the board, from 1", "dess plats på väggen, från 1"},
    {"title", CELL_TEXT, BOTH_VIEWS, "what it is called", "vad det heter"},
    {"definition", CELL_TEXT, BOTH_VIEWS, "what belongs there", "vad som hör dit"},
    {"key", CELL_TEXT, BOTH_VIEWS, "the same in every copy of the theme", "densamma i varje kopia av temat"},
    {"notes", CELL_COUNT, BOTH_VIEWS, "how many notes are in it", "hur många lappar som ligger i det"},
    {"persons", CELL_COUNT, BOTH_VIEWS,
     "how many persons wrote them; empty where fewer than five did and a round does not show who answers",
     "hur många personer som skrev dem; tomt om de är färre än fem och ett moment inte visar vem som svarar"},
    {"per_round", CELL_FLAG, BOTH_VIEWS,
     "true: a sum over rounds that do not know their authors apart, not persons",
     "ja: en summa över moment som inte räknas ihop, inte personer"},
    {"votes", CELL_COUNT, DOCUMENTATION_ONLY, "how many persons supported any of them",
     "hur många personer som stödde någon av dem"},
};

bool record_has_board(const struct record *record, const struct board *board) {
    for (size_t i = 0; i < board->round_count && !board->removed; i++) {
        const struct round *round = process_round(record->process, board->rounds[i]);
        if (round && !round->removed && record_has_session(record, round->session)) {
            return true;
        }
    }
    return false;
}

static int by_position(const void *a, const void *b) {
    const struct theme *left = *(const struct theme *const *)a, *right = *(const struct theme *const *)b;
    if (left->position != right->position) {
        return left->position < right->position ? -1 : 1;
    }
    return id_compare(left->id, right->id);
}

/* Those that stand, in the order of the screens; in the arena. */
static const struct theme **themes_of(struct record *record, const struct board *board, size_t *count) {
    size_t all = board_theme_count(record->process, board);
    const struct theme **themes = arena_allocate_array(&record->arena, all, sizeof(const struct theme *));
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        const struct theme *theme = board_theme_at(record->process, board, i);
        if (!theme->removed && !theme->redacted) {
            themes[(*count)++] = theme;
        }
    }
    if (*count > 1) {
        qsort(themes, *count, sizeof(const struct theme *), by_position);
    }
    return themes;
}

/* ---- their notes ---- */

static int by_id(const void *a, const void *b) {
    const struct note *left = *(const struct note *const *)a, *right = *(const struct note *const *)b;
    return id_compare(left->id, right->id);
}

struct notes_in_hand {
    const struct note **list;
    size_t count, capacity;
};

/* The theme's notes that are in the view, of all sessions, by id. In the arena. */
static struct notes_in_hand notes_of(struct record *record, const struct theme *theme) {
    struct notes_in_hand in_hand = {0};
    size_t count;
    in_hand.list = arena_allocate_array(&record->arena, (size_t)theme->notes, sizeof(const struct note *));
    for (size_t i = 0; i < theme->board->round_count; i++) {
        const struct round *round = process_round(record->process, theme->board->rounds[i]);
        const struct note *const *notes = process_notes(record->process, round, &count);
        for (size_t j = 0; j < count; j++) {
            if (record_has_note(record, notes[j]) && theme_has_note(record->process, theme, notes[j])) {
                in_hand.list[in_hand.count++] = notes[j];
            }
        }
    }
    if (in_hand.count > 1) {
        qsort(in_hand.list, in_hand.count, sizeof(const struct note *), by_id);
    }
    return in_hand;
}

static int by_author(const void *a, const void *b) {
    const struct actor *left = &(*(const struct note *const *)a)->author;
    const struct actor *right = &(*(const struct note *const *)b)->author;
    return left->kind != right->kind ? (left->kind > right->kind) - (left->kind < right->kind)
                                     : id_compare(left->id, right->id);
}

/* Puts them into the order of their authors. */
static int64_t count_authors(struct notes_in_hand *notes) {
    int64_t persons = 0;
    if (notes->count > 1) {
        qsort(notes->list, notes->count, sizeof(const struct note *), by_author);
    }
    for (size_t i = 0; i < notes->count; i++) {
        persons += i == 0 || by_author(&notes->list[i - 1], &notes->list[i]) != 0;
    }
    return persons;
}

static void put_figures(struct record *record, const struct theme *theme) {
    struct theme counted = *theme;
    if (record_is_research(record)) {
        struct notes_in_hand notes = notes_of(record, theme);
        counted.notes = (int64_t)notes.count;
        counted.persons = count_authors(&notes);
    }
    record_count(record, counted.notes);
    if (theme_told_persons(&counted) == counted.persons) {
        record_count(record, counted.persons);
    } else {
        record_nothing(record);
    }
    record_flag(record, theme->board->per_round);
    record_count(record, counted.votes);
}

static void put_theme(struct record *record, const struct theme *theme, size_t place) {
    record_id(record, theme->id);
    record_id(record, theme->board->id);
    record_text(record, theme->board->title);
    record_flag(record, theme->board->shown);
    record_count(record, (int64_t)place + 1);
    record_text(record, theme->title);
    record_said(record, theme->definition);
    record_said(record, theme->key);
    put_figures(record, theme);
    record_end_row(record);
}

static void put_sortings(struct record *record, const struct theme *theme, size_t place) {
    struct notes_in_hand notes = notes_of(record, theme);
    (void)place;
    for (size_t i = 0; i < notes.count && !record->stopped; i++) {
        if (record_has_session(record, notes.list[i]->round->session)) {
            record_id(record, theme->board->id);
            record_id(record, theme->id);
            record_id(record, notes.list[i]->id);
            record_id(record, notes.list[i]->round->id);
            record_end_row(record);
        }
    }
}

static void each_theme(struct record *record,
                       void (*put)(struct record *record, const struct theme *theme, size_t place)) {
    size_t board_count, count;
    const struct board *const *boards = process_boards(record->process, &board_count);
    for (size_t i = 0; i < board_count && !record->stopped; i++) {
        if (!record_has_board(record, boards[i])) {
            continue;
        }
        const struct theme **themes = themes_of(record, boards[i], &count);
        for (size_t j = 0; j < count && !record->stopped; j++) {
            put(record, themes[j], j);
        }
        arena_reset(&record->arena);
    }
}

static void fill_themes(struct record *record) {
    each_theme(record, put_theme);
}

const struct table themes_table = {"themes",
                                   theme_columns,
                                   COUNT_OF(theme_columns),
                                   "one theme that notes were sorted into",
                                   "ett tema som lappar har sorterats i",
                                   fill_themes};

static const struct column sorting_columns[] = {
    {"board", CELL_ID, BOTH_VIEWS, "the board", "väggen"},
    {"theme", CELL_ID, BOTH_VIEWS, "the theme", "temat"},
    {"note", CELL_ID, BOTH_VIEWS, "the note that is in it", "lappen som ligger i det"},
    {"round", CELL_ID, BOTH_VIEWS, "the round that the note answers", "momentet som lappen svarar på"},
};

static void fill_sortings(struct record *record) {
    each_theme(record, put_sortings);
}

const struct table sortings_table = {
    "sortings",           sorting_columns, COUNT_OF(sorting_columns), "one note in one theme",
    "en lapp i ett tema", fill_sortings};

void record_count_sortings(struct record *record, const struct board *board, const struct round *round,
                           int64_t *total, int64_t *included) {
    size_t theme_count = board_theme_count(record->process, board), count;
    const struct note *const *notes = process_notes(record->process, round, &count);
    *total = *included = 0;
    for (size_t i = 0; i < theme_count; i++) {
        const struct theme *theme = board_theme_at(record->process, board, i);
        for (size_t j = 0; j < count; j++) {
            bool is_in = theme_has_note(record->process, theme, notes[j]);
            *total += is_in;
            *included += is_in && record_has_note(record, notes[j]);
        }
    }
}
