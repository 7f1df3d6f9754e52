/* "individen i centrum" says what "centrum" says where nobody wrote that word in any other way: then the word
 * is no row of its own but a part of the phrase's. All of its persons are the phrase's, so that no figure
 * changes and nobody is counted who did not write the phrase; where only one person wrote the word alone, it
 * stands alone. What people decided something about, what may belong with another word, and the words of a
 * phrase that does not name one thing ("skapa trygghet", "trygghet och närhet") are never folded. Needs
 * suggestions and the families' figures without merges. */
#include "base/memory.h"
#include "words/steps.h"

/* Distinct authors of each family in free text: there whoever wrote a phrase wrote its words. */
static uint32_t *count_free(const struct counting *counting) {
    const struct words_input *input = counting->input;
    uint32_t *authors = memory_allocate(counting->family_count * sizeof *authors);
    uint32_t *last = memory_allocate(counting->family_count * sizeof *last);
    for (size_t i = 0; i < input->note_count; i++) {
        uint32_t note = counting->by_author[i];
        uint32_t stamp = counting->author[note] + 1;
        for (size_t h = counting->hit_start[note];
             !input->notes[note].fields && h < counting->hit_start[note + 1]; h++) {
            uint32_t family = counting->terms[counting->hits[h]].family;
            if (last[family] != stamp) {
                last[family] = stamp;
                authors[family]++;
            }
        }
    }
    memory_free(last);
    return authors;
}

static bool may_be_folded(const struct family *word, const struct suggestions *suggestions) {
    return !word->stop && !word->topic && !word->named && !word->phrase && suggestions->count == 0;
}

static bool may_hold(const struct counting *counting, const struct family *phrase) {
    enum words_mark mark = counting->families[phrase->root].mark;
    return !phrase->topic && !phrase->loose &&
           (mark == WORDS_NO_MARK || mark == WORDS_KEPT || mark == WORDS_ADDED);
}

/* The longer phrase says more; then code points, so that the order of notes says nothing. */
static bool is_better(const struct counting *counting, uint32_t phrase, uint32_t than) {
    if (than == COUNTING_NONE) {
        return true;
    }
    struct str a = counting->families[phrase].key;
    struct str b = counting->families[than].key;
    return a.size != b.size ? a.size > b.size : str_compare(a, b) < 0;
}

void fold_words(struct counting *counting, const struct tally *own, const struct suggestions *suggestions) {
    uint32_t *free_authors = count_free(counting);
    uint32_t *within = memory_allocate(counting->family_count * sizeof *within);
    for (size_t i = 0; i < counting->family_count; i++) {
        within[i] = COUNTING_NONE;
    }
    for (size_t i = 0; i < counting->nest_count; i += 2) {
        uint32_t phrase = counting->nests[i];
        uint32_t word = counting->nests[i + 1];
        uint32_t authors = own->persons[word] + own->groups[word];
        if (authors > 0 && free_authors[phrase] == authors &&
            may_hold(counting, &counting->families[phrase]) &&
            may_be_folded(&counting->families[word], &suggestions[word]) &&
            is_better(counting, phrase, within[word])) {
            within[word] = phrase;
        }
    }
    for (size_t i = 0; i < counting->family_count; i++) {
        if (within[i] != COUNTING_NONE) {
            counting->families[i].root = counting->families[within[i]].root;
            counting->families[i].inside = true;
        }
    }
    memory_free(within);
    memory_free(free_authors);
}
