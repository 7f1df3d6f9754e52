/* The ballot: a budget of votes a person, laid on choices. */
#include "base/memory.h"
#include "core/rounds/round_kind.h"

struct voter_entry {
    struct voter voter;
    struct tracked tracked;
    struct round_entry *round;
    int64_t *votes, *revs; /* the voter's, to be written */
};

/* round->data */
struct votes {
    const struct voter **voters;
    size_t count, capacity;
    struct tracked tally;
    struct choice_tally *sums; /* for each of the choices */
    struct round_entry *round;
};

static const struct tracked_kind tally_tracking, votes_tracking;

static struct votes *votes_of(const struct round_entry *round) {
    return round->data;
}

static struct voter_entry *entry_of(const struct voter *voter) {
    return (struct voter_entry *)(uintptr_t)voter;
}

static bool find_choice(const struct ballot_settings *ballot, struct id id, size_t *index) {
    for (size_t i = 0; i < ballot->choices_count; i++) {
        if (id_equal(ballot->choices[i].id, id)) {
            *index = i;
            return true;
        }
    }
    return false;
}

static int64_t cap_of(const struct ballot_settings *ballot) {
    return ballot->cap > 0 && ballot->cap < ballot->budget ? ballot->cap : ballot->budget;
}

/* ---- settings ---- */

static bool is_sound(const struct ballot_settings *ballot) {
    size_t index;
    if (ballot->choices_count == 0 || ballot->budget < 1 || ballot->cap < 0 ||
        ballot->result == RESULT_ABSENT) {
        return false;
    }
    for (size_t i = 0; i < ballot->choices_count; i++) {
        if (str_is_empty(ballot->choices[i].text)) {
            return false;
        }
    }
    for (size_t i = 0; i < ballot->choices_count; i++) {
        if (!find_choice(ballot, ballot->choices[i].id, &index) || index != i) {
            return false; /* an id stands twice */
        }
    }
    return true;
}

/* Votes that were laid stay what they were laid on. */
static bool keeps_choices(const struct ballot_settings *old, const struct ballot_settings *ballot) {
    for (size_t i = 0; i < old->choices_count; i++) {
        size_t index;
        if (!find_choice(ballot, old->choices[i].id, &index) ||
            !str_equal(old->choices[i].text, ballot->choices[index].text) ||
            !str_equal(old->choices[i].word, ballot->choices[index].word)) {
            return false;
        }
    }
    return true;
}

static enum reason judge_settings(const struct process *process, const struct round_entry *old,
                                  const struct event_round_put *put) {
    (void)process;
    if (put->notes || !put->ballot || !is_sound(put->ballot)) {
        return REASON_WRONG_FORM;
    }
    if (!old || old->round.contributions == 0) {
        return REASON_ABSENT;
    }
    const struct ballot_settings *ballot = &old->round.ballot;
    if (ballot->result == RESULT_HIDDEN && put->ballot->result == RESULT_OPEN) {
        return REASON_PROMISE_KEPT;
    }
    bool keeps = put->ballot->budget >= ballot->budget && cap_of(put->ballot) >= cap_of(ballot) &&
                 keeps_choices(ballot, put->ballot);
    return keeps ? REASON_ABSENT : REASON_HAS_ANSWERS;
}

static void begin(struct process *process, struct round_entry *round) {
    struct votes *votes = memory_allocate(sizeof *votes);
    (void)process;
    votes->round = round;
    tracked_init(&votes->tally, &tally_tracking, round->round.id);
    round->data = votes;
}

static void free_choices(struct ballot_settings *ballot) {
    for (size_t i = 0; i < ballot->choices_count; i++) {
        struct choice choice = ballot->choices[i];
        memory_free_str(&choice.text);
        memory_free_str(&choice.word);
        memory_free_str(&choice.key);
    }
    memory_free((void *)(uintptr_t)ballot->choices);
    *ballot = (struct ballot_settings){0};
}

