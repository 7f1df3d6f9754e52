/* Authors, rounds and organisations are numbered in the order in which they turn up. Numbers come from a walk
 * over sorted keys and not from a map: a map's seed would be chance, which this folder may not have. */
#include "protocol/words_input.h"

#include <stdlib.h>
#include <string.h>

/* Who an author is, for counting: for a group the group, or its table (or who wrote for it). */
struct author_key {
    uint8_t kind;
    struct id id;
};

enum { KEY_PERSON, KEY_AUTHOR, KEY_GROUP, KEY_ORGANISATION };

/* Keys and where each number goes. */
struct numbering {
    struct author_key key;
    uint32_t *number;
};

static int compare_keys(const void *a, const void *b) {
    const struct numbering *left = a, *right = b;
    if (left->key.kind != right->key.kind) {
        return left->key.kind < right->key.kind ? -1 : 1;
    }
    return id_compare(left->key.id, right->key.id);
}

/* Gives equal keys equal numbers, from 0. */
static void number_keys(struct numbering *numberings, size_t count) {
    if (count == 0) {
        return;
    }
    qsort(numberings, count, sizeof *numberings, compare_keys);
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && compare_keys(&numberings[i - 1], &numberings[i]) != 0) {
            number++;
        }
        *numberings[i].number = number;
    }
}

static struct author_key author_of(const struct note *note) {
    if (note->group_size > 0 && !id_is_none(note_group(note))) {
        return (struct author_key){KEY_GROUP, note_group(note)};
    }
    return (struct author_key){note->author.kind == ACTOR_AUTHOR ? KEY_AUTHOR : KEY_PERSON, note->author.id};
}

/* Where authors are known within: the scope of an anonymous round; none where they are participants. */
static struct id domain_of(const struct round *round) {
    return round->authorship == AUTHORSHIP_ANONYMOUS ? round->scope : (struct id){{0}};
}

static bool contains(const struct round *const *rounds, size_t count, const struct round *round) {
    for (size_t i = 0; i < count; i++) {
        if (rounds[i] == round) {
            return true;
        }
    }
    return false;
}

/* The list's rounds that are there, in its order, each once. */
static const struct round **find_rounds(const struct process *process, const struct word_list *list,
                                        struct arena *arena, size_t *count) {
    const struct round **rounds = arena_allocate_array(arena, list->round_count, sizeof *rounds);
    *count = 0;
    for (size_t i = 0; i < list->round_count; i++) {
        const struct round *round = process_round(process, list->rounds[i]);
        if (round != NULL && !round->removed && round->form == ROUND_FORM_NOTES &&
            !contains(rounds, *count, round)) {
            rounds[(*count)++] = round;
        }
    }
    return rounds;
}

static size_t collect_notes(const struct process *process, const struct round *const *rounds,
                            size_t round_count, const struct note **notes) {
    size_t found = 0;
    for (size_t i = 0; i < round_count; i++) {
        size_t count;
        const struct note *const *all = process_notes(process, rounds[i], &count);
        for (size_t j = 0; j < count; j++) {
            if (note_is_on_record(all[j])) {
                if (notes != NULL) {
                    notes[found] = all[j];
                }
                found++;
            }
        }
    }
    return found;
}

static uint32_t index_of_round(const struct round *const *rounds, const struct round *round) {
    uint32_t i = 0;
    while (rounds[i] != round) {
        i++;
    }
    return i;
}

/* The organisation that a note counts for: of participants only, an anonymous author has none that we know.
 */
static struct id organisation_of(const struct process *process, const struct note *note) {
    const struct participant *participant =
        note->author.kind == ACTOR_PARTICIPANT ? process_participant(process, note->author.id) : NULL;
    return participant != NULL ? participant->organisation : (struct id){{0}};
}

static const struct words_note *convert_notes(const struct process *process, const struct words_view *view,
                                              const struct round *const *rounds, struct arena *arena) {
    struct words_note *converted = arena_allocate_array(arena, view->note_count, sizeof *converted);
    struct numbering *authors = arena_allocate_array(arena, view->note_count, sizeof *authors);
    struct numbering *organisations = arena_allocate_array(arena, view->note_count, sizeof *organisations);
    size_t organisation_count = 0;
    for (size_t i = 0; i < view->note_count; i++) {
        const struct note *note = view->notes[i];
        converted[i] = (struct words_note){
            .text = note->text,
            .round = index_of_round(rounds, note->round),
            .organisation = WORDS_NO_ORGANISATION,
            .from_group = note->group_size > 0,
            .fields = note->round->notes.fields > 0,
        };
        authors[i] = (struct numbering){author_of(note), &converted[i].author};
        struct id organisation = organisation_of(process, note);
        if (!id_is_none(organisation)) {
            organisations[organisation_count++] =
                (struct numbering){{KEY_ORGANISATION, organisation}, &converted[i].organisation};
        }
    }
    number_keys(authors, view->note_count);
    number_keys(organisations, organisation_count);
    return converted;
}

