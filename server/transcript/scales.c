/* Scales: their statements, and how people stand to them: in the documentation summed for each step, as on
 * the screen; in research material one row for a person and a statement. Nowhere while a hidden result may
 * not be seen. */
#include "transcript/authors.h"
#include "transcript/tables.h"

static const struct column statement_columns[] = {
    {"statement", CELL_ID, BOTH_VIEWS, "the statement's id", "påståendets id"},
    {"round", CELL_ID, BOTH_VIEWS, "the scale it stands in", "skalan det står i"},
    {"number", CELL_COUNT, BOTH_VIEWS, "its place in the list, from 1", "dess plats i listan, från 1"},
    {"key", CELL_TEXT, BOTH_VIEWS, "the same in every copy of the scale", "densamma i varje kopia av skalan"},
    {"text", CELL_TEXT, BOTH_VIEWS, "what people took a stand on", "det man tog ställning till"},
    {"steps", CELL_COUNT, BOTH_VIEWS, "how many steps the scale has", "hur många steg skalan har"},
    {"low", CELL_TEXT, BOTH_VIEWS, "what the first step is called", "vad första steget heter"},
    {"high", CELL_TEXT, BOTH_VIEWS, "what the last step is called", "vad sista steget heter"},
};

static bool is_scale(const struct record *record, const struct round *round) {
    return round->form == ROUND_FORM_SCALE && record_has_round(record, round);
}

static void put_statements(struct record *record, const struct round *round) {
    const struct scale_settings *scale = &round->scale;
    for (size_t i = 0; i < scale->statements_count && !record->stopped; i++) {
        record_id(record, scale->statements[i].id);
        record_id(record, round->id);
        record_count(record, (int64_t)i + 1);
        record_text(record, scale->statements[i].key);
        record_text(record, scale->statements[i].text);
        record_count(record, scale->steps);
        record_text(record, scale->low);
        record_text(record, scale->high);
        record_end_row(record);
    }
}

static void fill_statements(struct record *record) {
    size_t count;
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (is_scale(record, rounds[i])) {
            put_statements(record, rounds[i]);
        }
    }
}

const struct table statements_table = {"statements",
                                       statement_columns,
                                       COUNT_OF(statement_columns),
                                       "one statement of a scale",
                                       "ett påstående i en skala",
                                       fill_statements};

static const struct column answer_columns[] = {
    {"round", CELL_ID, BOTH_VIEWS, "the scale", "skalan"},
    {"statement", CELL_ID, BOTH_VIEWS, "the statement", "påståendet"},
    {"text", CELL_TEXT, BOTH_VIEWS, "the statement's text", "påståendets text"},
    {"step", CELL_COUNT, BOTH_VIEWS,
     "the step, from 1: of a sum (documentation), or this person's (research material)",
     "steget, från 1: det som summeras (dokumentation) eller den här personens (forskningsmaterial)"},
    {"persons", CELL_COUNT, DOCUMENTATION_ONLY,
     "how many chose it, as on the screens; empty where too few have answered the statement",
     "hur många som valde det, som på skärmarna; tomt där för få har svarat på påståendet"},
    {"author", CELL_TEXT, RESEARCH_ONLY, "the person's label, as in notes",
     "personens beteckning, som i notes"},
    {"role", CELL_TEXT, RESEARCH_ONLY, "the person's role, as in notes", "personens roll, som i notes"},
    {"organisation_type", CELL_TEXT, RESEARCH_ONLY, "the kind of the person's organisation, as in notes",
     "slag av organisation, som i notes"},
};

static void put_place(struct record *record, const struct round *round, size_t statement, int64_t step) {
    record_id(record, round->id);
    record_id(record, round->scale.statements[statement].id);
    record_text(record, round->scale.statements[statement].text);
    record_count(record, step);
}

static void put_sums(struct record *record, const struct round *round, size_t statement) {
    int64_t *sums = arena_allocate_array(&record->arena, (size_t)round->scale.steps, sizeof *sums);
    bool told = process_scale_counts(record->process, round, statement, sums);
    for (int64_t step = 1; step <= round->scale.steps && !record->stopped; step++) {
        put_place(record, round, statement, step);
        if (told) {
            record_count(record, sums[step - 1]);
        } else {
            record_nothing(record);
        }
        record_nothings(record, 3);
        record_end_row(record);
    }
}

static void put_person(struct record *record, const struct round *round,
                       const struct numbered_voter *numbered) {
    const struct voter *voter = numbered->voter;
    for (size_t i = 0; i < round->scale.statements_count && !record->stopped; i++) {
        if (voter->votes[i] == 0) {
            continue;
        }
        put_place(record, round, i, voter->votes[i]);
        record_nothing(record);
        record_text(record, numbered->label);
        record_text(record, record_role(record, voter->role));
        record_text(record, voter->organisation_type);
        record_end_row(record);
    }
}

static void put_persons(struct record *record, const struct round *round) {
    size_t count;
    const struct numbered_voter *persons = authors_voters(record, round, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        put_person(record, round, &persons[i]);
    }
}

static void fill_answers(struct record *record) {
    size_t count;
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (!is_scale(record, rounds[i]) || !record_shows_votes(rounds[i])) {
            continue;
        }
        if (record_is_research(record)) {
            put_persons(record, rounds[i]);
        }
        for (size_t j = 0; j < rounds[i]->scale.statements_count && !record_is_research(record); j++) {
            put_sums(record, rounds[i], j);
        }
        arena_reset(&record->arena);
    }
}

const struct table answers_table = {
    "answers",
    answer_columns,
    COUNT_OF(answer_columns),
    "the answers to one statement: how many chose a step (documentation), or one person's (research "
    "material)",
    "svaren på ett påstående: hur många som valde ett steg (dokumentation) eller en persons "
    "(forskningsmaterial)",
    fill_answers};
