/* Runs grow by one word at a time, and only where both of their shorter halves are common enough: what is
 * rare is never longer and common. That keeps the table small in a room where most runs occur once. */
#include "base/memory.h"
#include "words/joint.h"
#include "words/phrase.h"

void grams_init(struct grams *grams, const struct counting *counting) {
    size_t authors = counting->author_count;
    *grams = (struct grams){0};
    for (size_t length = 2; length <= PHRASE_RUN; length++) {
        map_init(&grams->numbers[length], counting->term_numbers.seed);
        grams->at[length] = memory_allocate(counting->stream_count * sizeof(uint32_t));
        for (size_t i = 0; i < counting->stream_count; i++) {
            grams->at[length][i] = COUNTING_NONE;
        }
    }
    grams->open_families = memory_allocate(counting->family_count * sizeof(bool));
    /* Two people who write the same words say something in a room of thirty; in a room of hundreds two meet
     * by chance, so from 67 on a phrase needs three in a hundred. */
    grams->threshold = (uint32_t)((authors * 3 + 99) / 100);
    if (grams->threshold < 2) {
        grams->threshold = 2;
    }
}

void grams_finish(struct grams *grams) {
    for (size_t length = 2; length <= PHRASE_RUN; length++) {
        map_finish(&grams->numbers[length]);
        memory_free(grams->at[length]);
    }
    memory_free(grams->open_families);
    memory_free(grams->list);
}

static uint32_t gram_of(struct grams *grams, size_t length, uint32_t first, uint32_t second) {
    uint32_t key[2] = {first, second};
    uintptr_t found = (uintptr_t)map_find(&grams->numbers[length], key, sizeof key);
    if (found != 0) {
        return (uint32_t)(found - 1);
    }
    size_t number = grams->count++;
    grams->list = memory_grow(grams->list, &grams->capacity, grams->count, sizeof(struct gram));
    grams->list[number] = (struct gram){0};
    (void)map_put(&grams->numbers[length], key, sizeof key, (void *)(uintptr_t)(number + 1));
    return (uint32_t)number;
}

void grams_want(struct grams *grams, const struct counting *counting, const uint32_t *terms, size_t count) {
    uint32_t numbers[PHRASE_WORDS];
    if (count < 2 || count > PHRASE_WORDS) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = counting->terms[terms[i]].family;
        grams->open_families[numbers[i]] = true;
    }
    for (size_t length = 2; length <= count; length++) {
        for (size_t i = 0; i + length <= count; i++) {
            numbers[i] = gram_of(grams, length, numbers[i], numbers[i + 1]);
            grams->list[numbers[i]].open = true;
        }
    }
    grams->list[numbers[0]].wanted = true;
}

/* The run of one word less at a place, if it may become longer; words are runs of length 1. */
static uint32_t half_at(const struct grams *grams, const struct counting *counting, const uint32_t *authors,
                        size_t length, size_t place) {
    if (length > 1) {
        uint32_t number = grams->at[length][place];
        if (number == COUNTING_NONE) {
            return COUNTING_NONE;
        }
        const struct gram *gram = &grams->list[number];
        return gram->open || gram->authors >= grams->threshold ? number : COUNTING_NONE;
    }
    uint32_t term = counting->stream[place];
    if (term == COUNTING_NONE) {
        return COUNTING_NONE;
    }
    uint32_t family = counting->terms[term].family;
    return grams->open_families[family] || authors[family] >= grams->threshold ? family : COUNTING_NONE;
}

/* Two words that no phrase runs over are one all the same where people wrote or named the two. */
static bool may_join(const struct grams *grams, const struct counting *counting, size_t length, size_t place,
                     uint32_t first, uint32_t second) {
    if (length > 2 || joint_is_open(counting, place)) {
        return true;
    }
    uint32_t key[2] = {first, second};
    uintptr_t found = (uintptr_t)map_find(&grams->numbers[length], key, sizeof key);
    return found != 0 && grams->list[found - 1].open;
}

