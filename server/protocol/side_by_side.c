#include "protocol/side_by_side.h"

#include <stdlib.h>

#include "protocol/comparison_view.h"
#include "protocol/side_making.h"

enum { LEAST = PROCESS_WITHHOLD_BELOW };

/* ---- headings ---- */

static void add_heading(struct side_making *making, struct id id, struct str type) {
    for (size_t i = 1; i < making->heading_count; i++) {
        if (id_equal(making->headings[i].id, id) && str_equal(making->headings[i].type, type)) {
            return;
        }
    }
    making->headings[making->heading_count++] = (struct side_heading){.id = id, .type = type};
}

static int by_type(const void *a, const void *b) {
    const struct side_heading *left = a, *right = b;
    return str_compare(left->type, right->type);
}

static void add_named(struct side_making *making, const struct named *named, size_t count) {
    for (size_t i = 0; i < count; i++) {
        add_heading(making, named[i].id, (struct str){0});
    }
}

/* By what notes bear, not by the profile: there a kind can be called another tomorrow, and columns of other
 * people beside today's would tell of the few between them. */
static void add_types(struct side_making *making) {
    for (size_t i = 0; i < making->sides->note_count; i++) {
        if (!str_is_empty(making->sides->notes[i]->organisation_type)) {
            add_heading(making, (struct id){0}, making->sides->notes[i]->organisation_type);
        }
    }
    if (making->heading_count > 2) {
        qsort(making->headings + 1, making->heading_count - 1, sizeof *making->headings, by_type);
    }
}

static void list_headings(struct side_making *making) {
    const struct process *process = making->sides->process;
    const struct profile *profile = process_profile(process);
    size_t sessions;
    const struct session *const *all = process_sessions(process, &sessions);
    size_t most = 1 + profile->roles_count + profile->levels_count + making->sides->note_count + sessions;
    making->headings = arena_allocate_array(making->arena, most, sizeof *making->headings);
    making->headings[making->heading_count++] = (struct side_heading){0};
    switch (making->sides->by) {
    case COMPARISON_BY_ROLE:
        add_named(making, profile->roles, profile->roles_count);
        break;
    case COMPARISON_BY_LEVEL:
        add_named(making, profile->levels, profile->levels_count);
        break;
    case COMPARISON_BY_SESSION:
        for (size_t i = 0; i < sessions; i++) {
            add_heading(making, all[i]->id, (struct str){0});
        }
        break;
    default:
        add_types(making);
    }
}

static size_t find_heading(const struct side_making *making, struct id id, struct str type) {
    for (size_t i = 1; i < making->heading_count; i++) {
        const struct side_heading *heading = &making->headings[i];
        if (id_equal(heading->id, id) && str_equal(heading->type, type)) {
            return i;
        }
    }
    return 0;
}

static size_t heading_of_note(const struct side_making *making, const struct note *note) {
    const struct str none = {0};
    switch (making->sides->by) {
    case COMPARISON_BY_ROLE:
        return find_heading(making, note->role, none);
    case COMPARISON_BY_LEVEL:
        return find_heading(making, note->level, none);
    case COMPARISON_BY_SESSION:
        return find_heading(making, note->round->session, none);
    default:
        return find_heading(making, (struct id){0}, note->organisation_type);
    }
}

/* ---- persons ---- */

/* Who wrote a note, as a number of all: notes of one person have the same. */
struct writer {
    struct actor author;
    struct id within; /* the round, or the session, where that tells them apart; none */
    size_t note;
};

static int compare_writers(const void *a, const void *b) {
    const struct writer *left = a, *right = b;
    if (left->author.kind != right->author.kind) {
        return left->author.kind < right->author.kind ? -1 : 1;
    }
    int order = id_compare(left->author.id, right->author.id);
    return order != 0 ? order : id_compare(left->within, right->within);
}

static struct id within_of(const struct side_by_side *sides, const struct note *note) {
    if (sides->per_round) {
        return note->round->id;
    }
    return sides->by == COMPARISON_BY_SESSION ? note->round->session : (struct id){0};
}

