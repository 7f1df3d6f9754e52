/* How a round goes, of whatever kind: opened, closing, closed, revealed, and each of that taken back. */
#include "core/chronicle.h"
#include "core/comparisons.h"
#include "core/handler.h"
#include "core/rounds/round_kind.h"
#include "core/state.h"

static enum reason judge_round(const struct process *process, struct id id,
                               const struct round_entry **entry) {
    *entry = round_find(process, id);
    if (!*entry) {
        return REASON_UNKNOWN_ROUND;
    }
    bool is_gone = (*entry)->round.removed || (*entry)->session->session.removed;
    return is_gone ? REASON_REMOVED : REASON_ABSENT;
}

static struct tracked *state_changed(struct process *process, struct round_entry *entry,
                                     enum round_state state) {
    entry->round.state = state;
    tracked_touch(process, &entry->tracked);
    entry->kind->state_changed(process, entry);
    comparisons_follow(process);
    pictures_touch_round(process, entry->round.id);
    return &entry->tracked;
}

static enum reason judge_unopen(const struct round *round) {
    if (!round_is_under_way(round)) {
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
    bool may_open = entry->round.homework || entry->session->session.state == SESSION_STATE_LIVE;
    if (!may_open || round_is_under_way(&entry->round)) {
        return REASON_WRONG_STATE;
    }
    return open->deadline == 0 || open->deadline > event->at ? REASON_ABSENT : REASON_BAD_TIME;
}

static struct tracked *unopen(struct process *process, struct round_entry *entry) {
    struct round *round = &entry->round;
    bool sight_changed = round->revealed;
    round->opened = round->closed_at = round->deadline = round->revealed_at = 0;
    round->present_opened = round->present_closed = 0;
    chronicle_unword(entry);
    round->revealed = false;
    if (sight_changed) {
        entry->kind->sight_changed(process, entry);
        word_lists_touch_round(process, round->id);
        boards_follow_round(process, round->id);
    }
    return state_changed(process, entry, ROUND_STATE_PLANNED);
}

static struct tracked *apply_open(struct process *process, const struct event *event) {
    struct round_entry *entry = round_find(process, event->body.round_open.id);
    struct round *round = &entry->round;
    chronicle_round_act(entry, event, ACT_KIND_OPEN, event->body.round_open.undone);
    if (event->body.round_open.undone) {
        return unopen(process, entry);
    }
    if (round->opened == 0) {
        round->opened = event->at > 0 ? event->at : 1;
        round->present_opened = event->body.round_open.present;
        chronicle_word(entry, round->opened);
    }
    round->closed_at = 0;
    round->present_closed = 0;
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
    if (!round_is_under_way(&entry->round)) {
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
    chronicle_round_act(entry, event, ACT_KIND_DEADLINE, false);
    if ((body->deadline == 0 || body->open) && entry->round.state == ROUND_STATE_CLOSING) {
        return state_changed(process, entry, ROUND_STATE_OPEN);
    }
    tracked_touch(process, &entry->tracked);
    return &entry->tracked;
}

static enum reason judge_close(const struct process *process, const struct event *event) {
    const struct round_entry *entry;
    enum reason reason = judge_round(process, event->body.round_close.id, &entry);
    return reason != REASON_ABSENT || round_is_under_way(&entry->round) ? reason : REASON_WRONG_STATE;
}

/* The grace puts no deadline off: what was refused a moment ago must not be taken again. */
static struct tracked *apply_close(struct process *process, const struct event *event) {
    struct round_entry *entry = round_find(process, event->body.round_close.id);
    int64_t before = entry->round.deadline, until = event->at + event->body.round_close.grace;
    bool is_over = event->body.round_close.grace == 0 || (before > 0 && before <= event->at);
    entry->round.deadline = before > 0 && before < until ? before : until;
    entry->round.closed_at = is_over ? event->at : 0;
    entry->round.present_closed = event->body.round_close.present;
    chronicle_round_act(entry, event, ACT_KIND_CLOSE, false);
    return state_changed(process, entry, is_over ? ROUND_STATE_CLOSED : ROUND_STATE_CLOSING);
}

static enum reason judge_end(const struct process *process, const struct event *event) {
    const struct event_round_end *end = &event->body.round_end;
    const struct round_entry *entry;
    enum reason reason = judge_round(process, end->id, &entry);
    if (reason != REASON_ABSENT) {
        return reason;
    }
    if (!round_is_under_way(&entry->round) || end->deadline == 0 || end->deadline != entry->round.deadline) {
        return REASON_DEADLINE_MOVED;
    }
    return event->at >= end->deadline ? REASON_ABSENT : REASON_BAD_TIME;
}

static struct tracked *apply_end(struct process *process, const struct event *event) {
    struct round_entry *entry = round_find(process, event->body.round_end.id);
    entry->round.closed_at = event->at;
    entry->round.present_closed = event->body.round_end.present;
    if (entry->round.state == ROUND_STATE_OPEN) {
        chronicle_round_act(entry, event, ACT_KIND_TIME_UP, false);
    }
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
        chronicle_round_act(entry, event, ACT_KIND_REVEAL, !revealed);
        entry->round.shared |= revealed && entry->round.homework;
        tracked_touch(process, &entry->tracked);
        entry->kind->sight_changed(process, entry);
        word_lists_touch_round(process, entry->round.id);
        pictures_touch_round(process, entry->round.id);
        boards_follow_round(process, entry->round.id);
    }
    return &entry->tracked;
}

const struct handler round_course_handlers[] = {
    {EVENT_ROUND_OPEN, BY_HOST, judge_open, apply_open},
    {EVENT_ROUND_DEADLINE, BY_HOST, judge_deadline, apply_deadline},
    {EVENT_ROUND_CLOSE, BY_HOST, judge_close, apply_close},
    {EVENT_ROUND_END, BY_SERVER, judge_end, apply_end},
    {EVENT_ROUND_REVEAL, BY_HOST, judge_reveal, apply_reveal},
    {EVENT_ABSENT, 0, NULL, NULL},
};

bool process_next_deadline(const struct process *process, struct id *id, int64_t *deadline) {
    const struct round *next = NULL;
    for (size_t i = 0; i < process->round_count; i++) {
        const struct round *round = process->rounds[i];
        if (round_is_under_way(round) && round->deadline > 0 && (!next || round->deadline < next->deadline)) {
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