/* Votes follow their choices to where these stand now. */
static void move_votes(struct voter_entry *entry, const struct ballot_settings *old,
                       const struct ballot_settings *ballot) {
    int64_t *votes = memory_allocate(ballot->choices_count * sizeof *votes);
    int64_t *revs = memory_allocate(ballot->choices_count * sizeof *revs);
    for (size_t i = 0; i < old->choices_count; i++) {
        size_t index;
        if (find_choice(ballot, old->choices[i].id, &index)) {
            votes[index] = entry->votes[i];
            revs[index] = entry->revs[i];
        }
    }
    memory_free(entry->votes);
    memory_free(entry->revs);
    entry->voter.votes = entry->votes = votes;
    entry->voter.revs = entry->revs = revs;
}

static void sum_votes(struct votes *votes, const struct ballot_settings *ballot) {
    memory_free(votes->sums);
    votes->sums = memory_allocate(ballot->choices_count * sizeof *votes->sums);
    for (size_t i = 0; i < ballot->choices_count; i++) {
        votes->sums[i].id = ballot->choices[i].id;
        for (size_t j = 0; j < votes->count; j++) {
            votes->sums[i].votes += votes->voters[j]->votes[i];
            votes->sums[i].voters += votes->voters[j]->votes[i] > 0;
        }
    }
}

static void apply_settings(struct process *process, struct round_entry *round,
                           const struct event_round_put *put) {
    struct votes *votes = votes_of(round);
    struct choice *choices = memory_allocate(put->ballot->choices_count * sizeof *choices);
    struct ballot_settings ballot = *put->ballot;
    for (size_t i = 0; i < ballot.choices_count; i++) {
        const struct choice *choice = &put->ballot->choices[i];
        choices[i] = (struct choice){.id = choice->id,
                                     .text = memory_copy_str(choice->text),
                                     .word = memory_copy_str(choice->word),
                                     .key = memory_copy_str(choice->key)};
    }
    ballot.choices = choices;
    for (size_t i = 0; i < votes->count; i++) {
        struct voter_entry *entry = entry_of(votes->voters[i]);
        move_votes(entry, &round->round.ballot, &ballot);
        tracked_touch(process, &entry->tracked);
    }
    free_choices(&round->round.ballot);
    round->round.ballot = ballot;
    sum_votes(votes, &round->round.ballot);
    tracked_touch(process, &votes->tally);
}

static void touch_tally(struct process *process, struct round_entry *round) {
    tracked_touch(process, &votes_of(round)->tally);
}

static bool result_is_seen(const struct round *round) {
    return round->ballot.result == RESULT_OPEN || round->state == ROUND_STATE_CLOSED;
}

/* ---- votes ---- */

static enum reason judge_votes(const struct round *round, const struct voter *voter,
                               const struct event_vote_put *put) {
    size_t index;
    if (!find_choice(&round->ballot, put->choice, &index)) {
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
    if (put->votes > cap_of(&round->ballot)) {
        return REASON_OVER_CHOICE_CAP;
    }
    return total - before + put->votes > round->ballot.budget ? REASON_OVER_BUDGET : REASON_ABSENT;
}

static struct voter_entry *find_voter(const struct process *process, const struct round_entry *round,
                                      struct actor actor) {
    struct tracked *tracked = person_own_in(persons_find(&process->persons, actor), round, &votes_tracking);
    return tracked ? LIST_ENTRY(tracked, struct voter_entry, tracked) : NULL;
}

static enum reason judge_vote(const struct process *process, const struct event *event) {
    const struct event_vote_put *put = &event->body.vote_put;
    enum reason reason;
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_BALLOT, &reason);
    if (!round || (reason = round_judge_contributor(process, round, event)) != REASON_ABSENT) {
        return reason;
    }
    if (round->round.opened == 0) {
        return REASON_NOT_OPEN;
    }
    if (!round_takes(&round->round, event->at)) {
        return REASON_CLOSED;
    }
    const struct voter_entry *entry = find_voter(process, round, event->actor);
    reason = judge_votes(&round->round, entry ? &entry->voter : NULL, put);
    return reason == REASON_ABSENT ? persons_judge_bytes(process, event, round->session) : reason;
}

