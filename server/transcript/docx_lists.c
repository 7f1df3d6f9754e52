/* What was made of the answers: themes with what belongs there, the lists that are carried on, and the next
 * steps of one's own that people have shared. */
#include "protocol/shape.h"
#include "records/shapes.h"
#include "transcript/docx.h"

struct walk {
    struct docx *docx;
    struct id board;
    int form; /* of the entry before */
    int64_t count;
};

/* ---- themes ---- */

static void write_board(struct docx *docx, struct str title) {
    struct buffer text;
    buffer_init(&text);
    buffer_format(&text, "%s: %.*s", docx->texts->themes, STR_ARGS(title));
    docx_paragraph(docx->xml, DOCX_SECTION, buffer_str(&text));
    buffer_finish(&text);
}

static void write_theme_figures(struct docx *docx, const struct table *table, const struct cell *cells) {
    const struct cell *notes = record_cell(table, cells, "notes");
    const struct cell *persons = record_cell(table, cells, "persons");
    struct buffer text;
    buffer_init(&text);
    buffer_format(&text, "%s: %lld", docx->texts->theme_notes, (long long)notes->number);
    if (persons->kind == CELL_COUNT && record_cell(table, cells, "per_round")->number == 0) {
        buffer_format(&text, ", %s: %lld", docx->texts->theme_persons, (long long)persons->number);
    }
    docx_paragraph(docx->xml, DOCX_DETAIL, buffer_str(&text));
    buffer_finish(&text);
}

static bool put_theme(void *context, const struct table *table, const struct cell *cells) {
    struct walk *walk = context;
    struct id board = record_cell(table, cells, "board")->id;
    if (!id_equal(board, walk->board)) {
        walk->board = board;
        write_board(walk->docx, docx_text_of(table, cells, "board_title"));
    }
    docx_paragraph(walk->docx->xml, DOCX_ENTRY, docx_text_of(table, cells, "title"));
    docx_lines(walk->docx->xml, docx_text_of(table, cells, "definition"));
    write_theme_figures(walk->docx, table, cells);
    return !xml_has_failed(walk->docx->xml);
}

void docx_write_themes(struct docx *docx) {
    struct walk walk = {.docx = docx};
    record_walk(docx->record, &themes_table, put_theme, &walk);
}

/* ---- lists ---- */

static void write_time(struct docx *docx, const char *label, const struct cell *cell) {
    char day[ZONE_TIME_LENGTH + 1];
    docx_detail(docx->xml, label, docx_day(docx, cell->kind == CELL_TIME ? cell->number : 0, day));
}

static struct str enumerated(const char *const *names, const struct enumeration *enumeration,
                             struct str value) {
    int number = enumeration_value(enumeration, value);
    return number > 0 ? str_of(names[number]) : (struct str){0};
}

static bool put_entry(void *context, const struct table *table, const struct cell *cells) {
    struct walk *walk = context;
    struct docx *docx = walk->docx;
    const struct docx_texts *texts = docx->texts;
    struct str owner = docx_text_of(table, cells, "owner"), seat = docx_text_of(table, cells, "seat");
    int form = enumeration_value(&enumeration_entry_form, docx_text_of(table, cells, "form"));
    if (form != walk->form && form > 0) {
        walk->form = form;
        docx_paragraph(docx->xml, DOCX_SECTION, str_of(texts->lists[form]));
    }
    docx_paragraph(docx->xml, DOCX_ENTRY, docx_text_of(table, cells, "text"));
    docx_detail(docx->xml, texts->state,
                enumerated(texts->states, &enumeration_entry_state, docx_text_of(table, cells, "state")));
    docx_detail(docx->xml, texts->owner, str_is_empty(owner) ? seat : owner);
    write_time(docx, texts->until, record_cell(table, cells, "until"));
    docx_detail(docx->xml, texts->basis,
                enumerated(texts->bases, &enumeration_entry_basis, docx_text_of(table, cells, "basis")));
    docx_detail(docx->xml, texts->reference, docx_text_of(table, cells, "reference"));
    docx_detail(docx->xml, texts->recipient, docx_text_of(table, cells, "recipient"));
    docx_detail(docx->xml, texts->outcome_of, docx_text_of(table, cells, "outcome"));
    docx_detail(docx->xml, texts->learnt, docx_text_of(table, cells, "learnt"));
    docx_detail(docx->xml, texts->closed_with, docx_text_of(table, cells, "word"));
    return !xml_has_failed(docx->xml);
}

void docx_write_entries(struct docx *docx) {
    struct walk walk = {.docx = docx};
    record_walk(docx->record, &entries_table, put_entry, &walk);
}

static bool put_own_step(void *context, const struct table *table, const struct cell *cells) {
    struct walk *walk = context;
    struct docx *docx = walk->docx;
    if (walk->count++ == 0) {
        docx_paragraph(docx->xml, DOCX_SECTION, str_of(docx->texts->own_steps));
    }
    docx_paragraph(docx->xml, DOCX_ENTRY, docx_text_of(table, cells, "text"));
    docx_detail(docx->xml, docx->texts->owner, docx_text_of(table, cells, "name"));
    write_time(docx, docx->texts->until, record_cell(table, cells, "until"));
    if (record_cell(table, cells, "done")->number != 0) {
        docx_detail(docx->xml, docx->texts->state, str_of(docx->texts->done));
    }
    return !xml_has_failed(docx->xml);
}

void docx_write_steps(struct docx *docx) {
    struct walk walk = {.docx = docx};
    record_walk(docx->record, &steps_table, put_own_step, &walk);
}