static void find_in_note(struct grams *grams, const struct counting *counting, const uint32_t *authors,
                         size_t length, uint32_t note) {
    uint32_t author = counting->author[note] + 1;
    size_t end = counting->stream_start[note + 1];
    for (size_t place = counting->stream_start[note]; place + length <= end; place++) {
        uint32_t first = half_at(grams, counting, authors, length - 1, place);
        uint32_t second = half_at(grams, counting, authors, length - 1, place + 1);
        if (first == COUNTING_NONE || second == COUNTING_NONE ||
            !may_join(grams, counting, length, place, first, second)) {
            continue;
        }
        uint32_t number = gram_of(grams, length, first, second);
        struct gram *gram = &grams->list[number];
        grams->at[length][place] = number;
        if (gram->last_author != author) {
            gram->last_author = author;
            gram->authors++;
        }
    }
}

static bool is_bounded(const struct counting *counting, size_t place, size_t length) {
    return !counting->terms[counting->stream[place]].stop &&
           !counting->terms[counting->stream[place + length - 1]].stop;
}

static bool is_common(const struct grams *grams, const struct counting *counting, size_t place,
                      size_t length) {
    uint32_t number = grams->at[length][place];
    if (number == COUNTING_NONE) {
        return false;
    }
    const struct gram *gram = &grams->list[number];
    return gram->wanted || (gram->authors >= grams->threshold && is_bounded(counting, place, length));
}

bool grams_is_phrase(const struct grams *grams, const struct counting *counting, size_t place,
                     size_t length) {
    return is_common(grams, counting, place, length) && !grams->list[grams->at[length][place]].covered;
}

/* Whether nearly all, four of five, who wrote the part wrote it within the whole. */
static bool is_mostly_within(const struct gram *part, const struct gram *whole) {
    return !part->wanted && (uint64_t)part->authors * 4 <= (uint64_t)whole->authors * 5;
}

/* A part that is written only within the longer run says nothing more than that does. */
static void cover_parts(struct grams *grams, size_t place, size_t length) {
    const struct gram *whole = &grams->list[grams->at[length][place]];
    for (size_t shorter = 2; shorter < length && shorter <= PHRASE_WORDS; shorter++) {
        for (size_t i = 0; i + shorter <= length; i++) {
            struct gram *part = &grams->list[grams->at[shorter][place + i]];
            part->covered = part->covered || is_mostly_within(part, whole);
        }
    }
}

static bool is_content(const struct counting *counting, size_t place) {
    return !counting->terms[counting->stream[place]].stop;
}

/* A run too long to be shown, or cut out of such a one: what it leaves of a row of content words by taking
 * one off at its end is cut short too. Where a function word parts them ("samordnad planering | i hela
 * länet") both sides may stand by themselves. */
static void cover_cuts(struct grams *grams, const struct counting *counting, size_t place, size_t length) {
    const struct gram *whole = &grams->list[grams->at[length][place]];
    size_t last = place + length - 1;
    for (size_t side = 0; side < 2; side++) {
        struct gram *part = &grams->list[grams->at[length - 1][place + side]];
        size_t off = side == 0 ? last : place;
        size_t edge = side == 0 ? last - 1 : place + 1;
        if (is_content(counting, off) && is_content(counting, edge) && is_mostly_within(part, whole)) {
            part->covered = part->cut = true;
        }
    }
}

static void cover(struct grams *grams, const struct counting *counting, size_t place, size_t length) {
    if (grams->at[length][place] == COUNTING_NONE) {
        return;
    }
    struct gram *gram = &grams->list[grams->at[length][place]];
    bool too_long = length > PHRASE_WORDS && gram->authors >= grams->threshold;
    if (too_long || gram->cut) {
        cover_cuts(grams, counting, place, length);
    } else if (!gram->settled && length <= PHRASE_WORDS && is_common(grams, counting, place, length)) {
        gram->settled = true;
        cover_parts(grams, place, length);
    }
}

void grams_find(struct grams *grams, const struct counting *counting) {
    const struct words_input *input = counting->input;
    uint32_t *authors = memory_allocate(counting->family_count * sizeof *authors); /* at most */
    for (size_t i = 0; i < counting->term_count; i++) {
        authors[counting->terms[i].family] += counting->terms[i].persons + counting->terms[i].groups;
    }
    for (size_t length = 2; length <= PHRASE_RUN; length++) {
        for (size_t i = 0; i < input->note_count; i++) {
            uint32_t note = counting->by_author[i];
            if (!input->notes[note].fields) {
                find_in_note(grams, counting, authors, length, note);
            }
        }
    }
    memory_free(authors);
    for (size_t length = PHRASE_RUN; length > 2; length--) {
        for (size_t place = 0; place < counting->stream_count; place++) {
            cover(grams, counting, place, length);
        }
    }
}
