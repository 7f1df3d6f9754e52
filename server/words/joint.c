/* What a terminologist would not call a term is cut where it comes apart: at the verb that makes a clause
 * of it ("wages | will lead", "behöver | en gemensam bild"), before the article of the next thing ("hela
 * länet | en samordnad …") and, in Swedish, which writes compounds as one word, between two nouns ("samverkan
 * | tillit"). */
#include "words/joint.h"

#include <string.h>

#include "words/lists.h"

static bool has(struct str analysis, const char *tag) {
    return !str_is_empty(analysis) && memmem(analysis.data, analysis.size, tag, strlen(tag)) != NULL;
}

/* Every analysis, and one at least, has the tag and has not the other one. */
static bool is_surely(struct str analyses, const char *tag, const char *without) {
    struct str analysis;
    bool any = false;
    while (str_split(&analyses, '|', &analysis)) {
        if (!has(analysis, tag) || has(analysis, without)) {
            return false;
        }
        any = true;
    }
    return any;
}

bool joint_is_finite(const struct term *term) {
    struct str rest = term->analyses, analysis;
    bool any = false;
    while (str_split(&rest, '|', &analysis)) {
        bool tensed = has(analysis, "<pres>") || has(analysis, "<past>");
        if (!has(analysis, "<vblex>") || !(tensed || has(analysis, "<imp>"))) {
            return false;
        }
        any = any || tensed;
    }
    return any;
}

static bool is_article(struct str word) {
    return str_equal(word, STR("en")) || str_equal(word, STR("ett"));
}

/* Nouns one beside the other, as people list them without a comma; only where all is known of both. */
static bool is_list(enum words_language language, const struct term *left, const struct term *right) {
    return language == WORDS_SWEDISH && is_surely(left->analyses, "<n>", "<gen>") &&
           is_surely(right->analyses, "<n>", "<np>");
}

bool joint_is_open(const struct counting *counting, size_t place) {
    enum words_language language = counting->input->language;
    const struct term *left = &counting->terms[counting->stream[place]];
    const struct term *right = &counting->terms[counting->stream[place + 1]];
    if (right->stop && lists_contain(language, LISTS_CLAUSE, right->text)) {
        return false;
    }
    if (joint_is_finite(left) || joint_is_finite(right)) {
        return false;
    }
    /* "göra en skillnad" runs on: only what is no verb ends before an article. */
    if (language == WORDS_SWEDISH && is_article(right->text)) {
        return left->stop || !(is_surely(left->analyses, "<n>", "<vblex>") ||
                               is_surely(left->analyses, "<adj>", "<vblex>"));
    }
    return !is_list(language, left, right);
}

static bool is_one_of(struct str word, const char *const *words) {
    while (*words != NULL && !str_equal(word, str_of(*words))) {
        words++;
    }
    return *words != NULL;
}

/* The function words that hold a name together. */
static bool is_link(enum words_language language, struct str word) {
    static const char *const swedish[] = {"i",   "av",     "för", "på",   "till", "från", "hos", "inom",
                                          "med", "mellan", "om",  "utan", "vid",  "över", NULL};
    static const char *const english[] = {"of", NULL};
    return is_one_of(word, language == WORDS_SWEDISH ? swedish : english);
}

/* English forms come without parts of speech. In Swedish a word of which nothing is known may be a verb. */
static bool may_be_verb(enum words_language language, struct str analyses) {
    return language == WORDS_SWEDISH && (!has(analyses, "<") || is_surely(analyses, "<vblex>", "<n>"));
}

bool joint_is_name(const struct counting *counting, const uint32_t *words, size_t count) {
    enum words_language language = counting->input->language;
    for (size_t i = 0; i < count; i++) {
        const struct term *term = &counting->terms[words[i]];
        const struct term *before = i > 0 ? &counting->terms[words[i - 1]] : term;
        if (term->stop ? !is_link(language, term->text) : may_be_verb(language, term->analyses)) {
            return false;
        }
        if (i > 0 && is_list(language, before, term)) {
            return false;
        }
    }
    return true;
}
