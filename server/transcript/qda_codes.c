/* The codes: themes by board, value words by list, the agenda by session. Each has its own id where it has
 * one in the process, so that codes from records of different days are the same codes. */
#include <stdlib.h>

#include "base/random.h"
#include "transcript/qda.h"
#include "transcript/words.h"

bool qda_has_code(const struct qda *qda, struct id guid) {
    return map_find(&qda->known_codes, guid.bytes, sizeof guid.bytes) != NULL;
}

struct qda_code *qda_add_code(struct qda *qda, size_t depth, struct id guid, struct str name,
                              struct str context) {
    static const char known;
    if (str_is_empty(name)) {
        name = str_of(qda->texts->untitled);
    }
    struct qda_code *code = QDA_ADD(qda->codes);
    *code = (struct qda_code){
        .guid = guid, .depth = depth, .name = qda_name(&qda->names, name, context, guid, &qda->arena)};
    map_put(&qda->known_codes, guid.bytes, sizeof guid.bytes, (void *)(uintptr_t)&known);
    return code;
}

/* A heading, and what stands under it: boards, lists, sessions. */
struct heading {
    struct qda *qda;
    const char *key, *title;
    bool has_sets, begun;
    struct id part;
    struct str part_name;
};

static void begin_part(struct heading *heading, struct id id, struct str title) {
    struct qda *qda = heading->qda;
    if (id_equal(heading->part, id)) {
        return;
    }
    if (!heading->begun) {
        qda_add_code(qda, 0, qda_own_guid(heading->key), str_of(heading->title), (struct str){0});
    }
    heading->begun = true;
    heading->part = id;
    heading->part_name = qda_add_code(qda, 1, id, title, str_of(heading->title))->name;
    if (heading->has_sets) {
        struct id guid = qda_guid(id, "set");
        *QDA_ADD(qda->sets) = (struct qda_set){
            .guid = guid,
            .name = qda_name(&qda->set_names, heading->part_name, (struct str){0}, guid, &qda->arena),
            .first = qda->codes.count};
    }
}

static struct qda_code *add_leaf(struct heading *heading, struct id guid, struct str name) {
    struct qda *qda = heading->qda;
    struct qda_code *code = qda_add_code(qda, 2, guid, name, heading->part_name);
    code->codable = true;
    return code;
}

static void count_in_set(struct qda *qda) {
    qda->sets.at[qda->sets.count - 1].count++;
}

/* ---- themes ---- */

static bool add_theme(void *context, const struct table *table, const struct cell *cells) {
    struct heading *heading = context;
    struct qda *qda = heading->qda;
    begin_part(heading, record_cell(table, cells, "board")->id,
               record_cell(table, cells, "board_title")->text);
    struct qda_code *code =
        add_leaf(heading, record_cell(table, cells, "theme")->id, record_cell(table, cells, "title")->text);
    code->description = arena_copy(&qda->arena, record_cell(table, cells, "definition")->text);
    count_in_set(qda);
    return true;
}

/* ---- words ---- */

static bool is_value_word(const struct words_family *family) {
    return family->mark != WORDS_DROPPED && family->mark != WORDS_SET_ASIDE && family->mark != WORDS_STOPPED;
}

static void add_word(struct heading *heading, const struct words_view *view,
                     const struct words_family *family) {
    struct qda *qda = heading->qda;
    begin_part(heading, view->list->id, view->list->title);
    struct id guid = id_of_name(view->list->id, family->word.data, family->word.size);
    add_leaf(heading, guid, family->label);
    count_in_set(qda);
    for (size_t i = 0; i < family->note_count; i++) {
        *QDA_ADD(qda->found) = (struct qda_found){.note = view->notes[family->notes[i]]->id, .code = guid};
    }
}

static int by_note(const void *a, const void *b) {
    const struct qda_found *left = a, *right = b;
    int order = id_compare(left->note, right->note);
    return order != 0 ? order : id_compare(left->code, right->code);
}

static void add_words(struct heading *heading) {
    struct qda *qda = heading->qda;
    struct arena arena;
    size_t count;
    const struct word_list *const *lists = process_word_lists(qda->record->process, &count);
    arena_init(&arena);
    for (size_t i = 0; i < count; i++) {
        if (!record_has_list(qda->record, lists[i])) {
            continue;
        }
        struct words_view view;
        record_count_words(qda->record, lists[i], false, &arena, &view);
        for (size_t word = 0; word < view.result.count; word++) {
            if (is_value_word(&view.result.families[word])) {
                add_word(heading, &view, &view.result.families[word]);
            }
        }
        arena_reset(&arena);
    }
    arena_finish(&arena);
    if (qda->found.count > 1) {
        qsort(qda->found.at, qda->found.count, sizeof *qda->found.at, by_note);
    }
}

/* ---- the agenda: the questions of its items, and those of none ---- */

static void add_questions(struct heading *heading, const struct session *session, const struct item *item) {
    struct qda *qda = heading->qda;
    size_t count;
    const struct round *const *rounds = process_rounds(qda->record->process, &count);
    for (size_t i = 0; i < count; i++) {
        const struct item *its = process_item(qda->record->process, rounds[i]->item);
        its = its && !its->removed ? its : NULL;
        if (its == item && id_equal(rounds[i]->session, session->id) && qda_is_source(rounds[i])) {
            begin_part(heading, session->id, session->title);
            struct qda_code *code = add_leaf(heading, rounds[i]->id, rounds[i]->question);
            code->depth += item ? 1 : 0;
        }
    }
}

static void add_session(struct heading *heading, const struct session *session) {
    struct qda *qda = heading->qda;
    size_t count;
    const struct item *const *items = process_items(qda->record->process, &count);
    for (size_t i = 0; i < count; i++) {
        if (id_equal(items[i]->session, session->id)) {
            begin_part(heading, session->id, session->title);
            add_leaf(heading, items[i]->id, items[i]->title)->description = items[i]->about;
            add_questions(heading, session, items[i]);
        }
    }
    add_questions(heading, session, NULL);
}

static void add_agenda(struct heading *heading) {
    struct qda *qda = heading->qda;
    size_t count;
    const struct session *const *sessions = process_sessions(qda->record->process, &count);
    for (size_t i = 0; i < count; i++) {
        if (record_has_session(qda->record, sessions[i]->id)) {
            add_session(heading, sessions[i]);
        }
    }
}

void qda_add_codes(struct qda *qda) {
    const struct qda_texts *texts = qda->texts;
    struct heading themes = {.qda = qda, .key = "themes", .title = texts->themes, .has_sets = true};
    struct heading words = {.qda = qda, .key = "words", .title = texts->words, .has_sets = true};
    struct heading agenda = {.qda = qda, .key = "agenda", .title = texts->agenda};
    record_walk(qda->record, &themes_table, add_theme, &themes);
    add_words(&words);
    add_agenda(&agenda);
}
