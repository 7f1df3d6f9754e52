/* hunspell gives the stems of a form and, for a compound, its parts (pa:). It also takes off what makes
 * another word (samverkan: samverka, careless: care), which would merge what people keep apart, so a stem is
 * believed only where the form looks inflected. */
#include "words/analyser/speller.h"

#include <hunspell.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

enum { LONGEST_FORM = 40 }; /* code points; compounds take it more than linear time */

static const struct {
    const char *affixes;
    const char *words;
} dictionaries[] = {
    [WORDS_SWEDISH] = {"/usr/share/hunspell/sv_SE.aff", "/usr/share/hunspell/sv_SE.dic"},
    [WORDS_ENGLISH] = {"/usr/share/hunspell/en_US.aff", "/usr/share/hunspell/en_US.dic"},
};

void speller_init(struct speller *speller, enum words_language language) {
    bool installed =
        access(dictionaries[language].affixes, R_OK) == 0 && access(dictionaries[language].words, R_OK) == 0;
    *speller = (struct speller){.language = language, .installed = installed};
}

void speller_finish(struct speller *speller) {
    if (speller->handle != NULL) {
        Hunspell_destroy(speller->handle);
    }
    speller->handle = NULL;
}

static bool load(struct speller *speller) {
    if (!speller->installed) {
        return false;
    }
    if (speller->handle == NULL) {
        speller->handle =
            Hunspell_create(dictionaries[speller->language].affixes, dictionaries[speller->language].words);
        if (speller->handle == NULL || strcmp(Hunspell_get_dic_encoding(speller->handle), "UTF-8") != 0) {
            speller->installed = false;
        }
    }
    return speller->installed;
}

static bool ends_with(struct str text, const char *ending) {
    size_t size = strlen(ending);
    return text.size > size && memcmp(text.data + text.size - size, ending, size) == 0;
}

static bool ends_with_any(struct str text, const char *const *endings) {
    for (; *endings != NULL; endings++) {
        if (ends_with(text, *endings)) {
            return true;
        }
    }
    return false;
}

/* Whether the dictionary has start of text (size bytes of it) with an ending put on. */
static bool is_word(const struct speller *speller, struct str text, size_t size, const char *ending) {
    char word[WORDS_FORM_SIZE * 4 + 8];
    size_t more = strlen(ending);
    if (size + more >= sizeof word) {
        return false;
    }
    memcpy(word, text.data, size);
    memcpy(word + size, ending, more + 1);
    return Hunspell_spell(speller->handle, word) != 0;
}

/* "samverkan" is no form of samverka as "kvinnan" is of kvinna: nouns in -a have a plural in -or, verbs a
 * present in -r. */
static bool is_noun_of_verb(const struct speller *speller, struct str form, struct str stem) {
    return ends_with(stem, "a") && form.size == stem.size + 1 && ends_with(form, "n") &&
           is_word(speller, stem, stem.size, "r") && !is_word(speller, stem, stem.size - 1, "or");
}

/* "bildandet" is of bildande, and not of bilda. Gives the size of the lemma, 0 where this is none such. */
static size_t gerund_size(struct str form, struct str stem) {
    static const char *const endings[] = {"nde", "ndes", "ndet", "ndets", "nden", "ndens", "ndena", NULL};
    if (!ends_with_any(form, endings) || ends_with(stem, "nde")) {
        return 0;
    }
    const char *at = form.data + form.size;
    while (at - form.data >= 3 && memcmp(at - 3, "nde", 3) != 0) {
        at--;
    }
    return (size_t)(at - form.data);
}

static bool same_first_letter(struct str form, struct str stem) {
    static const char *const rounded[] = {"ä", "å", "ö"};
    static const char plain[] = "aao"; /* hand, händer */
    if (stem.size > 0 && form.data[0] == stem.data[0] &&
        ((unsigned char)form.data[0] < 0x80 || form.data[1] == stem.data[1])) {
        return true;
    }
    for (size_t i = 0; i < 3; i++) {
        if (stem.size > 0 && form.size > 1 && memcmp(form.data, rounded[i], 2) == 0 &&
            stem.data[0] == plain[i]) {
            return true;
        }
    }
    return false;
}

