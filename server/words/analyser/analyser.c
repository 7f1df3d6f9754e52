#include "words/analyser/analyser.h"

#include "base/memory.h"
#include "words/analyser/apertium.h"
#include "words/analyser/speller.h"
#include "words/lists.h"
#include "words/token.h"

struct analyser {
    struct apertium apertium;
    struct speller spellers[2]; /* by language */
};

struct analyser *analyser_open(void) {
    struct analyser *analyser = memory_allocate(sizeof *analyser);
    apertium_init(&analyser->apertium);
    speller_init(&analyser->spellers[WORDS_SWEDISH], WORDS_SWEDISH);
    speller_init(&analyser->spellers[WORDS_ENGLISH], WORDS_ENGLISH);
    return analyser;
}

void analyser_close(struct analyser *analyser) {
    if (analyser == NULL) {
        return;
    }
    apertium_finish(&analyser->apertium);
    speller_finish(&analyser->spellers[WORDS_SWEDISH]);
    speller_finish(&analyser->spellers[WORDS_ENGLISH]);
    memory_free(analyser);
}

void analyser_look_up(struct analyser *analyser, enum words_language language, struct str form,
                      struct buffer *analyses) {
    size_t start = analyses->size;
    if (!token_is_form(language, form)) {
        return;
    }
    if (language == WORDS_SWEDISH) {
        (void)apertium_look_up(&analyser->apertium, form, analyses);
    } else {
        buffer_append_str(analyses, lists_irregular(form));
    }
    /* The dictionaries overlap only in part: what one does not know the other often does. */
    if (analyses->size == start) {
        speller_look_up(&analyser->spellers[language], form, analyses);
    }
}

const char *analyser_engine(const struct analyser *analyser, enum words_language language) {
    if (language == WORDS_SWEDISH && apertium_is_installed(&analyser->apertium)) {
        return "Apertium";
    }
    return analyser->spellers[language].installed ? "hunspell" : "none";
}
