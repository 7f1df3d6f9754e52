/* Rounds of every kind: planned, opened, closed, revealed. What is answered in them is the kinds' own. */
#include "base/memory.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/rounds/scope.h"
#include "core/state.h"

const struct round_kind *const round_kinds[] = {&notes_round_kind, &ballot_round_kind, NULL};

static const struct round_kind *find_kind(enum round_form form) {
    for (size_t i = 0; round_kinds[i]; i++) {
        if (round_kinds[i]->form == form) {
            return round_kinds[i];
        }
    }
    return NULL;
}

static bool is_under_way(const struct round *round) {
    return round->state == ROUND_STATE_OPEN || round->state == ROUND_STATE_CLOSING;
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
    return entry->item.form == ITEM_FORM_ROUND ? REASON_ABSENT : REASON_WRONG_FORM;
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
    return judge_item(process, put);
}

/* What is fixed once the round was opened, and once somebody has answered: nobody's answer may come to stand
 * under another promise than the one it was given under. */
static enum reason judge_promise(const struct process *process, const struct round *old,
                                 const struct event_round_put *put) {
    bool moved = !id_equal(old->session, put->session), reformed = old->form != put->form;
    if (put->removed && is_under_way(old)) {
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
    if (old->opened > 0 && (moved || reformed)) {
        return REASON_WRONG_STATE;
    }
    return reformed && word_lists_have_round(process, old->id) ? REASON_WRONG_FORM : REASON_ABSENT;
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
        (old && (reason = judge_promise(process, &old->round, put)) != REASON_ABSENT) ||
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
    round->changed = event->seq;
    set_kind(process, entry, put->form);
    tracked_touch(process, &entry->tracked);
    entry->kind->apply_settings(process, entry, put);
    if (sight_changed) {
        entry->kind->sight_changed(process, entry);
    }
    list_rounds(process);
    scope_recount(process, left);
    scope_recount(process, round->scope);
    word_lists_touch_round(process, round->id);
    return &entry->tracked;
}

/* ---- opened, closed, revealed ---- */

static enum reason judge_round(const struct process *process, struct id id,
                               const struct round_entry **entry) {
    *entry = round_find(process, id);
    if (!*entry) {
        return REASON_UNKNOWN_ROUND;
    }
    return (*entry)->round.removed ? REASON_REMOVED : REASON_ABSENT;
}

static struct tracked *state_changed(struct process *process, struct round_entry *entry,
                                     enum round_state state) {
    entry->round.state = state;
    tracked_touch(process, &entry->tracked);
    entry->kind->state_changed(process, entry);
    return &entry->tracked;
}

static enum reason judge_unopen(const struct round *round) {
    if (!is_under_way(round)) {
        return REASON_WRONG_STATE;
    }
    return round->contributions > 0 ? REASON_HAS_ANSWERS : REASON_ABSENT;
}

static enum reason judge_open(const struct process *process, const struct event *event) {
    const struct event_round_open *open = &event->body.round_open;
    const struct round_entry *entry;
    enum reason reason = judge_round(process, open->id, &entry);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    if (open->undone) {
        return judge_unopen(&entry->round);
    }
    if (entry->session->session.state != SESSION_STATE_LIVE || is_under_way(&entry->round)) {
        return REASON_WRONG_STATE;
    }
    return open->deadline == 0 || open->deadline > event->at ? REASON_ABSENT : REASON_BAD_TIME;
}

static struct tracked *unopen(struct process *process, struct round_entry *entry) {
    struct round *round = &entry->round;
    bool sight_changed = round->revealed;
    round->opened = round->closed_at = round->deadline = round->revealed_at = 0;
    round->revealed = false;
    if (sight_changed) {
        entry->kind->sight_changed(process, entry);
        word_lists_touch_round(process, round->id);
    }
    return state_changed(process, entry, ROUND_STATE_PLANNED);
}

static struct tracked *apply_open(struct process *process, const struct event *event) {
    struct round_entry *entry = round_find(process, event->body.round_open.id);
    struct round *round = &entry->round;
    if (event->body.round_open.undone) {
        return unopen(process, entry);
    }
    round->opened = round->opened > 0 ? round->opened : event->at > 0 ? event->at : 1;
    round->closed_at = 0;
    round->deadline = event->body.round_open.deadline;
    return state_changed(process, entry, ROUND_STATE_OPEN);
}

static enum reason judge_deadline(const struct process *process, const struct event *event) {
    const struct event_round_deadline *body = &event->body.round_deadline;
    const struct round_entry *entry;
    enum reason reason = judge_round(process, body->id, &entry);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    if (!is_under_way(&entry->round)) {
        return REASON_WRONG_STATE;
    }
    return body->deadline == 0 || body->deadline > event->at ? REASON_ABSENT : REASON_BAD_TIME;
}

/* A round that is closing and is given more time is closing still, unless its closing is taken back; without
 * any end to its time it is open. */
static struct tracked *apply_deadline(struct process *process, const struct event *event) {
    const struct event_round_deadline *body = &event->body.round_deadline;
    struct round_entry *entry = round_find(process, body->id);
    entry->round.deadline = body->deadline;
    if ((body->deadline == 0 || body->open) && entry->round.state == ROUND_STATE_CLOSING) {
        return state_changed(process, entry, ROUND_STATE_OPEN);
    }
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

static enum reason judge_close(const struct process *process, const struct event *event) {
    const struct round_entry *entry;
    enum reason reason = judge_round(process, event->body.round_close.id, &entry);
    return reason != REASON_ABSENT || is_under_way(&entry->round) ? reason : REASON_WRONG_STATE;
}

/* The grace puts no deadline off: what was refused a moment ago must not be taken again. */
static struct tracked *apply_close(struct process *process, const struct event *event) {
    struct round_entry *entry = round_find(process, event->body.round_close.id);
    int64_t before = entry->round.deadline, until = event->at + event->body.round_close.grace;
    bool is_over = event->body.round_close.grace == 0 || (before > 0 && before <= event->at);
    entry->round.deadline = before > 0 && before < until ? before : until;
    entry->round.closed_at = is_over ? event->at : 0;
    return state_changed(process, entry, is_over ? ROUND_STATE_CLOSED : ROUND_STATE_CLOSING);
}

static enum reason judge_end(const struct process *process, const struct event *event) {
    const struct event_round_end *end = &event->body.round_end;
    const struct round_entry *entry;
    enum reason reason = judge_round(process, end->id, &entry);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    if (!is_under_way(&entry->round) || end->deadline == 0 || end->deadline != entry->round.deadline) {
        return REASON_DEADLINE_MOVED;
    }
    return event->at >= end->deadline ? REASON_ABSENT : REASON_BAD_TIME;
}

static struct tracked *apply_end(struct process *process, const struct event *event) {
    struct round_entry *entry = round_find(process, event->body.round_end.id);
    entry->round.closed_at = event->at;
    return state_changed(process, entry, ROUND_STATE_CLOSED);
}

static enum reason judge_reveal(const struct process *process, const struct event *event) {
    const struct round_entry *entry;
    enum reason reason = judge_round(process, event->body.round_reveal.id, &entry);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    if (!entry->kind->reveals) {
        return REASON_WRONG_FORM;
    }
    return entry->round.opened > 0 ? REASON_ABSENT : REASON_NOT_OPEN;
}

static struct tracked *apply_reveal(struct process *process, const struct event *event) {
    struct round_entry *entry = round_find(process, event->body.round_reveal.id);
    bool revealed = event->body.round_reveal.revealed;
    if (revealed != entry->round.revealed) {
        entry->round.revealed = revealed;
        entry->round.revealed_at = revealed ? event->at : 0;
        tracked_touch(process, &entry->tracked);
        entry->kind->sight_changed(process, entry);
        word_lists_touch_round(process, entry->round.id);
    }
    return &entry->tracked;
}

const struct handler round_handlers[] = {
    {EVENT_ROUND_PUT, BY_HOST, judge_put, apply_put},
    {EVENT_ROUND_OPEN, BY_HOST, judge_open, apply_open},
    {EVENT_ROUND_DEADLINE, BY_HOST, judge_deadline, apply_deadline},
    {EVENT_ROUND_CLOSE, BY_HOST, judge_close, apply_close},
    {EVENT_ROUND_END, BY_SERVER, judge_end, apply_end},
    {EVENT_ROUND_REVEAL, BY_HOST, judge_reveal, apply_reveal},
    {EVENT_ABSENT, 0, NULL, NULL},
};

void rounds_finish(struct process *process) {
    for (size_t i = 0; i < process->all_round_count; i++) {
        struct round_entry *entry = process->all_rounds[i];
        entry->kind->finish(entry);
        memory_free_str(&entry->round.question);
        memory_free_str(&entry->round.helper);
        memory_free(entry);
    }
    memory_free(process->all_rounds);
    memory_free(process->rounds);
}

bool process_next_deadline(const struct process *process, struct id *id, int64_t *deadline) {
    const struct round *next = NULL;
    for (size_t i = 0; i < process->round_count; i++) {
        const struct round *round = process->rounds[i];
        if (is_under_way(round) && round->deadline > 0 && (!next || round->deadline < next->deadline)) {
            next = round;
        }
    }
    if (!next) {
        return false;
    }
    *id = next->id;
    *deadline = next->deadline;
    return true;
}
