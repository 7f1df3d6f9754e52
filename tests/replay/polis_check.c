#include "polis_check.h"

#include <string.h>

#include "polis_supports.h"

/* The member of a record's line that says of which table it is a row. */
#define RECORD_TABLE "table"

static const char *text_of(const json_t *thing, const char *member) {
    const char *text = json_string_value(json_object_get(thing, member));
    return text == NULL ? "" : text;
}

static bool holds_text(const json_t *thing, const char *member, struct str text) {
    const json_t *value = json_object_get(thing, member);
    return json_is_string(value) &&
           str_equal((struct str){json_string_value(value), json_string_length(value)}, text);
}

/* The row of a table (an array of objects with an id); NULL: not there. */
static const json_t *find_row(const json_t *rows, const char *id) {
    const json_t *row;
    size_t index;
    json_array_foreach(rows, index, row) if (strcmp(text_of(row, "id"), id) == 0) return row;
    return NULL;
}

static size_t count_notes(const json_t *entities, const char *round) {
    size_t count = 0;
    const char *key;
    const json_t *entity;
    json_object_foreach((json_t *)entities, key, entity) count +=
        strcmp(text_of(entity, "kind"), "note") == 0 && strcmp(text_of(entity, "round"), round) == 0;
    return count;
}

static void check_notes(const struct polis *polis, const struct polis_rounds *rounds,
                        const struct person *person, size_t number, struct report *report) {
    const struct store *store = &person->caller.store;
    size_t expected = 0;
    for (size_t i = 0; i < polis->comment_count; i++) {
        const struct polis_comment *comment = &polis->comments[i];
        if (comment->refusal != NULL)
            continue;
        expected++;
        if (!holds_text(store_find(store, "note", comment->id), "text", comment->text))
            report_add(report, "participant %zu does not see comment %.*s as it was sent", number,
                       STR_ARGS(comment->name));
        const json_t *own = store_find_own(store, "note", comment->id);
        if (comment->author == number && !holds_text(own, "text", comment->text))
            report_add(report, "participant %zu lacks the own comment %.*s", number, STR_ARGS(comment->name));
        else if (comment->author != number && own != NULL)
            report_add(report, "participant %zu was given comment %.*s as an own one", number,
                       STR_ARGS(comment->name));
    }
    size_t seen = count_notes(store->shared, rounds->notes);
    if (seen != expected)
        report_add(report, "participant %zu sees %zu notes instead of %zu", number, seen, expected);
}

static void check_choice(const struct polis *polis, const struct polis_rounds *rounds,
                         const struct person *person, size_t number, size_t i, struct report *report) {
    const struct polis_comment *comment = &polis->comments[i];
    const char *round = rounds->ballots[i / BALLOT_CHOICES];
    const struct store *store = &person->caller.store;
    const json_t *tally =
        find_row(json_object_get(store_find(store, "tally", round), "choices"), comment->choice);
    json_int_t votes = json_integer_value(json_object_get(tally, "votes"));
    json_int_t voters = json_integer_value(json_object_get(tally, "voters"));
    if (votes != (json_int_t)comment->agrees || voters != votes)
        report_add(report,
                   "participant %zu sees %" JSON_INTEGER_FORMAT " votes of %" JSON_INTEGER_FORMAT
                   " voters on comment %.*s instead of %zu",
                   number, votes, voters, STR_ARGS(comment->name), comment->agrees);
    const json_t *own =
        find_row(json_object_get(store_find_own(store, "votes", round), "choices"), comment->choice);
    if (json_integer_value(json_object_get(own, "votes")) != polis_agrees(polis, number, i))
        report_add(report, "participant %zu does not find the own vote on comment %.*s", number,
                   STR_ARGS(comment->name));
}

void polis_check_person(const struct polis *polis, const struct polis_rounds *rounds,
                        const struct person *person, size_t number, struct report *report) {
    check_notes(polis, rounds, person, number, report);
    if (rounds->supports)
        polis_check_supports(polis, rounds->notes, person, number, report);
    for (size_t i = 0; !rounds->supports && i < polis->comment_count; i++)
        check_choice(polis, rounds, person, number, i, report);
}

/* The record's rows of a table by the member that names each: an object, a new reference. */
static json_t *index_rows(const json_t *lines, const char *table, const char *member, struct report *report) {
    json_t *rows = json_object(), *line;
    size_t index;
    json_array_foreach(lines, index, line) {
        if (strcmp(text_of(line, RECORD_TABLE), table) != 0)
            continue;
        if (json_object_get(rows, text_of(line, member)) != NULL)
            report_add(report, "the documentation holds %s %s twice", table, text_of(line, member));
        json_object_set(rows, text_of(line, member), line);
    }
    return rows;
}

static void check_recorded_notes(const struct polis *polis, const struct polis_rounds *rounds,
                                 const json_t *notes, struct report *report) {
    size_t expected = 0;
    for (size_t i = 0; i < polis->comment_count; i++) {
        const struct polis_comment *comment = &polis->comments[i];
        const json_t *row = json_object_get(notes, comment->id);
        if (comment->refusal != NULL)
            continue;
        expected++;
        if (!holds_text(row, "text", comment->text) || strcmp(text_of(row, "round"), rounds->notes) != 0)
            report_add(report, "the documentation does not hold comment %.*s as it was sent",
                       STR_ARGS(comment->name));
    }
    if (json_object_size(notes) != expected)
        report_add(report, "the documentation holds %zu notes instead of %zu", json_object_size(notes),
                   expected);
}

static void check_recorded_votes(const struct polis *polis, const json_t *votes, struct report *report) {
    for (size_t i = 0; i < polis->comment_count; i++) {
        const struct polis_comment *comment = &polis->comments[i];
        const json_t *row = json_object_get(votes, comment->choice);
        json_int_t counted = json_integer_value(json_object_get(row, "votes"));
        json_int_t voters = json_integer_value(json_object_get(row, "voters"));
        if (counted != (json_int_t)comment->agrees || voters != counted)
            report_add(report,
                       "the documentation holds %" JSON_INTEGER_FORMAT " votes of %" JSON_INTEGER_FORMAT
                       " voters on comment %.*s instead of %zu",
                       counted, voters, STR_ARGS(comment->name), comment->agrees);
    }
}

void polis_check_documentation(const struct polis *polis, const struct polis_rounds *rounds,
                               const json_t *lines, struct report *report) {
    json_t *notes = index_rows(lines, "notes", "note", report);
    json_t *votes = index_rows(lines, "votes", "choice", report);
    check_recorded_notes(polis, rounds, notes, report);
    if (rounds->supports)
        polis_check_recorded_supports(polis, notes, report);
    else
        check_recorded_votes(polis, votes, report);
    json_decref(notes);
    json_decref(votes);
}
