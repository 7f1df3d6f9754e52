/* Which questions have a column in the wide sheet. In research material all do that have contributions of
 * persons; in the documentation those alone whose promise says that the answers show who answered, and of
 * these notes and diaries, since votes and answers stand there as sums. */
#include "transcript/wide_columns.h"

#include <string.h>

#include "base/random.h"
#include "records/shapes.h"
#include "transcript/wide.h"

struct list {
    struct arena *arena;
    struct wide_question *questions;
    size_t count, most;
};

static void add(struct list *list, struct wide_question question, int64_t place) {
    if (list->count == list->most) {
        return;
    }
    question.name =
        question.number == 0
            ? arena_format(list->arena, "q%lld", (long long)place).data
            : arena_format(list->arena, "q%lld_%lld", (long long)place, (long long)question.number).data;
    list->questions[list->count++] = question;
}

static void add_choices(struct list *list, const struct round *round, int64_t place) {
    for (size_t i = 0; i < round->ballot.choices_count; i++) {
        const struct choice *choice = &round->ballot.choices[i];
        add(list, (struct wide_question){round, choice->id, choice->text, (int64_t)i + 1, NULL}, place);
    }
}

static void add_statements(struct list *list, const struct round *round, int64_t place) {
    for (size_t i = 0; i < round->scale.statements_count; i++) {
        const struct statement *statement = &round->scale.statements[i];
        add(list, (struct wide_question){round, statement->id, statement->text, (int64_t)i + 1, NULL}, place);
    }
}

static bool says_who(const struct record *record, const struct round *round) {
    return record_is_research(record) || round->authorship == AUTHORSHIP_NAMED ||
           (round->authorship == AUTHORSHIP_ORGANISATION && round->form == ROUND_FORM_NOTES);
}

static void add_round(struct record *record, struct list *list, const struct round *round, int64_t place) {
    bool has_votes = record_is_research(record) && record_shows_votes(round);
    switch (round->form) {
    case ROUND_FORM_NOTES:
    case ROUND_FORM_DIARY:
        if (says_who(record, round)) {
            add(list, (struct wide_question){.round = round}, place);
        }
        break;
    case ROUND_FORM_BALLOT:
        if (has_votes) {
            add_choices(list, round, place);
        }
        break;
    case ROUND_FORM_SCALE:
        if (has_votes) {
            add_statements(list, round, place);
        }
        break;
    default:
        break;
    }
}

static size_t most_of(const struct round *const *rounds, size_t count) {
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most += 1 + rounds[i]->ballot.choices_count + rounds[i]->scale.statements_count;
    }
    return most;
}

static void list_rounds(struct wide_questions *questions, struct record *record) {
    const size_t most = WIDE_MOST_COLUMNS - WIDE_LEADS;
    size_t round_count;
    int64_t place = 0;
    const struct round *const *rounds = process_rounds(record->process, &round_count);
    size_t all = most_of(rounds, round_count);
    struct list list = {.arena = &questions->arena, .most = most < all ? most : all};
    list.questions = arena_allocate_array(list.arena, list.most, sizeof *list.questions);
    for (size_t i = 0; i < round_count; i++) {
        if (record_has_session(record, rounds[i]->session)) {
            add_round(record, &list, rounds[i], ++place);
        }
    }
    questions->list = list.questions;
    questions->count = list.count;
}

enum { PART_KEY = 2 * sizeof(struct id) };

static void part_key(struct id round, struct id part, uint8_t key[PART_KEY]) {
    memcpy(key, round.bytes, sizeof round.bytes);
    memcpy(key + sizeof round.bytes, part.bytes, sizeof part.bytes);
}

void wide_questions_init(struct wide_questions *questions, struct record *record) {
    uint8_t key[PART_KEY];
    *questions = (struct wide_questions){0};
    arena_init(&questions->arena);
    map_init(&questions->by_part, random_map_seed());
    list_rounds(questions, record);
    for (size_t i = 0; i < questions->count; i++) {
        part_key(questions->list[i].round->id, questions->list[i].part, key);
        map_put(&questions->by_part, key, sizeof key, &questions->list[i]);
    }
}

void wide_questions_finish(struct wide_questions *questions) {
    map_finish(&questions->by_part);
    arena_finish(&questions->arena);
}

const struct wide_question *wide_questions_find(const struct wide_questions *questions, struct id round,
                                                struct id part) {
    uint8_t key[PART_KEY];
    part_key(round, part, key);
    return map_find(&questions->by_part, key, sizeof key);
}

/* ---- the table ---- */

static const struct column columns[] = {
    {"column", CELL_TEXT, BOTH_VIEWS,
     "the column of wide: q and the round's place in rounds, from 1; behind _ "
     "the place of the choice or statement",
     "kolumnen i wide: q och momentets plats i rounds, från 1; efter _ alternativets eller påståendets "
     "plats"},
    {"scope", CELL_ID, BOTH_VIEWS, "the scope in which its rows are the same persons, as in rounds",
     "det inom vilket raderna är samma personer, som i rounds"},
    {"round", CELL_ID, BOTH_VIEWS, "the round", "momentet"},
    {"session", CELL_ID, BOTH_VIEWS, "its session", "tillfället"},
    {"form", CELL_TEXT, BOTH_VIEWS, "notes, ballot (votes), scale (steps) or diary",
     "notes (lappar), ballot (röster), scale (steg) eller diary (dagbok)"},
    {"question", CELL_TEXT, BOTH_VIEWS, "what was asked", "frågan"},
    {"part", CELL_ID, BOTH_VIEWS, "the choice or statement", "alternativet eller påståendet"},
    {"part_text", CELL_TEXT, BOTH_VIEWS, "its text", "dess text"},
};

static void fill(struct record *record) {
    struct wide_questions questions;
    wide_questions_init(&questions, record);
    for (size_t i = 0; i < questions.count && !record->stopped; i++) {
        const struct round *round = questions.list[i].round;
        record_text(record, str_of(questions.list[i].name));
        record_id(record, round->scope);
        record_id(record, round->id);
        record_id(record, round->session);
        record_text(record, enumeration_text(&enumeration_round_form, round->form));
        record_text(record, round->question);
        record_id(record, questions.list[i].part);
        record_text(record, questions.list[i].part_text);
        record_end_row(record);
    }
    wide_questions_finish(&questions);
}

const struct table wide_columns_table = {"wide_columns",
                                         columns,
                                         COUNT_OF(columns),
                                         "one column of the sheet wide",
                                         "en kolumn i bladet wide",
                                         fill};
