#include "words/phrase.h"

#include "base/buffer.h"
#include "base/text.h"
#include "words/joint.h"
#include "words/lists.h"
#include "words/steps.h"
#include "words/token.h"

struct phrasing {
    struct counting *counting;
    struct grams grams;
    struct buffer text; /* the phrase at hand, as written */
    struct buffer key;
};

static void hit(struct counting *counting, uint32_t term) {
    counting_push(&counting->hits, &counting->hit_count, &counting->hit_capacity, term);
}

/* The phrase of these words, or COUNTING_NONE where it is too long to be one. */
static uint32_t phrase_of(struct phrasing *phrasing, const uint32_t *words, size_t count) {
    struct counting *counting = phrasing->counting;
    bool topic = true;
    buffer_clear(&phrasing->text);
    buffer_clear(&phrasing->key);
    for (size_t i = 0; i < count; i++) {
        const struct term *term = &counting->terms[words[i]];
        const struct family *family = &counting->families[term->family];
        if (i > 0) {
            buffer_append_byte(&phrasing->text, ' ');
            buffer_append_byte(&phrasing->key, ' ');
        }
        buffer_append_str(&phrasing->text, term->text);
        buffer_append_str(&phrasing->key, family->key);
        topic = topic && (term->stop || family->topic);
    }
    struct str text = buffer_str(&phrasing->text);
    struct str key = buffer_str(&phrasing->key);
    if (text_length(text) > WORDS_FORM_SIZE || text_length(key) > WORDS_FORM_SIZE) {
        return COUNTING_NONE;
    }
    uint32_t number = counting_term(counting, text);
    uint32_t family = counting_family(counting, key);
    counting->terms[number].phrase = true;
    counting->terms[number].family = family;
    counting->families[family].phrase = true;
    counting->families[family].topic = topic;
    return number;
}

/* Which words the phrase may take in: all that carry content, where together they name one thing. */
static void nest(struct counting *counting, uint32_t phrase, const uint32_t *words, size_t count) {
    uint32_t number = counting->terms[phrase].family;
    struct family *family = &counting->families[number];
    family->loose = family->loose || !joint_is_name(counting, words, count);
    if (family->nested) {
        return;
    }
    family->nested = true;
    for (size_t i = 0; i < count; i++) {
        if (!counting->terms[words[i]].stop) {
            counting_push(&counting->nests, &counting->nest_count, &counting->nest_capacity, number);
            counting_push(&counting->nests, &counting->nest_count, &counting->nest_capacity,
                          counting->terms[words[i]].family);
        }
    }
}

static size_t run_length(const struct counting *counting, size_t place, size_t end) {
    size_t length = 0;
    while (place + length < end && counting->stream[place + length] != COUNTING_NONE) {
        length++;
    }
    return length;
}

/* "att samverka" in a field is "samverka". */
static size_t skip_leads(const struct counting *counting, size_t place, size_t length) {
    size_t skipped = 0;
    while (skipped + 1 < length) {
        struct str word = counting->terms[counting->stream[place + skipped]].text;
        if (!lists_contain(counting->input->language, LISTS_LEAD, word)) {
            break;
        }
        skipped++;
    }
    return skipped;
}

static void hit_words(struct counting *counting, size_t place, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (counting->stream[place + i] != COUNTING_NONE) {
            hit(counting, counting->stream[place + i]);
        }
    }
}

static void hit_fields(struct phrasing *phrasing, size_t note) {
    struct counting *counting = phrasing->counting;
    size_t end = counting->stream_start[note + 1];
    for (size_t place = counting->stream_start[note]; place < end; place++) {
        size_t length = run_length(counting, place, end);
        size_t lead = skip_leads(counting, place, length);
        const uint32_t *words = counting->stream + place + lead;
        uint32_t phrase = COUNTING_NONE;
        if (length - lead > 1) {
            phrase = phrase_of(phrasing, words, length - lead);
        }
        if (phrase != COUNTING_NONE) {
            hit(counting, phrase);
        } else { /* one word, or a text too long to be taken whole */
            hit_words(counting, place + lead, length - lead);
        }
        place += length;
    }
}

static void hit_text(struct phrasing *phrasing, size_t note) {
    struct counting *counting = phrasing->counting;
    size_t start = counting->stream_start[note];
    size_t end = counting->stream_start[note + 1];
    hit_words(counting, start, end - start);
    for (size_t length = 2; length <= PHRASE_WORDS; length++) {
        for (size_t place = start; place + length <= end; place++) {
            if (!grams_is_phrase(&phrasing->grams, counting, place, length)) {
                continue;
            }
            uint32_t phrase = phrase_of(phrasing, counting->stream + place, length);
            if (phrase != COUNTING_NONE) {
                hit(counting, phrase);
                nest(counting, phrase, counting->stream + place, length);
            }
        }
    }
}

static void want_fields(struct phrasing *phrasing) {
    const struct counting *counting = phrasing->counting;
    for (size_t note = 0; note < counting->input->note_count; note++) {
        size_t end = counting->stream_start[note + 1];
        if (!counting->input->notes[note].fields) {
            continue;
        }
        for (size_t place = counting->stream_start[note]; place < end; place++) {
            size_t length = run_length(counting, place, end);
            size_t lead = skip_leads(counting, place, length);
            grams_want(&phrasing->grams, counting, counting->stream + place + lead, length - lead);
            place += length;
        }
    }
}

/* A phrase that people decided something about stays one, even when only one person writes it now. */
static void want_text(struct phrasing *phrasing, struct str text, struct arena *scratch) {
    const struct counting *counting = phrasing->counting;
    struct token_reader reader;
    struct str word;
    bool broken;
    uint32_t words[PHRASE_WORDS];
    size_t count = 0;
    if (str_is_empty(text)) {
        return;
    }
    token_start(&reader, counting->input->language, text_fold(text, scratch));
    while (token_next(&reader, &word, &broken)) {
        if (count == PHRASE_WORDS || (broken && count > 0)) {
            return;
        }
        words[count++] = counting_find_term(counting, word);
    }
    grams_want(&phrasing->grams, counting, words, count);
}

static void want_edits(struct phrasing *phrasing) {
    const struct words_input *input = phrasing->counting->input;
    struct arena scratch;
    arena_init(&scratch);
    for (size_t i = 0; i < input->edit_count; i++) {
        want_text(phrasing, input->edits[i].word, &scratch);
        if (input->edits[i].kind == WORDS_MERGE) {
            want_text(phrasing, input->edits[i].other, &scratch);
        }
    }
    arena_finish(&scratch);
}

void phrase_find(struct counting *counting) {
    struct phrasing phrasing = {.counting = counting};
    grams_init(&phrasing.grams, counting);
    buffer_init(&phrasing.text);
    buffer_init(&phrasing.key);
    want_fields(&phrasing);
    want_edits(&phrasing);
    grams_find(&phrasing.grams, counting);
    counting->hit_count = 0;
    for (size_t note = 0; note < counting->input->note_count; note++) {
        counting->hit_start[note] = counting->hit_count;
        if (counting->input->notes[note].fields) {
            hit_fields(&phrasing, note);
        } else {
            hit_text(&phrasing, note);
        }
    }
    counting->hit_start[counting->input->note_count] = counting->hit_count;
    buffer_finish(&phrasing.text);
    buffer_finish(&phrasing.key);
    grams_finish(&phrasing.grams);
}
