/* A table of persons in the making; for the files of side_by_side alone. */
#ifndef SAMSKAP_PROTOCOL_SIDE_MAKING_H
#define SAMSKAP_PROTOCOL_SIDE_MAKING_H

#include "protocol/side_by_side.h"

#define SIDE_NOWHERE SIZE_MAX

/* A role, a level, a session; of a kind of organisation its name. */
struct side_heading {
    struct id id;
    struct str type;
    int64_t persons;
    size_t column;
};

struct side_making {
    const struct side_by_side *sides;
    struct arena *arena;
    struct side_heading *headings; /* the first is of those who have none: the others */
    size_t heading_count;
    size_t *unit_of;    /* of each note: who wrote it, numbered; SIDE_NOWHERE: nobody who counts */
    size_t *heading_of; /* of each unit */
    size_t unit_count;
    struct comparison_column *columns;
    size_t column_count;
};

/* Rows as sets of persons: as many as are compared, and one more of those who stand in none of them. */
struct side_sets {
    size_t row_count;
    size_t width; /* of one, in words */
    uint64_t *bits;
    size_t *persons; /* of each row */
    bool *may_tell;  /* of each row: false where nothing is told of it, whatever its cells are */
    bool add_up;     /* everybody stands in one row, or in none, but for a few */
};

void side_sets_make(const struct side_making *making, struct side_sets *sets);
/* Of those in the row the first from a unit on; SIZE_MAX: there is none. */
size_t side_sets_next(const struct side_sets *sets, size_t row, size_t unit);
/* Once there are columns. */
void side_rows_make(const struct side_making *making, struct entity_comparison *entity);

#endif
