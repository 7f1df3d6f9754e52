#include "transcript/tables.h"

#include <assert.h>
#include <string.h>

#include "transcript/authors.h"

/* A row a line, however many there are. */
/* clang-format off */
const struct table *const record_tables[] = {
    &sessions_table,
    &items_table,
    &marks_table,
    &stages_table,
    &actions_table,
    &field_notes_table,
    &materials_table,
    &pictures_table,
    &rounds_table,
    &wordings_table,
    &choices_table,
    &statements_table,
    &participants_table,
    &groups_table,
    &seats_table,
    &holdings_table,
    &notes_table,
    &votes_table,
    &answers_table,
    &diary_table,
    &words_table,
    &themes_table,
    &sortings_table,
    &comparisons_table,
    &entries_table,
    &steps_table,
    &erasures_table,
    &studies_table,
    &totals_table,
    NULL,
};
/* clang-format on */

void record_init(struct record *record, const struct process *process, enum record_view view,
                 struct id session) {
    *record = (struct record){.process = process, .view = view, .session = session};
    arena_init(&record->arena);
    record->authors = authors_create(record);
}

void record_finish(struct record *record) {
    authors_destroy(record->authors);
    arena_finish(&record->arena);
}

bool record_walk(struct record *record, const struct table *table,
                 bool (*each)(void *context, const struct table *table, const struct cell *cells),
                 void *context) {
    assert(table->column_count <= TABLE_COLUMNS);
    record->table = table;
    record->each = each;
    record->context = context;
    record->stopped = false;
    record->cell_count = 0;
    table->fill(record);
    arena_reset(&record->arena);
    return !record->stopped;
}

bool record_walk_round(struct record *record, const struct table *table, const struct round *round,
                       bool (*each)(void *context, const struct table *table, const struct cell *cells),
                       void *context) {
    record->round = round->id;
    bool ended = record_walk(record, table, each, context);
    record->round = (struct id){{0}};
    return ended;
}

const struct cell *record_cell(const struct table *table, const struct cell *cells, const char *column) {
    static const struct cell absent = {.kind = CELL_ABSENT};
    for (size_t i = 0; i < table->column_count; i++) {
        if (strcmp(table->columns[i].name, column) == 0) {
            return &cells[i];
        }
    }
    return &absent;
}

bool record_has_column(const struct record *record, const struct column *column) {
    return column->views == BOTH_VIEWS ||
           (column->views == RESEARCH_ONLY) == (record->view == RECORD_VIEW_RESEARCH);
}

bool record_has_table(const struct record *record, const struct table *table) {
    bool has = false;
    for (size_t i = 0; i < table->column_count; i++) {
        has = has || record_has_column(record, &table->columns[i]);
    }
    return has;
}

static void put(struct record *record, struct cell cell) {
    assert(record->cell_count < record->table->column_count);
    assert(cell.kind == CELL_ABSENT || cell.kind == record->table->columns[record->cell_count].kind);
    record->cells[record->cell_count++] = cell;
}

void record_text(struct record *record, struct str text) {
    put(record, (struct cell){.kind = str_is_absent(text) ? CELL_ABSENT : CELL_TEXT, .text = text});
}

void record_said(struct record *record, struct str text) {
    record_text(record, str_is_empty(text) ? (struct str){0} : text);
}

void record_id(struct record *record, struct id id) {
    put(record, (struct cell){.kind = id_is_none(id) ? CELL_ABSENT : CELL_ID, .id = id});
}

void record_count(struct record *record, int64_t count) {
    put(record, (struct cell){.kind = CELL_COUNT, .number = count});
}

void record_time(struct record *record, int64_t milliseconds) {
    put(record, (struct cell){.kind = milliseconds == 0 ? CELL_ABSENT : CELL_TIME, .number = milliseconds});
}

void record_flag(struct record *record, bool flag) {
    put(record, (struct cell){.kind = CELL_FLAG, .number = flag});
}

void record_nothing(struct record *record) {
    put(record, (struct cell){.kind = CELL_ABSENT});
}

void record_nothings(struct record *record, int count) {
    for (int i = 0; i < count; i++) {
        record_nothing(record);
    }
}

void record_end_row(struct record *record) {
    assert(record->cell_count == record->table->column_count);
    record->cell_count = 0;
    if (!record->stopped) {
        record->stopped = !record->each(record->context, record->table, record->cells);
    }
}

bool record_is_research(const struct record *record) {
    return record->view == RECORD_VIEW_RESEARCH;
}

bool record_has_session(const struct record *record, struct id session) {
    return id_is_none(record->session) ? id_is_none(session) || process_session(record->process, session)
                                       : id_equal(record->session, session);
}

bool record_has_round(const struct record *record, const struct round *round) {
    bool is_asked = id_is_none(record->round) || id_equal(record->round, round->id);
    return is_asked && record_has_session(record, round->session);
}

void record_session(struct record *record, struct id session) {
    record_id(record, process_session(record->process, session) ? session : (struct id){0});
}

bool record_shows_votes(const struct round *round) {
    enum result result = round->form == ROUND_FORM_SCALE ? round->scale.result : round->ballot.result;
    return result == RESULT_OPEN || round->state == ROUND_STATE_CLOSED;
}

struct research record_research(const struct record *record) {
    return (struct research){.only = record_is_research(record), .study = record->study};
}

bool record_has_person(const struct record *record, const struct participant *person, struct id session) {
    struct research research = record_research(record);
    return research_has_person(record->process, &research, session, person);
}

bool record_has_note(const struct record *record, const struct note *note) {
    struct research research = record_research(record);
    return note_is_on_record(note) && research_has_note(record->process, &research, note);
}

bool record_has_voter(const struct record *record, const struct voter *voter) {
    struct research research = record_research(record);
    return voter->total > 0 &&
           research_has(record->process, &research, voter->round->session, voter->consent, voter->studies);
}

bool record_has_page(const struct record *record, const struct diary_page *page) {
    struct research research = record_research(record);
    return research_has(record->process, &research, page->round->session, page->consent, page->studies);
}

bool record_shows_step(const struct record *record, const struct step *step) {
    bool is_of_all = id_is_none(record->session);
    return step_is_shared(step) && (is_of_all || record_has_session(record, step->session));
}

bool record_has_step(const struct record *record, const struct step *step) {
    return record_shows_step(record, step) && record_has_person(record, step->person, step->session);
}

struct str record_name_of(const struct named *named, size_t count, struct id id) {
    for (size_t i = 0; i < count; i++) {
        if (id_equal(named[i].id, id)) {
            return named[i].name;
        }
    }
    return (struct str){0};
}

struct str record_organisation(const struct record *record, struct id id) {
    const struct profile *profile = process_profile(record->process);
    for (size_t i = 0; profile && i < profile->organisations_count; i++) {
        if (id_equal(profile->organisations[i].id, id)) {
            return profile->organisations[i].name;
        }
    }
    return (struct str){0};
}

struct str record_role(const struct record *record, struct id role) {
    const struct profile *profile = process_profile(record->process);
    return profile ? record_name_of(profile->roles, profile->roles_count, role) : (struct str){0};
}
