/* Rounds of every kind, as they are put: what is asked, and under which promise. What is answered in them is
 * the kinds' own; how they go is round_course.c's. */
#include "base/memory.h"
#include "core/chronicle.h"
#include "core/groupings.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/rounds/scope.h"
#include "core/sound.h"
#include "core/state.h"

const struct round_kind *const round_kinds[] = {&notes_round_kind, &ballot_round_kind, &scale_round_kind,
                                                &diary_round_kind, NULL};

static const struct round_kind *find_kind(enum round_form form) {
    for (size_t i = 0; round_kinds[i]; i++) {
        if (round_kinds[i]->form == form) {
            return round_kinds[i];
        }
    }
    return NULL;
}

/* ---- put ---- */

static enum reason judge_item(const struct process *process, const struct event_round_put *put) {
    const struct item_entry *entry = item_find(process, put->item);
    if (id_is_none(put->item)) {
        return REASON_ABSENT;
    }
    if (!entry || entry->item.removed || !id_equal(entry->item.session, put->session)) {
        return REASON_UNKNOWN_ITEM;
    }
    return item_bears_rounds(entry->item.form) ? REASON_ABSENT : REASON_WRONG_FORM;
}

static bool keys_are_sound(const struct event_round_put *put) {
    for (size_t i = 0; put->ballot && i < put->ballot->choices_count; i++) {
        if (!key_is_sound(put->ballot->choices[i].key)) {
            return false;
        }
    }
    for (size_t i = 0; put->scale && i < put->scale->statements_count; i++) {
        if (!key_is_sound(put->scale->statements[i].key)) {
            return false;
        }
    }
    return key_is_sound(put->key);
}

/* Whether the command fits together, whatever was there before. */
static enum reason judge_sense(const struct process *process, const struct event_round_put *put) {
    if (str_is_empty(put->question)) {
        return REASON_EMPTY;
    }
    if (!find_kind(put->form) || put->visibility == VISIBILITY_ABSENT ||
        put->authorship == AUTHORSHIP_ABSENT) {
        return REASON_WRONG_FORM;
    }
    if (put->authorship == AUTHORSHIP_ORGANISATION && process->profile->organisations_count == 0) {
        return REASON_UNKNOWN_ORGANISATION;
    }
    return keys_are_sound(put) ? judge_item(process, put) : REASON_BAD_FIELDS;
}

/* The groups of one of its session's groupings, which their notes are hidden and shown by. */
static enum reason judge_grouping(const struct process *process, const struct round *old,
                                  const struct event_round_put *put) {
    bool stays_hidden = put->visibility == VISIBILITY_OWN; /* it goes by none any more */
    if (old && old->contributions > 0 && !id_equal(put->grouping, old->grouping) &&
        !(stays_hidden && id_is_none(put->grouping))) {
        return REASON_WRONG_STATE;
    }
    if (id_is_none(put->grouping)) {
        return REASON_ABSENT;
    }
    if (put->visibility != VISIBILITY_GROUP || put->form != ROUND_FORM_NOTES) {
        return REASON_WRONG_FORM;
    }
    const struct grouping_entry *grouping = grouping_find(process, put->grouping);
    bool fits = put->removed || (grouping && id_equal(grouping->grouping.session, put->session));
    return fits ? REASON_ABSENT : REASON_UNKNOWN_GROUPING;
}

static bool session_is_live(const struct round_entry *entry) {
    return entry->session->session.state == SESSION_STATE_LIVE;
}

/* What is fixed once the round was opened, and once somebody has answered: nobody's answer may come to stand
 * under another promise than the one it was given under. */
static enum reason judge_promise(const struct process *process, const struct round_entry *entry,
                                 const struct event_round_put *put) {
    const struct round *old = &entry->round;
    bool moved = !id_equal(old->session, put->session), reformed = old->form != put->form;
    if (round_is_under_way(old) && (put->removed || (!put->homework && !session_is_live(entry)))) {
        return REASON_WRONG_STATE;
    }
    if (old->contributions > 0) {
        if (put->removed || moved || reformed || put->authorship != old->authorship ||
            !id_equal(scope_of_put(put), old->scope)) {
            return REASON_HAS_ANSWERS;
        }
        if (put->visibility > old->visibility) {
            return REASON_PROMISE_KEPT;
        }
    }
    /* Also where its opening was taken back: who saw it must be told that it is gone, whenever they come. */
    bool was_seen = tracked_was_seen(&entry->tracked);
    if (was_seen && (moved || reformed)) {
        return REASON_WRONG_STATE;
    }
    bool is_used = word_lists_have_round(process, old->id) || boards_have_round(process, old->id);
    return reformed && is_used ? REASON_WRONG_FORM : REASON_ABSENT;
}

