/* The scale: statements that each person takes a stand on, in steps. Nobody learns what a few have answered:
 * a statement's counts are withheld until enough have, and move by as many (scale_told.h). */
#include <string.h>

#include "base/memory.h"
#include "core/rounds/scale_told.h"

static const struct tracked_kind tally_tracking, answers_tracking;

static struct scale *scale_of(const struct round_entry *round) {
    return round->data;
}

static struct sheet *sheet_of(const struct round_entry *round) {
    return &scale_of(round)->sheet;
}

/* ---- settings ---- */

static void begin(struct process *process, struct round_entry *round) {
    struct scale *scale = memory_allocate(sizeof *scale);
    (void)process;
    sheet_init(&scale->sheet, round, &tally_tracking);
    round->data = scale;
}

/* Answers follow their statements to where these stand now. */
static void apply_settings(struct process *process, struct round_entry *round,
                           const struct event_round_put *put) {
    struct scale_settings scale = scale_copy_settings(put->scale);
    size_t *from = memory_allocate(scale.statements_count * sizeof *from);
    for (size_t i = 0; i < scale.statements_count; i++) {
        if (!scale_find_statement(&round->round.scale, scale.statements[i].id, &from[i])) {
            from[i] = SIZE_MAX;
        }
    }
    sheet_move(process, sheet_of(round), from, scale.statements_count);
    scale_told_move(scale_of(round), from, scale.statements_count);
    memory_free(from);
    scale_free_settings(&round->round.scale);
    round->round.scale = scale;
    tracked_touch(process, &sheet_of(round)->tally);
}

static void state_changed(struct process *process, struct round_entry *round) {
    if (round->round.state == ROUND_STATE_CLOSED) {
        scale_told_all(scale_of(round));
    }
    tracked_touch(process, &sheet_of(round)->tally);
}

/* ---- answers ---- */

static enum reason judge_answer(const struct process *process, const struct event *event) {
    const struct event_answer_put *put = &event->body.answer_put;
    size_t index;
    enum reason reason;
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_SCALE, &reason);
    if (!round || (reason = round_judge_contributor(process, round, event)) != REASON_ABSENT ||
        (reason = round_judge_time(&round->round, event->at)) != REASON_ABSENT) {
        return reason;
    }
    if (!scale_find_statement(&round->round.scale, put->statement, &index)) {
        return REASON_UNKNOWN_STATEMENT;
    }
    const struct sheet_row *row = sheet_find(process, round, event->actor, &answers_tracking);
    if (put->rev <= (row ? row->revs[index] : 0)) {
        return REASON_STALE;
    }
    if (put->value < 0 || put->value > round->round.scale.steps) {
        return REASON_WRONG_FORM;
    }
    return persons_judge_bytes(process, event, round->session);
}

static struct tracked *apply_answer(struct process *process, const struct event *event) {
    const struct event_answer_put *put = &event->body.answer_put;
    struct round_entry *round = round_find(process, put->round);
    const struct scale_settings *scale = &round->round.scale;
    struct sheet_row *row = sheet_find(process, round, event->actor, &answers_tracking);
    size_t index = 0;
    if (!row) {
        row = sheet_add(process, sheet_of(round), event->actor, scale->statements_count, &answers_tracking);
    }
    scale_find_statement(scale, put->statement, &index);
    struct tracked *own =
        sheet_apply(process, event, row,
                    &(struct sheet_put){.column = index,
                                        .rev = put->rev,
                                        .votes = put->value,
                                        .more = (put->value > 0) - (row->votes[index] > 0),
                                        .consent = put->consent,
                                        .studies = study_set_of(process, put->consents, put->consents_count),
                                        .role = put->role,
                                        .organisation_type = put->organisation_type});
    scale_told_answer(scale_of(round), &row->voter, index);
    return own;
}

static struct subject subject(const struct process *process, const struct event *event) {
    (void)process;
    return (struct subject){.round = event->body.answer_put.round};
}

/* Answers are never late, as votes are not. */
static bool complete(const struct process *process, const struct participant_entry *person, int64_t arrived,
                     struct event *event) {
    struct event_answer_put *put = &event->body.answer_put;
    enum reason reason;
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_SCALE, &reason);
    if (!round) {
        return false;
    }
    struct bearings bearings = round_bearings(process, round, person, NULL);
    put->consent = bearings.consent;
    put->consents = study_set_list(bearings.studies, &put->consents_count);
    put->role = bearings.role;
    put->organisation_type = bearings.organisation_type;
    return round_fixes_time(round, arrived, event);
}

