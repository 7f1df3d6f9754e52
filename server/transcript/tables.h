/* The record as tidy tables, whatever its format: what tables and columns there are, and a walk over each
 * table's rows. Nothing is kept but the row in hand and what one round needs to be put in order. */
#ifndef SAMSKAP_TRANSCRIPT_TABLES_H
#define SAMSKAP_TRANSCRIPT_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "core/model.h"

enum cell_kind { CELL_ABSENT, CELL_TEXT, CELL_ID, CELL_COUNT, CELL_TIME, CELL_FLAG };

/* CELL_ABSENT: nothing was said, or it is withheld. */
struct cell {
    enum cell_kind kind;
    struct str text;
    struct id id;
    int64_t number; /* a count; milliseconds UTC; 0 or 1 */
};

enum column_views { BOTH_VIEWS, DOCUMENTATION_ONLY, RESEARCH_ONLY };

struct column {
    const char *name;    /* never "table", which formats use for the table's */
    enum cell_kind kind; /* of its cells that are not absent */
    enum column_views views;
    const char *english, *swedish; /* what it means */
};

struct record;

struct table {
    const char *name;
    const struct column *columns;
    size_t column_count;
    const char *english, *swedish; /* what a row is */
    void (*fill)(struct record *record);
};

enum { TABLE_COLUMNS = 32 }; /* most columns of a table */

/* NULL at the end. */
extern const struct table *const record_tables[];

/* One record in the making. */
struct record {
    const struct process *process;
    enum record_view view;
    struct id session;  /* none: all */
    struct id study;    /* whose research material it is; none: the process's own question's */
    struct id round;    /* during record_walk_round; none: all */
    struct arena arena; /* of the row, or the round, in hand */
    struct authors *authors;
    /* The walk: */
    const struct table *table;
    struct cell cells[TABLE_COLUMNS];
    size_t cell_count;
    bool (*each)(void *context, const struct table *table, const struct cell *cells);
    void *context;
    bool stopped;
};

void record_init(struct record *record, const struct process *process, enum record_view view,
                 struct id session);
void record_finish(struct record *record);

/* Calls for each row of a table, with a cell for each of its columns; false from each ends the walk, and this
 * returns false then. Cells are valid during the call. */
bool record_walk(struct record *record, const struct table *table,
                 bool (*each)(void *context, const struct table *table, const struct cell *cells),
                 void *context);
/* The same for what one round was answered alone (notes, votes, answers, diary): for formats that bring that
 * round by round. */
bool record_walk_round(struct record *record, const struct table *table, const struct round *round,
                       bool (*each)(void *context, const struct table *table, const struct cell *cells),
                       void *context);
/* The row's cell of that name; an absent one where the table has no such column. */
const struct cell *record_cell(const struct table *table, const struct cell *cells, const char *column);
/* Whether the column stands in the record's view; the others' cells are not to be written. */
bool record_has_column(const struct record *record, const struct column *column);
/* Whether any of its columns does; else it is not of this view. */
bool record_has_table(const struct record *record, const struct table *table);

/* ---- for those who fill tables: one call for each column, in order, then the row's end ---- */

void record_text(struct record *record, struct str text);      /* absent: nothing was said */
void record_said(struct record *record, struct str text);      /* also where it is empty */
void record_id(struct record *record, struct id id);           /* none: nothing */
void record_session(struct record *record, struct id session); /* nothing where it was removed */
void record_count(struct record *record, int64_t count);
void record_time(struct record *record, int64_t milliseconds); /* 0: nothing */
void record_flag(struct record *record, bool flag);
void record_nothing(struct record *record);
void record_nothings(struct record *record, int count);
void record_end_row(struct record *record);

/* ---- what is in the record ---- */

bool record_is_research(const struct record *record);
/* Whether what belongs to the session is in the record: to one that was removed nothing does. */
bool record_has_session(const struct record *record, struct id session);
/* Whether the round is in the record, and, in a walk over one round, whether it is that one. */
bool record_has_round(const struct record *record, const struct round *round);
/* Votes and answers are nobody's to see while a ballot or scale with a hidden result goes on. */
bool record_shows_votes(const struct round *round);
struct research record_research(const struct record *record);
/* Whether the contribution is in the record: in research material only with the consent that it carries. */
bool record_has_note(const struct record *record, const struct note *note);
bool record_has_voter(const struct record *record, const struct voter *voter);
bool record_has_page(const struct record *record, const struct diary_page *page);
bool record_has_person(const struct record *record, const struct participant *person, struct id session);
/* A step has no consent of its own: its person's counts. shows: whether the documentation would have it. */
bool record_shows_step(const struct record *record, const struct step *step);
bool record_has_step(const struct record *record, const struct step *step);
/* Whether hosts were told that it was erased, in the documentation. */
bool record_has_erasure(const struct record *record, const struct erasure *erasure);
/* The name of one of a process's roles, levels or tables; absent. */
struct str record_name_of(const struct named *named, size_t count, struct id id);
struct str record_role(const struct record *record, struct id role);
struct str record_organisation(const struct record *record, struct id organisation);

extern const struct table groups_table, sessions_table, items_table, materials_table, pictures_table,
    rounds_table, choices_table, statements_table, participants_table, seats_table, holdings_table,
    notes_table, votes_table, answers_table, diary_table, words_table, themes_table, sortings_table,
    comparisons_table, studies_table, entries_table, steps_table, totals_table, marks_table, stages_table,
    actions_table, wordings_table, field_notes_table;
extern const struct table erasures_table;

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

#endif
