#include "protocol/withholding.h"

#include <assert.h>
#include <string.h>

#include "base/memory.h"
#include "core/process.h"
#include "protocol/withholding_making.h"

enum { LEAST = PROCESS_WITHHOLD_BELOW };

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

/* Whether what is withheld of the line gives itself away: a single cell, few in all, or as few (of five cells
 * each 1) or as many (of two cells 4 and 4) as they can be. The rest hides others, and is not hidden itself.
 */
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
    bool is_single = withheld == 1 || persons == withheld * (LEAST - 1) || persons <= withheld + 1;
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

/* By what stands in it alone. Returns whether it changed anything, as all that follow. */
static bool cover_line(const struct decision *decision, struct line line) {
    bool changed = false;
    while (is_bare(decision, line) && withhold_smallest(decision, line)) {
        changed = true;
    }
    return changed;
}

/* What is withheld of a row. */
struct gap {
    size_t first, last; /* columns */
    size_t count;
    int64_t persons, room; /* that are withheld; of the smallest column */
};

static struct gap gap_of(const struct withholding *table, size_t row) {
    struct gap gap = {.first = SIZE_MAX, .room = INT64_MAX};
    for (size_t column = 0; column < table->column_count; column++) {
        size_t cell = row * table->column_count + column;
        if (!table->told[cell]) {
            gap.first = gap.count++ == 0 ? column : gap.first;
            gap.last = column;
            gap.persons += table->cells[cell];
            gap.room = table->column_persons[column] < gap.room ? table->column_persons[column] : gap.room;
        }
    }
    return gap;
}

/* The row with other cells, to see what would be withheld of it. */
struct trial {
    struct withholding table;
    struct decision decision;
    int64_t *cells;
};

static bool looks_the_same(const struct trial *trial, const bool *told) {
    const struct withholding *table = &trial->table;
    for (size_t i = 0; i < table->column_count; i++) {
        table->told[i] = !is_few(table->cells[i]);
    }
    cover_line(&trial->decision, row_of(table, 0));
    return memcmp(table->told, told, table->column_count * sizeof *told) == 0;
}

/* Whether other figures than these could be behind the gap, of two cells. */
static bool has_other_ways(const struct decision *decision, size_t row, struct gap gap, struct trial *trial) {
    const struct withholding *table = decision->table;
    size_t first = row * table->column_count;
    int64_t least = gap.persons - table->column_persons[gap.last], most = table->column_persons[gap.first];
    int ways = 0;
    memcpy(trial->cells, table->cells + first, table->column_count * sizeof *trial->cells);
    for (int64_t persons = least > 0 ? least : 0; persons <= most && persons <= gap.persons && ways < 2;
         persons++) {
        trial->cells[gap.first] = persons;
        trial->cells[gap.last] = gap.persons - persons;
        ways += looks_the_same(trial, table->told + first);
    }
    return ways == 2;
}

static bool has_ways(const struct decision *decision, size_t row, struct gap gap) {
    size_t columns = decision->table->column_count;
    struct trial trial = {.cells = memory_allocate(columns * sizeof(int64_t))};
    trial.table = (struct withholding){.cells = trial.cells,
                                       .column_persons = decision->table->column_persons,
                                       .row_count = 1,
                                       .column_count = columns,
                                       .told = memory_allocate(columns * sizeof(bool))};
    trial.decision = (struct decision){.table = &trial.table, .row_persons = &decision->row_persons[row]};
    bool found = has_other_ways(decision, row, gap, &trial);
    memory_free(trial.cells);
    memory_free(trial.table.told);
    return found;
}

/* Whether what is withheld of a row may say too much: it might not all be of one column, because that has
 * fewer persons; and it is not two cells of which it is seen that they could be others. Where few are missing
 * in the row, the whole of it is to hide those rows that can be in fewer ways. */
static bool is_narrow(const struct decision *decision, size_t row) {
    const struct withholding *table = decision->table;
    struct gap gap = gap_of(table, row);
    int64_t missing = -decision->row_persons[row], largest = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        int64_t persons = table->column_persons[column];
        missing += persons;
        largest = persons > largest ? persons : largest;
    }
    bool fits = gap.count == 0 || gap.persons <= gap.room;
    return !fits && (missing < largest || gap.count != 2 || !has_ways(decision, row, gap));
}

static bool cover_row(const struct decision *decision, size_t row) {
    struct line line = row_of(decision->table, row);
    bool changed = cover_line(decision, line);
    if (find_smallest_told(decision, line) != SIZE_MAX && is_narrow(decision, row)) {
        withhold_row(decision->table, row);
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
        changed = cover_line(decision, column_of(table, column)) || changed;
    }
    return changed;
}

static bool cover_cell(const struct decision *decision, size_t row, size_t column) {
    const struct withholding *table = decision->table;
    size_t cell = row * table->column_count + column;
    if (!hides(decision, cell) || !withholding_is_known(decision, row, column)) {
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
