/* What is done on boards: by hosts, and by participants where they may. */
#include "schedule_tools.h"

enum { MOST_ROUNDS = 3, ROUNDS_OF_NOTES = 5 };

static struct actor pick_hands(struct schedule *schedule) {
    return one_in(schedule, 2) ? account() : person(schedule_below(schedule, PEOPLE));
}

static struct event put_board(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_BOARD_PUT);
    struct id id = pick(schedule, BOARD, BOARDS);
    struct id *rounds = arena_allocate_array(&schedule->arena, MOST_ROUNDS, sizeof *rounds);
    unsigned count = 1 + schedule_below(schedule, MOST_ROUNDS), first = schedule_below(schedule, 5);
    for (unsigned i = 0; i < count; i++) {
        rounds[i] = make_id(ROUND + (first + i) % ROUNDS_OF_NOTES);
    }
    event.body.board_put = (struct event_board_put){
        .id = id,
        .base = process_board(process, id) ? base_of(schedule, process) : 0,
        .title = STR("Väggen"),
        .rounds = rounds,
        .rounds_count = count,
        .hands = one_in(schedule, 3) ? BOARD_HANDS_HOSTS : BOARD_HANDS_ALL,
        .shown = one_in(schedule, 2),
        .removed = one_in(schedule, 6),
    };
    return event;
}

/* Every other one is of the other board. */
static struct event put_theme(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, pick_hands(schedule), EVENT_THEME_PUT);
    unsigned n = schedule_below(schedule, THEMES);
    struct id id = make_id(THEME + n);
    event.body.theme_put = (struct event_theme_put){
        .id = id,
        .base = process_theme(process, id) ? base_of(schedule, process) : 0,
        .board = one_in(schedule, 20) ? pick(schedule, BOARD, BOARDS + 1) : make_id(BOARD + n % BOARDS),
        .title = one_in(schedule, 12)
                     ? STR(" ")
                     : arena_format(&schedule->arena, "Tema %u", schedule_below(schedule, 99)),
        .definition = STR("Det som hör dit"),
        .position = schedule_below(schedule, 5),
        .key = one_in(schedule, 12) ? STR("Å") : STR("tema"),
        .removed = one_in(schedule, 4),
    };
    return event;
}

static struct event sort(struct schedule *schedule) {
    struct event event = make(schedule, pick_hands(schedule), EVENT_NOTE_SORT);
    unsigned board = schedule_below(schedule, BOARDS);
    struct event_note_sort *body = &event.body.note_sort;
    *body = (struct event_note_sort){.board = make_id(BOARD + board), .note = pick(schedule, NOTE, NOTES)};
    if (!one_in(schedule, 3)) {
        body->from = make_id(THEME + board + BOARDS * schedule_below(schedule, THEMES / BOARDS));
    }
    if (!one_in(schedule, 5)) {
        body->to = make_id(THEME + board + BOARDS * schedule_below(schedule, THEMES / BOARDS));
    }
    return event;
}

static struct event put_comparison(struct schedule *schedule, const struct process *process) {
    struct event event = make(schedule, account(), EVENT_COMPARISON_PUT);
    unsigned n = schedule_below(schedule, COMPARISONS);
    struct id id = make_id(COMPARISON + n);
    struct event_comparison_put *put = &event.body.comparison_put;
    *put = (struct event_comparison_put){
        .id = id,
        .base = process_comparison(process, id) ? base_of(schedule, process) : 0,
        .title = STR("Sida vid sida"),
        .by = COMPARISON_BY_ROLE + (enum comparison_by)(n % 2),
        .shown = one_in(schedule, 2),
        .removed = one_in(schedule, 6),
    };
    if (n < COMPARISONS / 2) {
        put->list = make_id(LIST + n % LISTS);
    } else {
        put->board = make_id(BOARD + n % BOARDS);
    }
    return event;
}

struct event schedule_themes(struct schedule *schedule, const struct process *process) {
    unsigned die = schedule_below(schedule, 20);
    if (one_in(schedule, 20)) {
        return put_comparison(schedule, process);
    }
    if (die < 13) {
        return sort(schedule);
    }
    return die < 18 ? put_theme(schedule, process) : put_board(schedule, process);
}
