#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "words/steps.h"

/* Everything that a family of the result is made of, by family number. */
struct making {
    struct counting *counting;
    struct tally own; /* without merges */
    struct tally whole;
    uint32_t *breadth;
    size_t *first_term; /* into terms_of, family_count + 1 */
    uint32_t *terms_of; /* the terms of each root, those that most wrote first */
    size_t *first_part; /* into parts_of, family_count + 1 */
    uint32_t *parts_of; /* the families under each root */
    size_t *first_note; /* into notes_of, family_count + 1 */
    uint32_t *notes_of; /* the notes of each root, ascending */
    struct suggestions *suggestions;
};

/* Order of the forms of a family: what most wrote, then the shortest, then code points. */
static int compare_terms(const void *left, const void *right, void *context) {
    const struct counting *counting = context;
    const struct term *a = &counting->terms[*(const uint32_t *)left];
    const struct term *b = &counting->terms[*(const uint32_t *)right];
    if (a->persons != b->persons) {
        return a->persons > b->persons ? -1 : 1;
    }
    if (a->groups != b->groups) {
        return a->groups > b->groups ? -1 : 1;
    }
    size_t length_a = text_length(a->text);
    size_t length_b = text_length(b->text);
    if (length_a != length_b) {
        return length_a < length_b ? -1 : 1;
    }
    return str_compare(a->text, b->text);
}

/* Sorts numbers 0 … count-1 by the bin each belongs to; starts gets the beginnings, one more than bins. */
static uint32_t *sort_into_bins(const uint32_t *bin_of, size_t count, size_t bins, size_t *starts) {
    uint32_t *sorted = memory_allocate(count * sizeof *sorted);
    size_t *next = memory_allocate((bins + 1) * sizeof *next);
    for (size_t i = 0; i < count; i++) {
        starts[bin_of[i] + 1]++;
    }
    for (size_t bin = 0; bin < bins; bin++) {
        starts[bin + 1] += starts[bin];
        next[bin] = starts[bin];
    }
    for (size_t i = 0; i < count; i++) {
        sorted[next[bin_of[i]]++] = (uint32_t)i;
    }
    memory_free(next);
    return sorted;
}

static void bin_parts(struct making *making) {
    struct counting *counting = making->counting;
    uint32_t *roots = memory_allocate(counting->family_count * sizeof *roots);
    for (size_t i = 0; i < counting->family_count; i++) {
        roots[i] = counting->families[i].root;
    }
    making->first_part = memory_allocate((counting->family_count + 1) * sizeof(size_t));
    making->parts_of =
        sort_into_bins(roots, counting->family_count, counting->family_count, making->first_part);
    memory_free(roots);
}

static void bin_terms(struct making *making, const uint32_t *roots) {
    struct counting *counting = making->counting;
    making->first_term = memory_allocate((counting->family_count + 1) * sizeof(size_t));
    making->terms_of =
        sort_into_bins(roots, counting->term_count, counting->family_count, making->first_term);
    for (size_t i = 0; i < counting->family_count; i++) {
        size_t start = making->first_term[i];
        qsort_r(making->terms_of + start, making->first_term[i + 1] - start, sizeof(uint32_t), compare_terms,
                counting);
    }
}

/* Two walks: the first counts, the second fills. */
static void bin_notes(struct making *making, const uint32_t *roots) {
    const struct counting *counting = making->counting;
    size_t families = counting->family_count;
    uint32_t *last = memory_allocate(families * sizeof *last);
    size_t *next = memory_allocate((families + 1) * sizeof *next);
    making->first_note = memory_allocate((families + 1) * sizeof(size_t));
    for (int walk = 0; walk < 2; walk++) {
        for (size_t i = 0; i < families; i++) {
            last[i] = COUNTING_NONE;
        }
        for (size_t note = 0; note < counting->input->note_count; note++) {
            for (size_t h = counting->hit_start[note]; h < counting->hit_start[note + 1]; h++) {
                uint32_t root = roots[counting->hits[h]];
                if (last[root] == note) {
                    continue;
                }
                last[root] = (uint32_t)note;
                if (walk == 0) {
                    making->first_note[root + 1]++;
                } else {
                    making->notes_of[next[root]++] = (uint32_t)note;
                }
            }
        }
        if (walk == 0) {
            for (size_t i = 0; i < families; i++) {
                making->first_note[i + 1] += making->first_note[i];
                next[i] = making->first_note[i];
            }
            making->notes_of =
                arena_allocate_array(counting->arena, making->first_note[families], sizeof(uint32_t));
        }
    }
    memory_free(last);
    memory_free(next);
}

static void making_start(struct making *making, struct counting *counting) {
    *making = (struct making){.counting = counting};
    uint32_t *own = tally_families(counting, false);
    tally_units(counting, own, counting->family_count, &making->own);
    for (size_t i = 0; i < counting->family_count; i++) {
        counting->families[i].persons = making->own.persons[i];
    }
    making->suggestions = memory_allocate(counting->family_count * sizeof *making->suggestions);
    suggest_all(counting, making->suggestions);
    fold_words(counting, &making->own, making->suggestions);
    uint32_t *roots = tally_families(counting, true);
    tally_units(counting, roots, counting->family_count, &making->whole);
    making->breadth = tally_breadth(counting, roots, counting->family_count);
    bin_terms(making, roots);
    bin_parts(making);
    bin_notes(making, roots);
    memory_free(own);
    memory_free(roots);
}

static void making_finish(struct making *making) {
    tally_finish(&making->own);
    tally_finish(&making->whole);
    memory_free(making->breadth);
    memory_free(making->first_term);
    memory_free(making->terms_of);
    memory_free(making->first_part);
    memory_free(making->parts_of);
    memory_free(making->first_note);
    memory_free(making->suggestions);
}

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
