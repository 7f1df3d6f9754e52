#include "polis_data.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/random.h"
#include "base/text.h"

enum { NOTE_LENGTH = 1000 };

static bool open_table(const char *directory, const char *name, struct csv *csv) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", directory, name);
    enum status status = csv_read(path, CSV_COMMA, csv);
    if (status != STATUS_OK)
        fprintf(stderr, "samskap-replay: %s: %s\n", path, status_text(status));
    return status == STATUS_OK;
}

static bool find_columns(const struct csv *csv, const char *const *names, size_t count, size_t *columns) {
    for (size_t i = 0; i < count; i++) {
        if (!csv_column(csv, names[i], &columns[i])) {
            fprintf(stderr, "samskap-replay: there is no column %s\n", names[i]);
            return false;
        }
    }
    return true;
}

static int64_t number_of(struct str text) {
    char digits[24];
    snprintf(digits, sizeof digits, "%.*s", STR_ARGS(text));
    return strtoll(digits, NULL, 10);
}

/* The number under which a name is known, new ones being numbered in order. */
static size_t number_name(struct map *names, struct str name) {
    void *known = map_find(names, name.data, name.size);
    if (known == NULL) {
        known = (void *)(uintptr_t)(names->count + 1);
        map_put(names, name.data, name.size, known);
    }
    return (uintptr_t)known - 1;
}

static bool find_name(const struct map *names, struct str name, size_t *number) {
    void *known = map_find(names, name.data, name.size);
    *number = (uintptr_t)known - 1;
    return known != NULL;
}

static const char *expected_refusal(struct str text) {
    if (str_is_empty(text))
        return "empty";
    return text_length(text) > NOTE_LENGTH || !text_is_clean(text, true) ? "bad_params" : NULL;
}

static bool read_comments(const char *directory, struct polis *polis) {
    enum { TIME, NAME, AUTHOR, BODY, COLUMNS };
    static const char *const names[COLUMNS] = {"timestamp", "comment-id", "author-id", "comment-body"};
    size_t column[COLUMNS];
    const struct csv *csv = &polis->comments_file;
    if (!open_table(directory, "comments.csv", &polis->comments_file) ||
        !find_columns(csv, names, COLUMNS, column))
        return false;
    polis->comments = arena_allocate_array(&polis->arena, csv->rows, sizeof *polis->comments);
    for (size_t row = 0; row < csv->rows; row++) {
        struct str name = csv_cell(csv, row, column[NAME]);
        size_t number = number_name(&polis->comment_names, name);
        if (number < row) {
            fprintf(stderr, "samskap-replay: comment %.*s stands there twice\n", STR_ARGS(name));
            return false;
        }
        struct polis_comment *comment = &polis->comments[number];
        comment->name = name;
        comment->text = text_normalise(csv_cell(csv, row, column[BODY]), &polis->arena);
        comment->time = number_of(csv_cell(csv, row, column[TIME]));
        comment->author = number_name(&polis->people, csv_cell(csv, row, column[AUTHOR]));
        comment->refusal = expected_refusal(comment->text);
        id_text(comment->id);
        id_text(comment->choice);
    }
    polis->comment_count = csv->rows;
    return true;
}

static int compare_votes(const void *a, const void *b) {
    const struct polis_vote *first = a, *second = b;
    return first->time < second->time ? -1 : first->time > second->time;
}

static bool read_votes(const char *directory, struct polis *polis) {
    enum { TIME, COMMENT, PERSON, VOTE, COLUMNS };
    static const char *const names[COLUMNS] = {"timestamp", "comment-id", "voter-id", "vote"};
    size_t column[COLUMNS];
    struct csv csv;
    bool done = open_table(directory, "votes.csv", &csv) && find_columns(&csv, names, COLUMNS, column);
    if (done)
        polis->votes = arena_allocate_array(&polis->arena, csv.rows, sizeof *polis->votes);
    for (size_t row = 0; done && row < csv.rows; row++) {
        struct polis_vote *vote = &polis->votes[polis->vote_count++];
        vote->time = number_of(csv_cell(&csv, row, column[TIME]));
        vote->person = number_name(&polis->people, csv_cell(&csv, row, column[PERSON]));
        vote->agrees = str_equal(csv_cell(&csv, row, column[VOTE]), STR("1"));
        done = find_name(&polis->comment_names, csv_cell(&csv, row, column[COMMENT]), &vote->comment);
        if (!done)
            fprintf(stderr, "samskap-replay: a vote on no comment, row %zu\n", row + 2);
    }
    csv_finish(&csv);
    if (done)
        qsort(polis->votes, polis->vote_count, sizeof *polis->votes, compare_votes);
    return done;
}

static void set_agrees(struct polis *polis, size_t person, size_t comment, bool agrees) {
    polis->agrees[person * polis->comment_count + comment] = agrees;
}

/* The recording's own table of last votes: the end state to expect. Comments and persons that it leaves out
 * are expected by their last vote. */
static bool read_end_state(const char *directory, struct polis *polis) {
    polis->agrees = arena_allocate(&polis->arena, polis->person_count * polis->comment_count + 1);
    for (size_t i = 0; i < polis->vote_count; i++)
        set_agrees(polis, polis->votes[i].person, polis->votes[i].comment, polis->votes[i].agrees);
    struct csv csv;
    size_t name_column;
    static const char *const name = "participant";
    bool done =
        open_table(directory, "participants-votes.csv", &csv) && find_columns(&csv, &name, 1, &name_column);
    for (size_t row = 0; done && row < csv.rows; row++) {
        size_t person, comment;
        if (!find_name(&polis->people, csv_cell(&csv, row, name_column), &person))
            continue; /* took part without comment or vote */
        for (size_t column = 0; column < csv.columns; column++)
            if (find_name(&polis->comment_names, csv_name(&csv, column), &comment))
                set_agrees(polis, person, comment, str_equal(csv_cell(&csv, row, column), STR("1")));
    }
    csv_finish(&csv);
    for (size_t person = 0; person < polis->person_count; person++)
        for (size_t comment = 0; comment < polis->comment_count; comment++)
            polis->comments[comment].agrees += polis_agrees(polis, person, comment);
    return done;
}

bool polis_read(const char *directory, struct polis *polis) {
    *polis = (struct polis){0};
    arena_init(&polis->arena);
    map_init(&polis->people, random_map_seed());
    map_init(&polis->comment_names, random_map_seed());
    if (!read_comments(directory, polis) || !read_votes(directory, polis))
        return false;
    polis->person_count = polis->people.count;
    return read_end_state(directory, polis);
}

void polis_finish(struct polis *polis) {
    csv_finish(&polis->comments_file);
    map_finish(&polis->people);
    map_finish(&polis->comment_names);
    arena_finish(&polis->arena);
}

bool polis_agrees(const struct polis *polis, size_t person, size_t comment) {
    return polis->agrees[person * polis->comment_count + comment];
}
