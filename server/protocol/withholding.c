#include "protocol/withholding.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "core/process.h"

enum { LEAST = PROCESS_WITHHOLD_BELOW };

struct decision {
    const struct withholding *table;
    int64_t *row_persons;
    bool *seen;    /* room for a search: of rows, then of columns */
    size_t *queue; /* of these */
};

/* A row, or a column: cells with a known sum. */
struct line {
    size_t first, step, count;
};

static struct line row_of(const struct withholding *table, size_t row) {
    return (struct line){row * table->column_count, 1, table->column_count};
}

static struct line column_of(const struct withholding *table, size_t column) {
    return (struct line){column, table->column_count, table->row_count};
}

static size_t cell_of(struct line line, size_t i) {
    return line.first + i * line.step;
}

/* A cell of a row without persons is known to be 0, and hides nothing. */
static bool may_hide(const struct decision *decision, size_t cell) {
    return decision->row_persons[cell / decision->table->column_count] > 0;
}

static size_t listed_rows(const struct withholding *table) {
    return table->row_count - table->has_rest;
}

static bool hides(const struct decision *decision, size_t cell) {
    return !decision->table->told[cell] && may_hide(decision, cell);
}

/* Of those that are told the smallest with anybody in it, else one of nobody: SIZE_MAX where there is none.
 */
static size_t find_smallest_told(const struct decision *decision, struct line line) {
    const struct withholding *table = decision->table;
    size_t smallest = SIZE_MAX;
    for (size_t i = 0; i < line.count; i++) {
        size_t cell = cell_of(line, i);
        if (!table->told[cell] || !may_hide(decision, cell)) {
            continue;
        }
        int64_t persons = table->cells[cell], least = smallest < SIZE_MAX ? table->cells[smallest] : 0;
        bool is_smaller = persons > 0 && (least == 0 || persons < least);
        if (smallest == SIZE_MAX || is_smaller) {
            smallest = cell;
        }
    }
    return smallest;
}

/* Withholds the smallest more, all that are as small: else which of them it was would tell who knows these
 * rules that the other was not fewer. Whether there was one. */
static bool withhold_smallest(const struct decision *decision, struct line line) {
    const struct withholding *table = decision->table;
    size_t smallest = find_smallest_told(decision, line);
    if (smallest == SIZE_MAX) {
        return false;
    }
    for (size_t i = 0; i < line.count; i++) {
        size_t cell = cell_of(line, i);
        if (table->cells[cell] == table->cells[smallest] && may_hide(decision, cell)) {
            table->told[cell] = false;
        }
    }
    return true;
}

/* Whether what is withheld of the line gives itself away: a single cell, few in all, or as many as they can
 * be without being told (of two cells 4 and 4). The rest hides others, and is not hidden itself. */
static bool is_bare(const struct decision *decision, struct line line) {
    const struct withholding *table = decision->table;
    int64_t withheld = 0, persons = 0, listed = 0;
    for (size_t i = 0; i < line.count; i++) {
        size_t cell = cell_of(line, i);
        if (hides(decision, cell)) {
            withheld++;
            listed += cell / table->column_count < listed_rows(table);
            persons += table->cells[cell];
        }
    }
    bool is_single = withheld == 1 || persons == withheld * (LEAST - 1);
    return listed > 0 && (is_single || persons < LEAST);
}

/* ---- rows beside their columns ---- */

static void withhold_row(const struct withholding *table, size_t row) {
    memset(table->told + row * table->column_count, false, table->column_count * sizeof *table->told);
}

/* Whether few of one column can be there in a single way: all of the other columns are, and of none of these
 * few can be. Of columns of 5 and 7 persons together 11 are 4 and 7, for 5 and 6 would be told: so neither
 * is. */
static bool is_cornered(const struct decision *decision, size_t row) {
    const struct withholding *table = decision->table;
    int64_t missing = -decision->row_persons[row];
    size_t in_one_way = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        missing += table->column_persons[column];
    }
    for (size_t column = 0; column < table->column_count; column++) {
        int64_t least_missing = table->column_persons[column] - (LEAST - 1);
        if (missing > least_missing) {
            return false;
        }
        in_one_way += missing == least_missing;
    }
    return in_one_way == 1;
}

