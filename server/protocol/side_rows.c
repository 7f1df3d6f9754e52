/* The rows of a table: persons of each column, as far as they may be told. */
#include "protocol/comparison_view.h"
#include "protocol/side_making.h"
#include "protocol/withholding.h"

static size_t column_of(const struct side_making *making, size_t unit) {
    const struct side_heading *heading = &making->headings[making->heading_of[unit]];
    return heading->column == SIDE_NOWHERE ? making->headings[0].column : heading->column;
}

static void count_row(const struct side_making *making, const struct side *row, size_t stamp, size_t *last,
                      int64_t *cells) {
    for (size_t i = 0; i < row->note_count; i++) {
        size_t unit = making->unit_of[row->notes[i]];
        if (unit != SIDE_NOWHERE && last[unit] != stamp) {
            last[unit] = stamp;
            cells[column_of(making, unit)]++;
        }
    }
}

static bool columns_add_up(const struct side_making *making, const int64_t *cells, size_t rows) {
    for (size_t column = 0; column < making->column_count; column++) {
        int64_t sum = 0;
        for (size_t row = 0; row < rows; row++) {
            sum += cells[row * making->column_count + column];
        }
        if (sum != making->columns[column].persons) {
            return false;
        }
    }
    return true;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* Cells of all rows. Those beyond the most that are compared come together in one, of which nothing is told.
 */
static int64_t *count_rows(const struct side_making *making, struct withholding *table) {
    const struct side_by_side *sides = making->sides;
    size_t columns = making->column_count, compared = smaller(sides->row_count, COMPARISON_SUBJECTS);
    table->row_count = compared + (sides->row_count > compared);
    table->column_count = columns;
    int64_t *cells = arena_allocate_array(making->arena, table->row_count * columns, sizeof *cells);
    bool *told = arena_allocate_array(making->arena, table->row_count * columns, sizeof *told);
    size_t *last = arena_allocate_array(making->arena, making->unit_count, sizeof *last);
    for (size_t i = 0; i < table->row_count * columns; i++) {
        cells[i] = 0;
        told[i] = i < compared * columns;
    }
    for (size_t i = 0; i < making->unit_count; i++) {
        last[i] = 0;
    }
    for (size_t i = 0; i < sides->row_count; i++) {
        count_row(making, &sides->rows[i], i + 1, last, cells + smaller(i, compared) * columns);
    }
    table->cells = cells;
    table->told = told;
    table->columns_add_up = columns_add_up(making, cells, table->row_count);
    return cells;
}

static bool tells_anything(const int64_t *cells, const bool *told, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (told[i] && cells[i] > 0) {
            return true;
        }
    }
    return false;
}

static struct comparison_row make_row(const struct side_making *making, const struct side *side,
                                      const int64_t *counted, const bool *told) {
    int64_t *cells = arena_allocate_array(making->arena, making->column_count, sizeof *cells);
    for (size_t i = 0; i < making->column_count; i++) {
        cells[i] = told[i] ? counted[i] : COMPARISON_WITHHELD;
    }
    return (struct comparison_row){.word = side->word,
                                   .theme = side->theme,
                                   .label = side->label,
                                   .cells = cells,
                                   .cells_count = making->column_count};
}

void side_rows_make(const struct side_making *making, struct entity_comparison *entity) {
    const struct side_by_side *sides = making->sides;
    struct withholding table = {0};
    struct comparison_row *rows = arena_allocate_array(making->arena, COMPARISON_ROWS, sizeof *rows);
    const int64_t *cells = count_rows(making, &table);
    withholding_decide(&table);
    for (size_t i = 0; i < sides->row_count; i++) {
        size_t first = i * making->column_count;
        bool told = i < COMPARISON_SUBJECTS &&
                    tells_anything(cells + first, table.told + first, making->column_count);
        if (told && entity->rows_count < COMPARISON_ROWS) {
            rows[entity->rows_count++] = make_row(making, &sides->rows[i], cells + first, table.told + first);
        } else if (told) {
            entity->more++;
        } else {
            entity->withheld++;
        }
    }
    entity->rows = rows;
}
