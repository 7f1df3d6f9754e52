/* The agenda: what a session goes through, in order. */
#include "base/memory.h"
#include "core/chronicle.h"
#include "core/handler.h"
#include "core/state.h"

/* Rounds hang on what asks something, and on what people have questions to, or say how it was, while it is
 * on. */
bool item_bears_rounds(enum item_form form) {
    return form == ITEM_FORM_ROUND || form == ITEM_FORM_LECTURE || form == ITEM_FORM_FILM ||
           form == ITEM_FORM_CHECKOUT;
}

/* What its rounds say against a new form of an item, or its removal. */
static enum reason judge_against_rounds(const struct process *process, const struct event_item_put *put) {
    for (size_t i = 0; i < process->round_count; i++) {
        const struct round *round = process->rounds[i];
        if (!id_equal(round->item, put->id)) {
            continue;
        }
        if (!item_bears_rounds(put->form)) {
            return REASON_WRONG_FORM;
        }
        if (put->removed && round->contributions > 0) {
            return REASON_HAS_ANSWERS;
        }
    }
    return REASON_ABSENT;
}

static bool names_study(const struct item *item, struct id id) {
    for (size_t i = 0; item && i < item->study_count; i++) {
        if (id_equal(item->studies[i], id)) {
            return true;
        }
    }
    return false;
}

/* What it named before may have been removed since. */
static enum reason judge_studies(const struct process *process, const struct item *old,
                                 const struct event_item_put *put) {
    if (put->studies_count > 0 && put->form != ITEM_FORM_RESEARCH) {
        return REASON_WRONG_FORM;
    }
    for (size_t i = 0; i < put->studies_count; i++) {
        const struct study *study = process_study(process, put->studies[i]);
        if (!study || (study->removed && !names_study(old, study->id))) {
            return REASON_UNKNOWN_STUDY;
        }
    }
    return REASON_ABSENT;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_item_put *put = &event->body.item_put;
    const struct item_entry *old = item_find(process, put->id);
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (!session_find(process, put->session)) {
        return REASON_UNKNOWN_SESSION;
    }
    if (old && !id_equal(old->item.session, put->session)) {
        return REASON_ID_TAKEN;
    }
    if (base_is_stale(process, put->base, old ? old->item.changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->all_item_count >= PROCESS_ITEMS) {
        return REASON_TOO_MANY;
    }
    if (str_is_empty(put->title)) {
        return REASON_EMPTY;
    }
    enum reason reason = judge_studies(process, old ? &old->item : NULL, put);
    return reason == REASON_ABSENT ? judge_against_rounds(process, put) : reason;
}

static const struct item_entry *entry_of(const struct item *item) {
    return (const struct item_entry *)(const void *)item;
}

static bool stands_before(const struct item *a, const struct item *b) {
    size_t left = entry_of(a)->session->order, right = entry_of(b)->session->order;
    if (left != right) {
        return left < right;
    }
    return a->position != b->position ? a->position < b->position : id_compare(a->id, b->id) < 0;
}

static void take_out(struct process *process, const struct item *item) {
    size_t kept = 0;
    for (size_t i = 0; i < process->item_count; i++) {
        if (process->items[i] != item) {
            process->items[kept++] = process->items[i];
        }
    }
    process->item_count = kept;
}

static void put_in(struct process *process, const struct item *item) {
    size_t place = process->item_count++;
    process->items =
        memory_grow(process->items, &process->item_capacity, process->item_count, sizeof(struct item *));
    for (; place > 0 && stands_before(item, process->items[place - 1]); place--) {
        process->items[place] = process->items[place - 1];
    }
    process->items[place] = item;
}

static struct item_entry *add_item(struct process *process, struct id id) {
    struct item_entry *entry = memory_allocate(sizeof *entry);
    process->all_items = memory_grow(process->all_items, &process->all_item_capacity,
                                     process->all_item_count + 1, sizeof(struct item_entry *));
    process->all_items[process->all_item_count++] = entry;
    entry->item.id = id;
    tracked_init(&entry->tracked, &item_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static void keep_studies(struct item *item, const struct event_item_put *put) {
    struct id *kept = memory_allocate(put->studies_count * sizeof *kept);
    for (size_t i = 0; i < put->studies_count; i++) {
        kept[i] = put->studies[i];
    }
    memory_free((void *)(uintptr_t)item->studies);
    item->studies = kept;
    item->study_count = put->studies_count;
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_item_put *put = &event->body.item_put;
    struct item_entry *entry = item_find(process, put->id);
    if (!entry) {
        entry = add_item(process, put->id);
    }
    struct item *item = &entry->item;
    take_out(process, item);
    entry->session = session_find(process, put->session);
    item->session = put->session;
    item->form = put->form;
    keep_str(&item->title, put->title);
    keep_str(&item->about, put->about);
    item->minutes = put->minutes;
    item->position = put->position;
    item->removed = put->removed;
    if (item->skipped != put->skipped && entry->session->session.state == SESSION_STATE_LIVE) {
        chronicle_act(
            entry->session,
            (struct act){.at = event->at, .kind = ACT_KIND_SKIP, .item = item->id, .undone = !put->skipped});
    }
    item->skipped = put->skipped;
    keep_str(&item->cue, put->cue);
    keep_str(&item->summary, put->summary);
    keep_studies(item, put);
    item->changed = event->seq;
    if (!item->removed) {
        put_in(process, item);
    }
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

const struct handler item_handlers[] = {
    {EVENT_ITEM_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

static const struct item *item_of(const struct tracked *tracked) {
    return &LIST_ENTRY(tracked, struct item_entry, tracked)->item;
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process;
    return item_of(tracked)->removed ? 0 : SEEN_BY_ALL;
}

static struct place place(const struct tracked *tracked) {
    return (struct place){.session = item_of(tracked)->session};
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct item *item = item_of(tracked);
    (void)process, (void)arena;
    entity->body.item = (struct entity_item){
        .session = item->session,
        .form = item->form,
        .title = item->title,
        .about = item->about,
        .minutes = item->minutes,
        .position = item->position,
        .removed = item->removed,
        .skipped = item->skipped,
        .summary = item->summary,
        .studies = item->studies,
        .studies_count = item->study_count,
        .started = item->started,
        .ended = item->ended,
    };
    if (view == VIEW_HOST || view == VIEW_STATE) {
        entity->body.item.cue = item->cue;
    }
}

const struct tracked_kind item_tracking = {ENTITY_ITEM, seen_by, place, fill, NULL};

void items_finish(struct process *process) {
    for (size_t i = 0; i < process->all_item_count; i++) {
        memory_free_str(&process->all_items[i]->item.title);
        memory_free_str(&process->all_items[i]->item.about);
        memory_free_str(&process->all_items[i]->item.cue);
        memory_free_str(&process->all_items[i]->item.summary);
        memory_free((void *)(uintptr_t)process->all_items[i]->item.studies);
        memory_free(process->all_items[i]);
    }
    memory_free(process->all_items);
    memory_free(process->items);
}
