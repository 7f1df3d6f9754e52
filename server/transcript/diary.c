/* Diaries: what people wrote day by day. In the documentation by day, with what the organiser answered; in
 * research material by id, which the pages draw by chance, and without the answers, which are not the
 * author's to consent to. */
#include <stdlib.h>

#include "records/shapes.h"
#include "transcript/authors.h"
#include "transcript/tables.h"

static const struct column columns[] = {
    {"entry", CELL_ID, BOTH_VIEWS, "the entry's id", "anteckningens id"},
    {"round", CELL_ID, BOTH_VIEWS, "the diary it stands in", "dagboken den står i"},
    {"session", CELL_ID, BOTH_VIEWS, "the session that the diary belongs to",
     "tillfället som dagboken hör till"},
    {"day", CELL_TEXT, BOTH_VIEWS, "the day it is about", "dagen den handlar om"},
    {"about", CELL_TEXT, BOTH_VIEWS, "reflection, observation or action",
     "reflection (reflektion), observation (iakttagelse) eller action (handling)"},
    {"text", CELL_TEXT, BOTH_VIEWS, "what was written", "det som skrevs"},
    {"tags", CELL_TEXT, BOTH_VIEWS, "its tags, with commas between", "dess etiketter, med komma emellan"},
    {"name", CELL_TEXT, DOCUMENTATION_ONLY, "who wrote it, in diaries with names",
     "vem som skrev, i dagböcker med namn"},
    {"answer", CELL_TEXT, DOCUMENTATION_ONLY, "what the organiser answered the author, and nobody else",
     "vad processledaren svarade den som skrev, och ingen annan"},
    {"author", CELL_TEXT, RESEARCH_ONLY, "the person's label, as in notes",
     "personens beteckning, som i notes"},
    {"role", CELL_TEXT, RESEARCH_ONLY, "the person's role, as in notes", "personens roll, som i notes"},
    {"organisation_type", CELL_TEXT, RESEARCH_ONLY, "the kind of the person's organisation, as in notes",
     "slag av organisation, som i notes"},
};

static int by_id(const void *a, const void *b) {
    const struct diary_page *const *left = a, *const *right = b;
    return id_compare((*left)->id, (*right)->id);
}

static int by_day(const void *a, const void *b) {
    const struct diary_page *const *left = a, *const *right = b;
    int order = str_compare((*left)->day, (*right)->day);
    return order != 0 ? order : by_id(a, b);
}

static struct str name_of(const struct record *record, const struct round *round,
                          const struct diary_page *page) {
    const struct participant *person =
        page->author.kind == ACTOR_PARTICIPANT ? process_participant(record->process, page->author.id) : NULL;
    return person && round->authorship == AUTHORSHIP_NAMED ? person->name : (struct str){0};
}

static void put_pseudonym(struct record *record, const struct round *round, const struct diary_page *page) {
    int64_t number = authors_number(record->authors, round, page->author);
    record_text(record, arena_format(&record->arena, "A%lld", (long long)number));
    record_text(record, record_role(record, page->role));
    record_text(record, page->organisation_type);
}

static void put_page(struct record *record, const struct round *round, const struct diary_page *page) {
    record_id(record, page->id);
    record_id(record, round->id);
    record_id(record, round->session);
    record_text(record, page->day);
    record_text(record, enumeration_text(&enumeration_diary_about, page->about));
    record_text(record, page->text);
    record_said(record, page->tags);
    if (record_is_research(record)) {
        record_nothings(record, 2);
        put_pseudonym(record, round, page);
    } else {
        record_said(record, name_of(record, round, page));
        record_said(record, page->answer);
        record_nothings(record, 3);
    }
    record_end_row(record);
}

static void put_round(struct record *record, const struct round *round) {
    size_t all, count = 0;
    const struct diary_page *pages = process_diary(record->process, round, &record->arena, &all);
    const struct diary_page **chosen =
        arena_allocate_array(&record->arena, all, sizeof(const struct diary_page *));
    for (size_t i = 0; i < all; i++) {
        if (record_has_page(record, &pages[i])) {
            chosen[count++] = &pages[i];
        }
    }
    if (count > 1) {
        qsort(chosen, count, sizeof *chosen, record_is_research(record) ? by_id : by_day);
    }
    for (size_t i = 0; i < count && !record->stopped; i++) {
        put_page(record, round, chosen[i]);
    }
}

static void fill(struct record *record) {
    size_t count;
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (rounds[i]->form == ROUND_FORM_DIARY && record_has_round(record, rounds[i])) {
            put_round(record, rounds[i]);
            arena_reset(&record->arena);
        }
    }
}

const struct table diary_table = {"diary",
                                  columns,
                                  COUNT_OF(columns),
                                  "one entry of a diary; no participant sees another one's",
                                  "en anteckning i en dagbok; ingen deltagare ser någon annans",
                                  fill};
