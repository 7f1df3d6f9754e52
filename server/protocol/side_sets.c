/* Who stands in which row, and which rows may be told of at all.
 *
 * Everybody sees in which notes a word stands, or which are in a theme. So from two rows that differ by few
 * persons the figures of these few could be taken, one column after the other, and with that whose their
 * notes are; and so from a row of all but few, for all are the column's persons; and from rows that have all
 * but few in them once, from all of them. Where that is so, rows are withheld by whom they are made of, and
 * not by what stands in their cells: what is withheld for its figures says something about them. */
#include <string.h>

#include "protocol/comparison_view.h"
#include "protocol/side_making.h"

enum { LEAST = PROCESS_WITHHOLD_BELOW, BITS = 64 };

static uint64_t *row_at(const struct side_sets *sets, size_t row) {
    return sets->bits + row * sets->width;
}

size_t side_sets_next(const struct side_sets *sets, size_t row, size_t unit) {
    for (size_t i = unit / BITS; i < sets->width; i++) {
        uint64_t left = row_at(sets, row)[i] & (i == unit / BITS ? UINT64_MAX << unit % BITS : UINT64_MAX);
        if (left != 0) {
            return i * BITS + (size_t)__builtin_ctzll(left);
        }
    }
    return SIZE_MAX;
}

static size_t count_bits(const struct side_sets *sets, size_t row) {
    size_t count = 0;
    for (size_t i = 0; i < sets->width; i++) {
        count += (size_t)__builtin_popcountll(row_at(sets, row)[i]);
    }
    return count;
}

static void mark(const struct side_making *making, const struct side_sets *sets, size_t row) {
    const struct side *side = &making->sides->rows[row];
    for (size_t i = 0; i < side->note_count; i++) {
        size_t unit = making->unit_of[side->notes[i]];
        if (unit != SIDE_NOWHERE) {
            row_at(sets, row)[unit / BITS] |= UINT64_C(1) << unit % BITS;
        }
    }
}

/* The last row: those who stand in none of the others, or in none of those that may be told of. */
static void set_rest(const struct side_making *making, const struct side_sets *sets, bool of_told) {
    uint64_t *rest = row_at(sets, sets->row_count);
    for (size_t unit = 0; unit < making->unit_count; unit++) {
        rest[unit / BITS] |= UINT64_C(1) << unit % BITS;
    }
    for (size_t row = 0; row < sets->row_count; row++) {
        for (size_t i = 0; i < sets->width && (!of_told || sets->may_tell[row]); i++) {
            rest[i] &= ~row_at(sets, row)[i];
        }
    }
}

/* How many stand in one of them alone; of LEAST or more it is enough to know that. */
static int64_t count_difference(const struct side_sets *sets, size_t a, size_t b) {
    int64_t count = 0;
    for (size_t i = 0; i < sets->width && count < LEAST; i++) {
        count += __builtin_popcountll(row_at(sets, a)[i] ^ row_at(sets, b)[i]);
    }
    return count;
}

/* All but few, or nearly an earlier one that is told. */
static bool is_nearly_told(const struct side_sets *sets, size_t row, size_t all) {
    bool nearly = is_few((int64_t)(all - sets->persons[row]));
    for (size_t other = 0; other < row && !nearly; other++) {
        nearly = sets->may_tell[other] && is_few(count_difference(sets, row, other));
    }
    return nearly;
}

/* The last of the smallest that may be told of: SIZE_MAX where there is none. */
static size_t find_smallest(const struct side_sets *sets) {
    size_t smallest = SIZE_MAX;
    for (size_t row = 0; row < sets->row_count; row++) {
        bool is_smaller = smallest == SIZE_MAX || sets->persons[row] <= sets->persons[smallest];
        if (sets->may_tell[row] && is_smaller) {
            smallest = row;
        }
    }
    return smallest;
}

/* Where rows add up, those of which nothing is told are many together, or nobody. */
static void join_rest(const struct side_making *making, const struct side_sets *sets) {
    size_t smallest;
    set_rest(making, sets, true);
    while (is_few((int64_t)count_bits(sets, sets->row_count)) &&
           (smallest = find_smallest(sets)) != SIZE_MAX) {
        sets->may_tell[smallest] = false;
        set_rest(making, sets, true);
    }
}

void side_sets_make(const struct side_making *making, struct side_sets *sets) {
    size_t rows = making->sides->row_count, in_rows = 0;
    sets->row_count = rows < COMPARISON_SUBJECTS ? rows : COMPARISON_SUBJECTS;
    sets->width = making->unit_count / BITS + 1;
    sets->bits = arena_allocate_array(making->arena, (sets->row_count + 1) * sets->width, sizeof *sets->bits);
    sets->persons = arena_allocate_array(making->arena, sets->row_count, sizeof *sets->persons);
    sets->may_tell = arena_allocate_array(making->arena, sets->row_count, sizeof *sets->may_tell);
    memset(sets->bits, 0, (sets->row_count + 1) * sets->width * sizeof *sets->bits);
    for (size_t row = 0; row < sets->row_count; row++) {
        mark(making, sets, row);
        sets->persons[row] = count_bits(sets, row);
        sets->may_tell[row] = sets->persons[row] >= LEAST && !is_nearly_told(sets, row, making->unit_count);
        in_rows += sets->persons[row];
    }
    set_rest(making, sets, false);
    size_t outside = count_bits(sets, sets->row_count);
    sets->add_up = in_rows + outside < making->unit_count + LEAST; /* few stand in several */
    if (sets->add_up) {
        join_rest(making, sets);
        set_rest(making, sets, false);
    }
}
