#include "words/making.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "words/steps.h"

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

void making_start(struct making *making, struct counting *counting) {
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

void making_finish(struct making *making) {
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
