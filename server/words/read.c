#include <stdlib.h>

#include "base/memory.h"
#include "base/text.h"
#include "words/steps.h"
#include "words/token.h"

static uint32_t read_term(struct counting *counting, struct str word) {
    size_t before = counting->term_count;
    uint32_t number = counting_term(counting, word);
    if (counting->term_count > before) {
        counting->terms[number].stop = token_is_stop(counting->input->language, word);
    }
    return number;
}

static void read_note(struct counting *counting, struct str text, struct arena *scratch) {
    struct token_reader reader;
    struct str word;
    bool broken;
    token_start(&reader, counting->input->language, text_fold(text, scratch));
    while (token_next(&reader, &word, &broken)) {
        if (broken) {
            counting_push(&counting->stream, &counting->stream_count, &counting->stream_capacity,
                          COUNTING_NONE);
        }
        counting_push(&counting->stream, &counting->stream_count, &counting->stream_capacity,
                      read_term(counting, word));
    }
}

/* The words that nothing stands beside, in a note or between what parts them. */
static void find_alone(struct counting *counting) {
    for (size_t note = 0; note < counting->input->note_count; note++) {
        size_t start = counting->stream_start[note], end = counting->stream_start[note + 1];
        for (size_t at = start; at < end; at++) {
            bool first = at == start || counting->stream[at - 1] == COUNTING_NONE;
            bool last = at + 1 == end || counting->stream[at + 1] == COUNTING_NONE;
            if (first && last && counting->stream[at] != COUNTING_NONE) {
                counting->terms[counting->stream[at]].alone = true;
            }
        }
    }
}

static void read_aside(struct counting *counting, struct str text, bool asked, struct arena *scratch) {
    struct token_reader reader;
    struct str word;
    bool broken;
    if (str_is_empty(text)) {
        return;
    }
    token_start(&reader, counting->input->language, text_fold(text, scratch));
    while (token_next(&reader, &word, &broken)) {
        uint32_t term = read_term(counting, word);
        counting->terms[term].asked = counting->terms[term].asked || asked;
    }
}

static int compare_notes(const void *left, const void *right, void *context) {
    const struct words_input *input = context;
    uint32_t i = *(const uint32_t *)left;
    uint32_t j = *(const uint32_t *)right;
    const struct words_note *a = &input->notes[i];
    const struct words_note *b = &input->notes[j];
    if (a->from_group != b->from_group) {
        return a->from_group ? 1 : -1;
    }
    if (a->author != b->author) {
        return a->author < b->author ? -1 : 1;
    }
    if (!input->fixed_authors && a->round != b->round) {
        return a->round < b->round ? -1 : 1;
    }
    return i < j ? -1 : i > j;
}

static bool same_author(const struct words_input *input, uint32_t i, uint32_t j) {
    const struct words_note *a = &input->notes[i];
    const struct words_note *b = &input->notes[j];
    return a->from_group == b->from_group && a->author == b->author &&
           (input->fixed_authors || a->round == b->round);
}

static void number_authors(struct counting *counting) {
    const struct words_input *input = counting->input;
    uint32_t *order = counting->by_author;
    bool counted = false; /* the author as one who wrote anything */
    for (size_t i = 0; i < input->note_count; i++) {
        order[i] = (uint32_t)i;
    }
    qsort_r(order, input->note_count, sizeof *order, compare_notes, (void *)(uintptr_t)input);
    for (size_t i = 0; i < input->note_count; i++) {
        const struct words_note *note = &input->notes[order[i]];
        if (i == 0 || !same_author(input, order[i - 1], order[i])) {
            counting->author_count++;
            counted = false;
        }
        if (!counted && !note->from_group && !str_is_empty(note->text)) {
            counting->person_count++;
            counted = true;
        }
        counting->author[order[i]] = (uint32_t)(counting->author_count - 1);
    }
}

static void read_analyses(struct counting *counting) {
    const struct words_input *input = counting->input;
    for (size_t i = 0; i < input->form_count; i++) {
        uint32_t term = counting_find_term(counting, input->forms[i].form);
        if (term != COUNTING_NONE && !counting->terms[term].stop &&
            str_is_empty(counting->terms[term].analyses)) {
            counting->terms[term].analyses = input->forms[i].analyses;
        }
    }
}

/* At first every word counts by itself; phrase_find says it better. */
static void hit_all_words(struct counting *counting) {
    for (size_t i = 0; i < counting->input->note_count; i++) {
        counting->hit_start[i] = counting->hit_count;
        for (size_t at = counting->stream_start[i]; at < counting->stream_start[i + 1]; at++) {
            if (counting->stream[at] != COUNTING_NONE) {
                counting_push(&counting->hits, &counting->hit_count, &counting->hit_capacity,
                              counting->stream[at]);
            }
        }
    }
    counting->hit_start[counting->input->note_count] = counting->hit_count;
}

void read_all(struct counting *counting) {
    const struct words_input *input = counting->input;
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; i < input->note_count; i++) {
        counting->stream_start[i] = counting->stream_count;
        read_note(counting, input->notes[i].text, &scratch);
        arena_reset(&scratch);
    }
    counting->stream_start[input->note_count] = counting->stream_count;
    find_alone(counting);
    for (size_t i = 0; i < input->question_count; i++) {
        read_aside(counting, input->questions[i], true, &scratch);
    }
    /* The words of edits are terms too, so that an edit finds its family by any form of it. */
    for (size_t i = 0; i < input->edit_count; i++) {
        read_aside(counting, input->edits[i].word, false, &scratch);
        if (input->edits[i].kind == WORDS_MERGE) {
            read_aside(counting, input->edits[i].other, false, &scratch);
        }
    }
    arena_finish(&scratch);
    read_analyses(counting);
    number_authors(counting);
    hit_all_words(counting);
}
