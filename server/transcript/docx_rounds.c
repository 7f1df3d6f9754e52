/* What stands below a question: notes and diary entries, each below whose it is; votes and answers as tables
 * of figures. The texts alone stand there, so that who codes by headings codes what people wrote. */
#include <stdio.h>

#include "protocol/shape.h"
#include "records/shapes.h"
#include "transcript/docx.h"

enum { FIGURES = 12 }; /* most columns of a table: a scale's steps, and what stands before them */

/* Over one round's rows. */
struct walk {
    struct docx *docx;
    const struct round *round;
    int64_t count;
    int widths[FIGURES];
    bool has_hands, has_cut;
};

typedef bool row_fn(void *context, const struct table *table, const struct cell *cells);

/* ---- texts ---- */

/* The one column of whose it is that the record fills; else by the place among the round's. */
static void write_author(const struct walk *walk, const struct table *table, const struct cell *cells) {
    static const char *const columns[] = {"author", "name", "organisation", "group_name", "group_table"};
    char text[64];
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        struct str author = docx_text_of(table, cells, columns[i]);
        if (!str_is_empty(author)) {
            docx_paragraph(walk->docx->xml, DOCX_AUTHOR, author);
            return;
        }
    }
    snprintf(text, sizeof text, "%s %lld", walk->docx->texts->anonymous, (long long)walk->count);
    docx_paragraph(walk->docx->xml, DOCX_AUTHOR, str_of(text));
}

static bool put_note(void *context, const struct table *table, const struct cell *cells) {
    struct walk *walk = context;
    walk->count++;
    write_author(walk, table, cells);
    docx_lines(walk->docx->xml, docx_text_of(table, cells, "text"));
    return !xml_has_failed(walk->docx->xml);
}

/* The day and what it is about stand before the text, in a style of their own. */
static bool put_page(void *context, const struct table *table, const struct cell *cells) {
    struct walk *walk = context;
    struct docx *docx = walk->docx;
    struct str about = docx_text_of(table, cells, "about"), tags = docx_text_of(table, cells, "tags");
    struct buffer line;
    int value = enumeration_value(&enumeration_diary_about, about);
    buffer_init(&line);
    walk->count++;
    write_author(walk, table, cells);
    buffer_append_str(&line, docx_text_of(table, cells, "day"));
    if (value > 0 && value < DIARY_ABOUT_END) {
        buffer_format(&line, " · %s", docx->texts->about[value]);
    }
    if (!str_is_empty(tags)) {
        buffer_format(&line, " · %.*s", STR_ARGS(tags));
    }
    docx_paragraph(docx->xml, DOCX_DETAIL, buffer_str(&line));
    docx_lines(docx->xml, docx_text_of(table, cells, "text"));
    docx_detail(docx->xml, docx->texts->answer, docx_text_of(table, cells, "answer"));
    buffer_finish(&line);
    return !xml_has_failed(docx->xml);
}

/* ---- figures ---- */

/* All columns are narrow but the wide one, which has what is left. */
static void begin_table(struct walk *walk, const char *const *headings, size_t count, int narrow,
                        size_t wide) {
    for (size_t i = 0; i < count; i++) {
        walk->widths[i] = narrow;
    }
    walk->widths[wide] += DOCX_WIDTH - narrow * (int)count;
    docx_begin_table(walk->docx->xml, walk->widths, count);
    docx_begin_row(walk->docx->xml, true);
    for (size_t i = 0; i < count; i++) {
        docx_cell(walk->docx->xml, walk->widths[i], str_of(headings[i]));
    }
    docx_end_row(walk->docx->xml);
}

static void put_number(const struct walk *walk, size_t column, const struct cell *cell) {
    if (cell->kind == CELL_COUNT) {
        docx_number(walk->docx->xml, walk->widths[column], cell->number);
    } else {
        docx_cell(walk->docx->xml, walk->widths[column], str_of(walk->docx->texts->withheld));
    }
}

static void put_text(const struct walk *walk, size_t column, struct str text) {
    docx_cell(walk->docx->xml, walk->widths[column], text);
}

/* Research material: one person, what they took a stand on, and how. */
static bool put_person(void *context, const struct table *table, const struct cell *cells) {
    struct walk *walk = context;
    const struct docx_texts *texts = walk->docx->texts;
    bool is_ballot = walk->round->form == ROUND_FORM_BALLOT;
    if (walk->count++ == 0) {
        const char *const headings[] = {texts->author, is_ballot ? texts->choice : texts->statement,
                                        is_ballot ? texts->votes : texts->step};
        begin_table(walk, headings, COUNT_OF(headings), 1200, 1);
    }
    docx_begin_row(walk->docx->xml, false);
    put_text(walk, 0, docx_text_of(table, cells, "author"));
    put_text(walk, 1, docx_text_of(table, cells, "text"));
    put_number(walk, 2, record_cell(table, cells, is_ballot ? "votes" : "step"));
    docx_end_row(walk->docx->xml);
    return !xml_has_failed(walk->docx->xml);
}

static const char *cut_text(const struct docx_texts *texts, struct str cut) {
    if (str_equal(cut, STR("chosen"))) {
        return texts->chosen;
    }
    return str_equal(cut, STR("tied")) ? texts->tied : texts->out;
}

