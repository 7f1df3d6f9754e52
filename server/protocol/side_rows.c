/* The rows of a table: persons of each column, as far as they may be told. */
#include "protocol/comparison_view.h"
#include "protocol/side_making.h"
#include "protocol/withholding.h"

static size_t column_of(const struct side_making *making, size_t unit) {
    const struct side_heading *heading = &making->headings[making->heading_of[unit]];
    return heading->column == SIDE_NOWHERE ? making->headings[0].column : heading->column;
}

static void count_cells(const struct side_making *making, const struct side_sets *sets, size_t row,
                        int64_t *cells) {
    for (size_t unit = side_sets_next(sets, row, 0); unit < making->unit_count;
         unit = side_sets_next(sets, row, unit + 1)) {
        cells[column_of(making, unit)]++;
    }
}

/* Cells of all rows, and of those who stand in none of them. */
static int64_t *count_rows(const struct side_making *making, const struct side_sets *sets,
                           struct withholding *table) {
    size_t columns = making->column_count;
    table->row_count = sets->row_count + 1;
    table->column_count = columns;
    table->has_rest = true;
    int64_t *cells = arena_allocate_array(making->arena, table->row_count * columns, sizeof *cells);
    int64_t *persons = arena_allocate_array(making->arena, columns, sizeof *persons);
    bool *told = arena_allocate_array(making->arena, table->row_count * columns, sizeof *told);
    for (size_t i = 0; i < table->row_count * columns; i++) {
        cells[i] = 0;
        told[i] = i / columns < sets->row_count && sets->may_tell[i / columns];
    }
    for (size_t row = 0; row < table->row_count; row++) {
        count_cells(making, sets, row, cells + row * columns);
    }
    for (size_t i = 0; i < columns; i++) {
        persons[i] = making->columns[i].persons;
    }
    table->cells = cells;
    table->column_persons = persons;
    table->told = told;
    table->columns_add_up = sets->add_up;
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
    struct side_sets sets;
    struct comparison_row *rows = arena_allocate_array(making->arena, COMPARISON_ROWS, sizeof *rows);
    side_sets_make(making, &sets);
    const int64_t *cells = count_rows(making, &sets, &table);
    withholding_decide(&table);
    for (size_t i = 0; i < sides->row_count; i++) {
        size_t first = i * making->column_count;
        bool told =
            i < sets.row_count && tells_anything(cells + first, table.told + first, making->column_count);
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
