/* What there is of everything, and how much of it this record has: total is the documentation's and the
 * screens' number, included + withheld = total. */
#include "transcript/pictures.h"
#include "transcript/themes.h"
#include "transcript/words.h"

static const struct column columns[] = {
    {"in_table", CELL_TEXT, BOTH_VIEWS, "the table whose content is counted",
     "tabellen vars innehåll räknas"},
    {"what", CELL_TEXT, BOTH_VIEWS,
     "participants, notes, voters, votes, answers, entries (of a diary), steps, sortings (notes in themes), "
     "pictures, erasures or persons (who wrote or answered anything)",
     "participants (deltagare), notes (lappar), voters (röstande), votes (röster), answers (svar), entries "
     "(anteckningar i en dagbok), steps (nästa steg), sortings (lappar i teman), pictures (bilder), "
     "erasures (raderingar) eller persons (som skrev eller svarade något)"},
    {"session", CELL_ID, BOTH_VIEWS, "of which session", "i vilket tillfälle"},
    {"round", CELL_ID, BOTH_VIEWS, "in which round", "i vilket moment"},
    {"list", CELL_ID, BOTH_VIEWS, "in which list of words, or on which board",
     "i vilken ordlista, eller på vilken vägg"},
    {"total", CELL_COUNT, BOTH_VIEWS, "how many there are", "hur många det finns"},
    {"included", CELL_COUNT, BOTH_VIEWS, "how many of them are in this record",
     "hur många av dem som finns här"},
    {"withheld", CELL_COUNT, BOTH_VIEWS, "how many are not: nobody consented to their use in research",
     "hur många som inte gör det: samtycke till forskning saknas"},
};

struct total {
    const char *table, *what;
    struct id session, round, list;
    int64_t total, included;
};

static void put(struct record *record, const struct total *total) {
    record_text(record, str_of(total->table));
    record_text(record, str_of(total->what));
    record_id(record, total->session);
    record_id(record, total->round);
    record_id(record, total->list);
    record_count(record, total->total);
    record_count(record, total->included);
    record_count(record, total->total - total->included);
    record_end_row(record);
}

static void put_participants(struct record *record, const struct session *session) {
    size_t count;
    const struct participant *const *persons = process_participants(record->process, &count);
    struct total total = {.table = "participants", .what = "participants", .session = session->id};
    for (size_t i = 0; i < count; i++) {
        if (participant_has_joined(persons[i], session->id)) {
            total.total++;
            total.included += record_has_person(record, persons[i], session->id);
        }
    }
    put(record, &total);
}

static void put_notes(struct record *record, const struct round *round) {
    size_t count;
    const struct note *const *notes = process_notes(record->process, round, &count);
    struct total total = {.table = "notes", .what = "notes", .session = round->session, .round = round->id};
    for (size_t i = 0; i < count; i++) {
        total.total += note_is_on_record(notes[i]);
        total.included += record_has_note(record, notes[i]);
    }
    put(record, &total);
}

static void put_diary(struct record *record, const struct round *round) {
    size_t count;
    const struct diary_page *pages = process_diary(record->process, round, &record->arena, &count);
    struct total total = {.table = "diary", .what = "entries", .session = round->session, .round = round->id};
    total.total = (int64_t)count;
    for (size_t i = 0; i < count; i++) {
        total.included += record_has_page(record, &pages[i]);
    }
    put(record, &total);
    arena_reset(&record->arena);
}

/* While a hidden result may not be seen, screens say how many have voted where many have joined. */
static bool shows_voters(const struct record *record, const struct round *round) {
    const struct session *session = process_session(record->process, round->session);
    return record_shows_votes(round) ||
           (!record_is_research(record) && session && session->joined >= PROCESS_SAY_MOST_BELOW);
}

/* Who raises a hand is not asked about research, so in its material no hand is. */
static void add_hands(const struct record *record, const struct round *round, struct total *persons,
                      struct total *votes) {
    const struct hands *hands = process_hands(record->process, round);
    int64_t raised = 0;
    for (size_t i = 0; hands && i < round->ballot.choices_count; i++) {
        raised += hands->votes[i];
    }
    int64_t people = hands ? hands->people : 0;
    persons->total += people;
    votes->total += raised;
    if (!record_is_research(record)) {
        persons->included += people;
        votes->included += raised;
    }
}

