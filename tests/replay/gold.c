#include "gold.h"

#include <stdio.h>
#include <stdlib.h>

enum { PEOPLE = 4 };

enum column { SESSION, LEMMA, PEOPLE_COLUMN, FORMS, COLUMNS };

static size_t column_of(const struct gold *gold, enum column column) {
    static const char *const names[COLUMNS] = {"session", "lemma", "people", "forms"};
    size_t found = 0;
    return csv_column(&gold->words, names[column], &found) ? found : SIZE_MAX;
}

static bool complain(const char *path, const char *why) {
    fprintf(stderr, "samskap-replay: %s: %s\n", path, why);
    return false;
}

/* The file has no row of names: its first word is taken from there. */
static void index_stop_words(struct gold *gold) {
    for (size_t i = 0; i < (gold->stop_words.rows + 1) * gold->stop_words.columns; i++) {
        struct str word = gold->stop_words.cells[i];
        map_put(&gold->stopped, word.data, word.size, gold);
    }
}

bool gold_read(const char *words_path, const char *stop_words_path, struct gold *gold) {
    *gold = (struct gold){0};
    struct map_seed seed = {{0}}; /* nobody chooses these keys against us */
    map_init(&gold->stopped, seed);
    enum status status = csv_read(words_path, CSV_TAB, &gold->words);
    if (status != STATUS_OK)
        return complain(words_path, status_text(status));
    for (enum column column = SESSION; column < COLUMNS; column++)
        if (column_of(gold, column) == SIZE_MAX)
            return complain(words_path, "lacks a column");
    status = csv_read(stop_words_path, CSV_TAB, &gold->stop_words);
    if (status != STATUS_OK)
        return complain(stop_words_path, status_text(status));
    index_stop_words(gold);
    return true;
}

void gold_finish(struct gold *gold) {
    csv_finish(&gold->words);
    csv_finish(&gold->stop_words);
    map_finish(&gold->stopped);
}

static bool has_stop_word(const struct gold *gold, struct str forms) {
    struct str form;
    while (str_split(&forms, ',', &form))
        if (map_find(&gold->stopped, form.data, form.size) != NULL)
            return true;
    return false;
}

static bool has_form(struct str forms, struct str wanted) {
    struct str form;
    while (str_split(&forms, ',', &form))
        if (str_equal(form, wanted))
            return true;
    return false;
}

static size_t shared_forms(const json_t *row, struct str forms) {
    size_t shared = 0, index;
    const json_t *form;
    json_array_foreach(json_object_get(row, "forms"), index, form) shared +=
        has_form(forms, str_of(json_string_value(json_object_get(form, "word"))));
    return shared;
}

static json_int_t persons_of(const json_t *row) {
    return json_integer_value(json_object_get(row, "persons"));
}

static bool is_right(const json_t *rows, struct str forms, json_int_t people) {
    const json_t *row, *best = NULL;
    size_t index, most = 0;
    json_array_foreach(rows, index, row) {
        size_t shared = shared_forms(row, forms);
        if (shared > most || (shared == most && shared > 0 && persons_of(row) > persons_of(best))) {
            most = shared;
            best = row;
        }
    }
    return best != NULL && persons_of(best) == people;
}

void gold_compare(const struct gold *gold, struct str session, const json_t *rows, size_t *count,
                  size_t *right) {
    size_t session_at = column_of(gold, SESSION), people_at = column_of(gold, PEOPLE_COLUMN),
           forms_at = column_of(gold, FORMS), lemma_at = column_of(gold, LEMMA);
    for (size_t i = 0; i < gold->words.rows; i++) {
        struct str forms = csv_cell(&gold->words, i, forms_at);
        long people = strtol(csv_cell(&gold->words, i, people_at).data, NULL, 10);
        if (people < PEOPLE || has_stop_word(gold, forms) ||
            !str_equal(csv_cell(&gold->words, i, session_at), session))
            continue;
        bool is = is_right(rows, forms, people);
        ++*count;
        *right += is;
        if (!is)
            fprintf(stderr, "samskap-replay: %.*s: %.*s is not counted as %ld (%.*s)\n", STR_ARGS(session),
                    STR_ARGS(csv_cell(&gold->words, i, lemma_at)), people, STR_ARGS(forms));
    }
}
