#include "polis_supports.h"

#include <string.h>

#include "base/memory.h"

static bool is_own(const struct polis *polis, size_t person, size_t comment) {
    return polis->comments[comment].author == person;
}

/* Whether the person supports it in the end. */
static bool supports(const struct polis *polis, size_t person, size_t comment) {
    return polis_agrees(polis, person, comment) && !is_own(polis, person, comment);
}

static size_t count_supports(const struct polis *polis, size_t comment) {
    const struct polis_comment *about = &polis->comments[comment];
    return about->agrees - polis_agrees(polis, about->author, comment);
}

size_t polis_add_supports(const struct polis *polis, struct step *const *note_steps, struct crowd *crowd) {
    size_t cells = polis->person_count * polis->comment_count + 1, sent = 0;
    int *revs = memory_allocate(cells * sizeof *revs);
    bool *agrees = memory_allocate(cells * sizeof *agrees);
    for (size_t i = 0; i < polis->vote_count; i++) {
        const struct polis_vote *vote = &polis->votes[i];
        const struct polis_comment *comment = &polis->comments[vote->comment];
        size_t cell = vote->person * polis->comment_count + vote->comment;
        bool changes = vote->agrees || agrees[cell];
        if (!changes || comment->refusal != NULL || is_own(polis, vote->person, vote->comment)) {
            continue;
        }
        agrees[cell] = vote->agrees;
        json_t *params =
            json_pack("{s:s, s:i, s:b}", "note", comment->id, "rev", ++revs[cell], "on", (int)vote->agrees);
        struct step *step = crowd_add(crowd, vote->person, vote->time, "note.support", params);
        step->after = note_steps[vote->comment];
        sent++;
    }
    memory_free(revs);
    memory_free(agrees);
    return sent;
}

/* The notes that the person's own page says they support. */
static json_t *own_supports(const struct person *person, const char *round) {
    json_t *own = json_object(), *note;
    size_t index;
    json_array_foreach(json_object_get(store_find_own(&person->caller.store, "supports", round), "notes"),
                       index, note) {
        json_object_set_new(own, json_string_value(note), json_true());
    }
    return own;
}

void polis_check_supports(const struct polis *polis, const char *round, const struct person *person,
                          size_t number, struct report *report) {
    json_t *own = own_supports(person, round);
    for (size_t i = 0; i < polis->comment_count; i++) {
        const struct polis_comment *comment = &polis->comments[i];
        if (comment->refusal != NULL) {
            continue;
        }
        const json_t *note = store_find(&person->caller.store, "note", comment->id);
        json_int_t seen = json_integer_value(json_object_get(note, "supports"));
        if (seen != (json_int_t)count_supports(polis, i)) {
            report_add(report,
                       "participant %zu sees %" JSON_INTEGER_FORMAT
                       " who support comment %.*s instead of %zu",
                       number, seen, STR_ARGS(comment->name), count_supports(polis, i));
        }
        if ((json_object_get(own, comment->id) != NULL) != supports(polis, number, i)) {
            report_add(report, "participant %zu does not find whether they support comment %.*s", number,
                       STR_ARGS(comment->name));
        }
    }
    json_decref(own);
}

void polis_check_recorded_supports(const struct polis *polis, const json_t *notes, struct report *report) {
    for (size_t i = 0; i < polis->comment_count; i++) {
        const struct polis_comment *comment = &polis->comments[i];
        const json_t *row = json_object_get(notes, comment->id);
        json_int_t counted = json_integer_value(json_object_get(row, "supports"));
        if (comment->refusal == NULL && counted != (json_int_t)count_supports(polis, i)) {
            report_add(report,
                       "the documentation holds %" JSON_INTEGER_FORMAT
                       " who support comment %.*s instead of %zu",
                       counted, STR_ARGS(comment->name), count_supports(polis, i));
        }
    }
}
