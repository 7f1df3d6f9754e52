/* A trait that few notes have is a mark: who was seen to write late, or borrowed a phone, is known by it. So
 * it goes as with roles (core/rounds/bearings.c): notes that look the same so far, by all that is told of
 * them anyway, are parted by the trait; a value that fewer than five persons' notes have is not told, and
 * then, smallest first, further ones until those of whom nothing is told are five too, or nobody. What is
 * left looks the same again, and is parted by the next trait. What all notes of
 * the round have is told in any case.
 *
 * The answer about research parts them first. So a note's traits are the same in both records, and what the
 * one says of those who are in both says nothing of those who are in one alone. */
#include "transcript/crowds.h"

#include <stdlib.h>
#include <string.h>

/* One note as it is weighed by one trait. */
struct weighed {
    size_t at;     /* among the round's notes */
    int64_t class; /* those of one look the same so far */
    int64_t value;
    size_t group; /* those of the class with the same value */
    struct actor author;
};

/* The notes of one class with one value. */
struct value_group {
    int64_t authors;
    bool told;
};

static int compare_numbers(int64_t a, int64_t b) {
    return (a > b) - (a < b);
}

static int compare_actors(const struct actor *a, const struct actor *b) {
    return a->kind != b->kind ? compare_numbers(a->kind, b->kind) : id_compare(a->id, b->id);
}

static int by_value(const void *a, const void *b) {
    const struct weighed *left = a, *right = b;
    int order = compare_numbers(left->class, right->class);
    order = order ? order : compare_numbers(left->value, right->value);
    return order ? order : compare_actors(&left->author, &right->author);
}

static int by_author(const void *a, const void *b) {
    const struct weighed *left = a, *right = b;
    return compare_actors(&left->author, &right->author);
}

static int64_t value_of(const struct note *note, enum trait trait) {
    switch (trait) {
    case TRAIT_SIGHT:
        return note->sight * 2 + note->after_reveal;
    case TRAIT_EDITS:
        return note->edits;
    case TRAIT_MEANS:
        return note->entered ? 2 : note->shared_phone;
    default:
        return note->language;
    }
}

/* ---- one class ---- */

/* Of those sorted by value: says who is of which group, and how many persons a group is; how many there are.
 */
static size_t group_values(struct weighed *of, size_t count, struct value_group *groups) {
    size_t group = 0;
    for (size_t i = 0; i < count; i++) {
        bool same = i > 0 && of[i].value == of[i - 1].value;
        if (i > 0 && !same) {
            group++;
        }
        if (!same) {
            groups[group] = (struct value_group){0};
        }
        of[i].group = group;
        groups[group].authors += !same || !actor_equal(of[i].author, of[i - 1].author);
    }
    return group + 1;
}

/* Persons with any note, among those sorted by person, of whom the value is not told. */
static int64_t count_untold(const struct weighed *of, size_t count, const struct value_group *groups) {
    int64_t persons = 0;
    bool has_any = false;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && !actor_equal(of[i].author, of[i - 1].author)) {
            has_any = false;
        }
        if (!groups[of[i].group].told && !has_any) {
            has_any = true;
            persons++;
        }
    }
    return persons;
}

static struct value_group *smallest_told(struct value_group *groups, size_t count) {
    struct value_group *smallest = NULL;
    for (size_t i = 0; i < count; i++) {
        if (groups[i].told && (!smallest || groups[i].authors < smallest->authors)) {
            smallest = &groups[i];
        }
    }
    return smallest;
}

/* groups has room for as many as there are notes. */
static void weigh_class(struct weighed *of, size_t count, struct value_group *groups) {
    size_t group_count = group_values(of, count, groups);
    struct value_group *smallest;
    for (size_t i = 0; i < group_count; i++) {
        groups[i].told = groups[i].authors >= PROCESS_WITHHOLD_BELOW;
    }
    qsort(of, count, sizeof *of, by_author);
    while (is_few(count_untold(of, count, groups)) && (smallest = smallest_told(groups, group_count))) {
        smallest->told = false;
    }
}

/* ---- a round ---- */

/* Whoever said the same has the same set; which comes first does not matter. */
static int compare_sets(const struct study_set *a, const struct study_set *b) {
    return ((uintptr_t)a > (uintptr_t)b) - ((uintptr_t)a < (uintptr_t)b);
}

/* By all that is told of them whatever they were written with. */
static int compare_looks(const void *a, const void *b) {
    const struct note *left = ((const struct weighed_note *)a)->note,
                      *right = ((const struct weighed_note *)b)->note;
    int order = compare_numbers(left->consent, right->consent);
    order = order ? order : compare_sets(left->studies, right->studies);
    order = order ? order : compare_numbers(left->late, right->late);
    order = order ? order : compare_numbers(left->group_size, right->group_size);
    order = order ? order : id_compare(note_group(left), note_group(right));
    order = order ? order : id_compare(left->role, right->role);
    return order ? order : str_compare(left->organisation_type, right->organisation_type);
}

/* What all notes of the round have is a fact of the round. */
static bool all_have_one(const struct weighed *of, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (of[i].value != of[0].value) {
            return false;
        }
    }
    return true;
}

static void tell_all(struct weighed_note *notes, size_t count, enum trait trait) {
    for (size_t i = 0; i < count; i++) {
        notes[i].told[trait] = true;
    }
}

static void weigh_trait(struct weighed_note *notes, struct weighed *of, size_t count, enum trait trait,
                        struct value_group *groups) {
    for (size_t i = 0; i < count; i++) {
        of[i].value = value_of(notes[of[i].at].note, trait);
    }
    if (all_have_one(of, count)) {
        tell_all(notes, count, trait);
        return;
    }
    qsort(of, count, sizeof *of, by_value);
    int64_t class = 0;
    for (size_t begin = 0, end; begin < count; begin = end) {
        for (end = begin + 1; end < count && of[end].class == of[begin].class; end++) {
        }
        weigh_class(of + begin, end - begin, groups);
        for (size_t i = begin; i < end; i++) {
            bool told = groups[of[i].group].told;
            notes[of[i].at].told[trait] = told;
            of[i].class = class + (told ? (int64_t)of[i].group + 1 : 0);
        }
        class += (int64_t)(end - begin) + 1;
    }
}

void crowds_weigh(struct weighed_note *notes, size_t count, struct arena *arena) {
    struct weighed *of = arena_allocate_array(arena, count, sizeof *of);
    struct value_group *groups = arena_allocate_array(arena, count, sizeof *groups);
    if (count > 1) {
        qsort(notes, count, sizeof *notes, compare_looks);
    }
    int64_t class = 0;
    for (size_t i = 0; i < count; i++) {
        class += i > 0 && compare_looks(&notes[i - 1], &notes[i]) != 0;
        of[i] = (struct weighed){.at = i, .class = class, .author = notes[i].note->author};
    }
    for (enum trait trait = 0; trait < TRAITS; trait++) {
        weigh_trait(notes, of, count, trait, groups);
    }
}
