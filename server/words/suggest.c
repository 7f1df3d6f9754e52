/* Families that may belong together, for a person to decide: derived from one another, spelt nearly alike,
 * or sharing a form of several lemmas. Opposites are never suggested: they differ at the start of the word
 * (otrygg, unhappy) or by an ending that is in no rule (-lös, -less). */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "words/near.h"
#include "words/steps.h"

enum { MOST_SUGGESTIONS = 5, STEM_LENGTH = 3, BARE_STEM_LENGTH = 4 };

/* Two words on one stem, by their endings. */
struct derivation {
    struct str ending;
    struct str other;
    size_t least; /* letters of the stem */
};

#define DERIVATION_FROM(a, b, least)                                                                         \
    { {a, sizeof(a) - 1}, {b, sizeof(b) - 1}, least }
#define DERIVATION(a, b)                                                                                     \
    DERIVATION_FROM(a, b, sizeof(a) > 1 && sizeof(b) > 2 ? STEM_LENGTH : BARE_STEM_LENGTH)

static const struct derivation swedish[] = {
    DERIVATION("", "het"),      DERIVATION("a", "het"),      DERIVATION("", "itet"),
    DERIVATION("a", "an"),      DERIVATION("a", "e"),        DERIVATION("a", "ing"),
    DERIVATION("a", "ning"),    DERIVATION("", "ning"),      DERIVATION("", "ende"),
    DERIVATION("a", "ande"),    DERIVATION("a", "else"),     DERIVATION("", "else"),
    DERIVATION("era", "ation"), DERIVATION("era", "tion"),   DERIVATION("cera", "kation"),
    DERIVATION("", "era"),      DERIVATION("e", "era"),      DERIVATION("", "a"),
    DERIVATION("e", "ig"),      DERIVATION("a", "ig"),       DERIVATION("", "lig"),
    DERIVATION("a", "lig"),     DERIVATION("", "full"),      DERIVATION("", "sam"),
    DERIVATION("a", "sam"),     DERIVATION("a", "bar"),      DERIVATION("", "bar"),
    DERIVATION("", "skap"),     DERIVATION("e", "skap"),     DERIVATION("i", "isk"),
    DERIVATION("", "isk"),      DERIVATION("ent", "ens"),    DERIVATION("ant", "ans"),
    DERIVATION("era", "ans"),   DERIVATION("ation", "ativ"), DERIVATION("as", "sel"),
    DERIVATION("a", "ad"),      DERIVATION("a", "nad"),      DERIVATION("a", "d"),
    DERIVATION("ing", "ande"),  DERIVATION("", "gande"),     DERIVATION("", "ism"),
    DERIVATION("a", "sel"),     DERIVATION("", "sfull"),     DERIVATION("o", "ande"),
    DERIVATION("é", "et"),      DERIVATION("", "stagande"),  DERIVATION_FROM("", "ig", STEM_LENGTH),
};

static const struct derivation english[] = {
    DERIVATION("", "ness"), DERIVATION("y", "iness"),  DERIVATION("", "ly"),          DERIVATION("y", "ily"),
    DERIVATION("le", "ly"), DERIVATION("", "ment"),    DERIVATION("", "ful"),         DERIVATION("", "ity"),
    DERIVATION("e", "ity"), DERIVATION("le", "ility"), DERIVATION("able", "ability"), DERIVATION("", "ty"),
    DERIVATION("e", "ion"), DERIVATION("", "ion"),     DERIVATION("e", "ation"),      DERIVATION("", "ation"),
    DERIVATION("", "al"),   DERIVATION("t", "ce"),     DERIVATION("t", "cy"),         DERIVATION("", "ship"),
    DERIVATION("", "able"), DERIVATION("e", "able"),   DERIVATION("", "ive"),         DERIVATION("e", "ive"),
    DERIVATION("", "ance"), DERIVATION("e", "ance"),   DERIVATION("", "ing"),         DERIVATION("e", "ing"),
    DERIVATION("", "hood"), DERIVATION("", "ic"),      DERIVATION("cy", "tic"),       DERIVATION("", "y"),
};

struct pair {
    uint32_t family;
    uint32_t other;
    enum words_reason reason;
};

struct pairs {
    struct counting *counting;
    struct pair *list;
    size_t count;
    size_t capacity;
};

static bool may_be_suggested(const struct counting *counting, uint32_t family) {
    const struct family *it = &counting->families[family];
    return !it->stop && it->mark != WORDS_DROPPED && it->mark != WORDS_STOPPED;
}

static void put_pair(struct pairs *pairs, uint32_t a, uint32_t b, enum words_reason reason) {
    uint32_t roots[2] = {pairs->counting->families[a].root, pairs->counting->families[b].root};
    if (roots[0] == roots[1] || !may_be_suggested(pairs->counting, roots[0]) ||
        !may_be_suggested(pairs->counting, roots[1])) {
        return;
    }
    pairs->list = memory_grow(pairs->list, &pairs->capacity, pairs->count + 2, sizeof(struct pair));
    pairs->list[pairs->count++] = (struct pair){roots[0], roots[1], reason};
    pairs->list[pairs->count++] = (struct pair){roots[1], roots[0], reason};
}

