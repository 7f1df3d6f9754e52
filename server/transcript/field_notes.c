/* What observers wrote down, in the material of the study that they wrote it for and in no other record. Who
 * they are it does not say; whose each note is, by a label. */
#include "transcript/tables.h"

#include "transcript/marks.h"

static const struct column columns[] = {
    {"field_note", CELL_ID, RESEARCH_ONLY, "the field note's id", "fältanteckningens id"},
    {"session", CELL_ID, RESEARCH_ONLY, "the session that was observed", "tillfället som observerades"},
    {"observer", CELL_TEXT, RESEARCH_ONLY, "whose it is: O1, O2 … in the whole process",
     "vems den är: O1, O2 … i hela processen"},
    {"at", CELL_TIME, RESEARCH_ONLY, "when it was first written down", "när den först skrevs ned"},
    {"offset", CELL_TEXT, RESEARCH_ONLY, "minutes and seconds from the session's first mark to then",
     "minuter och sekunder från tillfällets första markering till dess"},
    {"text", CELL_TEXT, RESEARCH_ONLY, "what was observed", "det som observerades"},
};

/* By the order in which they began. */
static long long number_of(const struct field_note *const *notes, size_t at) {
    long long number = 1;
    for (size_t i = 0; i < at; i++) {
        bool is_first = true;
        for (size_t j = 0; j < i && is_first; j++) {
            is_first = !id_equal(notes[j]->observer, notes[i]->observer);
        }
        if (id_equal(notes[i]->observer, notes[at]->observer)) {
            return number;
        }
        number += is_first;
    }
    return number;
}

static void put(struct record *record, const struct field_note *note, long long number) {
    record_id(record, note->id);
    record_id(record, note->session);
    record_text(record, arena_format(&record->arena, "O%lld", number));
    record_time(record, note->at);
    record_offset(record, note->session, note->at);
    record_text(record, note->text);
    record_end_row(record);
    arena_reset(&record->arena);
}

static void fill(struct record *record) {
    size_t count;
    const struct field_note *const *notes = process_field_notes(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped && record_is_research(record); i++) {
        bool is_here = !notes[i]->removed && id_equal(notes[i]->study, record->study);
        if (is_here && record_has_session(record, notes[i]->session)) {
            put(record, notes[i], number_of(notes, i));
        }
    }
}

const struct table field_notes_table = {"field_notes",
                                        columns,
                                        COUNT_OF(columns),
                                        "what somebody who observed wrote down",
                                        "det som någon som observerade skrev ned",
                                        fill};
