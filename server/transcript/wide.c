#include "transcript/wide.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "transcript/wide_scope.h"

static const struct column leads[] = {
    {"scope", CELL_ID, BOTH_VIEWS, "the scope in which the person is one and the same, as in rounds",
     "det inom vilket personen är en och densamma, som i rounds"},
    {"author", CELL_TEXT, RESEARCH_ONLY, "the person's label, as in notes: it holds within its scope only",
     "personens beteckning, som i notes: den gäller inom sitt scope"},
    {"role", CELL_TEXT, RESEARCH_ONLY, "the person's role, as in the first of their answers that has one",
     "personens roll, som i det första av svaren som har en"},
    {"organisation_type", CELL_TEXT, RESEARCH_ONLY,
     "the kind of the person's organisation, as in the first of their answers that has one",
     "slag av organisation, som i det första av svaren som har ett"},
    {"name", CELL_TEXT, DOCUMENTATION_ONLY, "who answered, in rounds with names",
     "vem som svarade, i moment med namn"},
    {"organisation", CELL_TEXT, DOCUMENTATION_ONLY,
     "whose answers they are, in rounds where organisations answer",
     "vems svar det är, i moment där organisationer svarar"},
};

struct wide {
    struct record *record;
    struct wide_questions questions;
    struct wide_scope scope; /* the one in hand */
    struct column leads[WIDE_LEADS];
    size_t lead_count;
    const char **headings;
    struct buffer text;
};

static void name_columns(struct wide *wide) {
    for (size_t i = 0; i < COUNT_OF(leads); i++) {
        if (record_has_column(wide->record, &leads[i])) {
            wide->leads[wide->lead_count++] = leads[i];
        }
    }
    wide->headings =
        memory_resize_array(NULL, wide->lead_count + wide->questions.count, sizeof(const char *));
    for (size_t i = 0; i < wide->lead_count; i++) {
        wide->headings[i] = wide->leads[i].name;
    }
    for (size_t i = 0; i < wide->questions.count; i++) {
        wide->headings[wide->lead_count + i] = wide->questions.list[i].name;
    }
}

struct wide *wide_create(struct record *record) {
    struct wide *wide = memory_allocate(sizeof *wide);
    wide->record = record;
    wide_questions_init(&wide->questions, record);
    wide_scope_init(&wide->scope, record, &wide->questions);
    buffer_init(&wide->text);
    name_columns(wide);
    return wide;
}

void wide_destroy(struct wide *wide) {
    if (!wide) {
        return;
    }
    buffer_finish(&wide->text);
    wide_scope_finish(&wide->scope);
    wide_questions_finish(&wide->questions);
    memory_free(wide->headings);
    memory_free(wide);
}

size_t wide_column_count(const struct wide *wide) {
    return wide->questions.count > 0 ? wide->lead_count + wide->questions.count : 0;
}

const char *const *wide_headings(const struct wide *wide) {
    return wide->headings;
}

const struct column *wide_leads(const struct wide *wide, size_t *count) {
    *count = wide->lead_count;
    return wide->leads;
}

/* ---- rows ---- */

static void put_leads(const struct wide_writer *writer, struct record *record, struct id scope,
                      const struct wide_row *row) {
    const struct cell id = {.kind = CELL_ID, .id = scope}, nothing = {.kind = CELL_ABSENT};
    const struct cell label = {.kind = CELL_TEXT, .text = row->label};
    struct cell role = {.kind = str_is_absent(row->role) ? CELL_ABSENT : CELL_TEXT, .text = row->role};
    struct cell type = {.kind = str_is_absent(row->organisation_type) ? CELL_ABSENT : CELL_TEXT,
                        .text = row->organisation_type};
    writer->put(writer->context, 0, &id);
    if (record_is_research(record)) {
        writer->put(writer->context, 1, &label);
        writer->put(writer->context, 2, &role);
        writer->put(writer->context, 3, &type);
    } else {
        writer->put(writer->context, 1, row->is_organisation ? &nothing : &label);
        writer->put(writer->context, 2, row->is_organisation ? &label : &nothing);
    }
}

/* Texts of one person to one question stand one a line. How many pieces were taken. */
static size_t put_answer(struct wide *wide, const struct wide_writer *writer, const struct wide_piece *pieces,
                         size_t count) {
    const struct wide_piece *first = pieces;
    size_t taken = 1;
    struct cell cell = first->value;
    while (taken < count && pieces[taken].question == first->question) {
        taken++;
    }
    if (cell.kind == CELL_TEXT && taken > 1) {
        buffer_clear(&wide->text);
        for (size_t i = 0; i < taken; i++) {
            buffer_append_str(&wide->text, i > 0 ? STR("\n") : STR(""));
            buffer_append_str(&wide->text, pieces[i].value.text);
        }
        cell.text = buffer_str(&wide->text);
    }
    writer->put(writer->context, wide->lead_count + first->question, &cell);
    return taken;
}

/* Who voted in a ballot gave none of the votes to the choices that they did not vote for. */
static void put_no_votes(const struct wide *wide, const struct wide_writer *writer, size_t question) {
    const struct cell none = {.kind = CELL_COUNT, .number = 0};
    writer->put(writer->context, wide->lead_count + question, &none);
}

static const struct round *round_of(const struct wide *wide, const struct wide_piece *piece) {
    return wide->questions.list[piece->question].round;
}

/* The pieces are one person's, by question. */
static void put_answers(struct wide *wide, const struct wide_writer *writer, struct id scope,
                        const struct wide_piece *pieces, size_t count) {
    size_t at = 0;
    for (size_t i = 0; i < wide->questions.count; i++) {
        const struct round *round = wide->questions.list[i].round;
        if (!id_equal(round->scope, scope)) {
            continue;
        }
        if (at < count && pieces[at].question == i) {
            at += put_answer(wide, writer, &pieces[at], count - at);
        } else if (round->form == ROUND_FORM_BALLOT &&
                   ((at > 0 && round_of(wide, &pieces[at - 1]) == round) ||
                    (at < count && round_of(wide, &pieces[at]) == round))) {
            put_no_votes(wide, writer, i);
        }
    }
}

static bool write_scope(struct wide *wide, const struct wide_writer *writer, struct id id) {
    const struct wide_scope *scope = &wide->scope;
    size_t at = 0;
    wide_scope_gather(&wide->scope, id);
    for (size_t i = 0; i < scope->row_count; i++) {
        size_t first = at;
        while (at < scope->piece_count && scope->pieces[at].row == scope->rows[i]) {
            at++;
        }
        put_leads(writer, wide->record, id, scope->rows[i]);
        put_answers(wide, writer, id, &scope->pieces[first], at - first);
        if (!writer->end_row(writer->context)) {
            return false;
        }
    }
    return true;
}

static bool is_first_of_scope(const struct wide *wide, size_t question) {
    for (size_t i = 0; i < question; i++) {
        if (id_equal(wide->questions.list[i].round->scope, wide->questions.list[question].round->scope)) {
            return false;
        }
    }
    return true;
}

bool wide_write(struct wide *wide, const struct wide_writer *writer) {
    for (size_t i = 0; i < wide->questions.count; i++) {
        if (is_first_of_scope(wide, i) && !write_scope(wide, writer, wide->questions.list[i].round->scope)) {
            return false;
        }
    }
    return true;
}
