/* Comparisons: which list's words or board's themes stand side by side, by what, and whether that may be
 * told.
 *
 * What small figures are withheld is for who counts (protocol/withholding.h), one comparison at a time. From
 * two whose rounds differ a little, who sees both could take what is withheld in each: the few who wrote only
 * in the rounds between them. So the first that is told binds: another by the same is told of the very same
 * rounds, or of none of them, also when the first has been removed. For the same reason nothing is told
 * before all rounds are closed, nor while everybody sorts: else each note that comes would say of whom it is
 * by what it adds to. Of which session a note is everybody sees, so comparisons by session bind nothing. */
#include "core/comparisons.h"

#include "base/memory.h"
#include "core/boards.h"
#include "core/handler.h"
#include "core/round_list.h"
#include "core/rounds/round_kind.h"

static struct comparison_entry *comparison_find(const struct process *process, struct id id) {
    struct tracked *tracked = thing_find_kind(process, id, &comparison_tracking);
    return tracked ? LIST_ENTRY(tracked, struct comparison_entry, tracked) : NULL;
}

/* ---- rounds ---- */

static size_t count_common(struct round_list a, struct round_list b) {
    size_t common = 0;
    for (size_t i = 0; i < a.count; i++) {
        common += round_list_has(b, a.rounds[i]);
    }
    return common;
}

/* Of what it compares, as that is now; none where it was removed. */
static struct round_list rounds_of_source(const struct process *process,
                                          const struct comparison *comparison) {
    if (!id_is_none(comparison->list)) {
        const struct word_list *list = process_word_list(process, comparison->list);
        return list->removed ? (struct round_list){0} : (struct round_list){list->rounds, list->round_count};
    }
    const struct board *board = process_board(process, comparison->board);
    return board->removed ? (struct round_list){0} : (struct round_list){board->rounds, board->round_count};
}

static struct round_list rounds_told(const struct comparison *comparison) {
    return (struct round_list){comparison->rounds, comparison->round_count};
}

/* All that stand are closed, and for all to see. */
static bool are_ready(const struct process *process, struct round_list rounds) {
    size_t standing = 0;
    for (size_t i = 0; i < rounds.count; i++) {
        const struct round *round = process_round(process, rounds.rounds[i]);
        if (round->removed) {
            continue;
        }
        if (round->state != ROUND_STATE_CLOSED || !round_is_open_to_all(round)) {
            return false;
        }
        standing++;
    }
    return standing > 0;
}

/* A note sorted makes one figure one more: of which role its author is, and so on. Whom that can be told is
 * for hosts to answer for, and not for everybody to find out. */
static bool is_sorted_by_all(const struct process *process, const struct comparison *comparison) {
    const struct board *board = process_board(process, comparison->board);
    return board && board->hands == BOARD_HANDS_ALL && comparison->by != COMPARISON_BY_SESSION;
}

static bool overlaps_one_told(const struct process *process, const struct comparison *comparison,
                              struct round_list rounds) {
    bool binds = comparison->by != COMPARISON_BY_SESSION;
    for (size_t i = 0; i < process->comparison_count && binds; i++) {
        const struct comparison *other = process->comparisons[i];
        if (other->told_at > 0 && other->by == comparison->by) {
            size_t common = count_common(rounds, rounds_told(other));
            bool same = common == rounds.count && common == other->round_count;
            if (common > 0 && !same) {
                return true;
            }
        }
    }
    return false;
}

static enum comparison_state find_state(const struct process *process, const struct comparison *comparison) {
    struct round_list rounds = rounds_of_source(process, comparison), told = rounds_told(comparison);
    size_t common = count_common(rounds, told);
    if (rounds.count == 0 || (comparison->told_at > 0 && (common != rounds.count || common != told.count))) {
        return COMPARISON_STATE_CHANGED;
    }
    if (!are_ready(process, rounds) || is_sorted_by_all(process, comparison)) {
        return COMPARISON_STATE_WAITING;
    }
    bool overlaps = comparison->told_at == 0 && overlaps_one_told(process, comparison, rounds);
    return overlaps ? COMPARISON_STATE_OVERLAPPING : COMPARISON_STATE_TOLD;
}

static void bind_rounds(const struct process *process, struct comparison *comparison) {
    struct round_list rounds = rounds_of_source(process, comparison);
    struct id *kept = memory_allocate(rounds.count * sizeof *kept);
    for (size_t i = 0; i < rounds.count; i++) {
        kept[i] = rounds.rounds[i];
    }
    comparison->rounds = kept;
    comparison->round_count = rounds.count;
    comparison->told_at = process->applying;
}

static void follow(struct process *process, struct comparison_entry *entry) {
    struct comparison *comparison = &entry->comparison;
    enum comparison_state state = find_state(process, comparison);
    bool changed = state != comparison->state;
    comparison->state = state;
    if (state == COMPARISON_STATE_TOLD && comparison->told_at == 0 && !comparison->removed) {
        bind_rounds(process, comparison);
    }
    if (changed) {
        tracked_touch(process, &entry->tracked);
    }
}

/* ---- put ---- */