/* Who has notes with different headings is one of the others. */
static void join_unit(struct side_making *making, size_t note, bool is_new) {
    size_t heading = heading_of_note(making, making->sides->notes[note]);
    if (is_new) {
        making->heading_of[making->unit_count++] = heading;
    }
    size_t unit = making->unit_count - 1;
    making->unit_of[note] = unit;
    if (making->heading_of[unit] != heading) {
        making->heading_of[unit] = 0;
    }
}

static void number_writers(struct side_making *making) {
    const struct side_by_side *sides = making->sides;
    struct writer *writers = arena_allocate_array(making->arena, sides->note_count, sizeof *writers);
    size_t count = 0;
    making->unit_of = arena_allocate_array(making->arena, sides->note_count, sizeof(size_t));
    making->heading_of = arena_allocate_array(making->arena, sides->note_count, sizeof(size_t));
    for (size_t i = 0; i < sides->note_count; i++) {
        const struct note *note = sides->notes[i];
        making->unit_of[i] = SIDE_NOWHERE;
        if (sides->with_groups || (note->group_size == 0 && !str_is_empty(note->text))) {
            writers[count++] = (struct writer){note->author, within_of(sides, note), i};
        }
    }
    if (count > 1) {
        qsort(writers, count, sizeof *writers, compare_writers);
    }
    for (size_t i = 0; i < count; i++) {
        join_unit(making, writers[i].note, i == 0 || compare_writers(&writers[i - 1], &writers[i]) != 0);
    }
    for (size_t i = 0; i < making->unit_count; i++) {
        making->headings[making->heading_of[i]].persons++;
    }
}

/* ---- columns ---- */

static size_t find_smallest_column(const struct side_making *making, size_t *columns) {
    size_t smallest = 0;
    *columns = 0;
    for (size_t i = 1; i < making->heading_count; i++) {
        const struct side_heading *heading = &making->headings[i];
        if (heading->column == SIDE_NOWHERE) {
            continue;
        }
        ++*columns;
        if (smallest == 0 || heading->persons < making->headings[smallest].persons) {
            smallest = i;
        }
    }
    return smallest;
}

/* Into those who have none; somebody of it must have written. */
static void join_others(struct side_making *making, size_t heading, struct entity_comparison *entity) {
    making->headings[heading].column = SIDE_NOWHERE;
    making->headings[0].persons += making->headings[heading].persons;
    entity->few += making->headings[heading].persons > 0;
}

static void choose_columns(struct side_making *making, struct entity_comparison *entity) {
    struct side_heading *others = &making->headings[0];
    for (size_t i = 1; i < making->heading_count; i++) {
        if (making->headings[i].persons < LEAST) {
            join_others(making, i, entity);
        }
    }
    size_t columns, smallest = find_smallest_column(making, &columns);
    while (smallest > 0 &&
           (columns >= COMPARISON_COLUMNS || (others->persons > 0 && others->persons < LEAST))) {
        join_others(making, smallest, entity);
        smallest = find_smallest_column(making, &columns);
    }
}

static void add_column(struct side_making *making, struct side_heading *heading) {
    making->columns[making->column_count] =
        (struct comparison_column){.id = heading->id, .type = heading->type, .persons = heading->persons};
    heading->column = making->column_count++;
}

/* The others last. Where all are fewer than five there is none. */
static void make_columns(struct side_making *making, struct entity_comparison *entity) {
    choose_columns(making, entity);
    making->columns = arena_allocate_array(making->arena, COMPARISON_COLUMNS, sizeof *making->columns);
    for (size_t i = 1; i < making->heading_count; i++) {
        if (making->headings[i].column != SIDE_NOWHERE) {
            add_column(making, &making->headings[i]);
        }
    }
    if (making->headings[0].persons >= LEAST) {
        add_column(making, &making->headings[0]);
    }
}

void side_by_side_fill(const struct side_by_side *sides, struct arena *arena,
                       struct entity_comparison *entity) {
    struct side_making making = {.sides = sides, .arena = arena};
    list_headings(&making);
    number_writers(&making);
    make_columns(&making, entity);
    entity->persons = (int64_t)making.unit_count;
    entity->columns = making.columns;
    entity->columns_count = making.column_count;
    if (making.column_count == 0) {
        entity->withheld = (int64_t)sides->row_count;
        return;
    }
    side_rows_make(&making, entity);
}
