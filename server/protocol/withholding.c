#include "protocol/withholding.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "core/process.h"

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

static int64_t sum_of(const struct withholding *table, struct line line) {
    int64_t sum = 0;
    for (size_t i = 0; i < line.count; i++) {
        sum += table->cells[cell_of(line, i)];
    }
    return sum;
}

static bool is_few(int64_t persons) {
    return persons > 0 && persons < PROCESS_WITHHOLD_BELOW;
}

/* A cell of a row without persons is known to be 0, and hides nothing. */
static bool may_hide(const struct withholding *table, size_t cell) {
    assert(table->column_count > 0);
    return sum_of(table, row_of(table, cell / table->column_count)) > 0;
}

/* Of those that are told the smallest with anybody in it, else one of nobody: SIZE_MAX where there is none.
 */
static size_t find_smallest_told(const struct withholding *table, struct line line) {
    size_t smallest = SIZE_MAX;
    for (size_t i = 0; i < line.count; i++) {
        size_t cell = cell_of(line, i);
        if (!table->told[cell] || !may_hide(table, cell)) {
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
static bool withhold_smallest(const struct withholding *table, struct line line) {
    size_t smallest = find_smallest_told(table, line);
    if (smallest == SIZE_MAX) {
        return false;
    }
    for (size_t i = 0; i < line.count; i++) {
        size_t cell = cell_of(line, i);
        if (table->cells[cell] == table->cells[smallest] && may_hide(table, cell)) {
            table->told[cell] = false;
        }
    }
    return true;
}

/* Whether what is withheld of the line gives itself away: a single cell, few in all, or as many as they can
 * be without being told (of two cells 4 and 4). */
static bool is_bare(const struct withholding *table, struct line line) {
    int64_t withheld = 0, persons = 0;
    for (size_t i = 0; i < line.count; i++) {
        size_t cell = cell_of(line, i);
        if (!table->told[cell] && may_hide(table, cell)) {
            withheld++;
            persons += table->cells[cell];
        }
    }
    bool is_single = withheld == 1 || persons == withheld * (PROCESS_WITHHOLD_BELOW - 1);
    return withheld > 0 && (is_single || persons < PROCESS_WITHHOLD_BELOW);
}

/* Whether it changed anything. */
static bool cover_line(const struct withholding *table, struct line line) {
    bool changed = false;
    while (is_bare(table, line) && withhold_smallest(table, line)) {
        changed = true;
    }
    return changed;
}

static bool cover_lines(const struct withholding *table) {
    bool changed = false;
    for (size_t row = 0; row < table->row_count; row++) {
        changed = cover_line(table, row_of(table, row)) || changed;
    }
    for (size_t column = 0; table->columns_add_up && column < table->column_count; column++) {
        changed = cover_line(table, column_of(table, column)) || changed;
    }
    return changed;
}

/* ---- all sums together ---- */

/* Rows and columns as nodes, withheld cells as edges: a person may be thought to move along a way that goes
 * to a column by any withheld cell, which is then one more, and back to a row by one that has somebody, which
 * is one less. All sums stay as they are. A cell is known exactly where no such way leads round through it.
 */
struct search {
    const struct withholding *table;
    size_t skipped; /* the cell in question */
    bool *seen;     /* of rows, then of columns */
    size_t *queue;
    size_t queued;
};

static void reach(struct search *search, size_t node) {
    if (!search->seen[node]) {
        search->seen[node] = true;
        search->queue[search->queued++] = node;
    }
}

static void reach_from(struct search *search, size_t node) {
    const struct withholding *table = search->table;
    bool is_row = node < table->row_count;
    struct line line = is_row ? row_of(table, node) : column_of(table, node - table->row_count);
    for (size_t i = 0; i < line.count; i++) {
        size_t cell = cell_of(line, i);
        bool usable = is_row || table->cells[cell] > 0;
        if (cell != search->skipped && !table->told[cell] && usable && may_hide(table, cell)) {
            reach(search, is_row ? table->row_count + i : i);
        }
    }
}

static bool leads(const struct withholding *table, size_t from, size_t to, size_t skipped) {
    size_t nodes = table->row_count + table->column_count;
    struct search search = {.table = table,
                            .skipped = skipped,
                            .seen = memory_allocate(nodes * sizeof(bool)),
                            .queue = memory_allocate(nodes * sizeof(size_t))};
    memset(search.seen, 0, nodes * sizeof(bool));
    reach(&search, from);
    for (size_t i = 0; i < search.queued && !search.seen[to]; i++) {
        reach_from(&search, search.queue[i]);
    }
    bool found = search.seen[to];
    memory_free(search.seen);
    memory_free(search.queue);
    return found;
}

static bool is_known(const struct withholding *table, size_t row, size_t column) {
    size_t cell = row * table->column_count + column, column_node = table->row_count + column;
    bool may_be_more = leads(table, column_node, row, cell);
    bool may_be_less = table->cells[cell] > 0 && leads(table, row, column_node, cell);
    return !may_be_more && !may_be_less;
}

static bool cover_cell(const struct withholding *table, size_t row, size_t column) {
    size_t cell = row * table->column_count + column;
    if (table->told[cell] || !may_hide(table, cell) || !is_known(table, row, column)) {
        return false;
    }
    return withhold_smallest(table, row_of(table, row)) || withhold_smallest(table, column_of(table, column));
}

static bool cover_known(const struct withholding *table) {
    bool changed = false;
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t column = 0; column < table->column_count; column++) {
            changed = cover_cell(table, row, column) || changed;
        }
    }
    return changed;
}

void withholding_decide(const struct withholding *table) {
    for (size_t cell = 0; cell < table->row_count * table->column_count; cell++) {
        table->told[cell] = table->told[cell] && !is_few(table->cells[cell]);
    }
    bool changed = true;
    while (changed) {
        changed = cover_lines(table);
        changed = (table->columns_add_up && cover_known(table)) || changed;
    }
}