/* Of a ballot, or the answers of a scale. */
static void put_votes(struct record *record, const struct round *round) {
    size_t count;
    if (!shows_voters(record, round)) {
        return;
    }
    const struct voter *const *voters = process_voters(record->process, round, &count);
    bool is_scale = round->form == ROUND_FORM_SCALE;
    struct total persons = {.table = is_scale ? "answers" : "votes",
                            .what = is_scale ? "persons" : "voters",
                            .session = round->session,
                            .round = round->id};
    struct total votes = persons;
    votes.what = votes.table;
    for (size_t i = 0; i < count; i++) {
        bool has = record_has_voter(record, voters[i]);
        persons.total += voters[i]->total > 0;
        persons.included += has;
        votes.total += voters[i]->total;
        votes.included += has ? voters[i]->total : 0;
    }
    add_hands(record, round, &persons, &votes);
    put(record, &persons);
    if (record_shows_votes(round)) {
        put(record, &votes);
    }
}

static void put_steps(struct record *record) {
    struct total total = {.table = "steps", .what = "steps", .session = record->session};
    for (size_t i = 0; i < process_step_count(record->process); i++) {
        const struct step *step = process_step_at(record->process, i);
        total.total += record_shows_step(record, step);
        total.included += record_has_step(record, step);
    }
    put(record, &total);
}

static void put_pictures(struct record *record, const struct session *session) {
    size_t count;
    struct total total = {.table = "pictures", .what = "pictures", .session = session->id};
    const struct picture *const *pictures = record_pictures(record, &count);
    for (size_t i = 0; i < count; i++) {
        total.total += id_equal(pictures[i]->session, session->id);
    }
    total.included = record_is_research(record) ? 0 : total.total;
    if (total.total > 0) {
        put(record, &total);
    }
    arena_reset(&record->arena);
}

static void put_words(struct record *record, const struct word_list *list) {
    struct words_view all, included;
    record_count_words(record, list, true, &record->arena, &all);
    if (record_is_research(record)) {
        record_count_words(record, list, false, &record->arena, &included);
    } else {
        included = all;
    }
    put(record, &(struct total){.table = "words",
                                .what = "persons",
                                .list = list->id,
                                .total = all.result.persons,
                                .included = included.result.persons});
    arena_reset(&record->arena);
}

static void put_sortings(struct record *record, const struct board *board) {
    for (size_t i = 0; i < board->round_count; i++) {
        const struct round *round = process_round(record->process, board->rounds[i]);
        struct total total = {.table = "sortings",
                              .what = "sortings",
                              .session = round->session,
                              .round = round->id,
                              .list = board->id};
        if (!round->removed && record_has_session(record, round->session)) {
            record_count_sortings(record, board, round, &total.total, &total.included);
            put(record, &total);
        }
    }
}

/* They are in the documentation alone. */
static void put_erasures(struct record *record) {
    struct total total = {.table = "erasures", .what = "erasures", .session = record->session};
    for (size_t i = 0; i < process_erasure_count(record->process); i++) {
        total.total += record_has_erasure(record, process_erasure_at(record->process, i));
    }
    total.included = total.total;
    if (total.total > 0) {
        put(record, &total);
    }
}

static void fill(struct record *record) {
    size_t count;
    const struct session *const *sessions = process_sessions(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (record_has_session(record, sessions[i]->id)) {
            put_participants(record, sessions[i]);
            put_pictures(record, sessions[i]);
        }
    }
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (!record_has_session(record, rounds[i]->session)) {
            continue;
        }
        if (rounds[i]->form == ROUND_FORM_NOTES) {
            put_notes(record, rounds[i]);
        } else if (rounds[i]->form == ROUND_FORM_BALLOT || rounds[i]->form == ROUND_FORM_SCALE) {
            put_votes(record, rounds[i]);
        } else if (rounds[i]->form == ROUND_FORM_DIARY) {
            put_diary(record, rounds[i]);
        }
    }
    put_steps(record);
    put_erasures(record);
    const struct word_list *const *lists = process_word_lists(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (record_has_list(record, lists[i])) {
            put_words(record, lists[i]);
        }
    }
    const struct board *const *boards = process_boards(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (record_has_board(record, boards[i])) {
            put_sortings(record, boards[i]);
        }
    }
}

const struct table totals_table = {"totals",
                                   columns,
                                   COUNT_OF(columns),
                                   "a number of the whole, and how much of it is in this record",
                                   "ett antal totalt, och hur mycket av det som finns här",
                                   fill};
