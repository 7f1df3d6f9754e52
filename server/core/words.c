/* Lists of value words: which rounds they count, and what people decided about single words. Decisions about
 * different words never stand in each other's way; what they come to is for the words' own folder. */
#include "base/memory.h"
#include "core/comparisons.h"
#include "core/handler.h"
#include "core/round_list.h"
#include "core/rounds/round_kind.h"
#include "core/state.h"

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
    map_init(&entry->decided, process->seed);
    tracked_init(&entry->tracked, &word_list_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static void touch_list(struct process *process, struct word_list_entry *entry) {
    tracked_touch(process, &entry->tracked);
    comparisons_touch_source(process, entry->list.id);
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
            touch_list(process, entry);
        }
    }
    comparisons_touch_round(process, round);
}

void word_lists_touch_all(struct process *process, enum language language) {
    if (language != LANGUAGE_ABSENT && language != process->profile->language) {
        return;
    }
    for (size_t i = 0; i < process->all_list_count; i++) {
        touch_list(process, process->all_lists[i]);
    }
}

/* ---- decisions about words ---- */

/* What all four kinds of events come to. */
struct decision {
    struct id list;
    int64_t base;
    struct word_edit edit;
    bool holds; /* false: takes an earlier one back */
};

static struct decision decision_of(const struct event *event) {
    const union event_body *body = &event->body;
    switch (event->kind) {
    case EVENT_WORD_MERGE:
        return (struct decision){
            body->word_merge.list,
            body->word_merge.base,
            {event->kind, WORD_MARK_ABSENT, body->word_merge.word, body->word_merge.into},
            !str_is_empty(body->word_merge.into)};
    case EVENT_WORD_SPLIT:
        return (struct decision){body->word_split.list,
                                 body->word_split.base,
                                 {event->kind, WORD_MARK_ABSENT, body->word_split.word, {0}},
                                 body->word_split.apart};
    case EVENT_WORD_RENAME:
        return (struct decision){
            body->word_rename.list,
            body->word_rename.base,
            {event->kind, WORD_MARK_ABSENT, body->word_rename.word, body->word_rename.label},
            !str_is_empty(body->word_rename.label)};
    default:
        return (struct decision){body->word_mark.list,
                                 body->word_mark.base,
                                 {event->kind, body->word_mark.mark, body->word_mark.word, {0}},
                                 body->word_mark.marked};
    }
}

/* Whether one takes the other's place: the marks of a word exclude each other, but for "added", which makes
 * the word one in the first place. */
static bool is_same_matter(const struct word_edit *a, const struct word_edit *b) {
    return a->kind == b->kind && str_equal(a->word, b->word) &&
           (a->mark == WORD_MARK_ADDED) == (b->mark == WORD_MARK_ADDED);
}

static const struct word_edit *find_merge(const struct word_list *list, struct str word) {
    for (size_t i = 0; i < list->edit_count; i++) {
        if (list->edits[i].kind == EVENT_WORD_MERGE && str_equal(list->edits[i].word, word)) {
            return &list->edits[i];
        }
    }
    return NULL;
}

static bool would_go_round(const struct word_list *list, const struct word_edit *merge) {
    struct str into = merge->other;
    const struct word_edit *next;
    while (!str_equal(into, merge->word) && (next = find_merge(list, into))) {
        into = next->other;
    }
    return str_equal(into, merge->word);
}

static enum reason judge_decision(const struct process *process, const struct event *event) {
    struct decision decision = decision_of(event);
    const struct word_list_entry *entry = word_list_find(process, decision.list);
    if (!entry || entry->list.removed) {
        return entry ? REASON_REMOVED : REASON_UNKNOWN_LIST;
    }
    struct str word = decision.edit.word;
    if (str_is_empty(word)) {
        return REASON_EMPTY;
    }
    int64_t decided = (int64_t)(uintptr_t)map_find(&entry->decided, word.data, word.size);
    if (decision.base < decided || decision.base > process->head) {
        return REASON_STALE;
    }
    if (event->kind == EVENT_WORD_MARK && decision.edit.mark == WORD_MARK_ABSENT) {
        return REASON_WRONG_FORM;
    }
    if (event->kind == EVENT_WORD_MERGE && decision.holds && would_go_round(&entry->list, &decision.edit)) {
        return REASON_WRONG_STATE;
    }
    bool full = decision.holds && entry->list.edit_count >= PROCESS_WORD_EDITS;
    return full ? REASON_TOO_MANY : REASON_ABSENT;
}

