/* Two words that are one slip apart become the same when a letter is left out of one or both: each word is
 * entered under itself and under all that is left of it without one letter. */
#include "words/near.h"

#include <string.h>

#include "base/memory.h"
#include "base/text.h"

enum { LONG_WORD = 7, MOST_ALIKE = 8 };

/* Words entered under the same text. A few are enough: a bin that is fuller holds no slips of one word. */
struct bin {
    uint32_t terms[MOST_ALIKE];
    uint32_t count;
};

struct search {
    const struct counting *counting;
    struct map bins;
    struct arena arena;
    void (*found)(void *context, uint32_t a, uint32_t b);
    void *context;
};

static size_t letter_size(const char *at) {
    unsigned char c = (unsigned char)*at;
    return c < 0x80 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

static struct str cut_front(struct str text, size_t size) {
    return (struct str){text.data + size, text.size - size};
}

static bool is_swap(struct str a, struct str b) {
    if (a.size < 2 || a.size != b.size) {
        return false;
    }
    size_t first = letter_size(a.data);
    if (first >= a.size) {
        return false;
    }
    size_t second = letter_size(a.data + first);
    if (first + second > a.size) {
        return false;
    }
    return memcmp(a.data, b.data + second, first) == 0 && memcmp(a.data + first, b.data, second) == 0 &&
           str_equal(cut_front(a, first + second), cut_front(b, first + second));
}

bool near_is_slip(struct str a, struct str b) {
    size_t same = 0;
    while (same < a.size && same < b.size && a.data[same] == b.data[same]) {
        same++;
    }
    while (same > 0 && ((same < a.size && ((unsigned char)a.data[same] & 0xc0) == 0x80) ||
                        (same < b.size && ((unsigned char)b.data[same] & 0xc0) == 0x80))) {
        same--; /* back to where a letter starts in both */
    }
    a = cut_front(a, same);
    b = cut_front(b, same);
    if (same == 0 || (a.size == 0 && b.size == 0)) {
        return false;
    }
    struct str rest_a = a.size > 0 ? cut_front(a, letter_size(a.data)) : a;
    struct str rest_b = b.size > 0 ? cut_front(b, letter_size(b.data)) : b;
    return str_equal(rest_a, b) || str_equal(a, rest_b) || str_equal(rest_a, rest_b) || is_swap(a, b);
}

static void enter(struct search *search, struct str text, uint32_t term) {
    struct bin *bin = map_find(&search->bins, text.data, text.size);
    if (bin == NULL) {
        bin = arena_allocate(&search->arena, sizeof *bin);
        (void)map_put(&search->bins, text.data, text.size, bin);
    }
    const struct term *terms = search->counting->terms;
    for (uint32_t i = 0; i < bin->count; i++) {
        uint32_t other = bin->terms[i];
        bool unknown = terms[other].candidate_count == 0 || terms[term].candidate_count == 0;
        bool is_long =
            text_length(terms[other].text) >= LONG_WORD || text_length(terms[term].text) >= LONG_WORD;
        if (other != term && unknown && is_long && near_is_slip(terms[other].text, terms[term].text)) {
            search->found(search->context, other, term);
        }
    }
    if (bin->count < MOST_ALIKE) {
        bin->terms[bin->count++] = term;
    }
}

static void enter_all(struct search *search, uint32_t number) {
    struct str text = search->counting->terms[number].text;
    char rest[WORDS_FORM_SIZE * 4];
    enter(search, text, number);
    size_t first = letter_size(text.data);
    for (size_t at = first; at < text.size;) {
        size_t size = letter_size(text.data + at);
        memcpy(rest, text.data, at);
        memcpy(rest + at, text.data + at + size, text.size - at - size);
        enter(search, (struct str){rest, text.size - size}, number);
        at += size;
    }
}

void near_find(const struct counting *counting, void (*found)(void *context, uint32_t a, uint32_t b),
               void *context) {
    struct search search = {.counting = counting, .found = found, .context = context};
    arena_init(&search.arena);
    map_init(&search.bins, counting->term_numbers.seed);
    for (size_t i = 0; i < counting->term_count; i++) {
        const struct term *term = &counting->terms[i];
        bool counts = term->persons + term->groups > 0 && !term->stop && !term->phrase;
        if (counts && text_length(term->text) + 1 >= LONG_WORD) {
            enter_all(&search, (uint32_t)i);
        }
    }
    map_finish(&search.bins);
    arena_finish(&search.arena);
}
