/* The people of a process, by their seats: the roster, from when to when seats are held, and the next steps
 * that somebody has shared. Who holds a seat is for those who lead: no record says it. */
#include <stdlib.h>

#include "transcript/tables.h"

/* ---- seats ---- */

static const struct column seat_columns[] = {
    {"seat", CELL_ID, DOCUMENTATION_ONLY, "the seat's id", "platsens id"},
    {"number", CELL_COUNT, DOCUMENTATION_ONLY, "its place in the roster, from 1",
     "dess plats i förteckningen, från 1"},
    {"title", CELL_TEXT, DOCUMENTATION_ONLY, "what it is called", "vad den heter"},
    {"role", CELL_TEXT, DOCUMENTATION_ONLY, "the role that goes with it", "rollen som hör till den"},
    {"level", CELL_TEXT, DOCUMENTATION_ONLY, "the level", "nivån"},
    {"organisation", CELL_TEXT, DOCUMENTATION_ONLY, "the organisation", "organisationen"},
};

static int by_position(const void *a, const void *b) {
    const struct seat *left = *(const struct seat *const *)a, *right = *(const struct seat *const *)b;
    if (left->position != right->position) {
        return left->position < right->position ? -1 : 1;
    }
    return id_compare(left->id, right->id);
}

static void put_seat(struct record *record, const struct seat *seat, int64_t number) {
    const struct profile *profile = process_profile(record->process);
    record_id(record, seat->id);
    record_count(record, number);
    record_text(record, seat->title);
    record_text(record, record_role(record, seat->role));
    record_text(record, record_name_of(profile->levels, profile->levels_count, seat->level));
    record_text(record, record_organisation(record, seat->organisation));
    record_end_row(record);
}

static void fill_seats(struct record *record) {
    size_t all = process_seat_count(record->process), count = 0;
    const struct seat **chosen = arena_allocate_array(&record->arena, all, sizeof(const struct seat *));
    for (size_t i = 0; i < all && !record_is_research(record); i++) {
        const struct seat *seat = process_seat_at(record->process, i);
        if (!seat->removed) {
            chosen[count++] = seat;
        }
    }
    if (count > 1) {
        qsort(chosen, count, sizeof *chosen, by_position);
    }
    for (size_t i = 0; i < count && !record->stopped; i++) {
        put_seat(record, chosen[i], (int64_t)i + 1);
    }
}

const struct table seats_table = {"seats",
                                  seat_columns,
                                  COUNT_OF(seat_columns),
                                  "one seat of the process, whoever sits there",
                                  "en plats i processen, vem som än sitter där",
                                  fill_seats};

/* ---- holdings ---- */

static const struct column holding_columns[] = {
    {"seat", CELL_ID, DOCUMENTATION_ONLY, "the seat that was held", "platsen som någon hade"},
    {"title", CELL_TEXT, DOCUMENTATION_ONLY, "what the seat is called", "vad platsen heter"},
    {"from", CELL_TIME, DOCUMENTATION_ONLY, "from when", "från när"},
    {"until", CELL_TIME, DOCUMENTATION_ONLY, "until when", "till när"},
    {"deputy", CELL_FLAG, DOCUMENTATION_ONLY, "whether it was as a deputy", "om det var som ersättare"},
};

/* By seat and time, not by id: that would tell in which order they were written. */
static int by_seat(const void *a, const void *b) {
    const struct holding *left = *(const struct holding *const *)a;
    const struct holding *right = *(const struct holding *const *)b;
    int order = id_compare(left->seat, right->seat);
    if (order == 0 && left->from != right->from) {
        order = left->from < right->from ? -1 : 1;
    }
    return order != 0 ? order : id_compare(left->id, right->id);
}

static bool is_in_record(const struct record *record, const struct holding *holding) {
    const struct seat *seat = process_seat(record->process, holding->seat);
    return !record_is_research(record) && !holding->removed && seat && !seat->removed;
}

static void fill_holdings(struct record *record) {
    size_t all = process_holding_count(record->process), count = 0;
    const struct holding **chosen = arena_allocate_array(&record->arena, all, sizeof(const struct holding *));
    for (size_t i = 0; i < all; i++) {
        const struct holding *holding = process_holding_at(record->process, i);
        if (is_in_record(record, holding)) {
            chosen[count++] = holding;
        }
    }
    if (count > 1) {
        qsort(chosen, count, sizeof *chosen, by_seat);
    }
    for (size_t i = 0; i < count && !record->stopped; i++) {
        record_id(record, chosen[i]->seat);
        record_text(record, process_seat(record->process, chosen[i]->seat)->title);
        record_time(record, chosen[i]->from);
        record_time(record, chosen[i]->until);
        record_flag(record, chosen[i]->deputy);
        record_end_row(record);
    }
}

const struct table holdings_table = {
    "holdings",
    holding_columns,
    COUNT_OF(holding_columns),
    "from when to when somebody held a seat, or stood in there; never who",
    "från när till när någon hade en plats, eller var ersättare där; aldrig vem",
    fill_holdings};

/* ---- next steps ---- */

static const struct column step_columns[] = {
    {"step", CELL_ID, BOTH_VIEWS, "the step's id", "stegets id"},
    {"session", CELL_ID, BOTH_VIEWS, "the session it was made in; empty: between sessions",
     "tillfället då det skrevs; tomt: mellan tillfällen"},
    {"text", CELL_TEXT, BOTH_VIEWS, "what somebody means to do", "vad någon tänker göra"},
    {"until", CELL_TIME, BOTH_VIEWS, "by when", "till när"},
    {"done", CELL_FLAG, BOTH_VIEWS, "whether it is done", "om det är gjort"},
    {"name", CELL_TEXT, DOCUMENTATION_ONLY, "whose it is, where they have said a name",
     "vems det är, om personen har sagt sitt namn"},
};

static int by_id(const void *a, const void *b) {
    const struct step *left = *(const struct step *const *)a, *right = *(const struct step *const *)b;
    return id_compare(left->id, right->id);
}

static void put_step(struct record *record, const struct step *step) {
    record_id(record, step->id);
    record_session(record, step->session);
    record_text(record, step->text);
    record_time(record, step->until);
    record_flag(record, step->done);
    record_said(record, record_is_research(record) ? (struct str){0} : step->person->name);
    record_end_row(record);
}

static void fill_steps(struct record *record) {
    size_t all = process_step_count(record->process), count = 0;
    const struct step **chosen = arena_allocate_array(&record->arena, all, sizeof(const struct step *));
    for (size_t i = 0; i < all; i++) {
        const struct step *step = process_step_at(record->process, i);
        if (record_has_step(record, step)) {
            chosen[count++] = step;
        }
    }
    if (count > 1) {
        qsort(chosen, count, sizeof *chosen, by_id);
    }
    for (size_t i = 0; i < count && !record->stopped; i++) {
        put_step(record, chosen[i]);
    }
}

const struct table steps_table = {"steps",
                                  step_columns,
                                  COUNT_OF(step_columns),
                                  "a next step of one's own that somebody has shared",
                                  "ett eget nästa steg som någon har delat",
                                  fill_steps};
