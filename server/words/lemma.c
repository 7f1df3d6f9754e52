/* From a form's analyses to its family. Most forms have one lemma. Where there are several, what the form
 * is likely to be is asked first (a noun in its own base form is that noun; an imperative or a participle
 * only if nothing else fits), then what the room wrote: the lemma that more people wrote in other forms. */
#include <string.h>

#include "base/memory.h"
#include "base/text.h"
#include "words/joint.h"
#include "words/lists.h"
#include "words/steps.h"
#include "words/token.h"

enum { BASE_FORM, INFLECTED, IMPERATIVE, PARTICIPLE, NAME, SEVERAL_WORDS };
enum { ADJECTIVE, NOUN, VERB, OTHER_PART };
enum { MOST_CANDIDATES = 16 };

static bool has_tag(struct str tags, const char *tag) {
    return memmem(tags.data, tags.size, tag, strlen(tag)) != NULL;
}

static uint32_t part_of(struct str tags) {
    if (str_starts_with(tags, STR("<adj>"))) {
        return ADJECTIVE;
    }
    if (str_starts_with(tags, STR("<n>"))) {
        return NOUN;
    }
    return str_starts_with(tags, STR("<vblex>")) ? VERB : OTHER_PART;
}

static struct str without_s(struct str form) {
    if (form.size > 1 && form.data[form.size - 1] == 's') {
        form.size--;
    }
    return form;
}

/* Dictionaries number their homonyms ("vara¹"). */
static struct str without_number(struct str lemma) {
    static const char *const numbers[] = {"\u00b9", "\u00b2", "\u00b3"};
    for (size_t i = 0; i < 3; i++) {
        if (lemma.size > 2 && memcmp(lemma.data + lemma.size - 2, numbers[i], 2) == 0) {
            lemma.size -= 2;
        }
    }
    return lemma;
}

static uint32_t class_of(struct str form, struct str lemma, struct str tags, bool only) {
    if (memchr(lemma.data, ' ', lemma.size) != NULL) {
        return SEVERAL_WORDS;
    }
    if (str_starts_with(tags, STR("<np>"))) {
        return NAME;
    }
    if (has_tag(tags, "<pp>") || has_tag(tags, "<pprs>")) {
        return PARTICIPLE;
    }
    if (has_tag(tags, "<imp>") && !only) {
        return IMPERATIVE;
    }
    bool verb = str_starts_with(tags, STR("<vblex>"));
    return str_equal(form, lemma) && !verb ? BASE_FORM : INFLECTED;
}

static void add_candidate(struct counting *counting, struct term *term, struct candidate candidate) {
    for (uint32_t i = 0; i < term->candidate_count; i++) {
        struct candidate *known = &counting->candidates[term->candidate + i];
        if (str_equal(known->lemma, candidate.lemma)) {
            if (candidate.class < known->class) {
                known->class = candidate.class;
                known->part = candidate.part;
            }
            return;
        }
    }
    if (term->candidate_count == MOST_CANDIDATES) {
        return;
    }
    size_t number = counting->candidate_count++;
    counting->candidates = memory_grow(counting->candidates, &counting->candidate_capacity,
                                       counting->candidate_count, sizeof(struct candidate));
    counting->candidates[number] = candidate;
    term->candidate_count++;
}

static void read_analysis(struct counting *counting, struct term *term, struct str analysis, bool only) {
    const char *tags_start = memchr(analysis.data, '<', analysis.size);
    size_t size = tags_start != NULL ? (size_t)(tags_start - analysis.data) : analysis.size;
    struct str lemma = without_number((struct str){analysis.data, size});
    struct str tags = {analysis.data + size, analysis.size - size};
    if (size == 0) {
        return;
    }
    lemma = text_fold(lemma, counting->arena);
    /* A present participle is a word of its own (ledande), not a form of its verb. */
    if (has_tag(tags, "<pprs>")) {
        lemma = without_s(term->text);
    }
    if (text_length(lemma) >= WORDS_FORM_SIZE) {
        lemma = term->text;
    }
    add_candidate(counting, term,
                  (struct candidate){.lemma = lemma,
                                     .class = class_of(term->text, lemma, tags, only),
                                     .part = part_of(tags)});
}

/* Whether the form is the adjective with this letter put on. */
static bool is_adjective_with(const struct term *term, const struct candidate *adjective, char letter) {
    return adjective->part == ADJECTIVE && adjective->class == INFLECTED &&
           adjective->lemma.size + 1 == term->text.size && str_starts_with(term->text, adjective->lemma) &&
           term->text.data[term->text.size - 1] == letter;
}

/* A noun in -a ("passiva", "danska") or an adverb in -t ("gemensamt") that is written like an inflected
 * adjective is no likelier than that. */
static void prefer_adjective(struct counting *counting, const struct term *term) {
    for (uint32_t i = 0; i < term->candidate_count; i++) {
        struct candidate *base = &counting->candidates[term->candidate + i];
        char letter = base->part == NOUN ? 'a' : base->part == OTHER_PART ? 't' : 0;
        for (uint32_t j = 0; letter && base->class == BASE_FORM && j < term->candidate_count; j++) {
            if (is_adjective_with(term, &counting->candidates[term->candidate + j], letter)) {
                base->class = INFLECTED;
            }
        }
    }
}

