/* Boards: which rounds' notes are sorted there, and what follows from them. A board of one session's rounds
 * is that session's, any other the whole process's; what it came to, the next session can begin with. */
#include "core/boards.h"

#include "base/memory.h"
#include "core/comparisons.h"
#include "core/handler.h"
#include "core/round_list.h"

enum { MOST_ROUNDS = 20 };

static struct round_list rounds_of(const struct board *board) {
    return (struct round_list){board->rounds, board->round_count};
}

static struct round_list put_rounds(const struct event_board_put *put) {
    return (struct round_list){put->rounds, put->rounds_count};
}

bool board_has_round(const struct board *board, struct id round) {
    return round_list_has(rounds_of(board), round);
}

struct board_entry *board_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &board_tracking);
    return tracked ? LIST_ENTRY(tracked, struct board_entry, tracked) : NULL;
}

/* ---- put ---- */

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_board_put *put = &event->body.board_put;
    const struct board_entry *old = board_find(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->board.changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->board_count >= PROCESS_BOARDS) {
        return REASON_TOO_MANY;
    }
    if (put->hands == BOARD_HANDS_ABSENT) {
        return REASON_WRONG_FORM;
    }
    if (str_is_empty(put->title)) {
        return REASON_EMPTY;
    }
    struct round_list before = old ? rounds_of(&old->board) : (struct round_list){0};
    return round_list_judge(process, before, put_rounds(put), MOST_ROUNDS);
}

/* Who sorts sees what they sort. */
static bool is_shown(const struct event_board_put *put) {
    return put->shown || put->hands == BOARD_HANDS_ALL;
}

