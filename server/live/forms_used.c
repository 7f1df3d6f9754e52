#include "live/forms_used.h"

#include "core/model.h"

struct used {
    struct arena arena;
    struct map forms; /* the values say nothing */
    enum language language;
};

enum words_language forms_language(enum language language) {
    return language == LANGUAGE_EN ? WORDS_ENGLISH : WORDS_SWEDISH;
}

static void use_text(struct used *used, struct str text) {
    struct str *forms;
    if (str_is_empty(text)) {
        return;
    }
    size_t count = words_forms_of(forms_language(used->language), text, &used->arena, &forms);
    for (size_t i = 0; i < count; i++) {
        (void)map_put(&used->forms, forms[i].data, forms[i].size, used);
    }
    arena_reset(&used->arena);
}

static void use_round(struct used *used, const struct process *process, const struct round *round) {
    size_t count;
    const struct note *const *notes = process_notes(process, round, &count);
    use_text(used, round->question);
    for (size_t i = 0; i < count; i++) {
        use_text(used, notes[i]->text);
    }
}

static void use_list(struct used *used, const struct word_list *list) {
    for (size_t i = 0; i < list->edit_count; i++) {
        use_text(used, list->edits[i].word);
        use_text(used, list->edits[i].other);
    }
}

static bool is_used(void *context, enum language language, struct str form) {
    const struct used *used = context;
    return language == used->language && map_find(&used->forms, form.data, form.size) != NULL;
}

size_t forms_unused(const struct process *process, struct map_seed seed, int64_t *seqs, size_t capacity) {
    const struct profile *profile = process_profile(process);
    struct used used = {.language = profile ? profile->language : LANGUAGE_SV};
    arena_init(&used.arena);
    map_init(&used.forms, seed);
    size_t count;
    const struct round *const *rounds = process_rounds(process, &count);
    for (size_t i = 0; i < count; i++) {
        use_round(&used, process, rounds[i]);
    }
    const struct word_list *const *lists = process_word_lists(process, &count);
    for (size_t i = 0; i < count; i++) {
        use_list(&used, lists[i]);
    }
    size_t unused = process_unused_forms(process, is_used, &used, seqs, capacity);
    map_finish(&used.forms);
    arena_finish(&used.arena);
    return unused;
}
