/* What people decided, over what the words themselves give. An edit names a family by its key; where the
 * key is gone (a form that went to another lemma as notes came), by any form that was written. */
#include "base/memory.h"
#include "base/text.h"
#include "words/steps.h"

static uint32_t family_named(const struct counting *counting, struct str name) {
    uint32_t family = counting_find_family(counting, name);
    if (family != COUNTING_NONE || str_is_empty(name)) {
        return family;
    }
    struct str folded = text_fold(name, counting->arena);
    family = counting_find_family(counting, folded);
    if (family != COUNTING_NONE) {
        return family;
    }
    uint32_t term = counting_find_term(counting, folded);
    return term != COUNTING_NONE ? counting->terms[term].family : COUNTING_NONE;
}

/* The family of that name, made where nobody wrote it. */
static uint32_t family_required(struct counting *counting, struct str name) {
    uint32_t family = family_named(counting, name);
    if (family != COUNTING_NONE || str_is_empty(name)) {
        return family;
    }
    return counting_family(counting, text_fold(name, counting->arena));
}

/* What people decided something about stands by itself. */
static void name_family(struct counting *counting, uint32_t family) {
    if (family != COUNTING_NONE) {
        counting->families[family].named = true;
    }
}

static void split(struct counting *counting, struct str form) {
    uint32_t number = counting_find_term(counting, text_fold(form, counting->arena));
    if (number == COUNTING_NONE) {
        return;
    }
    struct term *term = &counting->terms[number];
    struct str key = term->text;
    name_family(counting, term->family);
    bool others = false;
    for (size_t i = 0; i < counting->term_count; i++) {
        const struct term *other = &counting->terms[i];
        others =
            others || (i != number && other->family == term->family && other->persons + other->groups > 0);
    }
    if (!others) {
        return;
    }
    if (counting_find_family(counting, key) != COUNTING_NONE) {
        key = arena_format(counting->arena, "=%.*s", STR_ARGS(term->text));
    }
    uint32_t family = counting_family(counting, key);
    counting->families[family].phrase = term->phrase;
    counting->families[family].topic = term->asked;
    term->family = family;
    name_family(counting, family);
}

static bool leads_to(const struct counting *counting, uint32_t from, uint32_t family) {
    while (from != COUNTING_NONE && from != family) {
        from = counting->families[from].parent;
    }
    return from == family;
}

static void merge(struct counting *counting, const struct words_edit *edit) {
    uint32_t family = family_named(counting, edit->word);
    if (family == COUNTING_NONE) {
        return;
    }
    uint32_t into = family_required(counting, edit->other);
    name_family(counting, family);
    name_family(counting, into);
    if (into == COUNTING_NONE || leads_to(counting, into, family)) {
        return;
    }
    counting->families[family].parent = into;
}

static bool is_written(const struct counting *counting, uint32_t family) {
    for (size_t i = 0; i < counting->term_count; i++) {
        const struct term *term = &counting->terms[i];
        if (term->family == family && term->persons + term->groups > 0) {
            return true;
        }
    }
    return false;
}

static void add(struct counting *counting, struct str word) {
    uint32_t family = family_required(counting, word);
    if (family == COUNTING_NONE) {
        return;
    }
    name_family(counting, family);
    counting->families[family].mark = WORDS_ADDED;
    if (str_is_empty(counting->families[family].label) && !is_written(counting, family)) {
        counting->families[family].label = word;
    }
}

static void change(struct counting *counting, const struct words_edit *edit) {
    static const enum words_mark marks[] = {[WORDS_DROP] = WORDS_DROPPED,
                                            [WORDS_ASIDE] = WORDS_SET_ASIDE,
                                            [WORDS_KEEP] = WORDS_KEPT,
                                            [WORDS_STOP] = WORDS_STOPPED};
    uint32_t family = family_named(counting, edit->word);
    if (family == COUNTING_NONE) {
        return;
    }
    name_family(counting, family);
    if (edit->kind == WORDS_RENAME) {
        counting->families[family].label = edit->other;
    } else {
        counting->families[family].mark = marks[edit->kind];
    }
}

/* A chain of merges ends at its root; merges never make a circle. */
static void find_roots(struct counting *counting) {
    for (size_t i = 0; i < counting->family_count; i++) {
        uint32_t root = (uint32_t)i;
        while (counting->families[root].parent != COUNTING_NONE) {
            root = counting->families[root].parent;
        }
        counting->families[i].root = root;
    }
}

void edit_apply(struct counting *counting) {
    const struct words_input *input = counting->input;
    /* Splits come first, so that the others can speak of what was split off. */
    for (size_t i = 0; i < input->edit_count; i++) {
        if (input->edits[i].kind == WORDS_SPLIT) {
            split(counting, input->edits[i].word);
        }
    }
    for (size_t i = 0; i < input->edit_count; i++) {
        const struct words_edit *edit = &input->edits[i];
        if (edit->kind == WORDS_MERGE) {
            merge(counting, edit);
        } else if (edit->kind == WORDS_ADD) {
            add(counting, edit->word);
        } else if (edit->kind != WORDS_SPLIT) {
            change(counting, edit);
        }
    }
    find_roots(counting);
}
