#include "transcript/wide_scope.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"

static const struct wide_question *question_of(const struct wide_scope *scope, const struct table *table,
                                               const struct cell *cells) {
    const struct cell *part = record_cell(table, cells, "choice");
    if (part->kind == CELL_ABSENT) {
        part = record_cell(table, cells, "statement");
    }
    return wide_questions_find(scope->questions, record_cell(table, cells, "round")->id, part->id);
}

static struct wide_row *find_row(struct wide_scope *scope, struct str label, bool is_organisation) {
    struct str key = arena_format(&scope->arena, "%d%.*s", is_organisation, STR_ARGS(label));
    struct wide_row *row = map_find(&scope->by_label, key.data, key.size);
    if (!row) {
        row = arena_allocate(&scope->arena, sizeof *row);
        row->label = arena_copy(&scope->arena, label);
        row->is_organisation = is_organisation;
        row->is_numbered = record_is_research(scope->record);
        map_put(&scope->by_label, key.data, key.size, row);
        scope->rows =
            memory_grow(scope->rows, &scope->row_capacity, scope->row_count + 1, sizeof(struct wide_row *));
        scope->rows[scope->row_count++] = row;
    }
    return row;
}

static void learn(struct wide_scope *scope, struct str *known, const struct cell *cell) {
    if (str_is_absent(*known) && cell->kind == CELL_TEXT) {
        *known = arena_copy(&scope->arena, cell->text);
    }
}

static void add_piece(struct wide_scope *scope, const struct wide_row *row, size_t question,
                      struct cell cell) {
    cell.text = arena_copy(&scope->arena, cell.text);
    scope->pieces =
        memory_grow(scope->pieces, &scope->piece_capacity, scope->piece_count + 1, sizeof *scope->pieces);
    scope->pieces[scope->piece_count] = (struct wide_piece){row, question, scope->piece_count, cell};
    scope->piece_count++;
}

/* Whose the row is, as far as the record says it: absent where it does not. */
static struct str label_of(const struct record *record, const struct table *table, const struct cell *cells,
                           bool *is_organisation) {
    const struct cell *label = record_cell(table, cells, record_is_research(record) ? "author" : "name");
    *is_organisation = !record_is_research(record) && label->kind == CELL_ABSENT;
    return *is_organisation ? record_cell(table, cells, "organisation")->text : label->text;
}

/* Which column says what a round of a form was answered, and of which table. */
static const struct answers {
    const struct table *table;
    const char *column;
} answers[ROUND_FORM_END] = {[ROUND_FORM_NOTES] = {&notes_table, "text"},
                             [ROUND_FORM_BALLOT] = {&votes_table, "votes"},
                             [ROUND_FORM_SCALE] = {&answers_table, "step"},
                             [ROUND_FORM_DIARY] = {&diary_table, "text"}};

/* A group's note is nobody's own. */
static bool gather_row(void *context, const struct table *table, const struct cell *cells) {
    struct wide_scope *scope = context;
    bool is_organisation;
    struct str label = label_of(scope->record, table, cells, &is_organisation);
    const struct wide_question *question = question_of(scope, table, cells);
    if (str_is_absent(label) || !question || record_cell(table, cells, "group_size")->number > 0) {
        return true;
    }
    struct wide_row *row = find_row(scope, label, is_organisation);
    learn(scope, &row->role, record_cell(table, cells, "role"));
    learn(scope, &row->organisation_type, record_cell(table, cells, "organisation_type"));
    add_piece(scope, row, (size_t)(question - scope->questions->list),
              *record_cell(table, cells, answers[question->round->form].column));
    return true;
}

/* A10 behind A9; names by their characters. */
static int compare_rows(const void *a, const void *b) {
    const struct wide_row *left = *(const struct wide_row *const *)a,
                          *right = *(const struct wide_row *const *)b;
    if (left->is_organisation != right->is_organisation) {
        return left->is_organisation ? 1 : -1;
    }
    if (left->is_numbered && left->label.size != right->label.size) {
        return left->label.size < right->label.size ? -1 : 1;
    }
    return str_compare(left->label, right->label);
}

static int compare_sizes(size_t left, size_t right) {
    return (left > right) - (left < right);
}

static int compare_pieces(const void *a, const void *b) {
    const struct wide_piece *left = a, *right = b;
    int order = compare_sizes(left->row->place, right->row->place);
    order = order ? order : compare_sizes(left->question, right->question);
    return order ? order : compare_sizes(left->order, right->order);
}

static void sort(struct wide_scope *scope) {
    if (scope->row_count > 1) {
        qsort(scope->rows, scope->row_count, sizeof(struct wide_row *), compare_rows);
    }
    for (size_t i = 0; i < scope->row_count; i++) {
        scope->rows[i]->place = i;
    }
    if (scope->piece_count > 1) {
        qsort(scope->pieces, scope->piece_count, sizeof *scope->pieces, compare_pieces);
    }
}

void wide_scope_gather(struct wide_scope *scope, struct id id) {
    const struct round *last = NULL;
    map_finish(&scope->by_label);
    arena_reset(&scope->arena);
    scope->row_count = 0;
    scope->piece_count = 0;
    for (size_t i = 0; i < scope->questions->count; i++) {
        const struct round *round = scope->questions->list[i].round;
        if (round != last && id_equal(round->scope, id)) {
            (void)record_walk_round(scope->record, answers[round->form].table, round, gather_row, scope);
        }
        last = round;
    }
    sort(scope);
}

void wide_scope_init(struct wide_scope *scope, struct record *record,
                     const struct wide_questions *questions) {
    *scope = (struct wide_scope){.record = record, .questions = questions};
    arena_init(&scope->arena);
    map_init(&scope->by_label, random_map_seed());
}

void wide_scope_finish(struct wide_scope *scope) {
    map_finish(&scope->by_label);
    arena_finish(&scope->arena);
    memory_free(scope->rows);
    memory_free(scope->pieces);
}
