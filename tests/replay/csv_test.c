#include "csv.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

static char path[] = "/tmp/samskap-csv-XXXXXX";

static enum status read_text(const char *text, enum csv_form form, struct csv *csv) {
    snprintf(path, sizeof path, "/tmp/samskap-csv-XXXXXX");
    int fd = mkstemp(path);
    cr_assert_geq(fd, 0);
    FILE *file = fdopen(fd, "wb");
    fputs(text, file);
    fclose(file);
    enum status status = csv_read(path, form, csv);
    unlink(path);
    return status;
}

static void expect_cell(const struct csv *csv, size_t row, const char *name, const char *expected) {
    size_t column;
    cr_assert(csv_column(csv, name, &column), "no column %s", name);
    struct str cell = csv_cell(csv, row, column);
    cr_expect(str_equal(cell, str_of(expected)), "row %zu, %s: \"%.*s\"", row, name, STR_ARGS(cell));
}

Test(csv, quoted_cells_hold_line_ends_quotes_and_separators) {
    struct csv csv;
    cr_assert_eq(read_text("a,b\n\"x\n\"\"y\"\", z\",2\r\n3,\"\"\n", CSV_COMMA, &csv), STATUS_OK);
    cr_expect_eq(csv.rows, 2);
    expect_cell(&csv, 0, "a", "x\n\"y\", z");
    expect_cell(&csv, 0, "b", "2");
    expect_cell(&csv, 1, "a", "3");
    expect_cell(&csv, 1, "b", "");
    csv_finish(&csv);
}

Test(csv, short_rows_are_filled_and_the_last_line_needs_no_end) {
    struct csv csv;
    cr_assert_eq(read_text("\xef\xbb\xbf"
                           "a,b,c\n1\n2,3,4",
                           CSV_COMMA, &csv),
                 STATUS_OK);
    expect_cell(&csv, 0, "a", "1");
    expect_cell(&csv, 0, "c", "");
    expect_cell(&csv, 1, "c", "4");
    csv_finish(&csv);
}

Test(csv, tabs_leave_quotes_alone) {
    struct csv csv;
    cr_assert_eq(read_text("a\tb\n\"x\t'y, z\n", CSV_TAB, &csv), STATUS_OK);
    expect_cell(&csv, 0, "a", "\"x");
    expect_cell(&csv, 0, "b", "'y, z");
    csv_finish(&csv);
}

Test(csv, damage_is_refused) {
    static const char *const damaged[] = {"", "a,b\n1,2,3\n", "a\n\"open", "a\n\"x\"y\n"};
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        struct csv csv;
        cr_expect_eq(read_text(damaged[i], CSV_COMMA, &csv), STATUS_INVALID, "%s", damaged[i]);
        csv_finish(&csv);
    }
    struct csv csv;
    cr_expect_eq(csv_read("/nonexistent", CSV_COMMA, &csv), STATUS_NOT_FOUND);
    csv_finish(&csv);
}
