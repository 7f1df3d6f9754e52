#include "polis_check.h"

#include <string.h>

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
    for (size_t i = 0; i < polis->comment_count; i++)
        check_choice(polis, rounds, person, number, i, report);
}

void polis_check_documentation(const struct polis *polis, const struct polis_rounds *rounds,
                               const json_t *lines, struct report *report) {
    (void)polis;
    (void)rounds;
    (void)lines;
    (void)report;
}