static void begin_ballot(struct walk *walk) {
    const struct docx_texts *texts = walk->docx->texts;
    const char *headings[FIGURES] = {texts->choice, texts->votes, texts->voters};
    size_t count = 3;
    if (walk->has_hands) {
        headings[count++] = texts->hands;
    }
    if (walk->has_cut) {
        headings[count++] = texts->outcome;
    }
    begin_table(walk, headings, count, 1400, 0);
}

static bool put_choice(void *context, const struct table *table, const struct cell *cells) {
    struct walk *walk = context;
    struct xml *xml = walk->docx->xml;
    size_t column = 0;
    if (walk->count++ == 0) {
        begin_ballot(walk);
    }
    docx_begin_row(xml, false);
    put_text(walk, column++, docx_text_of(table, cells, "text"));
    put_number(walk, column++, record_cell(table, cells, "votes"));
    put_number(walk, column++, record_cell(table, cells, "voters"));
    if (walk->has_hands) {
        put_number(walk, column++, record_cell(table, cells, "hands"));
    }
    if (walk->has_cut) {
        const char *text = cut_text(walk->docx->texts, docx_text_of(table, cells, "cut"));
        put_text(walk, column++, str_of(text));
    }
    docx_end_row(xml);
    return !xml_has_failed(xml);
}

static void begin_scale(struct walk *walk) {
    char numbers[FIGURES][4];
    const char *headings[FIGURES] = {walk->docx->texts->statement};
    size_t count = 1;
    for (int64_t step = 1; step <= walk->round->scale.steps && count < FIGURES; step++) {
        snprintf(numbers[count], sizeof numbers[count], "%d", (int)step % 1000);
        headings[count] = numbers[count];
        count++;
    }
    begin_table(walk, headings, count, 540, 0);
}

/* A row of the table for all rows of a statement, which follow each other by their steps. */
static bool put_step(void *context, const struct table *table, const struct cell *cells) {
    struct walk *walk = context;
    int64_t step = record_cell(table, cells, "step")->number;
    if (walk->count++ == 0) {
        begin_scale(walk);
    }
    if (step == 1) {
        docx_begin_row(walk->docx->xml, false);
        put_text(walk, 0, docx_text_of(table, cells, "text"));
    }
    put_number(walk, (size_t)step, record_cell(table, cells, "persons"));
    if (step == walk->round->scale.steps) {
        docx_end_row(walk->docx->xml);
    }
    return !xml_has_failed(walk->docx->xml);
}

static void write_ends(struct walk *walk) {
    const struct scale_settings *scale = &walk->round->scale;
    struct buffer line;
    buffer_init(&line);
    if (!str_is_empty(scale->low) || !str_is_empty(scale->high)) {
        buffer_format(&line, "1 = %.*s, %lld = %.*s", STR_ARGS(scale->low), (long long)scale->steps,
                      STR_ARGS(scale->high));
    }
    docx_detail(walk->docx->xml, walk->docx->texts->step, buffer_str(&line));
    if (walk->docx->record->view != RECORD_VIEW_RESEARCH) {
        docx_paragraph(walk->docx->xml, DOCX_DETAIL, str_of(walk->docx->texts->persons));
    }
    buffer_finish(&line);
}

/* ---- a round ---- */

static void write_texts(struct walk *walk) {
    bool is_diary = walk->round->form == ROUND_FORM_DIARY;
    record_walk_round(walk->docx->record, is_diary ? &diary_table : &notes_table, walk->round,
                      is_diary ? put_page : put_note, walk);
    if (walk->count == 0) {
        docx_paragraph(walk->docx->xml, DOCX_TEXT, str_of(walk->docx->texts->nothing));
    }
}

static void write_figures(struct walk *walk) {
    struct docx *docx = walk->docx;
    bool is_ballot = walk->round->form == ROUND_FORM_BALLOT;
    row_fn *sum = is_ballot ? put_choice : put_step;
    if (!record_shows_votes(walk->round)) {
        docx_paragraph(docx->xml, DOCX_TEXT, str_of(docx->texts->not_shown));
        return;
    }
    if (!is_ballot) {
        write_ends(walk);
    }
    record_walk_round(docx->record, is_ballot ? &votes_table : &answers_table, walk->round,
                      record_is_research(docx->record) ? put_person : sum, walk);
    if (walk->count > 0) {
        docx_end_table(docx->xml);
    } else {
        docx_paragraph(docx->xml, DOCX_TEXT, str_of(docx->texts->nothing));
    }
}

void docx_write_round(struct docx *docx, const struct round *round) {
    struct walk walk = {.docx = docx, .round = round};
    if (round->form == ROUND_FORM_BALLOT) {
        const struct hands *hands = process_hands(docx->record->process, round);
        walk.has_hands = hands && hands->people > 0;
        walk.has_cut = round->ballot.cut > 0 && round->state == ROUND_STATE_CLOSED;
    }
    if (round->form == ROUND_FORM_BALLOT || round->form == ROUND_FORM_SCALE) {
        write_figures(&walk);
    } else {
        write_texts(&walk);
    }
}