static void read_candidates(struct counting *counting, struct term *term) {
    struct str rest = term->analyses;
    struct str analysis;
    bool only = rest.size == 0 || memchr(rest.data, '|', rest.size) == NULL;
    term->candidate = (uint32_t)counting->candidate_count;
    while (str_split(&rest, '|', &analysis)) {
        read_analysis(counting, term, analysis, only);
    }
    prefer_adjective(counting, term);
}

/* Numbers the lemmas and gives the authors of their forms, summed; to be freed. */
static uint32_t *read_support(struct counting *counting) {
    struct map numbers;
    uint32_t *support = memory_allocate(counting->candidate_count * sizeof *support);
    uintptr_t count = 0;
    map_init(&numbers, counting->term_numbers.seed);
    for (size_t t = 0; t < counting->term_count; t++) {
        const struct term *term = &counting->terms[t];
        for (uint32_t i = 0; i < term->candidate_count; i++) {
            struct candidate *candidate = &counting->candidates[term->candidate + i];
            struct str lemma = candidate->lemma;
            uintptr_t number = (uintptr_t)map_find(&numbers, lemma.data, lemma.size);
            if (number == 0) {
                number = ++count;
                (void)map_put(&numbers, lemma.data, lemma.size, (void *)number);
            }
            candidate->number = (uint32_t)(number - 1);
            support[candidate->number] += term->persons + term->groups;
        }
    }
    map_finish(&numbers);
    return support;
}

static bool is_better(const struct candidate *a, const struct candidate *b, const uint32_t *support) {
    if (a->class != b->class) {
        return a->class < b->class;
    }
    if (support[a->number] != support[b->number]) {
        return support[a->number] > support[b->number];
    }
    if (a->part != b->part) {
        return a->part < b->part;
    }
    if (a->lemma.size != b->lemma.size) {
        return a->lemma.size < b->lemma.size;
    }
    return str_compare(a->lemma, b->lemma) < 0;
}

static struct str best_lemma(const struct counting *counting, const struct term *term,
                             const uint32_t *support) {
    if (term->candidate_count == 0) {
        return term->text;
    }
    const struct candidate *best = &counting->candidates[term->candidate];
    for (uint32_t i = 1; i < term->candidate_count; i++) {
        const struct candidate *candidate = &counting->candidates[term->candidate + i];
        if (is_better(candidate, best, support)) {
            best = candidate;
        }
    }
    return best->lemma;
}

/* What no dictionary has still takes its genitive: "Alvas" goes with "Alva" if somebody wrote that. */
static struct str lemma_of(const struct counting *counting, const struct term *term,
                           const uint32_t *support) {
    struct str bare = without_s(term->text);
    if (term->candidate_count > 0 || counting->input->language != WORDS_SWEDISH ||
        bare.size == term->text.size || bare.size < 3) {
        return best_lemma(counting, term, support);
    }
    uint32_t number = counting_find_term(counting, bare);
    if (number == COUNTING_NONE || counting->terms[number].stop) {
        return term->text;
    }
    return best_lemma(counting, &counting->terms[number], support);
}

static void join_family(struct counting *counting, struct term *term, const uint32_t *support) {
    enum words_language language = counting->input->language;
    struct str lemma = lemma_of(counting, term, support);
    struct str key = lemma;
    /* "varor" are no form of the function word "vara", though the lemma is written alike. */
    if (!str_equal(lemma, term->text) && token_is_stop(language, lemma)) {
        key = arena_format(counting->arena, "=%.*s", STR_ARGS(lemma));
    }
    term->family = counting_family(counting, key);
    struct family *family = &counting->families[term->family];
    family->topic = family->topic || term->asked || lists_contain(language, LISTS_TOPIC, lemma) ||
                    lists_contain(language, LISTS_TOPIC, term->text);
}

/* What was written only as the verb of a sentence ("vi behöver …") stands with the small words: it says what
 * people say of a thing, and names none. Who writes it by itself, or as what is to be done, means the word.
 */
static void stop_verbs(struct counting *counting) {
    bool *means = memory_allocate(counting->family_count * sizeof *means);
    for (size_t i = 0; i < counting->term_count; i++) {
        const struct term *term = &counting->terms[i];
        means[term->family] = means[term->family] || term->stop || term->alone || !joint_is_finite(term);
    }
    for (size_t i = 0; i < counting->family_count; i++) {
        counting->families[i].stop = counting->families[i].stop || !means[i];
    }
    memory_free(means);
}

void lemma_choose(struct counting *counting) {
    for (size_t i = 0; i < counting->term_count; i++) {
        if (!counting->terms[i].stop) {
            read_candidates(counting, &counting->terms[i]);
        }
    }
    uint32_t *support = read_support(counting);
    for (size_t i = 0; i < counting->term_count; i++) {
        struct term *term = &counting->terms[i];
        if (term->stop) {
            term->family = counting_family(counting, term->text);
            counting->families[term->family].stop = true;
        } else {
            join_family(counting, term, support);
        }
    }
    memory_free(support);
    stop_verbs(counting);
}
