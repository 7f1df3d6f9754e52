/* Where notes stand on boards. A command says where a note is not any more and where it is, whatever was
 * before, so that those of many hands at once never stand in each other's way. */
#include "base/memory.h"
#include "core/boards.h"
#include "core/handler.h"

static struct sorting_entry *find_sorting(const struct note_entry *note, const struct board_entry *board) {
    struct sorting_entry *sorting = note->sortings;
    while (sorting && sorting->board != board) {
        sorting = sorting->next;
    }
    return sorting;
}

/* SIZE_MAX: it is not in it. */
static size_t place_in(const struct sorting_entry *sorting, const struct theme_entry *theme) {
    for (size_t i = 0; sorting && i < sorting->theme_count; i++) {
        if (sorting->themes[i] == theme) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* ---- what it counts for ---- */

static bool has_standing_theme(const struct sorting_entry *sorting) {
    for (size_t i = 0; i < sorting->theme_count; i++) {
        if (theme_stands(&sorting->themes[i]->theme)) {
            return true;
        }
    }
    return false;
}

/* Whether it stands, once its themes or what it is counted for have changed. */
static void follow_standing(struct process *process, struct sorting_entry *sorting) {
    bool stands = sorting->counted && has_standing_theme(sorting);
    tracked_touch(process, &sorting->tracked);
    if (stands != sorting->stands) {
        sorting->stands = stands;
        sorting->board->board.sorted += stands ? 1 : -1;
        tracked_touch(process, &sorting->board->tracked);
    }
}

/* Counts it for what the note and the board are now. */
static void count_anew(struct process *process, struct sorting_entry *sorting) {
    const struct note *note = &sorting->note->note;
    bool counts = note_is_on_record(note) && board_has_round(&sorting->board->board, note->round->id);
    bool votes = counts && note->round->notes.supports;
    for (size_t i = 0; i < sorting->theme_count && (counts != sorting->counted || votes != sorting->voted);
         i++) {
        if (sorting->counted) {
            theme_count_note(process, sorting->themes[i], sorting->note, -1, sorting->voted);
        }
        if (counts) {
            theme_count_note(process, sorting->themes[i], sorting->note, 1, votes);
        }
    }
    sorting->counted = counts;
    sorting->voted = votes;
    follow_standing(process, sorting);
}

void sortings_follow_note(struct process *process, const struct note_entry *note) {
    for (struct sorting_entry *sorting = note->sortings; sorting; sorting = sorting->next) {
        count_anew(process, sorting);
    }
}

void sortings_follow_board(struct process *process, struct board_entry *board) {
    for (size_t i = 0; i < board->sorting_count; i++) {
        count_anew(process, board->sortings[i]);
    }
}

void sortings_follow_theme(struct process *process, const struct theme_entry *theme) {
    for (size_t i = 0; i < theme->board->sorting_count; i++) {
        struct sorting_entry *sorting = theme->board->sortings[i];
        if (place_in(sorting, theme) != SIZE_MAX) {
            follow_standing(process, sorting);
        }
    }
}

void sortings_count_vote(struct process *process, const struct note_entry *note, struct person *person,
                         int64_t more) {
    for (struct sorting_entry *sorting = note->sortings; sorting; sorting = sorting->next) {
        for (size_t i = 0; sorting->voted && i < sorting->theme_count; i++) {
            theme_count_vote(process, sorting->themes[i], person, more);
        }
    }
}

/* ---- sort ---- */

/* Hosts see all that is on record; others what all do, of a session that they have joined. */
static enum reason judge_note(const struct process *process, const struct board_entry *board,
                              const struct note_entry *entry, const struct event *event) {
    if (!entry || !board_has_round(&board->board, entry->note.round->id)) {
        return REASON_UNKNOWN_NOTE;
    }
    if (entry->note.removed || entry->note.redacted) {
        return REASON_REMOVED;
    }
    if (event->actor.kind != ACTOR_PARTICIPANT) {
        return note_is_on_record(&entry->note) ? REASON_ABSENT : REASON_HIDDEN;
    }
    struct id session = round_place(entry->note.round).session;
    bool is_theirs =
        id_is_none(session) || participant_has_joined(process_participant(process, event->actor.id), session);
    return is_theirs && note_is_visible_to_all(&entry->note) ? REASON_ABSENT : REASON_HIDDEN;
}

static enum reason judge_theme(const struct process *process, const struct board_entry *board, struct id id) {
    const struct theme_entry *theme = theme_find(process, id);
    return id_is_none(id) || (theme && theme->board == board) ? REASON_ABSENT : REASON_UNKNOWN_THEME;
}

static enum reason judge_room(const struct process *process, const struct board_entry *board,
                              const struct note_entry *note, const struct event_note_sort *sort) {
    const struct sorting_entry *sorting = find_sorting(note, board);
    const struct theme_entry *from = theme_find(process, sort->from), *to = theme_find(process, sort->to);
    size_t others = 0;
    for (size_t i = 0; to && sorting && i < sorting->theme_count; i++) {
        const struct theme_entry *theme = sorting->themes[i];
        others += theme != from && theme != to && theme_stands(&theme->theme);
    }
    return others >= NOTE_THEMES ? REASON_TOO_MANY : REASON_ABSENT;
}

static enum reason judge_sort(const struct process *process, const struct event *event) {
    const struct event_note_sort *sort = &event->body.note_sort;
    const struct board_entry *board = board_find(process, sort->board);
    const struct note_entry *note = note_find(process, sort->note);
    enum reason reason;
    if (id_is_none(sort->from) && id_is_none(sort->to)) {
        return REASON_EMPTY;
    }
    if (id_equal(sort->from, sort->to)) {
        return REASON_WRONG_FORM;
    }
    if (!board) {
        return REASON_UNKNOWN_BOARD;
    }
    if ((reason = board_judge_hands(process, board, event)) != REASON_ABSENT ||
        (reason = judge_note(process, board, note, event)) != REASON_ABSENT ||
        (reason = judge_theme(process, board, sort->from)) != REASON_ABSENT ||
        (reason = judge_theme(process, board, sort->to)) != REASON_ABSENT) {
        return reason;
    }
    if (!id_is_none(sort->to) && !theme_stands(&theme_find(process, sort->to)->theme)) {
        return REASON_REMOVED;
    }
    reason = judge_room(process, board, note, sort);
    bool is_host = event->actor.kind != ACTOR_PARTICIPANT;
    return reason != REASON_ABSENT || is_host ? reason
                                              : persons_judge_bytes(process, event, note->round->session);
}

static struct sorting_entry *add_sorting(struct process *process, struct board_entry *board,
                                         struct note_entry *note) {
    struct sorting_entry *sorting = memory_allocate(sizeof *sorting);
    board->sortings = memory_grow(board->sortings, &board->sorting_capacity, board->sorting_count + 1,
                                  sizeof(struct sorting_entry *));
    board->sortings[board->sorting_count++] = sorting;
    sorting->board = board;
    sorting->note = note;
    sorting->next = note->sortings;
    note->sortings = sorting;
    tracked_init(&sorting->tracked, &sorting_tracking, id_of_pair(board->board.id, note->note.id));
    count_anew(process, sorting);
    return sorting;
}

static void take_out(struct process *process, struct sorting_entry *sorting, size_t place) {
    struct theme_entry *theme = sorting->themes[place];
    sorting->theme_count--;
    for (size_t i = place; i < sorting->theme_count; i++) {
        sorting->themes[i] = sorting->themes[i + 1];
    }
    if (sorting->counted) {
        theme_count_note(process, theme, sorting->note, -1, sorting->voted);
    }
}

/* Where there is no room, a theme goes that was removed: should it be put back, the note is not in it. */
static void make_room(struct process *process, struct sorting_entry *sorting) {
    for (size_t i = 0; i < sorting->theme_count && sorting->theme_count == NOTE_THEMES; i++) {
        if (!theme_stands(&sorting->themes[i]->theme)) {
            take_out(process, sorting, i);
        }
    }
}

static void put_in(struct process *process, struct sorting_entry *sorting, struct theme_entry *theme) {
    make_room(process, sorting);
    size_t place = sorting->theme_count++;
    for (; place > 0 && id_compare(sorting->themes[place - 1]->theme.id, theme->theme.id) > 0; place--) {
        sorting->themes[place] = sorting->themes[place - 1];
    }
    sorting->themes[place] = theme;
    if (sorting->counted) {
        theme_count_note(process, theme, sorting->note, 1, sorting->voted);
    }
}

static struct tracked *apply_sort(struct process *process, const struct event *event) {
    const struct event_note_sort *sort = &event->body.note_sort;
    struct board_entry *board = board_find(process, sort->board);
    struct note_entry *note = note_find(process, sort->note);
    struct sorting_entry *sorting = find_sorting(note, board);
    if (!sorting) {
        sorting = add_sorting(process, board, note);
    }
    struct theme_entry *from = theme_find(process, sort->from), *to = theme_find(process, sort->to);
    size_t out = from ? place_in(sorting, from) : SIZE_MAX;
    bool is_moved = out != SIZE_MAX || (to && place_in(sorting, to) == SIZE_MAX);
    if (out != SIZE_MAX) {
        take_out(process, sorting, out);
    }
    if (to && place_in(sorting, to) == SIZE_MAX) {
        put_in(process, sorting, to);
    }
    if (is_moved) {
        follow_standing(process, sorting);
    }
    if (event->actor.kind == ACTOR_PARTICIPANT) {
        persons_count_bytes(process, event, note->round->session);
    }
    return &sorting->tracked;
}

const struct handler sorting_handlers[] = {
    {EVENT_NOTE_SORT, BY_HOST | BY_PARTICIPANT, judge_sort, apply_sort},
    {EVENT_ABSENT, 0, NULL, NULL},
};

void sortings_finish(struct board_entry *board) {
    for (size_t i = 0; i < board->sorting_count; i++) {
        memory_free(board->sortings[i]);
    }
    memory_free(board->sortings);
}

bool theme_has_note(const struct process *process, const struct theme *theme, const struct note *note) {
    const struct theme_entry *entry = theme_find(process, theme->id);
    const struct sorting_entry *sorting = find_sorting(note_entry_of(note), entry->board);
    return sorting && sorting->stands && theme_stands(theme) && place_in(sorting, entry) != SIZE_MAX;
}

size_t note_themes(const struct process *process, const struct note *note, const struct board *board,
                   const struct theme *themes[NOTE_THEMES]) {
    const struct sorting_entry *sorting = find_sorting(note_entry_of(note), board_find(process, board->id));
    size_t count = 0;
    for (size_t i = 0; sorting && sorting->stands && i < sorting->theme_count; i++) {
        if (theme_stands(&sorting->themes[i]->theme)) {
            themes[count++] = &sorting->themes[i]->theme;
        }
    }
    return count;
}
