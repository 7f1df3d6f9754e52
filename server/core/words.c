/* Lists of value words: which rounds they count, and who sees them. */
#include "base/memory.h"
#include "core/comparisons.h"
#include "core/handler.h"
#include "core/round_list.h"
#include "core/word_decisions.h"

enum { MOST_ROUNDS = 50 };

/* ---- lists ---- */

static struct round_list rounds_of(const struct word_list *list) {
    return (struct round_list){list->rounds, list->round_count};
}

static struct round_list put_rounds(const struct event_words_put *put) {
    return (struct round_list){put->rounds, put->rounds_count};
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_words_put *put = &event->body.words_put;
    const struct word_list_entry *old = word_list_find(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->list.changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->all_list_count >= PROCESS_WORD_LISTS) {
        return REASON_TOO_MANY;
    }
    if (str_is_empty(put->title)) {
        return REASON_EMPTY;
    }
    struct round_list before = old ? rounds_of(&old->list) : (struct round_list){0};
    return round_list_judge(process, before, put_rounds(put), MOST_ROUNDS);
}

static struct word_list_entry *add_list(struct process *process, struct id id) {
    struct word_list_entry *entry = memory_allocate(sizeof *entry);
    process->all_lists = memory_grow(process->all_lists, &process->all_list_capacity,
                                     process->all_list_count + 1, sizeof(struct word_list_entry *));
    process->all_lists[process->all_list_count++] = entry;
    entry->list.id = id;
    word_decisions_init(process, entry);
    tracked_init(&entry->tracked, &word_list_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static void list_lists(struct process *process) {
    process->lists =
        memory_resize_array(process->lists, process->all_list_count + 1, sizeof(struct word_list *));
    process->list_count = 0;
    for (size_t i = 0; i < process->all_list_count; i++) {
        if (!process->all_lists[i]->list.removed) {
            process->lists[process->list_count++] = &process->all_lists[i]->list;
        }
    }
}

void word_list_touch(struct process *process, struct word_list_entry *entry) {
    tracked_touch(process, &entry->tracked);
    comparisons_touch_source(process, entry->list.id);
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_words_put *put = &event->body.words_put;
    struct word_list_entry *entry = word_list_find(process, put->id);
    if (!entry) {
        entry = add_list(process, put->id);
    }
    entry->list.rounds = round_list_keep(entry->list.rounds, put_rounds(put));
    entry->list.round_count = put->rounds_count;
    keep_str(&entry->list.title, put->title);
    entry->list.shown = put->shown;
    entry->list.removed = put->removed;
    entry->list.changed = event->seq;
    list_lists(process);
    tracked_touch(process, &entry->tracked);
    comparisons_follow(process);
    return &entry->tracked;
}

/* Removed ones too: they can be put back. */
bool word_lists_have_round(const struct process *process, struct id round) {
    for (size_t i = 0; i < process->all_list_count; i++) {
        const struct word_list *list = &process->all_lists[i]->list;
        if (round_list_has(rounds_of(list), round)) {
            return true;
        }
    }
    return false;
}

void word_lists_touch_round(struct process *process, struct id round) {
    for (size_t i = 0; i < process->all_list_count; i++) {
        struct word_list_entry *entry = process->all_lists[i];
        if (round_list_has(rounds_of(&entry->list), round)) {
            word_list_touch(process, entry);
        }
    }
    comparisons_touch_round(process, round);
}

void word_lists_touch_all(struct process *process, enum language language) {
    if (language != LANGUAGE_ABSENT && language != process->profile->language) {
        return;
    }
    for (size_t i = 0; i < process->all_list_count; i++) {
        word_list_touch(process, process->all_lists[i]);
    }
}

const struct handler word_handlers[] = {
    {EVENT_WORDS_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is seen ---- */

static const struct word_list *list_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct word_list_entry, tracked)->list;
}

/* A list says what stands on notes, so nobody sees it who may not see them all. */
bool word_list_is_visible_to_all(const struct process *process, const struct word_list *list) {
    return list->shown && !list->removed && round_list_is_open_to_all(process, rounds_of(list));
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct word_list *list = list_of(tracked);
    if (list->removed) {
        return 0;
    }
    return word_list_is_visible_to_all(process, list) ? SEEN_BY_ALL : SEEN_BY_HOST;
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct word_list *list = list_of(tracked);
    entity->body.words = (struct entity_words){
        .title = list->title,
        .rounds = list->rounds,
        .rounds_count = list->round_count,
        .shown = list->shown,
        .removed = list->removed,
        .language = process->profile->language,
        .per_round = !round_list_has_same_authors(process, rounds_of(list)),
    };
    if (view == VIEW_STATE) {
        word_decisions_fill(list, arena, &entity->body.words);
    }
}

const struct tracked_kind word_list_tracking = {ENTITY_WORDS, seen_by, NULL, fill, NULL};

void word_lists_finish(struct process *process) {
    for (size_t i = 0; i < process->all_list_count; i++) {
        struct word_list_entry *entry = process->all_lists[i];
        word_decisions_finish(entry);
        memory_free((void *)(uintptr_t)entry->list.rounds);
        memory_free_str(&entry->list.title);
        memory_free(entry);
    }
    memory_free(process->all_lists);
    memory_free(process->lists);
}