static enum reason judge_source(const struct process *process, const struct event_comparison_put *put) {
    if (id_is_none(put->list) == id_is_none(put->board) || put->by == COMPARISON_BY_ABSENT) {
        return REASON_WRONG_FORM;
    }
    if (!id_is_none(put->list)) {
        const struct word_list *list = process_word_list(process, put->list);
        return !list ? REASON_UNKNOWN_LIST : list->removed ? REASON_REMOVED : REASON_ABSENT;
    }
    const struct board *board = process_board(process, put->board);
    return !board ? REASON_UNKNOWN_BOARD : board->removed ? REASON_REMOVED : REASON_ABSENT;
}

/* What it compares, and by what, is what it is. */
static bool is_another(const struct comparison *old, const struct event_comparison_put *put) {
    return !id_equal(old->list, put->list) || !id_equal(old->board, put->board) || old->by != put->by;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_comparison_put *put = &event->body.comparison_put;
    const struct comparison_entry *old = comparison_find(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->comparison.changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->comparison_count >= PROCESS_COMPARISONS) {
        return REASON_TOO_MANY;
    }
    if (str_is_empty(put->title)) {
        return REASON_EMPTY;
    }
    if (old) {
        return is_another(&old->comparison, put) ? REASON_WRONG_STATE : REASON_ABSENT;
    }
    return judge_source(process, put);
}

static struct comparison_entry *add_comparison(struct process *process,
                                               const struct event_comparison_put *put) {
    struct comparison_entry *entry = memory_allocate(sizeof *entry);
    process->comparisons = memory_grow(process->comparisons, &process->comparison_capacity,
                                       process->comparison_count + 1, sizeof(struct comparison *));
    process->comparisons[process->comparison_count++] = &entry->comparison;
    entry->comparison.id = put->id;
    entry->comparison.list = put->list;
    entry->comparison.board = put->board;
    entry->comparison.by = put->by;
    tracked_init(&entry->tracked, &comparison_tracking, put->id);
    thing_add(process, &entry->tracked);
    return entry;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_comparison_put *put = &event->body.comparison_put;
    struct comparison_entry *entry = comparison_find(process, put->id);
    if (!entry) {
        entry = add_comparison(process, put);
    }
    struct comparison *comparison = &entry->comparison;
    keep_str(&comparison->title, put->title);
    comparison->shown = put->shown;
    comparison->removed = put->removed;
    comparison->changed = event->seq;
    follow(process, entry);
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler comparison_handlers[] = {
    {EVENT_COMPARISON_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what follows from what it compares ---- */

static struct comparison_entry *entry_of(const struct comparison *comparison) {
    return (struct comparison_entry *)(uintptr_t)comparison;
}

void comparisons_follow(struct process *process) {
    for (size_t i = 0; i < process->comparison_count; i++) {
        follow(process, entry_of(process->comparisons[i]));
    }
}

static void touch(struct process *process, const struct comparison *comparison) {
    if (comparison->state == COMPARISON_STATE_TOLD) {
        tracked_touch(process, &entry_of(comparison)->tracked);
    }
}

void comparisons_touch_all(struct process *process) {
    for (size_t i = 0; i < process->comparison_count; i++) {
        touch(process, process->comparisons[i]);
    }
}

void comparisons_touch_source(struct process *process, struct id source) {
    for (size_t i = 0; i < process->comparison_count; i++) {
        const struct comparison *comparison = process->comparisons[i];
        if (id_equal(comparison->list, source) || id_equal(comparison->board, source)) {
            touch(process, comparison);
        }
    }
}

void comparisons_touch_round(struct process *process, struct id round) {
    for (size_t i = 0; i < process->comparison_count; i++) {
        if (round_list_has(rounds_told(process->comparisons[i]), round)) {
            touch(process, process->comparisons[i]);
        }
    }
}

/* ---- what is seen ---- */

static const struct comparison *comparison_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct comparison_entry, tracked)->comparison;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct comparison *comparison = comparison_of(tracked);
    (void)process;
    if (comparison->removed) {
        return 0;
    }
    return comparison->shown && comparison->state == COMPARISON_STATE_TOLD ? SEEN_BY_ALL : SEEN_BY_HOST;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct comparison *comparison = comparison_of(tracked);
    (void)process, (void)arena;
    entity->body.comparison = (struct entity_comparison){
        .title = comparison->title,
        .list = comparison->list,
        .board = comparison->board,
        .by = comparison->by,
        .rounds = comparison->rounds,
        .rounds_count = comparison->round_count,
        .shown = comparison->shown,
        .state = comparison->state,
        .removed = comparison->removed,
        .told_at = view == VIEW_STATE ? comparison->told_at : 0,
    };
}

const struct tracked_kind comparison_tracking = {ENTITY_COMPARISON, seen_by, NULL, fill, NULL};

void comparisons_finish(struct process *process) {
    for (size_t i = 0; i < process->comparison_count; i++) {
        struct comparison_entry *entry = entry_of(process->comparisons[i]);
        memory_free((void *)(uintptr_t)entry->comparison.rounds);
        memory_free_str(&entry->comparison.title);
        memory_free(entry);
    }
    memory_free(process->comparisons);
}

const struct comparison *process_comparison(const struct process *process, struct id id) {
    const struct comparison_entry *entry = comparison_find(process, id);
    return entry ? &entry->comparison : NULL;
}

const struct comparison *const *process_comparisons(const struct process *process, size_t *count) {
    *count = process->comparison_count;
    return process->comparisons;
}
