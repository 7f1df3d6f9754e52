/* Counting without a table of pairs: the notes of an author stand together, and each unit remembers the
 * last author who wrote it. */
#include <stdlib.h>

#include "base/memory.h"
#include "words/steps.h"

void tally_units(const struct counting *counting, const uint32_t *unit_of_term, size_t unit_count,
                 struct tally *tally) {
    const struct words_input *input = counting->input;
    tally->persons = memory_allocate(unit_count * sizeof(uint32_t));
    tally->groups = memory_allocate(unit_count * sizeof(uint32_t));
    uint32_t *last = memory_allocate(unit_count * sizeof *last);
    for (size_t i = 0; i < input->note_count; i++) {
        uint32_t note = counting->by_author[i];
        uint32_t stamp = counting->author[note] + 1;
        uint32_t *figures = input->notes[note].from_group ? tally->groups : tally->persons;
        for (size_t h = counting->hit_start[note]; h < counting->hit_start[note + 1]; h++) {
            uint32_t unit = unit_of_term[counting->hits[h]];
            if (last[unit] != stamp) {
                last[unit] = stamp;
                figures[unit]++;
            }
        }
    }
    memory_free(last);
}

void tally_finish(struct tally *tally) {
    memory_free(tally->persons);
    memory_free(tally->groups);
}

static int compare_organisations(const void *left, const void *right, void *context) {
    const struct words_note *notes = context;
    uint32_t a = notes[*(const uint32_t *)left].organisation;
    uint32_t b = notes[*(const uint32_t *)right].organisation;
    return a < b ? -1 : a > b;
}

uint32_t *tally_breadth(const struct counting *counting, const uint32_t *unit_of_term, size_t unit_count) {
    const struct words_input *input = counting->input;
    uint32_t *breadth = memory_allocate(unit_count * sizeof *breadth);
    uint32_t *last = memory_allocate(unit_count * sizeof *last);
    uint32_t *order = memory_allocate(input->note_count * sizeof *order);
    uint32_t stamp = 0;
    for (size_t i = 0; i < input->note_count; i++) {
        order[i] = (uint32_t)i;
    }
    qsort_r(order, input->note_count, sizeof *order, compare_organisations, (void *)(uintptr_t)input->notes);
    for (size_t i = 0; i < input->note_count; i++) {
        uint32_t note = order[i];
        if (input->notes[note].organisation == WORDS_NO_ORGANISATION) {
            break; /* they come last */
        }
        if (i == 0 || input->notes[note].organisation != input->notes[order[i - 1]].organisation) {
            stamp++;
        }
        for (size_t h = counting->hit_start[note]; h < counting->hit_start[note + 1]; h++) {
            uint32_t unit = unit_of_term[counting->hits[h]];
            if (last[unit] != stamp) {
                last[unit] = stamp;
                breadth[unit]++;
            }
        }
    }
    memory_free(order);
    memory_free(last);
    return breadth;
}

void tally_terms(struct counting *counting) {
    uint32_t *itself = memory_allocate(counting->term_count * sizeof *itself);
    for (size_t i = 0; i < counting->term_count; i++) {
        itself[i] = (uint32_t)i;
    }
    struct tally tally;
    tally_units(counting, itself, counting->term_count, &tally);
    for (size_t i = 0; i < counting->term_count; i++) {
        counting->terms[i].persons = tally.persons[i];
        counting->terms[i].groups = tally.groups[i];
    }
    tally_finish(&tally);
    memory_free(itself);
}

uint32_t *tally_families(const struct counting *counting, bool merged) {
    uint32_t *families = memory_allocate(counting->term_count * sizeof *families);
    for (size_t i = 0; i < counting->term_count; i++) {
        uint32_t family = counting->terms[i].family;
        families[i] = merged ? counting->families[family].root : family;
    }
    return families;
}
