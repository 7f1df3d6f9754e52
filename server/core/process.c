#include "core/process.h"

#include <assert.h>

#include "base/memory.h"
#include "core/rounds/round_kind.h"
#include "core/state.h"

/* A kind of round brings its own rows; these are all others'. */
static const struct handler *const handlers[] = {
    profile_handlers,       session_handlers,  stage_handlers,   item_handlers,        round_handlers,
    round_course_handlers,  join_handlers,     way_handlers,     participant_handlers, seat_handlers,
    holding_handlers,       step_handlers,     entry_handlers,   material_handlers,    picture_handlers,
    word_handlers,          board_handlers,    theme_handlers,   sorting_handlers,     form_handlers,
    redaction_handlers,     grouping_handlers, placing_handlers, saying_handlers,      comparison_handlers,
    word_decision_handlers, study_handlers,    consent_handlers, information_handlers, mark_handlers,
    field_note_handlers,    erasure_handlers,  hold_handlers,
};

static const struct handler *find_row(const struct handler *rows, enum event_kind kind) {
    for (const struct handler *row = rows; row->kind != EVENT_ABSENT; row++) {
        if (row->kind == kind) {
            return row;
        }
    }
    return NULL;
}

static const struct handler *find_handler(enum event_kind kind, const struct round_kind **round_kind) {
    const struct handler *row = NULL;
    *round_kind = NULL;
    for (size_t i = 0; !row && i < sizeof handlers / sizeof *handlers; i++) {
        row = find_row(handlers[i], kind);
    }
    for (size_t i = 0; !row && round_kinds[i]; i++) {
        row = find_row(round_kinds[i]->handlers, kind);
        *round_kind = row ? round_kinds[i] : NULL;
    }
    assert(row && "every kind of event has its row");
    return row;
}

static enum reason judge(const struct process *process, const struct event *event,
                         const struct handler *handler) {
    if ((process->rules == 0) != (event->kind == EVENT_PROCESS_CREATE)) {
        return REASON_WRONG_STATE;
    }
    if (!(handler->by & 1u << event->actor.kind)) {
        return REASON_DENIED;
    }
    return handler->judge(process, event);
}

enum reason process_judge(const struct process *process, const struct event *event) {
    const struct round_kind *round_kind;
    return judge(process, event, find_handler(event->kind, &round_kind));
}

/* A text that was refused is nobody's to see. (Those refused for the text itself cannot be redacted, see
 * redactions.c.) */
static void note_refused(struct process *process, const struct event *event, enum reason reason) {
    bool is_for_its_text = reason == REASON_EMPTY || reason == REASON_BAD_FIELDS;
    if (process_text_waits_for_nothing(event) && !is_for_its_text) {
        seqs_add(&process->stray, event->seq);
    }
}

enum reason process_apply(struct process *process, const struct event *event) {
    const struct round_kind *round_kind;
    const struct handler *handler = find_handler(event->kind, &round_kind);
    struct tracked *about = NULL;
    assert(event->seq == process->head + 1);
    enum reason reason = judge(process, event, handler);
    process->applying = event->seq;
    process->ordinal = 0;
    if (reason == REASON_ABSENT) {
        about = handler->apply(process, event);
        entities_settle(process);
    } else if (round_kind && round_kind->refused) {
        round_kind->refused(process, event, reason);
    } else {
        note_refused(process, event, reason);
    }
    commands_add(&process->commands, event, reason, about);
    process->head = event->seq;
    if (event->at > process->time) {
        process->time = event->at;
    }
    return reason;
}

struct process *process_create(struct map_seed seed) {
    struct process *process = memory_allocate(sizeof *process);
    process->seed = seed;
    arena_init(&process->profile_arena);
    tracked_init(&process->profile_tracked, &profile_tracking, (struct id){0});
    map_init(&process->used, seed);
    map_init(&process->things, seed);
    map_init(&process->tokens, seed);
    map_init(&process->ways, seed);
    map_init(&process->forms_by_text, seed);
    map_init(&process->groups, seed);
    map_init(&process->study_sets, seed);
    list_init(&process->changes);
    commands_init(&process->commands, seed);
    persons_init(&process->persons, seed);
    return process;
}

void process_destroy(struct process *process) {
    if (!process) {
        return;
    }
    entities_finish(process);
    comparisons_finish(process);
    erasures_finish(process);
    holds_finish(process);
    boards_finish(process);
    forms_finish(process);
    word_lists_finish(process);
    entries_finish(process);
    materials_finish(process);
    pictures_finish(process);
    marks_finish(process);
    field_notes_finish(process);
    rounds_finish(process);
    items_finish(process);
    groupings_finish(process);
    steps_finish(process);
    holdings_finish(process);
    seats_finish(process);
    ways_finish(process);
    consents_finish(process);
    participants_finish(process);
    studies_finish(process);
    information_finish(process);
    sessions_finish(process);
    profile_finish(process);
    persons_finish(&process->persons);
    commands_finish(&process->commands);
    memory_free(process->stray.list);
    map_finish(&process->groups);
    map_finish(&process->forms_by_text);
    map_finish(&process->tokens);
    map_finish(&process->things);
    map_finish(&process->used);
    memory_free(process);
}

int64_t process_head(const struct process *process) {
    return process->head;
}

int64_t process_time(const struct process *process) {
    return process->time;
}

int64_t process_rules(const struct process *process) {
    return process->rules;
}
