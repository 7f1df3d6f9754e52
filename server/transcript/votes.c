/* The votes: in the documentation as on the screen, summed for each choice; in research material one row for
 * a voter and a choice, in an order that says nothing. Nowhere while a hidden result may not be seen. */
#include "transcript/authors.h"
#include "transcript/cut.h"
#include "transcript/tables.h"

static const struct column columns[] = {
    {"round", CELL_ID, BOTH_VIEWS, "the ballot", "omröstningen"},
    {"choice", CELL_ID, BOTH_VIEWS, "the choice", "alternativet"},
    {"text", CELL_TEXT, BOTH_VIEWS, "the choice's text", "alternativets text"},
    {"votes", CELL_COUNT, BOTH_VIEWS,
     "votes on it: of all (documentation), or of this voter (research material)",
     "röster på det: allas (dokumentation) eller den här röstandes (forskningsmaterial)"},
    {"voters", CELL_COUNT, DOCUMENTATION_ONLY, "how many voted for it, raised hands apart",
     "hur många som röstade på det, handuppräckning oräknad"},
    {"author", CELL_TEXT, RESEARCH_ONLY, "the voter's label, as in notes",
     "den röstandes beteckning, som i notes"},
    {"role", CELL_TEXT, RESEARCH_ONLY, "the voter's role, as in notes", "den röstandes roll, som i notes"},
    {"organisation_type", CELL_TEXT, RESEARCH_ONLY, "the kind of the voter's organisation, as in notes",
     "slag av organisation, som i notes"},
    {"hands", CELL_COUNT, DOCUMENTATION_ONLY, "of the votes, those by raised hands",
     "av rösterna, de med handuppräckning"},
    {"cut", CELL_TEXT, DOCUMENTATION_ONLY,
     "chosen, tied (with others on the line, more than there is room for) or out; empty where nothing is "
     "cut, "
     "and until the ballot has closed",
     "chosen (valt), tied (lika med andra vid strecket, fler än som får plats) eller out (inte valt); tomt "
     "om inget streck dras, och tills omröstningen är avslutad"},
};

static void put_choice(struct record *record, const struct round *round, size_t choice) {
    record_id(record, round->id);
    record_id(record, round->ballot.choices[choice].id);
    record_text(record, round->ballot.choices[choice].text);
}

static struct str cut_text(enum cut_side side) {
    static const char *const names[] = {[CUT_CHOSEN] = "chosen", [CUT_TIED] = "tied", [CUT_OUT] = "out"};
    return side == CUT_NONE ? (struct str){0} : str_of(names[side]);
}

static void put_tally(struct record *record, const struct round *round) {
    size_t count;
    const struct voter *const *voters = process_voters(record->process, round, &count);
    const struct hands *hands = process_hands(record->process, round);
    size_t choice_count = round->ballot.choices_count;
    int64_t cut = round->state == ROUND_STATE_CLOSED ? round->ballot.cut : 0;
    int64_t *votes = arena_allocate_array(&record->arena, choice_count, sizeof *votes);
    for (size_t choice = 0; choice < choice_count; choice++) {
        votes[choice] = hands->votes[choice];
        for (size_t i = 0; i < count; i++) {
            votes[choice] += voters[i]->votes[choice];
        }
    }
    for (size_t choice = 0; choice < choice_count && !record->stopped; choice++) {
        int64_t voted = 0;
        for (size_t i = 0; i < count; i++) {
            voted += voters[i]->votes[choice] > 0;
        }
        put_choice(record, round, choice);
        record_count(record, votes[choice]);
        record_count(record, voted);
        record_nothings(record, 3);
        record_count(record, hands->votes[choice]);
        record_text(record, cut_text(cut_side_of(votes, choice_count, cut, choice)));
        record_end_row(record);
    }
}

static void put_voter(struct record *record, const struct round *round,
                      const struct numbered_voter *numbered) {
    const struct voter *voter = numbered->voter;
    for (size_t choice = 0; choice < round->ballot.choices_count && !record->stopped; choice++) {
        if (voter->votes[choice] == 0) {
            continue;
        }
        put_choice(record, round, choice);
        record_count(record, voter->votes[choice]);
        record_nothing(record);
        record_text(record, numbered->label);
        record_text(record, record_role(record, voter->role));
        record_text(record, voter->organisation_type);
        record_nothings(record, 2);
        record_end_row(record);
    }
}

static void put_voters(struct record *record, const struct round *round) {
    size_t count;
    const struct numbered_voter *voters = authors_voters(record, round, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        put_voter(record, round, &voters[i]);
    }
}

static void fill(struct record *record) {
    size_t count;
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct round *round = rounds[i];
        if (round->form != ROUND_FORM_BALLOT || !record_has_round(record, round) ||
            !record_shows_votes(round)) {
            continue;
        }
        if (record_is_research(record)) {
            put_voters(record, round);
        } else {
            put_tally(record, round);
        }
        arena_reset(&record->arena);
    }
}

const struct table votes_table = {
    "votes",
    columns,
    COUNT_OF(columns),
    "the votes on one choice: of all (documentation), or of one voter (research material)",
    "rösterna på ett alternativ: allas (dokumentation) eller en röstandes "
    "(forskningsmaterial)",
    fill};