static enum reason judge_put(const struct process *process, const struct event *event) {
    const struct event_round_put *put = &event->body.round_put;
    const struct round_entry *old = round_find(process, put->id);
    enum reason reason;
    if (!old && thing_find(process, put->id)) {
        return REASON_ID_TAKEN;
    }
    if (!session_find(process, put->session)) {
        return REASON_UNKNOWN_SESSION;
    }
    if (base_is_stale(process, put->base, old ? old->round.changed : 0)) {
        return REASON_STALE;
    }
    if (!old && process->all_round_count >= PROCESS_ROUNDS) {
        return REASON_TOO_MANY;
    }
    if ((reason = judge_sense(process, put)) != REASON_ABSENT ||
        (reason = judge_grouping(process, old ? &old->round : NULL, put)) != REASON_ABSENT ||
        (old && (reason = judge_promise(process, old, put)) != REASON_ABSENT) ||
        (reason = scope_judge(process, old ? &old->round : NULL, put)) != REASON_ABSENT) {
        return reason;
    }
    const struct round_kind *kind = find_kind(put->form);
    return kind->judge_settings(process, old && old->kind == kind ? old : NULL, put);
}

static struct round_entry *add_round(struct process *process, struct id id) {
    struct round_entry *entry = memory_allocate(sizeof *entry);
    process->all_rounds = memory_grow(process->all_rounds, &process->all_round_capacity,
                                      process->all_round_count + 1, sizeof(struct round_entry *));
    process->all_rounds[process->all_round_count++] = entry;
    entry->round.id = id;
    entry->round.state = ROUND_STATE_PLANNED;
    entry->shown_share = SHARE_NONE;
    tracked_init(&entry->tracked, &round_tracking, id);
    thing_add(process, &entry->tracked);
    return entry;
}

static void list_rounds(struct process *process) {
    process->rounds =
        memory_resize_array(process->rounds, process->all_round_count + 1, sizeof(struct round *));
    process->round_count = 0;
    for (size_t i = 0; i < process->all_round_count; i++) {
        if (!process->all_rounds[i]->round.removed) {
            process->rounds[process->round_count++] = &process->all_rounds[i]->round;
        }
    }
}

static void set_kind(struct process *process, struct round_entry *entry, enum round_form form) {
    const struct round_kind *kind = find_kind(form);
    if (entry->kind == kind) {
        return;
    }
    if (entry->kind && entry->kind->end) {
        entry->kind->end(process, entry);
    }
    if (entry->kind) {
        entry->kind->finish(entry);
    }
    entry->kind = kind;
    entry->round.form = form;
    kind->begin(process, entry);
}

static struct tracked *apply_put(struct process *process, const struct event *event) {
    const struct event_round_put *put = &event->body.round_put;
    struct round_entry *entry = round_find(process, put->id);
    if (!entry) {
        entry = add_round(process, put->id);
    }
    struct round *round = &entry->round;
    struct id left = round->scope;
    grouping_count_round(process, round->grouping, round->removed ? 0 : -1);
    grouping_count_round(process, put->grouping, put->removed ? 0 : 1);
    round->grouping = put->grouping;
    bool sight_changed = round->visibility != put->visibility || round->authorship != put->authorship;
    entry->session = session_find(process, put->session);
    round->session = put->session;
    round->item = put->item;
    keep_str(&round->question, put->question);
    keep_str(&round->helper, put->helper);
    round->visibility = put->visibility;
    round->authorship = put->authorship;
    round->scope = scope_of_put(put);
    round->removed = put->removed;
    keep_str(&round->key, put->key);
    round->position = put->position;
    round->homework = put->homework;
    round->changed = event->seq;
    set_kind(process, entry, put->form);
    tracked_touch(process, &entry->tracked);
    entry->kind->apply_settings(process, entry, put);
    chronicle_word(entry, event->at);
    if (sight_changed) {
        entry->kind->sight_changed(process, entry);
    }
    list_rounds(process);
    scope_recount(process, left);
    scope_recount(process, round->scope);
    word_lists_touch_round(process, round->id);
    pictures_touch_round(process, round->id);
    boards_follow_round(process, round->id);
    return &entry->tracked;
}

const struct handler round_handlers[] = {
    {EVENT_ROUND_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ABSENT, 0, NULL, NULL},
};

void rounds_finish(struct process *process) {
    for (size_t i = 0; i < process->all_round_count; i++) {
        struct round_entry *entry = process->all_rounds[i];
        entry->kind->finish(entry);
        memory_free_str(&entry->round.question);
        memory_free_str(&entry->round.helper);
        memory_free_str(&entry->round.key);
        wordings_finish(&entry->wordings);
        memory_free(entry);
    }
    memory_free(process->all_rounds);
    memory_free(process->rounds);
}
