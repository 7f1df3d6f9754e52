/* What may be told of a table, and that nobody who knows all that is told, and the sums, finds out the rest.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "protocol/withholding.h"

enum { MOST = 64 };

static bool told[MOST];
static int64_t persons[MOST]; /* of columns */
static bool has_rest;         /* the last row is of those who stand in no other */

static void decide(const int64_t *cells, size_t rows, size_t columns, bool add_up) {
    memset(told, true, sizeof told);
    memset(told + (rows - has_rest) * columns, false, has_rest * columns * sizeof *told);
    struct withholding table = {.cells = cells,
                                .column_persons = persons,
                                .row_count = rows,
                                .column_count = columns,
                                .columns_add_up = add_up,
                                .has_rest = has_rest,
                                .told = told};
    withholding_decide(&table);
}

static void have_many_in_columns(void) {
    for (size_t i = 0; i < MOST; i++) {
        persons[i] = 100;
    }
}

TestSuite(withholding, .init = have_many_in_columns);

/* One row: T told, - withheld. */
static void expect_row(const int64_t *cells, const char *expected) {
    char found[MOST] = "";
    decide(cells, 1, strlen(expected), false);
    for (size_t i = 0; i < strlen(expected); i++) {
        found[i] = told[i] ? 'T' : '-';
    }
    cr_expect_str_eq(found, expected);
}

Test(withholding, begins_below_five) {
    expect_row((int64_t[]){5, 6}, "TT");
    expect_row((int64_t[]){4, 6}, "--");
    expect_row((int64_t[]){1, 0}, "--");
    expect_row((int64_t[]){0, 9}, "TT");
    expect_row((int64_t[]){0, 0}, "TT");
}

Test(withholding, leaves_no_small_rest_and_no_single_cell) {
    expect_row((int64_t[]){4, 6, 9}, "--T");
    expect_row((int64_t[]){4, 9, 6}, "-T-");
    expect_row((int64_t[]){2, 2, 9}, "---");
    expect_row((int64_t[]){2, 3, 9}, "--T");
    expect_row((int64_t[]){3, 0, 0}, "---");
    expect_row((int64_t[]){3, 0, 8, 9}, "-T-T");
    expect_row((int64_t[]){4, 5, 5, 9}, "---T");
    expect_row((int64_t[]){1, 1, 1, 1, 1}, "-----");
    expect_row((int64_t[]){2, 1, 1, 1, 0}, "-----"); /* else these ones would be known by the 0 */
}

/* 4 and 7 of 5 and 7: who wrote it was 11, and 5 and 6 would be told. */
Test(withholding, tells_nothing_where_columns_leave_one_way) {
    persons[0] = 5, persons[1] = 7;
    expect_row((int64_t[]){4, 7}, "--");
    expect_row((int64_t[]){5, 6}, "--");
    expect_row((int64_t[]){5, 7}, "TT");
    expect_row((int64_t[]){5, 5}, "TT");
    persons[0] = 6, persons[1] = 11, persons[2] = 11;
    expect_row((int64_t[]){4, 7, 8}, "---"); /* 3 and 8 would be withheld otherwise, and 7 and 4 cannot be */
    expect_row((int64_t[]){4, 2, 8}, "--T");
    persons[0] = 53, persons[1] = 25, persons[2] = 8;
    expect_row((int64_t[]){20, 10, 3}, "T--"); /* 11 and 2, for one */
}

Test(withholding, goes_on_in_columns_that_add_up) {
    const int64_t cells[] = {4, 8, 9, 7, 8, 9, 9, 9, 9};
    const bool expected[] = {false, false, true, false, false, true, true, true, true};
    decide(cells, 3, 3, true);
    cr_expect_eq(memcmp(told, expected, sizeof expected), 0, "a rectangle");
    decide(cells, 3, 3, false);
    cr_expect(told[3] && told[4], "but not else");
}

/* ---- an attacker ---- */

static uint64_t chance = 88172645463325252u;

static int64_t draw(int64_t below) {
    chance ^= chance << 13;
    chance ^= chance >> 7;
    chance ^= chance << 17;
    return (int64_t)(chance % (uint64_t)below);
}

struct attack {
    const int64_t *cells;
    size_t rows, columns;
    bool add_up;
    bool told[MOST];
    int64_t guess[MOST];
    bool varies[MOST]; /* another value is possible */
};

static bool sums_hold(const struct attack *attack) {
    for (size_t row = 0; row < attack->rows; row++) {
        int64_t difference = 0;
        for (size_t i = 0; i < attack->columns; i++) {
            size_t cell = row * attack->columns + i;
            difference += attack->cells[cell] - attack->guess[cell];
        }
        if (difference != 0) {
            return false;
        }
    }
    for (size_t column = 0; attack->add_up && column < attack->columns; column++) {
        int64_t difference = 0;
        for (size_t cell = column; cell < attack->rows * attack->columns; cell += attack->columns) {
            difference += attack->cells[cell] - attack->guess[cell];
        }
        if (difference != 0) {
            return false;
        }
    }
    return true;
}

