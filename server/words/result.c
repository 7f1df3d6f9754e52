#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "words/making.h"
#include "words/steps.h"

static bool is_written(const struct term *term) {
    return term->persons + term->groups > 0;
}

static void make_forms(const struct making *making, uint32_t number, struct words_family *family) {
    const struct counting *counting = making->counting;
    size_t start = making->first_term[number];
    size_t end = making->first_term[number + 1];
    family->forms = arena_allocate_array(counting->arena, end - start, sizeof(struct words_count));
    for (int inside = 0; inside < 2; inside++) {
        for (size_t i = start; i < end; i++) {
            const struct term *term = &counting->terms[making->terms_of[i]];
            if (is_written(term) && counting->families[term->family].inside == inside) {
                family->forms[family->form_count++] =
                    (struct words_count){.word = term->text, .persons = term->persons, .inside = inside};
            }
        }
    }
}

/* The name given, else the form that most wrote: of the family itself, where it was written at all; else what
 * was merged into it. */
static struct str label_of(const struct making *making, uint32_t number) {
    const struct counting *counting = making->counting;
    const struct term *any = NULL;
    uint32_t root = counting->families[number].root;
    if (!str_is_empty(counting->families[number].label)) {
        return counting->families[number].label;
    }
    for (size_t i = making->first_term[root]; i < making->first_term[root + 1]; i++) {
        const struct term *term = &counting->terms[making->terms_of[i]];
        if (!is_written(term)) {
            break;
        }
        if (term->family == number) {
            return term->text;
        }
        if (any == NULL && number == root) {
            any = term;
        }
    }
    return any != NULL ? any->text : counting->families[number].key;
}

static int compare_parts(const void *left, const void *right) {
    const struct words_count *a = left;
    const struct words_count *b = right;
    if (a->inside != b->inside) {
        return a->inside ? 1 : -1;
    }
    if (a->persons != b->persons) {
        return a->persons > b->persons ? -1 : 1;
    }
    return str_compare(a->word, b->word);
}

static struct words_count part_of(const struct making *making, uint32_t number) {
    const struct family *family = &making->counting->families[number];
    return (struct words_count){family->key, making->own.persons[number], label_of(making, number),
                                family->inside};
}

static void make_parts(const struct making *making, uint32_t number, struct words_family *family) {
    const struct counting *counting = making->counting;
    size_t start = making->first_part[number];
    size_t count = making->first_part[number + 1] - start;
    if (count < 2) {
        return;
    }
    family->parts = arena_allocate_array(counting->arena, count, sizeof(struct words_count));
    family->parts[0] = part_of(making, number);
    family->part_count = 1;
    for (size_t i = 0; i < count; i++) {
        uint32_t part = making->parts_of[start + i];
        if (part != number) {
            family->parts[family->part_count++] = part_of(making, part);
        }
    }
    qsort(family->parts + 1, family->part_count - 1, sizeof(struct words_count), compare_parts);
}

static void label_suggestions(const struct making *making, const struct suggestions *suggestions) {
    for (size_t i = 0; i < suggestions->count; i++) {
        uint32_t number = counting_find_family(making->counting, suggestions->list[i].word);
        suggestions->list[i].label = label_of(making, number);
    }
}

static enum words_mark mark_of(const struct family *family) {
    if (family->mark != WORDS_NO_MARK) {
        return family->mark;
    }
    if (family->stop) {
        return WORDS_STOPPED;
    }
    return family->topic ? WORDS_SET_ASIDE : WORDS_NO_MARK;
}

static void make_family(const struct making *making, uint32_t number, struct words_family *family) {
    const struct family *from = &making->counting->families[number];
    *family = (struct words_family){
        .word = from->key,
        .label = label_of(making, number),
        .persons = making->whole.persons[number],
        .groups = making->whole.groups[number],
        .breadth = making->breadth[number],
        .mark = mark_of(from),
        .notes = making->notes_of + making->first_note[number],
        .note_count = making->first_note[number + 1] - making->first_note[number],
        .suggestions = making->suggestions[number].list,
        .suggestion_count = making->suggestions[number].count,
    };
    make_forms(making, number, family);
    make_parts(making, number, family);
    label_suggestions(making, &making->suggestions[number]);
}

static int rank_of(enum words_mark mark) {
    switch (mark) {
    case WORDS_SET_ASIDE:
        return 1;
    case WORDS_STOPPED:
        return 2;
    case WORDS_DROPPED:
        return 3;
    default:
        return 0;
    }
}

static int compare_families(const void *left, const void *right) {
    const struct words_family *a = left;
    const struct words_family *b = right;
    int ranks = rank_of(a->mark) - rank_of(b->mark);
    if (ranks != 0) {
        return ranks;
    }
    if (a->persons != b->persons) {
        return a->persons > b->persons ? -1 : 1;
    }
    if (a->groups != b->groups) {
        return a->groups > b->groups ? -1 : 1;
    }
    int order = text_collate(a->label, b->label);
    return order != 0 ? order : str_compare(a->word, b->word);
}

static void make_families(const struct making *making, struct words_result *result) {
    const struct counting *counting = making->counting;
    result->families =
        arena_allocate_array(counting->arena, counting->family_count, sizeof(struct words_family));
    for (size_t i = 0; i < counting->family_count; i++) {
        bool written = making->whole.persons[i] + making->whole.groups[i] > 0;
        bool stands = counting->families[i].root == i;
        if (stands && (written || counting->families[i].mark == WORDS_ADDED)) {
            make_family(making, (uint32_t)i, &result->families[result->count++]);
        }
    }
    qsort(result->families, result->count, sizeof(struct words_family), compare_families);
}

void result_make(struct counting *counting, struct words_result *result) {
    struct making making;
    making_start(&making, counting);
    *result = (struct words_result){.persons = (uint32_t)counting->person_count};
    make_families(&making, result);
    making_finish(&making);
}