static bool ends_with(struct str text, struct str ending) {
    struct str tail = {text.data + text.size - ending.size, ending.size};
    return text.size > ending.size && str_equal(tail, ending);
}

/* The family of this word by itself, if anybody wrote it. */
static uint32_t written_family(const bool *written, const struct counting *counting, struct str key) {
    uint32_t family = counting_find_family(counting, key);
    return family != COUNTING_NONE && written[family] ? family : COUNTING_NONE;
}

static void pair_derived(struct pairs *pairs, const bool *written, uint32_t number, struct derivation rule) {
    char other[WORDS_FORM_SIZE * 4 + 16];
    struct str key = pairs->counting->families[number].key;
    if (!ends_with(key, rule.ending) || key.size + rule.other.size > sizeof other) {
        return;
    }
    struct str stem = {key.data, key.size - rule.ending.size};
    if (text_length(stem) < rule.least) {
        return;
    }
    memcpy(other, stem.data, stem.size);
    memcpy(other + stem.size, rule.other.data, rule.other.size);
    uint32_t found =
        written_family(written, pairs->counting, (struct str){other, stem.size + rule.other.size});
    if (found != COUNTING_NONE) {
        put_pair(pairs, number, found, WORDS_DERIVED);
    }
}

static void find_derived(struct pairs *pairs, const bool *written) {
    const struct counting *counting = pairs->counting;
    bool is_swedish = counting->input->language == WORDS_SWEDISH;
    const struct derivation *rules = is_swedish ? swedish : english;
    size_t count = is_swedish ? sizeof swedish / sizeof *swedish : sizeof english / sizeof *english;
    for (size_t i = 0; i < counting->family_count; i++) {
        if (!written[i] || counting->families[i].phrase || counting->families[i].stop) {
            continue;
        }
        for (size_t rule = 0; rule < count; rule++) {
            pair_derived(pairs, written, (uint32_t)i, rules[rule]);
        }
    }
}

static void put_near(void *context, uint32_t a, uint32_t b) {
    struct pairs *pairs = context;
    put_pair(pairs, pairs->counting->terms[a].family, pairs->counting->terms[b].family, WORDS_SPELLING);
}

/* "lever" is of leva or of lever: where both were written apart, people may know better. */
static void find_ambiguous(struct pairs *pairs, const bool *written) {
    const struct counting *counting = pairs->counting;
    for (size_t i = 0; i < counting->term_count; i++) {
        const struct term *term = &counting->terms[i];
        if (term->persons + term->groups == 0) {
            continue;
        }
        for (uint32_t c = 0; c < term->candidate_count; c++) {
            struct str lemma = counting->candidates[term->candidate + c].lemma;
            uint32_t family = written_family(written, counting, lemma);
            if (family != COUNTING_NONE && family != term->family) {
                put_pair(pairs, term->family, family, WORDS_AMBIGUOUS);
            }
        }
    }
}

static int compare_pairs(const void *left, const void *right, void *context) {
    const struct counting *counting = context;
    const struct pair *a = left;
    const struct pair *b = right;
    if (a->family != b->family) {
        return a->family < b->family ? -1 : 1;
    }
    if (a->reason != b->reason) {
        return a->reason < b->reason ? -1 : 1;
    }
    const struct family *x = &counting->families[a->other];
    const struct family *y = &counting->families[b->other];
    if (x->persons != y->persons) {
        return x->persons > y->persons ? -1 : 1;
    }
    return str_compare(x->key, y->key);
}

static void add_suggestion(const struct counting *counting, struct suggestions *suggestions,
                           const struct pair *pair) {
    struct str word = counting->families[pair->other].key;
    if (suggestions->count == MOST_SUGGESTIONS) {
        return;
    }
    for (size_t i = 0; i < suggestions->count; i++) {
        if (str_equal(suggestions->list[i].word, word)) {
            return;
        }
    }
    if (suggestions->list == NULL) {
        suggestions->list =
            arena_allocate_array(counting->arena, MOST_SUGGESTIONS, sizeof(struct words_suggestion));
    }
    suggestions->list[suggestions->count++] = (struct words_suggestion){.word = word, .reason = pair->reason};
}

void suggest_all(struct counting *counting, struct suggestions *suggestions) {
    struct pairs pairs = {.counting = counting};
    bool *written = memory_allocate(counting->family_count * sizeof *written);
    for (size_t i = 0; i < counting->term_count; i++) {
        const struct term *term = &counting->terms[i];
        written[term->family] = written[term->family] || term->persons + term->groups > 0;
    }
    find_derived(&pairs, written);
    near_find(counting, put_near, &pairs);
    find_ambiguous(&pairs, written);
    if (pairs.count > 0) {
        qsort_r(pairs.list, pairs.count, sizeof(struct pair), compare_pairs, counting);
    }
    for (size_t i = 0; i < pairs.count; i++) {
        add_suggestion(counting, &suggestions[pairs.list[i].family], &pairs.list[i]);
    }
    memory_free(pairs.list);
    memory_free(written);
}
