/* A small room in which people write notes, for the tests of words. */
#ifndef SAMSKAP_TESTS_WORDS_SCENE_H
#define SAMSKAP_TESTS_WORDS_SCENE_H

#include <criterion/criterion.h>

#include "words/words.h"

enum { SCENE_MOST = 128 };

struct scene {
    struct arena arena;
    struct words_note notes[SCENE_MOST];
    struct words_form forms[SCENE_MOST];
    struct words_edit edits[SCENE_MOST];
    struct str questions[4];
    struct words_input input;
    struct words_result result;
};

static inline void scene_start(struct scene *scene) {
    *scene = (struct scene){0};
    arena_init(&scene->arena);
    scene->input = (struct words_input){.language = WORDS_SWEDISH,
                                        .fixed_authors = true,
                                        .notes = scene->notes,
                                        .forms = scene->forms,
                                        .edits = scene->edits,
                                        .questions = scene->questions};
}

static inline void scene_finish(struct scene *scene) {
    arena_finish(&scene->arena);
}

static inline struct words_note *scene_note(struct scene *scene, uint32_t author, const char *text) {
    struct words_note *note = &scene->notes[scene->input.note_count++];
    *note =
        (struct words_note){.text = str_of(text), .author = author, .organisation = WORDS_NO_ORGANISATION};
    return note;
}

static inline void scene_field(struct scene *scene, uint32_t author, const char *text) {
    scene_note(scene, author, text)->fields = true;
}

static inline void scene_form(struct scene *scene, const char *form, const char *analyses) {
    scene->forms[scene->input.form_count++] = (struct words_form){str_of(form), str_of(analyses)};
}

static inline void scene_edit(struct scene *scene, enum words_edit_kind kind, const char *word,
                              const char *other) {
    scene->edits[scene->input.edit_count++] = (struct words_edit){kind, str_of(word), str_of(other)};
}

static inline void scene_ask(struct scene *scene, const char *question) {
    scene->questions[scene->input.question_count++] = str_of(question);
}

static inline void scene_count(struct scene *scene) {
    words_count(&scene->input, &scene->arena, &scene->result);
}

/* NULL: no such family. */
static inline const struct words_family *scene_find(const struct scene *scene, const char *word) {
    for (size_t i = 0; i < scene->result.count; i++) {
        if (str_equal(scene->result.families[i].word, str_of(word))) {
            return &scene->result.families[i];
        }
    }
    return NULL;
}

static inline const struct words_family *scene_family(const struct scene *scene, const char *word) {
    const struct words_family *family = scene_find(scene, word);
    cr_assert_not_null(family, "no family %s", word);
    return family;
}

static inline bool scene_suggests(const struct words_family *family, const char *word,
                                  enum words_reason reason) {
    for (size_t i = 0; i < family->suggestion_count; i++) {
        if (str_equal(family->suggestions[i].word, str_of(word)) && family->suggestions[i].reason == reason) {
            return true;
        }
    }
    return false;
}

#define expect_str(actual, expected)                                                                         \
    cr_expect(str_equal((actual), str_of(expected)), "%.*s is not %s", STR_ARGS(actual), (expected))

#endif
