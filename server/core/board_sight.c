/* Who sorts on a board, who sees it, and what is said of it and of where notes stand there. */
#include "core/boards.h"
#include "core/handler.h"

enum reason board_judge_hands(const struct process *process, const struct board_entry *entry,
                              const struct event *event) {
    if (entry->board.removed) {
        return REASON_REMOVED;
    }
    if (event->actor.kind != ACTOR_PARTICIPANT) {
        return REASON_ABSENT;
    }
    const struct participant *person = process_participant(process, event->actor.id);
    if (!person) {
        return REASON_UNKNOWN_PARTICIPANT;
    }
    if (!id_is_none(entry->home) && !participant_has_joined(person, entry->home)) {
        return REASON_NOT_JOINED;
    }
    return entry->board.hands == BOARD_HANDS_ALL ? REASON_ABSENT : REASON_DENIED;
}

unsigned board_seen_by(const struct board_entry *entry) {
    if (entry->board.removed) {
        return 0;
    }
    return entry->board.shown ? SEEN_BY_ALL : SEEN_BY_HOST;
}

bool board_is_seen_in(const struct board_entry *entry, struct id session) {
    return id_is_none(entry->place) || id_equal(entry->place, session);
}

/* While some of its notes are with hosts alone, figures would tell of them. */
bool board_tells_figures(const struct board *board, enum view view) {
    return view == VIEW_HOST || view == VIEW_STATE || board->revealed;
}

/* ---- a board ---- */

static struct board_entry *board_of(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct board_entry, tracked);
}

static unsigned board_seen(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return board_seen_by(board_of(tracked));
}

static struct place board_place(const struct tracked *tracked) {
    return (struct place){.session = board_of(tracked)->place};
}

static void fill_board(const struct process *process, const struct tracked *tracked, enum view view,
                       struct arena *arena, struct entity *entity) {
    const struct board *board = &board_of(tracked)->board;
    bool told = board_tells_figures(board, view);
    (void)process, (void)arena;
    entity->body.board = (struct entity_board){
        .title = board->title,
        .rounds = board->rounds,
        .rounds_count = board->round_count,
        .hands = board->hands,
        .shown = board->shown,
        .revealed = board->revealed,
        .per_round = board->per_round,
        .notes = told ? board->notes : 0,
        .unsorted = told ? board->notes - board->sorted : 0,
        .removed = board->removed,
    };
}

const struct tracked_kind board_tracking = {ENTITY_BOARD, board_seen, board_place, fill_board, NULL};

/* ---- where a note stands on one ---- */

static const struct sorting_entry *sorting_of(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct sorting_entry, tracked);
}

/* As the note and the board are, so never one without the other. A group's note is its group's alone until
 * all see it, and where it stands the hosts'. */
static unsigned sorting_seen(const struct process *process, const struct tracked *tracked) {
    const struct sorting_entry *sorting = sorting_of(tracked);
    (void)process;
    if (!sorting->stands) {
        return 0;
    }
    unsigned of_note = note_is_visible_to_all(&sorting->note->note) ? SEEN_BY_ALL : SEEN_BY_HOST;
    return of_note & board_seen_by(sorting->board);
}

static struct place sorting_place(const struct tracked *tracked) {
    return (struct place){.session = round_place(sorting_of(tracked)->note->note.round).session};
}

static void fill_sorting(const struct process *process, const struct tracked *tracked, enum view view,
                         struct arena *arena, struct entity *entity) {
    const struct sorting_entry *sorting = sorting_of(tracked);
    struct id *themes = arena_allocate_array(arena, sorting->theme_count, sizeof *themes);
    struct entity_sorting *body = &entity->body.sorting;
    /* A reply that is repeated tells nobody of what has been hidden since. */
    bool hidden = view == VIEW_OWN && !(sorting_seen(process, tracked) & SEEN_BY_ROOM);
    *body = (struct entity_sorting){
        .board = sorting->board->board.id, .note = sorting->note->note.id, .themes = themes};
    for (size_t i = 0; !hidden && i < sorting->theme_count; i++) {
        const struct theme *theme = &sorting->themes[i]->theme;
        if (view == VIEW_STATE || theme_stands(theme)) {
            themes[body->themes_count++] = theme->id;
        }
    }
}

const struct tracked_kind sorting_tracking = {ENTITY_SORTING, sorting_seen, sorting_place, fill_sorting,
                                              NULL};
