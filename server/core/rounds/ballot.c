/* The ballot: a budget of votes a person, laid on choices. */
#include "core/rounds/ballot.h"

#include "base/memory.h"

static const struct tracked_kind tally_tracking, votes_tracking;

struct votes *votes_of(const struct round_entry *round) {
    return round->data;
}

/* ---- settings ---- */

static void begin(struct process *process, struct round_entry *round) {
    struct votes *votes = memory_allocate(sizeof *votes);
    (void)process;
    sheet_init(&votes->sheet, round, &tally_tracking);
    tracked_init(&votes->hands_tracked, &hands_tracking, round->round.id);
    round->data = votes;
}

static void sum_votes(struct votes *votes, const struct ballot_settings *ballot) {
    memory_free(votes->sums);
    votes->sums = memory_allocate(ballot->choices_count * sizeof *votes->sums);
    for (size_t i = 0; i < ballot->choices_count; i++) {
        votes->sums[i].id = ballot->choices[i].id;
        for (size_t j = 0; j < votes->sheet.count; j++) {
            votes->sums[i].votes += votes->sheet.voters[j]->votes[i];
            votes->sums[i].voters += votes->sheet.voters[j]->votes[i] > 0;
        }
    }
}

/* Votes and hands follow their choices to where these stand now. */
static void apply_settings(struct process *process, struct round_entry *round,
                           const struct event_round_put *put) {
    struct votes *votes = votes_of(round);
    struct ballot_settings ballot = ballot_copy_settings(put->ballot);
    size_t *from = memory_allocate(ballot.choices_count * sizeof *from);
    for (size_t i = 0; i < ballot.choices_count; i++) {
        if (!ballot_find_choice(&round->round.ballot, ballot.choices[i].id, &from[i])) {
            from[i] = SIZE_MAX;
        }
    }
    sheet_move(process, &votes->sheet, from, ballot.choices_count);
    votes->hands.votes = votes->hands_votes =
        sheet_move_numbers(votes->hands_votes, from, ballot.choices_count);
    memory_free(from);
    ballot_free_settings(&round->round.ballot);
    round->round.ballot = ballot;
    sum_votes(votes, &ballot);
    tracked_touch(process, &votes->sheet.tally);
    if (votes->hands_changed > 0) {
        tracked_touch(process, &votes->hands_tracked);
    }
}

static void touch_tally(struct process *process, struct round_entry *round) {
    tracked_touch(process, &votes_of(round)->sheet.tally);
}

bool ballot_result_is_seen(const struct round *round) {
    return round->ballot.result == RESULT_OPEN || round->state == ROUND_STATE_CLOSED;
}

/* ---- votes ---- */

static enum reason judge_votes(const struct round *round, const struct voter *voter,
                               const struct event_vote_put *put) {
    size_t index;
    if (!ballot_find_choice(&round->ballot, put->choice, &index)) {
        return REASON_UNKNOWN_CHOICE;
    }
    int64_t rev = voter ? voter->revs[index] : 0, before = voter ? voter->votes[index] : 0;
    int64_t total = voter ? voter->total : 0;
    if (put->rev <= rev) {
        return REASON_STALE;
    }
    if (put->votes < 0 || put->votes > round->ballot.budget) {
        return REASON_OVER_BUDGET;
    }
    if (put->votes > ballot_cap(&round->ballot)) {
        return REASON_OVER_CHOICE_CAP;
    }
    return total - before + put->votes > round->ballot.budget ? REASON_OVER_BUDGET : REASON_ABSENT;
}

static enum reason judge_vote(const struct process *process, const struct event *event) {
    const struct event_vote_put *put = &event->body.vote_put;
    enum reason reason;
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_BALLOT, &reason);
    if (!round || (reason = round_judge_contributor(process, round, event)) != REASON_ABSENT ||
        (reason = round_judge_time(&round->round, event->at)) != REASON_ABSENT) {
        return reason;
    }
    const struct sheet_row *row = sheet_find(process, round, event->actor, &votes_tracking);
    reason = judge_votes(&round->round, row ? &row->voter : NULL, put);
    return reason == REASON_ABSENT ? persons_judge_bytes(process, event, round->session) : reason;
}

static struct tracked *apply_vote(struct process *process, const struct event *event) {
    const struct event_vote_put *put = &event->body.vote_put;
    struct round_entry *round = round_find(process, put->round);
    const struct ballot_settings *ballot = &round->round.ballot;
    struct votes *votes = votes_of(round);
    struct sheet_row *row = sheet_find(process, round, event->actor, &votes_tracking);
    size_t index = 0;
    if (!row) {
        row = sheet_add(process, &votes->sheet, event->actor, ballot->choices_count, &votes_tracking);
    }
    ballot_find_choice(ballot, put->choice, &index);
    int64_t more = put->votes - row->votes[index];
    votes->sums[index].votes += more;
    votes->sums[index].voters += (put->votes > 0) - (row->votes[index] > 0);
    return sheet_apply(
        process, event, row,
        &(struct sheet_put){.column = index,
                            .rev = put->rev,
                            .votes = put->votes,
                            .more = more,
                            .consent = put->consent,
                            .studies = study_set_of(process, put->consents, put->consents_count),
                            .role = put->role,
                            .organisation_type = put->organisation_type});
}