static void append_lemma(struct str before, struct str lemma, struct buffer *analyses, size_t start) {
    struct str known;
    if (analyses->size > start) {
        struct str rest = {analyses->data + start, analyses->size - start};
        while (str_split(&rest, '|', &known)) {
            size_t kept = known.size < before.size ? known.size : before.size;
            struct str end = {known.data + kept, known.size - kept};
            if (str_starts_with(known, before) && str_equal(end, lemma)) {
                return;
            }
        }
        buffer_append_byte(analyses, '|');
    }
    buffer_append_str(analyses, before);
    buffer_append_str(analyses, lemma);
}

static struct str field_of(struct str analysis, const char *name) {
    struct str found = {0};
    struct str field;
    size_t size = strlen(name);
    while (str_split(&analysis, ' ', &field)) {
        if (field.size > size && memcmp(field.data, name, size) == 0) {
            found = (struct str){field.data + size, field.size - size};
        }
    }
    return found;
}

static void append_swedish(const struct speller *speller, struct str form, struct str analysis,
                           struct buffer *analyses, size_t start) {
    struct str stem = field_of(analysis, "st:");
    struct str part = field_of(analysis, "pa:"); /* the last one of a compound, as it is written */
    struct str before = {form.data, 0};
    if (str_is_empty(stem)) {
        return;
    }
    if (!str_is_empty(part)) {
        if (part.size >= form.size) {
            return;
        }
        before.size = form.size - part.size;
        form = (struct str){form.data + before.size, part.size};
        if (!str_equal(form, part)) {
            return;
        }
    }
    size_t gerund = gerund_size(form, stem);
    if (is_noun_of_verb(speller, form, stem)) {
        append_lemma(before, form, analyses, start);
    } else if (gerund > 0) {
        append_lemma(before, (struct str){form.data, gerund}, analyses, start);
    } else if (same_first_letter(form, stem)) {
        append_lemma(before, stem, analyses, start);
    }
}

static void append_english(const struct speller *speller, struct str form, struct str analysis,
                           struct buffer *analyses, size_t start) {
    static const char *const inflected[] = {"s", "ed", "ing", NULL};
    static const char *const derived[] = {"ness", "less", "ous", NULL};
    struct str stem = field_of(analysis, "st:");
    struct str before = {form.data, 0};
    struct str singular = {form.data, form.size - 1};
    if (str_is_empty(stem) || !same_first_letter(form, stem) || !ends_with_any(form, inflected) ||
        ends_with_any(form, derived)) {
        return;
    }
    /* "meetings" is of meeting, "leaders" of leader. */
    bool plural = ends_with(form, "s") && stem.size < singular.size &&
                  is_word(speller, form, singular.size, "") && !ends_with(singular, "s");
    append_lemma(before, plural ? singular : stem, analyses, start);
}

static bool is_itself(char **found, int count, struct str form) {
    for (int i = 0; i < count; i++) {
        if (str_equal(field_of(str_of(found[i]), "st:"), form)) {
            return true;
        }
    }
    return false;
}

/* The dictionary has some plurals by themselves, for what can be put in front of them ("in-" of "decisions").
 */
static struct str without_plural(const struct speller *speller, struct str form) {
    bool plural = ends_with(form, "ions") && is_word(speller, form, form.size - 1, "");
    return (struct str){form.data, form.size - plural};
}

void speller_look_up(struct speller *speller, struct str form, struct buffer *analyses) {
    char word[LONGEST_FORM * 4 + 1];
    char **found = NULL;
    size_t start = analyses->size;
    if (form.size == 0 || form.size >= sizeof word || text_length(form) > LONGEST_FORM || !load(speller)) {
        return;
    }
    memcpy(word, form.data, form.size);
    word[form.size] = '\0';
    int count = Hunspell_analyze(speller->handle, &found, word);
    if (speller->language == WORDS_ENGLISH && is_itself(found, count, form)) {
        buffer_append_str(analyses, without_plural(speller, form));
    } else {
        for (int i = 0; i < count; i++) {
            if (speller->language == WORDS_ENGLISH) {
                append_english(speller, form, str_of(found[i]), analyses, start);
            } else {
                append_swedish(speller, form, str_of(found[i]), analyses, start);
            }
        }
    }
    /* In the dictionary, though nothing better than itself is known of it. */
    if (analyses->size == start && count > 0) {
        buffer_append_str(analyses, form);
    }
    Hunspell_free_list(speller->handle, &found, count);
}