static size_t convert_forms(const struct process *process, enum language language, struct arena *arena,
                            const struct words_form **forms) {
    size_t count, found = 0;
    const struct looked_up_form *const *all = process_forms(process, &count);
    struct words_form *converted = arena_allocate_array(arena, count, sizeof *converted);
    for (size_t i = 0; i < count; i++) {
        if (all[i]->language == language && !str_is_empty(all[i]->form)) {
            converted[found++] = (struct words_form){all[i]->form, all[i]->analyses};
        }
    }
    *forms = converted;
    return found;
}

static enum words_edit_kind edit_kind(const struct word_edit *edit) {
    static const enum words_edit_kind of_mark[WORD_MARK_END] = {
        [WORD_MARK_DROPPED] = WORDS_DROP, [WORD_MARK_ASIDE] = WORDS_ASIDE, [WORD_MARK_KEPT] = WORDS_KEEP,
        [WORD_MARK_STOPPED] = WORDS_STOP, [WORD_MARK_ADDED] = WORDS_ADD,
    };
    switch (edit->kind) {
    case EVENT_WORD_MERGE:
        return WORDS_MERGE;
    case EVENT_WORD_SPLIT:
        return WORDS_SPLIT;
    case EVENT_WORD_RENAME:
        return WORDS_RENAME;
    default:
        return of_mark[edit->mark];
    }
}

static const struct words_edit *convert_edits(const struct word_list *list, struct arena *arena) {
    struct words_edit *converted = arena_allocate_array(arena, list->edit_count, sizeof *converted);
    for (size_t i = 0; i < list->edit_count; i++) {
        const struct word_edit *edit = &list->edits[i];
        converted[i] = (struct words_edit){edit_kind(edit), edit->word, edit->other};
    }
    return converted;
}

static const struct str *convert_questions(const struct round *const *rounds, size_t count,
                                           struct arena *arena) {
    struct str *questions = arena_allocate_array(arena, count, sizeof *questions);
    for (size_t i = 0; i < count; i++) {
        questions[i] = rounds[i]->question;
    }
    return questions;
}

static bool is_per_round(const struct round *const *rounds, size_t count) {
    for (size_t i = 1; i < count; i++) {
        if (!id_equal(domain_of(rounds[i]), domain_of(rounds[0]))) {
            return true;
        }
    }
    return false;
}

void words_input_make(const struct process *process, struct words_view *view, struct arena *arena,
                      struct words_input *input) {
    const struct profile *profile = process_profile(process);
    size_t round_count;
    const struct round **rounds = find_rounds(process, view->list, arena, &round_count);
    view->language = profile != NULL ? profile->language : LANGUAGE_SV;
    view->per_round = is_per_round(rounds, round_count);
    view->note_count = collect_notes(process, rounds, round_count, NULL);
    view->notes = arena_allocate_array(arena, view->note_count, sizeof *view->notes);
    collect_notes(process, rounds, round_count, view->notes);
    *input = (struct words_input){
        .language = view->language == LANGUAGE_EN ? WORDS_ENGLISH : WORDS_SWEDISH,
        .fixed_authors = !view->per_round,
        .notes = convert_notes(process, view, rounds, arena),
        .note_count = view->note_count,
        .edits = convert_edits(view->list, arena),
        .edit_count = view->list->edit_count,
        .questions = convert_questions(rounds, round_count, arena),
        .question_count = round_count,
    };
    input->form_count = convert_forms(process, view->language, arena, &input->forms);
}

bool words_view_make(const struct process *process, struct id list, struct arena *arena,
                     struct words_view *view) {
    *view = (struct words_view){.list = process_word_list(process, list)};
    if (view->list == NULL) {
        return false;
    }
    struct words_input input;
    words_input_make(process, view, arena, &input);
    words_count(&input, arena, &view->result);
    return true;
}