/* Whether what is withheld of a row might not all be of one column, because that has fewer persons: which
 * cells are withheld then says too much about how many are in each. */
static bool is_narrow(const struct withholding *table, size_t row) {
    int64_t withheld = 0, fewest = INT64_MAX;
    for (size_t column = 0; column < table->column_count; column++) {
        size_t cell = row * table->column_count + column;
        if (!table->told[cell]) {
            withheld += table->cells[cell];
            fewest = table->column_persons[column] < fewest ? table->column_persons[column] : fewest;
        }
    }
    return withheld > fewest;
}

/* Each returns whether it changed anything. */

static bool cover_row(const struct decision *decision, size_t row) {
    const struct withholding *table = decision->table;
    struct line line = row_of(table, row);
    bool changed = false;
    while (is_bare(decision, line) && withhold_smallest(decision, line)) {
        changed = true;
    }
    if (is_narrow(table, row) && find_smallest_told(decision, line) != SIZE_MAX) {
        withhold_row(table, row);
        changed = true;
    }
    return changed;
}

static bool cover_column(const struct decision *decision, size_t column) {
    struct line line = column_of(decision->table, column);
    bool changed = false;
    while (is_bare(decision, line) && withhold_smallest(decision, line)) {
        changed = true;
    }
    return changed;
}

static bool cover_lines(const struct decision *decision) {
    const struct withholding *table = decision->table;
    bool changed = false;
    for (size_t row = 0; row < listed_rows(table); row++) {
        changed = cover_row(decision, row) || changed;
    }
    for (size_t column = 0; table->columns_add_up && column < table->column_count; column++) {
        changed = cover_column(decision, column) || changed;
    }
    return changed;
}

/* ---- all sums together ---- */

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

static bool is_known(const struct decision *decision, size_t row, size_t column) {
    const struct withholding *table = decision->table;
    size_t cell = row * table->column_count + column, column_node = table->row_count + column;
    bool may_be_more = leads(decision, column_node, row, cell);
    bool may_be_less = table->cells[cell] > 0 && leads(decision, row, column_node, cell);
    return !may_be_more && !may_be_less;
}

static bool cover_cell(const struct decision *decision, size_t row, size_t column) {
    const struct withholding *table = decision->table;
    size_t cell = row * table->column_count + column;
    if (!hides(decision, cell) || !is_known(decision, row, column)) {
        return false;
    }
    return withhold_smallest(decision, row_of(table, row)) ||
           withhold_smallest(decision, column_of(table, column));
}

static bool cover_known(const struct decision *decision) {
    bool changed = false;
    for (size_t row = 0; row < listed_rows(decision->table); row++) {
        for (size_t column = 0; column < decision->table->column_count; column++) {
            changed = cover_cell(decision, row, column) || changed;
        }
    }
    return changed;
}

/* ---- */

static void begin(const struct decision *decision) {
    const struct withholding *table = decision->table;
    for (size_t row = 0; row < table->row_count; row++) {
        decision->row_persons[row] = 0;
        for (size_t i = 0; i < table->column_count; i++) {
            size_t cell = cell_of(row_of(table, row), i);
            assert(table->cells[cell] <= table->column_persons[i]);
            assert(row < listed_rows(table) || !table->told[cell]);
            decision->row_persons[row] += table->cells[cell];
            table->told[cell] = table->told[cell] && !is_few(table->cells[cell]);
        }
        if (is_cornered(decision, row)) {
            withhold_row(table, row);
        }
    }
}

void withholding_decide(const struct withholding *table) {
    size_t nodes = table->row_count + table->column_count;
    struct decision decision = {.table = table,
                                .row_persons = memory_allocate(nodes * sizeof(int64_t)),
                                .seen = memory_allocate(nodes * sizeof(bool)),
                                .queue = memory_allocate(nodes * sizeof(size_t))};
    begin(&decision);
    bool changed = true;
    while (changed) {
        changed = cover_lines(&decision);
        changed = (table->columns_add_up && cover_known(&decision)) || changed;
    }
    memory_free(decision.row_persons);
    memory_free(decision.seen);
    memory_free(decision.queue);
}