static uint64_t mix(uint64_t z) {
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u; /* the finish of splitmix64 */
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

/* A voter is one voter in one round; only the state's digest, which orders by it, has any use for this id. */
static struct id votes_id(struct id round, struct id author) {
    struct id id;
    for (size_t half = 0; half < 2; half++) {
        uint64_t hash = half + 1;
        for (size_t i = 0; i < sizeof id.bytes; i++) {
            hash = mix(hash + (uint64_t)round.bytes[i] * 256 + author.bytes[i]);
        }
        for (size_t i = 0; i < 8; i++) {
            id.bytes[half * 8 + i] = (uint8_t)(hash >> 8 * i);
        }
    }
    return id;
}

static struct voter_entry *add_voter(struct process *process, struct round_entry *round, struct actor actor) {
    struct votes *votes = votes_of(round);
    struct voter_entry *entry = memory_allocate(sizeof *entry);
    size_t choices = round->round.ballot.choices_count;
    votes->voters = memory_grow(votes->voters, &votes->capacity, votes->count + 1, sizeof(struct voter *));
    votes->voters[votes->count++] = &entry->voter;
    entry->round = round;
    entry->voter.author = actor;
    entry->voter.round = &round->round;
    entry->voter.votes = entry->votes = memory_allocate(choices * sizeof *entry->votes);
    entry->voter.revs = entry->revs = memory_allocate(choices * sizeof *entry->revs);
    tracked_init(&entry->tracked, &votes_tracking, votes_id(round->round.id, actor.id));
    person_add_own(persons_get(&process->persons, actor), round, &entry->tracked);
    return entry;
}

static struct tracked *apply_vote(struct process *process, const struct event *event) {
    const struct event_vote_put *put = &event->body.vote_put;
    struct round_entry *round = round_find(process, put->round);
    struct voter_entry *entry = find_voter(process, round, event->actor);
    size_t index = 0;
    if (!entry) {
        entry = add_voter(process, round, event->actor);
    }
    struct voter *voter = &entry->voter;
    find_choice(&round->round.ballot, put->choice, &index);
    bool had = voter->total > 0;
    struct choice_tally *sum = &votes_of(round)->sums[index];
    sum->votes += put->votes - entry->votes[index];
    sum->voters += (put->votes > 0) - (entry->votes[index] > 0);
    voter->total += put->votes - entry->votes[index];
    entry->votes[index] = put->votes;
    entry->revs[index] = put->rev;
    voter->consent = put->consent;
    voter->role = put->role;
    keep_str(&voter->organisation_type, put->organisation_type);
    process_mark_used(process, put->role);
    persons_count_bytes(process, event, round->session);
    round_count_contribution(round);
    tracked_touch(process, &entry->tracked);
    touch_tally(process, round);
    if (had != (voter->total > 0)) {
        round_count_answered(process, round, had ? -1 : 1);
    }
    return &entry->tracked;
}

/* Votes are never late: those that come behind the deadline keep the time that shows it. */
static bool complete(const struct process *process, const struct participant_entry *person, int64_t arrived,
                     struct event *event) {
    struct event_vote_put *put = &event->body.vote_put;
    enum reason reason;
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_BALLOT, &reason);
    if (!round) {
        return false;
    }
    struct bearings bearings = round_bearings(process, round, person);
    put->consent = bearings.consent;
    put->role = bearings.role;
    put->organisation_type = bearings.organisation_type;
    if (round->round.authorship != AUTHORSHIP_ANONYMOUS || round->round.opened == 0 ||
        !round_takes(&round->round, arrived)) {
        return false;
    }
    event->at = round->round.opened;
    return true;
}

static const struct handler handlers[] = {
    {EVENT_VOTE_PUT, BY_CONTRIBUTOR, judge_vote, apply_vote},
    {EVENT_ABSENT, 0, NULL, NULL},
};

/* ---- what is seen ---- */

static const struct round_entry *round_of_tally(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct votes, tally)->round;
}

static unsigned tally_seen_by(const struct process *process, const struct tracked *tracked) {
    const struct round *round = &round_of_tally(tracked)->round;
    (void)process;
    if (round->removed || round->opened == 0) {
        return 0;
    }
    return result_is_seen(round) ? SEEN_BY_ALL : SEEN_BY_HOST;
}

static struct place tally_place(const struct tracked *tracked) {
    return round_place(&round_of_tally(tracked)->round);
}

