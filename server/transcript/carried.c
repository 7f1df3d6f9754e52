/* What the process carries on: the entries of its lists, and what there is to read. Entries were written by
 * those who lead, and name people: they are in the documentation alone. */
#include <stdlib.h>

#include "records/shapes.h"
#include "transcript/tables.h"

static const struct column entry_columns[] = {
    {"entry", CELL_ID, DOCUMENTATION_ONLY, "the entry's id", "postens id"},
    {"session", CELL_ID, DOCUMENTATION_ONLY, "the session where it came up", "tillfället där den kom upp"},
    {"form", CELL_TEXT, DOCUMENTATION_ONLY,
     "question, step, gap, known, message or trial: which list it stands in",
     "question (öppen fråga), step (nästa steg), gap (kunskapslucka), known (det vi vet), message (medskick) "
     "eller trial (prov): vilken lista den står i"},
    {"number", CELL_COUNT, DOCUMENTATION_ONLY, "its place in the list, from 1",
     "dess plats i listan, från 1"},
    {"text", CELL_TEXT, DOCUMENTATION_ONLY, "what it says", "vad den säger"},
    {"state", CELL_TEXT, DOCUMENTATION_ONLY, "open, under_way, sent, answered or closed",
     "open (öppen), under_way (på gång), sent (skickad), answered (besvarad) eller closed (avslutad)"},
    {"seat", CELL_TEXT, DOCUMENTATION_ONLY, "the seat whose it is", "platsen som har den"},
    {"owner", CELL_TEXT, DOCUMENTATION_ONLY, "whose it is, in words", "vems den är, i ord"},
    {"until", CELL_TIME, DOCUMENTATION_ONLY, "by when", "till när"},
    {"basis", CELL_TEXT, DOCUMENTATION_ONLY, "experience or research: what it is known by",
     "experience (erfarenhet) eller research (forskning): vad man vet det av"},
    {"reference", CELL_TEXT, DOCUMENTATION_ONLY, "where to read it", "var det står"},
    {"recipient", CELL_TEXT, DOCUMENTATION_ONLY, "whom a message is to; where something is tried",
     "vem medskicket är till; var något prövas"},
    {"outcome", CELL_TEXT, DOCUMENTATION_ONLY, "the answer; what happened", "svaret; vad som hände"},
    {"learnt", CELL_TEXT, DOCUMENTATION_ONLY, "what was learnt", "vad man lärde sig"},
    {"word", CELL_TEXT, DOCUMENTATION_ONLY, "with which it was closed", "ordet som det avslutades med"},
    {"note", CELL_ID, DOCUMENTATION_ONLY, "the note it was made of", "lappen som den gjordes av"},
    {"created", CELL_TIME, DOCUMENTATION_ONLY, "when it was first written", "när den först skrevs"},
    {"changed", CELL_TIME, DOCUMENTATION_ONLY, "when it was last changed", "när den senast ändrades"},
};

static int by_list(const void *a, const void *b) {
    const struct entry *left = *(const struct entry *const *)a, *right = *(const struct entry *const *)b;
    if (left->form != right->form) {
        return left->form < right->form ? -1 : 1;
    }
    if (left->position != right->position) {
        return left->position < right->position ? -1 : 1;
    }
    return id_compare(left->id, right->id);
}

static void put_entry(struct record *record, const struct entry *entry, int64_t number) {
    const struct seat *seat = process_seat(record->process, entry->seat);
    record_id(record, entry->id);
    record_session(record, entry->session);
    record_text(record, enumeration_text(&enumeration_entry_form, entry->form));
    record_count(record, number);
    record_text(record, entry->text);
    record_text(record, enumeration_text(&enumeration_entry_state, entry->state));
    record_text(record, seat ? seat->title : (struct str){0});
    record_text(record, entry->owner);
    record_time(record, entry->until);
    record_text(record, entry->basis == ENTRY_BASIS_ABSENT || entry->basis == ENTRY_BASIS_NONE
                            ? (struct str){0}
                            : enumeration_text(&enumeration_entry_basis, entry->basis));
    record_text(record, entry->reference);
    record_text(record, entry->recipient);
    record_text(record, entry->outcome);
    record_text(record, entry->learnt);
    record_text(record, entry->word);
    record_id(record, entry->note);
    record_time(record, entry->created_at);
    record_time(record, entry->changed_at);
    record_end_row(record);
}

static void fill_entries(struct record *record) {
    size_t all, count = 0;
    int64_t number = 0;
    const struct entry *const *entries = process_entries(record->process, &all);
    const struct entry **chosen = arena_allocate_array(&record->arena, all, sizeof(const struct entry *));
    for (size_t i = 0; i < all && !record_is_research(record); i++) {
        bool is_of_all = id_is_none(record->session); /* also of what came up where nothing is any more */
        if (!entries[i]->removed && (is_of_all || record_has_session(record, entries[i]->session))) {
            chosen[count++] = entries[i];
        }
    }
    if (count > 1) {
        qsort(chosen, count, sizeof *chosen, by_list);
    }
    for (size_t i = 0; i < count && !record->stopped; i++) {
        number = i > 0 && chosen[i - 1]->form == chosen[i]->form ? number + 1 : 1;
        put_entry(record, chosen[i], number);
    }
}

const struct table entries_table = {"entries",
                                    entry_columns,
                                    COUNT_OF(entry_columns),
                                    "one entry of a list that is carried from session to session",
                                    "en post i en lista som följer med från tillfälle till tillfälle",
                                    fill_entries};

static const struct column material_columns[] = {
    {"material", CELL_ID, BOTH_VIEWS, "the material's id", "underlagets id"},
    {"session", CELL_ID, BOTH_VIEWS, "the session it is for", "tillfället det är till"},
    {"item", CELL_ID, BOTH_VIEWS, "the agenda's item it is for", "programpunkten det är till"},
    {"title", CELL_TEXT, BOTH_VIEWS, "its title", "rubrik"},
    {"url", CELL_TEXT, BOTH_VIEWS, "where it is", "länk"},
    {"about", CELL_TEXT, BOTH_VIEWS, "what it is about", "vad det handlar om"},
};

static void fill_materials(struct record *record) {
    size_t count;
    const struct material *const *materials = process_materials(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        const struct material *material = materials[i];
        bool is_of_all = id_is_none(material->session);
        if (material->removed || !(is_of_all || record_has_session(record, material->session))) {
            continue;
        }
        record_id(record, material->id);
        record_id(record, material->session);
        record_id(record, material->item);
        record_text(record, material->title);
        record_text(record, material->url);
        record_text(record, material->about);
        record_end_row(record);
    }
}

const struct table materials_table = {"materials",
                                      material_columns,
                                      COUNT_OF(material_columns),
                                      "something to read or look at",
                                      "underlag att läsa eller titta på",
                                      fill_materials};
