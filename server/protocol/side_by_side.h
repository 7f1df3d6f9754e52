/* Notes and what they stand under, to a table of persons; inside protocol only. See comparison_view.h. */
#ifndef SAMSKAP_PROTOCOL_SIDE_BY_SIDE_H
#define SAMSKAP_PROTOCOL_SIDE_BY_SIDE_H

#include "base/arena.h"
#include "core/model.h"
#include "records/entity.h"

/* A word, or a theme. */
struct side {
    struct str word, label;
    struct id theme;
    const uint32_t *notes; /* indices */
    size_t note_count;
};

struct side_by_side {
    const struct process *process;
    enum comparison_by by;
    bool per_round;   /* who wrote in two rounds counts twice */
    bool with_groups; /* what is written for a group counts as its scribe's; else for nobody */
    const struct note *const *notes;
    size_t note_count;
    const struct side *rows;
    size_t row_count;
};

void side_by_side_fill(const struct side_by_side *sides, struct arena *arena,
                       struct entity_comparison *entity);

#endif