static const struct handler handlers[] = {
    {EVENT_ANSWER_PUT, BY_CONTRIBUTOR, judge_answer, apply_answer},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is seen ---- */

static bool result_is_seen(const struct round *round) {
    return round->scale.result == RESULT_OPEN || round->state == ROUND_STATE_CLOSED;
}

static unsigned tally_seen_by(const struct process *process, const struct tracked *tracked) {
    const struct round *round = &sheet_of_tally(tracked)->round->round;
    (void)process;
    if (round->removed || round->opened == 0) {
        return 0;
    }
    return result_is_seen(round) ? SEEN_BY_ALL : SEEN_BY_HOST;
}

static struct place tally_place(const struct tracked *tracked) {
    return round_place(&sheet_of_tally(tracked)->round->round);
}

static struct statement_tally count_statement(const struct round_entry *round, size_t index, enum view view,
                                              struct arena *arena) {
    const struct scale_settings *settings = &round->round.scale;
    int64_t *counts = arena_allocate_array(arena, SCALE_STEPS, sizeof *counts);
    struct statement_tally tally = {.id = settings->statements[index].id};
    bool told = true;
    tally.answered = view == VIEW_STATE ? scale_count(scale_of(round), index, counts)
                                        : scale_count_told(scale_of(round), index, counts, &told);
    if (told) {
        tally.counts = counts;
        tally.counts_count = (size_t)settings->steps;
    }
    return tally;
}

/* While the result is hidden, as of a ballot's: nobody gets more than how many have answered. */
static void fill_tally(const struct process *process, const struct tracked *tracked, enum view view,
                       struct arena *arena, struct entity *entity) {
    const struct round_entry *round = sheet_of_tally(tracked)->round;
    const struct scale_settings *scale = &round->round.scale;
    struct entity_scale_tally *body = &entity->body.scale_tally;
    (void)process;
    if (view != VIEW_STATE && !result_is_seen(&round->round)) {
        *body = (struct entity_scale_tally){.answered = round->shown_answered};
        return;
    }
    struct statement_tally *statements =
        arena_allocate_array(arena, scale->statements_count, sizeof *statements);
    for (size_t i = 0; i < scale->statements_count; i++) {
        statements[i] = count_statement(round, i, view, arena);
    }
    *body = (struct entity_scale_tally){round->answered, statements, scale->statements_count};
}

static unsigned answers_seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return 0;
}

static void fill_answers(const struct process *process, const struct tracked *tracked, enum view view,
                         struct arena *arena, struct entity *entity) {
    const struct sheet_row *row = sheet_row_of_tracked(tracked);
    const struct scale_settings *scale = &row->round->round.scale;
    struct statement_answer *statements =
        arena_allocate_array(arena, scale->statements_count, sizeof *statements);
    struct entity_answers *body = &entity->body.answers;
    (void)process;
    for (size_t i = 0; i < scale->statements_count; i++) {
        statements[i] = (struct statement_answer){scale->statements[i].id, row->votes[i], row->revs[i]};
    }
    *body = (struct entity_answers){.statements = statements, .statements_count = scale->statements_count};
    if (view != VIEW_STATE) {
        entity->id = row->round->round.id;
        return;
    }
    body->round = row->round->round.id;
    body->author = actor_text(row->voter.author, arena);
    body->consent = row->voter.consent;
    body->consents = study_set_list(row->voter.studies, &body->consents_count);
    body->role = row->voter.role;
    body->organisation_type = row->voter.organisation_type;
}

static const struct tracked_kind tally_tracking = {ENTITY_SCALE_TALLY, tally_seen_by, tally_place, fill_tally,
                                                   NULL};
static const struct tracked_kind answers_tracking = {ENTITY_ANSWERS, answers_seen_by, NULL, fill_answers,
                                                     NULL};

static void sight_changed(struct process *process, struct round_entry *round) {
    (void)process, (void)round; /* who sees the result hangs on other things */
}

static void finish(struct round_entry *round) {
    scale_free_settings(&round->round.scale);
    sheet_finish(sheet_of(round));
    memory_free(scale_of(round)->told);
    memory_free(round->data);
    round->data = NULL;
}

bool process_scale_counts(const struct process *process, const struct round *round, size_t statement,
                          int64_t *counts) {
    int64_t all[SCALE_STEPS];
    bool told;
    scale_count_told(scale_of(round_find(process, round->id)), statement, all, &told);
    memcpy(counts, all, (size_t)round->scale.steps * sizeof *counts);
    return told;
}

const struct round_kind scale_round_kind = {
    .form = ROUND_FORM_SCALE,
    .reveals = false,
    .has_sheet = true,
    .judge_settings = scale_judge_settings,
    .begin = begin,
    .apply_settings = apply_settings,
    .sight_changed = sight_changed,
    .state_changed = state_changed,
    .due = NULL,
    .refused = NULL,
    .subject = subject,
    .complete = complete,
    .end = NULL,
    .finish = finish,
    .handlers = handlers,
};