static struct board_entry *add_board(struct process *process, struct id id) {
    struct board_entry *entry = memory_allocate(sizeof *entry);
    process->boards = memory_grow(process->boards, &process->board_capacity, process->board_count + 1,
                                  sizeof(struct board *));
    process->boards[process->board_count++] = &entry->board;
    entry->board.id = id;
    tracked_init(&entry->tracked, &board_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

/* ---- what follows from its rounds ---- */

static const struct round *round_at(const struct process *process, const struct board *board, size_t index) {
    return &round_find(process, board->rounds[index])->round;
}

/* What was one session's, and seen there, does not become another's: its people would not be told. */
static struct id find_home(const struct process *process, const struct board_entry *entry) {
    const struct id nowhere = {{0}};
    struct id home = round_place(round_at(process, &entry->board, 0)).session;
    for (size_t i = 1; i < entry->board.round_count; i++) {
        if (!id_equal(home, round_place(round_at(process, &entry->board, i)).session)) {
            return nowhere;
        }
    }
    return tracked_may_go_to(&entry->tracked, home) ? home : nowhere;
}

/* Once its notes are for all to see, so is what they came to: with every session, as a list of words is. */
static struct id find_place(const struct board_entry *entry) {
    bool is_carried = entry->board.shown && entry->board.revealed;
    return is_carried ? (struct id){{0}} : entry->home;
}

/* Where nobody says who wrote: two notes by themselves in a theme of one person would be one person's. */
static bool hides_authors(const struct process *process, const struct board *board) {
    for (size_t i = 0; i < board->round_count; i++) {
        enum authorship authorship = round_at(process, board, i)->authorship;
        if (authorship == AUTHORSHIP_ANONYMOUS || authorship == AUTHORSHIP_LINKED) {
            return true;
        }
    }
    return false;
}

/* Whether anything of it is otherwise now. */
static bool follow_rounds(const struct process *process, struct board_entry *entry) {
    struct board *board = &entry->board;
    struct id home = find_home(process, entry), place = entry->place;
    bool revealed = round_list_is_open_to_all(process, rounds_of(board));
    bool per_round = !round_list_has_same_authors(process, rounds_of(board));
    bool hides = hides_authors(process, board);
    bool changed = !id_equal(home, entry->home) || revealed != board->revealed ||
                   per_round != board->per_round || hides != board->hides_authors;
    entry->home = home;
    board->revealed = revealed;
    board->per_round = per_round;
    board->hides_authors = hides;
    entry->place = find_place(entry);
    return changed || !id_equal(place, entry->place);
}

static void touch_with_themes(struct process *process, struct board_entry *entry) {
    tracked_touch(process, &entry->tracked);
    for (size_t i = 0; i < entry->theme_count; i++) {
        tracked_touch(process, &entry->themes[i]->tracked);
    }
}

static int64_t count_notes(const struct process *process, const struct board *board) {
    int64_t on_record = 0;
    for (size_t i = 0; i < board->round_count; i++) {
        size_t count;
        const struct note *const *notes = process_notes(process, round_at(process, board, i), &count);
        for (size_t j = 0; j < count; j++) {
            on_record += note_is_on_record(notes[j]);
        }
    }
    return on_record;
}

/* Whether it changes what stands on the board, or who sees that; a title does not. */
static bool changes_sortings(const struct board *board, const struct event_board_put *put) {
    bool same = board->round_count == put->rounds_count && board->removed == put->removed &&
                board->shown == is_shown(put);
    for (size_t i = 0; same && i < put->rounds_count; i++) {
        same = board_has_round(board, put->rounds[i]);
    }
    return !same;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_board_put *put = &event->body.board_put;
    struct board_entry *entry = board_find(process, put->id);
    if (!entry) {
        entry = add_board(process, put->id);
    }
    struct board *board = &entry->board;
    bool sortings_change = changes_sortings(board, put);
    board->rounds = round_list_keep(board->rounds, put_rounds(put));
    board->round_count = put->rounds_count;
    keep_str(&board->title, put->title);
    board->hands = put->hands;
    board->shown = is_shown(put);
    board->removed = put->removed;
    board->changed = event->seq;
    board->notes = count_notes(process, board);
    follow_rounds(process, entry);
    touch_with_themes(process, entry);
    if (sortings_change) {
        sortings_follow_board(process, entry);
    }
    comparisons_follow(process);
    return &entry->tracked;
}

const struct handler board_handlers[] = {
    {EVENT_BOARD_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* Removed ones too: they can be put back. */
bool boards_have_round(const struct process *process, struct id round) {
    for (size_t i = 0; i < process->board_count; i++) {
        if (board_has_round(process->boards[i], round)) {
            return true;
        }
    }
    return false;
}

static struct board_entry *entry_of(const struct board *board) {
    return (struct board_entry *)(uintptr_t)board;
}

void boards_follow_round(struct process *process, struct id round) {
    for (size_t i = 0; i < process->board_count; i++) {
        struct board_entry *entry = entry_of(process->boards[i]);
        if (board_has_round(&entry->board, round) && follow_rounds(process, entry)) {
            touch_with_themes(process, entry);
        }
    }
    comparisons_follow(process);
}

void boards_count_note(struct process *process, struct id round, int64_t more) {
    for (size_t i = 0; i < process->board_count; i++) {
        struct board_entry *entry = entry_of(process->boards[i]);
        if (board_has_round(&entry->board, round)) {
            entry->board.notes += more;
            tracked_touch(process, &entry->tracked);
        }
    }
}

void boards_finish(struct process *process) {
    for (size_t i = 0; i < process->board_count; i++) {
        struct board_entry *entry = entry_of(process->boards[i]);
        sortings_finish(entry);
        themes_finish(entry);
        memory_free((void *)(uintptr_t)entry->board.rounds);
        memory_free_str(&entry->board.title);
        memory_free(entry);
    }
    memory_free(process->boards);
}

const struct board *process_board(const struct process *process, struct id id) {
    const struct board_entry *entry = board_find(process, id);
    return entry ? &entry->board : NULL;
}

const struct board *const *process_boards(const struct process *process, size_t *count) {
    *count = process->board_count;
    return process->boards;
}
