#include "words/words.h"

#include "base/text.h"
#include "words/steps.h"
#include "words/token.h"

void words_count(const struct words_input *input, struct arena *arena, struct words_result *result) {
    struct counting counting;
    counting_init(&counting, input, arena);
    read_all(&counting);
    tally_terms(&counting);
    lemma_choose(&counting);
    phrase_find(&counting);
    tally_terms(&counting);
    edit_apply(&counting);
    result_make(&counting, result);
    counting_finish(&counting);
}

size_t words_forms_of(enum words_language language, struct str text, struct arena *arena,
                      struct str **forms) {
    struct token_reader reader;
    struct str word;
    bool broken;
    struct words_input nothing = {.language = language};
    struct counting seen;
    counting_init(&seen, &nothing, arena);
    token_start(&reader, language, text_fold(text, arena));
    while (token_next(&reader, &word, &broken)) {
        if (token_is_form(language, word)) {
            (void)counting_term(&seen, word);
        }
    }
    size_t count = seen.term_count;
    *forms = arena_allocate_array(arena, count, sizeof(struct str));
    for (size_t i = 0; i < count; i++) {
        (*forms)[i] = seen.terms[i].text;
    }
    counting_finish(&seen);
    return count;
}