static struct subject subject(const struct process *process, const struct event *event) {
    (void)process;
    return (struct subject){.round = event->kind == EVENT_HANDS_PUT ? event->body.hands_put.round
                                                                    : event->body.vote_put.round};
}

/* Votes are never late: those that come behind the deadline keep the time that shows it. */
static bool complete(const struct process *process, const struct participant_entry *person, int64_t arrived,
                     struct event *event) {
    struct event_vote_put *put = &event->body.vote_put;
    enum reason reason;
    if (event->kind != EVENT_VOTE_PUT) {
        return false;
    }
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_BALLOT, &reason);
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
    {EVENT_VOTE_PUT, BY_CONTRIBUTOR, judge_vote, apply_vote},
    {EVENT_HANDS_PUT, BY_HOST, hands_judge, hands_apply},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is seen ---- */

static unsigned tally_seen_by(const struct process *process, const struct tracked *tracked) {
    const struct round *round = &sheet_of_tally(tracked)->round->round;
    (void)process;
    if (round->removed || round->opened == 0) {
        return 0;
    }
    return ballot_result_is_seen(round) ? SEEN_BY_ALL : SEEN_BY_HOST;
}

static struct place tally_place(const struct tracked *tracked) {
    return round_place(&sheet_of_tally(tracked)->round->round);
}

/* While the result is hidden it is not in what is sent, to nobody: hosts get the number of voters alone,
 * where the round says it too (in a small room it would say who has not voted). */
static void fill_tally(const struct process *process, const struct tracked *tracked, enum view view,
                       struct arena *arena, struct entity *entity) {
    const struct round_entry *round = sheet_of_tally(tracked)->round;
    const struct ballot_settings *ballot = &round->round.ballot;
    const struct votes *votes = votes_of(round);
    struct entity_tally *body = &entity->body.tally;
    (void)process;
    if (view != VIEW_STATE && !ballot_result_is_seen(&round->round)) {
        *body = (struct entity_tally){.voters = round->shown_answered};
        return;
    }
    struct choice_tally *choices = arena_allocate_array(arena, ballot->choices_count, sizeof *choices);
    *body = (struct entity_tally){.voters = round->answered + votes->hands.people,
                                  .hands = votes->hands.people,
                                  .choices = choices,
                                  .choices_count = ballot->choices_count};
    for (size_t i = 0; i < ballot->choices_count; i++) {
        choices[i] = votes->sums[i];
        choices[i].hands = votes->hands_votes[i];
        choices[i].votes += votes->hands_votes[i];
        body->votes += choices[i].votes;
    }
}

static unsigned votes_seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return 0;
}

static void fill_votes(const struct process *process, const struct tracked *tracked, enum view view,
                       struct arena *arena, struct entity *entity) {
    const struct sheet_row *row = sheet_row_of_tracked(tracked);
    const struct ballot_settings *ballot = &row->round->round.ballot;
    struct choice_votes *choices = arena_allocate_array(arena, ballot->choices_count, sizeof *choices);
    struct entity_votes *body = &entity->body.votes;
    (void)process;
    for (size_t i = 0; i < ballot->choices_count; i++) {
        choices[i] = (struct choice_votes){ballot->choices[i].id, row->votes[i], row->revs[i]};
    }
    *body = (struct entity_votes){
        .left = ballot->budget - row->voter.total,
        .choices = choices,
        .choices_count = ballot->choices_count,
    };
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

static const struct tracked_kind tally_tracking = {ENTITY_TALLY, tally_seen_by, tally_place, fill_tally,
                                                   NULL};
static const struct tracked_kind votes_tracking = {ENTITY_VOTES, votes_seen_by, NULL, fill_votes, NULL};

static void sight_changed(struct process *process, struct round_entry *round) {
    (void)process, (void)round; /* who sees the result hangs on other things */
}

static void finish(struct round_entry *round) {
    struct votes *votes = votes_of(round);
    ballot_free_settings(&round->round.ballot);
    sheet_finish(&votes->sheet);
    tracked_forget(&votes->hands_tracked);
    memory_free(votes->hands_votes);
    memory_free(votes->sums);
    memory_free(votes);
    round->data = NULL;
}

const struct round_kind ballot_round_kind = {
    .form = ROUND_FORM_BALLOT,
    .reveals = false,
    .has_sheet = true,
    .judge_settings = ballot_judge_settings,
    .begin = begin,
    .apply_settings = apply_settings,
    .sight_changed = sight_changed,
    .state_changed = touch_tally,
    .due = NULL,
    .refused = NULL,
    .subject = subject,
    .complete = complete,
    .end = NULL,
    .finish = finish,
    .handlers = handlers,
};
