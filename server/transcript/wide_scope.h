/* What the persons of one scope answered, gathered from the record's tables and sorted by person and
 * question. */
#ifndef SAMSKAP_TRANSCRIPT_WIDE_SCOPE_H
#define SAMSKAP_TRANSCRIPT_WIDE_SCOPE_H

#include "transcript/wide_columns.h"

/* A person of the scope, or what the screens call them. */
struct wide_row {
    struct str label, role, organisation_type;
    bool is_organisation, is_numbered; /* the label is an organisation's; is A and a number */
    size_t place;                      /* among the scope's */
};

/* What one row of a table says. */
struct wide_piece {
    const struct wide_row *row;
    size_t question; /* its place in the list */
    size_t order;    /* in which they came */
    struct cell value;
};

struct wide_scope {
    struct record *record;
    const struct wide_questions *questions;
    struct arena arena;
    struct map by_label;
    struct wide_row **rows;
    size_t row_count, row_capacity;
    struct wide_piece *pieces;
    size_t piece_count, piece_capacity;
};

void wide_scope_init(struct wide_scope *scope, struct record *record, const struct wide_questions *questions);
void wide_scope_finish(struct wide_scope *scope);
/* Forgets what was gathered before. */
void wide_scope_gather(struct wide_scope *scope, struct id id);

#endif