/* While the result is hidden it is not in what is sent, to nobody: hosts get the number of voters alone,
 * where the round says it too (in a small room it would say who has not voted). */
static void fill_tally(const struct process *process, const struct tracked *tracked, enum view view,
                       struct arena *arena, struct entity *entity) {
    const struct round_entry *round = round_of_tally(tracked);
    const struct ballot_settings *ballot = &round->round.ballot;
    const struct votes *votes = votes_of(round);
    struct entity_tally *body = &entity->body.tally;
    (void)process, (void)arena;
    if (view != VIEW_STATE && !result_is_seen(&round->round)) {
        *body = (struct entity_tally){.voters = round->shown_answered};
        return;
    }
    *body = (struct entity_tally){.voters = round->answered};
    for (size_t i = 0; i < ballot->choices_count; i++) {
        body->votes += votes->sums[i].votes;
    }
    body->choices = votes->sums;
    body->choices_count = ballot->choices_count;
}

static unsigned votes_seen_by(const struct process *process, const struct tracked *tracked) {
    (void)process, (void)tracked;
    return 0;
}

static void fill_votes(const struct process *process, const struct tracked *tracked, enum view view,
                       struct arena *arena, struct entity *entity) {
    const struct voter_entry *entry = LIST_ENTRY(tracked, struct voter_entry, tracked);
    const struct ballot_settings *ballot = &entry->round->round.ballot;
    struct choice_votes *choices = arena_allocate_array(arena, ballot->choices_count, sizeof *choices);
    struct entity_votes *body = &entity->body.votes;
    (void)process;
    for (size_t i = 0; i < ballot->choices_count; i++) {
        choices[i] = (struct choice_votes){ballot->choices[i].id, entry->votes[i], entry->revs[i]};
    }
    *body = (struct entity_votes){
        .left = ballot->budget - entry->voter.total,
        .choices = choices,
        .choices_count = ballot->choices_count,
    };
    if (view != VIEW_STATE) {
        entity->id = entry->round->round.id;
        return;
    }
    char author[ACTOR_TEXT_SIZE];
    actor_format(entry->voter.author, author);
    body->round = entry->round->round.id;
    body->author = arena_copy(arena, str_of(author));
    body->consent = entry->voter.consent;
    body->role = entry->voter.role;
    body->organisation_type = entry->voter.organisation_type;
}

static const struct tracked_kind tally_tracking = {ENTITY_TALLY, tally_seen_by, tally_place, fill_tally,
                                                   NULL};
static const struct tracked_kind votes_tracking = {ENTITY_VOTES, votes_seen_by, NULL, fill_votes, NULL};

static void sight_changed(struct process *process, struct round_entry *round) {
    (void)process, (void)round; /* who sees the result hangs on other things */
}

static void finish(struct round_entry *round) {
    struct votes *votes = votes_of(round);
    for (size_t i = 0; i < votes->count; i++) {
        struct voter_entry *entry = entry_of(votes->voters[i]);
        memory_free(entry->votes);
        memory_free(entry->revs);
        memory_free_str(&entry->voter.organisation_type);
        memory_free(entry);
    }
    free_choices(&round->round.ballot);
    tracked_forget(&votes->tally);
    memory_free(votes->voters);
    memory_free(votes->sums);
    memory_free(votes);
    round->data = NULL;
}

const struct round_kind ballot_round_kind = {
    .form = ROUND_FORM_BALLOT,
    .reveals = false,
    .judge_settings = judge_settings,
    .begin = begin,
    .apply_settings = apply_settings,
    .sight_changed = sight_changed,
    .state_changed = touch_tally,
    .due = NULL,
    .refused = NULL,
    .complete = complete,
    .end = NULL,
    .finish = finish,
    .handlers = handlers,
};

const struct voter *const *process_voters(const struct process *process, const struct round *round,
                                          size_t *count) {
    const struct round_entry *entry = round_find(process, round->id);
    const struct votes *votes = entry && entry->kind == &ballot_round_kind ? votes_of(entry) : NULL;
    *count = votes ? votes->count : 0;
    return votes ? votes->voters : NULL;
}
