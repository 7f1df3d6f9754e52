/* That something was erased for good: how many, when and by which decision; never what. In the documentation,
 * whose readers could else take it for lost. By id, so that nothing tells in which order authors did it. */
#include <stdlib.h>

#include "records/shapes.h"
#include "transcript/tables.h"

static const struct column columns[] = {
    {"thing", CELL_ID, DOCUMENTATION_ONLY, "the id of what was erased", "id för det som raderades"},
    {"what", CELL_TEXT, DOCUMENTATION_ONLY, "note, diary, step, entry or picture",
     "note (lapp), diary (dagboksanteckning), step (nästa steg), entry (post) eller picture (bild)"},
    {"session", CELL_ID, DOCUMENTATION_ONLY, "of which session", "i vilket tillfälle"},
    {"round", CELL_ID, DOCUMENTATION_ONLY, "in which round", "i vilket moment"},
    {"by", CELL_TEXT, DOCUMENTATION_ONLY, "author (of it) or host",
     "author (den som skrev) eller host (processledare)"},
    {"at", CELL_TIME, DOCUMENTATION_ONLY, "when; empty where an anonymous author did it",
     "när; tomt där någon anonym författare gjorde det"},
    {"decision", CELL_TEXT, DOCUMENTATION_ONLY, "who decided it", "vem som beslutade"},
    {"reference", CELL_TEXT, DOCUMENTATION_ONLY, "the number of the matter", "ärendets nummer"},
    {"reason", CELL_TEXT, DOCUMENTATION_ONLY, "why", "varför"},
};

static int by_id(const void *a, const void *b) {
    const struct erasure *const *left = a, *const *right = b;
    return id_compare((*left)->thing, (*right)->thing);
}

bool record_has_erasure(const struct record *record, const struct erasure *erasure) {
    bool is_of_all = id_is_none(record->session);
    return erasure->told && !record_is_research(record) &&
           (is_of_all || record_has_session(record, erasure->session));
}

static void put(struct record *record, const struct erasure *erasure) {
    record_id(record, erasure->thing);
    record_text(record, enumeration_text(&enumeration_erased_kind, (int)erasure->what));
    record_session(record, erasure->session);
    record_id(record, erasure->round);
    record_text(record, erasure->by_author ? STR("author") : STR("host"));
    record_time(record, erasure->at);
    record_said(record, erasure->decision);
    record_said(record, erasure->reference);
    record_said(record, erasure->reason);
    record_end_row(record);
}

static void fill(struct record *record) {
    size_t all = process_erasure_count(record->process), count = 0;
    const struct erasure **chosen = arena_allocate_array(&record->arena, all, sizeof(const struct erasure *));
    for (size_t i = 0; i < all; i++) {
        const struct erasure *erasure = process_erasure_at(record->process, i);
        if (record_has_erasure(record, erasure)) {
            chosen[count++] = erasure;
        }
    }
    if (count > 1) {
        qsort(chosen, count, sizeof *chosen, by_id);
    }
    for (size_t i = 0; i < count && !record->stopped; i++) {
        put(record, chosen[i]);
    }
}

const struct table erasures_table = {
    "erasures",
    columns,
    COUNT_OF(columns),
    "that something was erased for good; what stood there is nowhere any more",
    "att något raderades för gott; det som stod där finns inte kvar någonstans",
    fill};