/* Takes out the edit whose place a new one takes, or that is taken back: of the marks that exclude each other
 * only the very one can be taken back. */
static void take_out(struct word_list *list, const struct decision *decision) {
    struct word_edit *edits = (struct word_edit *)(uintptr_t)list->edits;
    size_t kept = 0;
    for (size_t i = 0; i < list->edit_count; i++) {
        bool out = is_same_matter(&edits[i], &decision->edit) &&
                   (decision->holds || edits[i].mark == decision->edit.mark);
        if (out) {
            memory_free_str(&edits[i].word);
            memory_free_str(&edits[i].other);
        } else {
            edits[kept++] = edits[i];
        }
    }
    list->edit_count = kept;
}

static struct tracked *apply_decision(struct process *process, const struct event *event) {
    struct decision decision = decision_of(event);
    struct word_list_entry *entry = word_list_find(process, decision.list);
    struct word_list *list = &entry->list;
    struct str word = decision.edit.word;
    take_out(list, &decision);
    if (decision.holds) {
        struct word_edit *edits = memory_grow((void *)(uintptr_t)list->edits, &entry->edit_capacity,
                                              list->edit_count + 1, sizeof *edits);
        edits[list->edit_count++] =
            (struct word_edit){decision.edit.kind, decision.edit.mark, memory_copy_str(word),
                               memory_copy_str(decision.edit.other)};
        list->edits = edits;
    }
    map_put(&entry->decided, word.data, word.size, (void *)(uintptr_t)event->seq);
    touch_list(process, entry);
    return &entry->tracked;
}

const struct handler word_handlers[] = {
    {EVENT_WORDS_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_WORD_MERGE, BY_HOST, judge_decision, apply_decision},
    {EVENT_WORD_SPLIT, BY_HOST, judge_decision, apply_decision},
    {EVENT_WORD_RENAME, BY_HOST, judge_decision, apply_decision},
    {EVENT_WORD_MARK, BY_HOST, judge_decision, apply_decision},
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

static void fill_decisions(const struct word_list *list, struct arena *arena, struct entity_words *body) {
    struct word_decision *decisions = arena_allocate_array(arena, list->edit_count, sizeof *decisions);
    for (size_t i = 0; i < list->edit_count; i++) {
        const struct word_edit *edit = &list->edits[i];
        enum decision_kind kind = edit->kind == EVENT_WORD_MERGE    ? DECISION_KIND_MERGE
                                  : edit->kind == EVENT_WORD_SPLIT  ? DECISION_KIND_SPLIT
                                  : edit->kind == EVENT_WORD_RENAME ? DECISION_KIND_RENAME
                                                                    : DECISION_KIND_MARK;
        decisions[i] = (struct word_decision){kind, edit->word, edit->other, edit->mark};
    }
    body->decisions = decisions;
    body->decisions_count = list->edit_count;
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
        fill_decisions(list, arena, &entity->body.words);
    }
}

const struct tracked_kind word_list_tracking = {ENTITY_WORDS, seen_by, NULL, fill, NULL};

void word_lists_finish(struct process *process) {
    for (size_t i = 0; i < process->all_list_count; i++) {
        struct word_list_entry *entry = process->all_lists[i];
        for (size_t j = 0; j < entry->list.edit_count; j++) {
            struct word_edit edit = entry->list.edits[j];
            memory_free_str(&edit.word);
            memory_free_str(&edit.other);
        }
        memory_free((void *)(uintptr_t)entry->list.edits);
        memory_free((void *)(uintptr_t)entry->list.rounds);
        memory_free_str(&entry->list.title);
        map_finish(&entry->decided);
        memory_free(entry);
    }
    memory_free(process->all_lists);
    memory_free(process->lists);
}
