/* Raised hands: how many people voted without a device, and for what. The facilitator counts them while the
 * ballot is open; each of these people is one voter among those with phones. */
#include "base/memory.h"
#include "core/rounds/ballot.h"

static enum reason judge_choices(const struct ballot_settings *ballot, const struct event_hands_put *put) {
    int64_t sum = 0;
    for (size_t i = 0; i < put->choices_count; i++) {
        const struct choice_hands *choice = &put->choices[i];
        size_t index;
        if (!ballot_find_choice(ballot, choice->id, &index)) {
            return REASON_UNKNOWN_CHOICE;
        }
        for (size_t j = 0; j < i; j++) {
            if (id_equal(put->choices[j].id, choice->id)) {
                return REASON_WRONG_FORM;
            }
        }
        if (choice->votes < 0 || choice->votes > put->people * ballot->budget) {
            return REASON_OVER_BUDGET;
        }
        if (choice->votes > put->people * ballot_cap(ballot)) {
            return REASON_OVER_CHOICE_CAP;
        }
        sum += choice->votes;
    }
    return sum > put->people * ballot->budget ? REASON_OVER_BUDGET : REASON_ABSENT;
}

enum reason hands_judge(const struct process *process, const struct event *event) {
    const struct event_hands_put *put = &event->body.hands_put;
    enum reason reason;
    const struct round_entry *round = round_find_form(process, put->round, ROUND_FORM_BALLOT, &reason);
    if (!round || (reason = round_judge_time(&round->round, event->at)) != REASON_ABSENT) {
        return reason;
    }
    if (base_is_stale(process, put->base, votes_of(round)->hands_changed)) {
        return REASON_STALE;
    }
    if (put->people < 0 || put->people > PROCESS_PARTICIPANTS) {
        return REASON_TOO_MANY;
    }
    return judge_choices(&round->round.ballot, put);
}

struct tracked *hands_apply(struct process *process, const struct event *event) {
    const struct event_hands_put *put = &event->body.hands_put;
    struct round_entry *round = round_find(process, put->round);
    struct votes *votes = votes_of(round);
    const struct ballot_settings *ballot = &round->round.ballot;
    int64_t before = votes->hands.people;
    memory_free(votes->hands_votes);
    votes->hands.votes = votes->hands_votes =
        memory_allocate(ballot->choices_count * sizeof *votes->hands_votes);
    for (size_t i = 0; i < put->choices_count; i++) {
        size_t index = 0;
        ballot_find_choice(ballot, put->choices[i].id, &index);
        votes->hands_votes[index] = put->choices[i].votes;
    }
    votes->hands.people = put->people;
    votes->hands_changed = event->seq;
    round_count_contribution(round);
    tracked_touch(process, &votes->hands_tracked);
    tracked_touch(process, &votes->sheet.tally);
    round_count_entered(process, round, put->people - before);
    return &votes->hands_tracked;
}

/* ---- what is seen ---- */

static const struct votes *votes_of_hands(const struct tracked *tracked) {
    return LIST_ENTRY(tracked, struct votes, hands_tracked);
}

static unsigned seen_by(const struct process *process, const struct tracked *tracked) {
    const struct round *round = &votes_of_hands(tracked)->sheet.round->round;
    (void)process;
    return round->removed ? 0 : SEEN_BY_HOST;
}

static struct place place(const struct tracked *tracked) {
    return round_place(&votes_of_hands(tracked)->sheet.round->round);
}

static void fill(const struct process *process, const struct tracked *tracked, enum view view,
                 struct arena *arena, struct entity *entity) {
    const struct votes *votes = votes_of_hands(tracked);
    const struct ballot_settings *ballot = &votes->sheet.round->round.ballot;
    struct choice_hands *choices = arena_allocate_array(arena, ballot->choices_count, sizeof *choices);
    (void)process, (void)view;
    for (size_t i = 0; i < ballot->choices_count; i++) {
        choices[i] = (struct choice_hands){ballot->choices[i].id, votes->hands_votes[i]};
    }
    entity->body.hands = (struct entity_hands){votes->hands.people, choices, ballot->choices_count};
}

const struct tracked_kind hands_tracking = {ENTITY_HANDS, seen_by, place, fill, NULL};

const struct hands *process_hands(const struct process *process, const struct round *round) {
    const struct round_entry *entry = round_find(process, round->id);
    return entry && entry->kind == &ballot_round_kind ? &votes_of(entry)->hands : NULL;
}
