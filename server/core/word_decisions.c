/* What people decided about single words of a list. Decisions about different words never stand in each
 * other's way; what they come to is for the words' own folder. */
#include "core/word_decisions.h"

#include "base/memory.h"
#include "core/handler.h"

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
    word_list_touch(process, entry);
    return &entry->tracked;
}

const struct handler word_decision_handlers[] = {
    {EVENT_WORD_MERGE, BY_HOST, judge_decision, apply_decision},
    {EVENT_WORD_SPLIT, BY_HOST, judge_decision, apply_decision},
    {EVENT_WORD_RENAME, BY_HOST, judge_decision, apply_decision},
    {EVENT_WORD_MARK, BY_HOST, judge_decision, apply_decision},
    {EVENT_ABSENT, 0, NULL, NULL},
};

void word_decisions_fill(const struct word_list *list, struct arena *arena, struct entity_words *body) {
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

void word_decisions_init(const struct process *process, struct word_list_entry *entry) {
    map_init(&entry->decided, process->seed);
}

void word_decisions_finish(struct word_list_entry *entry) {
    for (size_t j = 0; j < entry->list.edit_count; j++) {
        struct word_edit edit = entry->list.edits[j];
        memory_free_str(&edit.word);
        memory_free_str(&edit.other);
    }
    memory_free((void *)(uintptr_t)entry->list.edits);
    map_finish(&entry->decided);
}
