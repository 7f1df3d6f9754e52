/* What follows from all sums of a table together. */
#include <string.h>

#include "protocol/withholding_making.h"

/* Rows and columns as nodes, withheld cells as edges: a person may be thought to move along a way that goes
 * to a column by any withheld cell, which is then one more, and back to a row by one that has somebody, which
 * is one less. All sums stay as they are. A cell is known exactly where no such way leads round through it.
 */
struct search {
    const struct decision *decision;
    size_t skipped; /* the cell in question */
    size_t queued;
};

static void reach(struct search *search, size_t node) {
    if (!search->decision->seen[node]) {
        search->decision->seen[node] = true;
        search->decision->queue[search->queued++] = node;
    }
}

static void reach_from(struct search *search, size_t node) {
    const struct withholding *table = search->decision->table;
    bool is_row = node < table->row_count;
    struct line line = is_row ? row_of(table, node) : column_of(table, node - table->row_count);
    for (size_t i = 0; i < line.count; i++) {
        size_t cell = cell_of(line, i);
        bool usable = is_row || table->cells[cell] > 0;
        if (cell != search->skipped && usable && hides(search->decision, cell)) {
            reach(search, is_row ? table->row_count + i : i);
        }
    }
}

static bool leads(const struct decision *decision, size_t from, size_t to, size_t skipped) {
    size_t nodes = decision->table->row_count + decision->table->column_count;
    struct search search = {.decision = decision, .skipped = skipped};
    memset(decision->seen, 0, nodes * sizeof *decision->seen);
    reach(&search, from);
    for (size_t i = 0; i < search.queued && !decision->seen[to]; i++) {
        reach_from(&search, decision->queue[i]);
    }
    return decision->seen[to];
}

bool withholding_is_known(const struct decision *decision, size_t row, size_t column) {
    const struct withholding *table = decision->table;
    size_t cell = row * table->column_count + column, column_node = table->row_count + column;
    bool may_be_more = leads(decision, column_node, row, cell);
    bool may_be_less = table->cells[cell] > 0 && leads(decision, row, column_node, cell);
    return !may_be_more && !may_be_less;
}