static int64_t row_total(const struct attack *attack, size_t cell) {
    int64_t total = 0;
    size_t first = cell / attack->columns * attack->columns;
    for (size_t i = 0; i < attack->columns; i++) {
        total += attack->cells[first + i];
    }
    return total;
}

/* Whether the table that is guessed would have been told in the same way: the rules are no secret. */
static bool looks_the_same(const struct attack *attack) {
    decide(attack->guess, attack->rows, attack->columns, attack->add_up);
    return memcmp(told, attack->told, attack->rows * attack->columns) == 0;
}

static void guess_from(struct attack *attack, size_t cell) {
    if (cell == attack->rows * attack->columns) {
        if (sums_hold(attack) && looks_the_same(attack)) {
            for (size_t i = 0; i < cell; i++) {
                attack->varies[i] = attack->varies[i] || attack->guess[i] != attack->cells[i];
            }
        }
        return;
    }
    int64_t most = attack->told[cell] ? attack->cells[cell] : row_total(attack, cell);
    int64_t in_column = persons[cell % attack->columns];
    most = most < in_column ? most : in_column;
    for (int64_t value = attack->told[cell] ? most : 0; value <= most; value++) {
        attack->guess[cell] = value;
        guess_from(attack, cell + 1);
    }
}

/* Rows of nobody are not told of, a rest of few is seen to before (side_sets.c), and columns of fewer than
 * five are none. */
static bool is_proper(const int64_t *cells, size_t rows, size_t columns) {
    for (size_t row = 0; row < rows; row++) {
        int64_t total = 0;
        for (size_t i = 0; i < columns; i++) {
            total += cells[row * columns + i];
        }
        if (total < (has_rest && row == rows - 1 ? 5 : 1)) {
            return false;
        }
    }
    for (size_t column = 0; column < columns; column++) {
        int64_t total = 0;
        for (size_t row = 0; row < rows; row++) {
            total += cells[row * columns + column];
        }
        if (total < 5) {
            return false;
        }
    }
    return true;
}

/* All of a column are in its rows where these add up; else there may be some more, and five at least. */
static void count_columns(const int64_t *cells, size_t rows, size_t columns, bool add_up) {
    for (size_t column = 0; column < columns; column++) {
        persons[column] = 0;
        for (size_t row = 0; row < rows; row++) {
            persons[column] += cells[row * columns + column];
        }
        if (!add_up) {
            persons[column] = (persons[column] < 5 ? 5 : persons[column]) + (draw(2) == 0 ? 0 : draw(5));
        }
    }
}

static void attack_one(size_t rows, size_t columns, int64_t most, bool add_up) {
    int64_t cells[MOST];
    do {
        for (size_t i = 0; i < rows * columns; i++) {
            cells[i] = draw(3) == 0 ? 0 : draw(most);
        }
    } while (add_up && !is_proper(cells, rows, columns));
    struct attack attack = {.cells = cells, .rows = rows, .columns = columns, .add_up = add_up};
    count_columns(cells, rows, columns, add_up);
    decide(cells, rows, columns, add_up);
    memcpy(attack.told, told, sizeof told);
    guess_from(&attack, 0);
    for (size_t i = 0; i < (rows - has_rest) * columns; i++) {
        bool is_few = cells[i] > 0 && cells[i] < 5;
        cr_expect(!(is_few && attack.told[i]));
        cr_expect(attack.told[i] || !is_few || attack.varies[i], "cell %zu is %d", i, (int)cells[i]);
    }
}

Test(withholding, no_cell_of_a_row_can_be_computed_by_who_knows_the_rules) {
    for (int i = 0; i < 3000; i++) {
        attack_one(1, 2 + (size_t)draw(4), 9, false);
    }
}

/* And all sums. */
Test(withholding, no_cell_of_a_table_can_be_computed) {
    for (int i = 0; i < 250; i++) {
        attack_one(2, 2 + (size_t)draw(2), 9, true);
    }
}

Test(withholding, no_cell_can_be_computed_beside_a_rest) {
    has_rest = true;
    for (int i = 0; i < 150; i++) {
        attack_one(3, 2, 9, true);
    }
}

/* Larger ones: no column's rest is small, nor is it a single cell, and rows likewise. */
Test(withholding, leaves_no_small_rest_in_any_line_of_a_table) {
    for (int round = 0; round < 200; round++) {
        int64_t cells[MOST];
        size_t rows = 8, columns = 5;
        for (size_t i = 0; i < rows * columns; i++) {
            cells[i] = draw(4) == 0 ? 0 : draw(20);
        }
        decide(cells, rows, columns, true);
        for (size_t column = 0; column < columns; column++) {
            int64_t rest = 0, in_all = 0;
            for (size_t row = 0; row < rows; row++) {
                rest += told[row * columns + column] ? 0 : cells[row * columns + column];
                in_all += cells[row * columns + column];
            }
            cr_expect(rest == 0 || rest >= 5 || rest == in_all);
        }
    }
}
