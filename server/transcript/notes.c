/* The notes. In the documentation they stand as on the screen, one of each person before anyone's second; in
 * research material by id, which the pages draw by chance, so that their order says nothing. */
#include <stdlib.h>

#include "records/shapes.h"
#include "transcript/authors.h"
#include "transcript/crowds.h"
#include "transcript/tables.h"

static const struct column columns[] = {
    {"note", CELL_ID, BOTH_VIEWS, "the note's id", "lappens id"},
    {"round", CELL_ID, BOTH_VIEWS, "the round it answers", "momentet den svarar på"},
    {"session", CELL_ID, BOTH_VIEWS, "the session it was written in", "tillfället"},
    {"text", CELL_TEXT, BOTH_VIEWS, "what was written; the words of word fields stand one a line",
     "det som skrevs; ord i ordfält står ett per rad"},
    {"group_size", CELL_COUNT, BOTH_VIEWS, "0: from one person; otherwise from a group of so many",
     "0: från en person; annars från en grupp med så många"},
    {"group_table", CELL_TEXT, BOTH_VIEWS,
     "the table: of a group's note, and where the round goes by tables of all",
     "bordet: för en grupps lapp, och för alla där momentet går efter bord"},
    {"late", CELL_FLAG, BOTH_VIEWS, "came behind the closing and was let in",
     "kom efter stängningen och släpptes in"},
    {"shown", CELL_FLAG, DOCUMENTATION_ONLY, "whether all participants could see it when this was written",
     "om alla deltagare kunde se den när detta skrevs"},
    {"name", CELL_TEXT, DOCUMENTATION_ONLY, "who wrote it, in rounds with names",
     "vem som skrev, i moment med namn"},
    {"organisation", CELL_TEXT, DOCUMENTATION_ONLY,
     "whose answer it is, in rounds where organisations answer",
     "vems svar det är, i moment där organisationer svarar"},
    {"author", CELL_TEXT, RESEARCH_ONLY,
     "a label that holds within the round, or within rounds that were counted together, and nowhere else",
     "en beteckning som gäller inom momentet, eller inom moment som räknas ihop, och ingen annanstans"},
    {"role", CELL_TEXT, RESEARCH_ONLY, "the author's role, where at least five had it when it was written",
     "författarens roll, om minst fem hade den när lappen skrevs"},
    {"organisation_type", CELL_TEXT, RESEARCH_ONLY,
     "the kind of the author's organisation, where at least five came from such ones",
     "slag av organisation, om minst fem kom från sådana"},
    {"supports", CELL_COUNT, DOCUMENTATION_ONLY, "how many supported it", "hur många som stödde den"},
    {"entered", CELL_FLAG, DOCUMENTATION_ONLY,
     "whether it was entered for somebody without a device; only where the round says who answers",
     "om den skrevs in åt någon utan egen telefon; bara där momentet visar vem som svarar"},
    {"group", CELL_ID, BOTH_VIEWS, "the group that wrote it, where the round goes by a division",
     "gruppen som skrev, där momentet går efter en indelning"},
    {"group_name", CELL_TEXT, BOTH_VIEWS, "what that group is called", "vad den gruppen heter"},
    {"sight", CELL_TEXT, BOTH_VIEWS,
     "whose notes its author could see when it was put as it stands: own, group or all; empty: on paper, or "
     "fewer than five share it",
     "vilkas lappar författaren kunde se när den fick sin lydelse: own (sina egna), group (gruppens) eller "
     "all "
     "(allas); tomt: på papper, eller färre än fem delar det"},
    {"after_reveal", CELL_FLAG, BOTH_VIEWS, "whether the answers had been shown to all by then",
     "om svaren då hade visats för alla"},
    {"edits", CELL_COUNT, BOTH_VIEWS, "how often it was changed; empty: fewer than five share it",
     "hur många gånger den ändrades; tomt: färre än fem delar det"},
    {"means", CELL_TEXT, BOTH_VIEWS,
     "phone, shared_phone or paper (it was entered for somebody); empty in anonymous rounds, or where fewer "
     "than five share it",
     "phone (telefon), shared_phone (delad telefon) eller paper (på papper, inskriven åt någon); tomt i "
     "anonyma "
     "moment, eller där färre än fem delar det"},
    {"language", CELL_TEXT, BOTH_VIEWS, "the language of the author's page, with the same gaps",
     "språket på författarens sida, med samma luckor"},
};

/* A note of the record, and what may be told of it beside its text. */
static const struct note *note_at(const void *weighed) {
    return ((const struct weighed_note *)weighed)->note;
}

static int by_turn(const void *a, const void *b) {
    const struct note *left = note_at(a), *right = note_at(b);
    if (left->turn != right->turn) {
        return left->turn < right->turn ? -1 : 1;
    }
    return id_compare(left->id, right->id);
}

static int by_id(const void *a, const void *b) {
    return id_compare(note_at(a)->id, note_at(b)->id);
}

static struct str table_of(const struct record *record, const struct note *note) {
    const struct session *session = process_session(record->process, note->round->session);
    if (!note_tells_table(note) || !session) {
        return (struct str){0};
    }
    return record_name_of(session->tables, session->table_count, note->table);
}

static void put_group(struct record *record, const struct note *note) {
    const struct grouping *grouping = process_grouping(record->process, note->round->grouping);
    struct str name = {0};
    for (size_t i = 0; grouping && i < grouping->group_count; i++) {
        if (id_equal(grouping->groups[i].id, note->group)) {
            name = grouping->groups[i].name;
        }
    }
    record_id(record, note->group);
    record_text(record, name);
}

static const struct participant *author_of_note(const struct record *record, const struct note *note) {
    return note->author.kind == ACTOR_PARTICIPANT ? process_participant(record->process, note->author.id)
                                                  : NULL;
}

static void put_mark(struct record *record, const struct note *note) {
    const struct participant *person = author_of_note(record, note);
    enum authorship authorship = note->round->authorship;
    record_text(record, person && authorship == AUTHORSHIP_NAMED ? person->name : (struct str){0});
    record_text(record, person && authorship == AUTHORSHIP_ORGANISATION
                            ? record_organisation(record, person->organisation)
                            : (struct str){0});
}

/* As on the screens: entered is said where the round shows who answers. */
static void put_paper(struct record *record, const struct note *note) {
    enum authorship authorship = note->round->authorship;
    record_count(record, note->round->notes.supports ? note->supports : 0);
    if (authorship == AUTHORSHIP_NAMED || authorship == AUTHORSHIP_ORGANISATION) {
        record_flag(record, note->entered);
    } else {
        record_nothing(record);
    }
}

static void put_pseudonym(struct record *record, const struct note *note) {
    int64_t number = authors_number(record->authors, note->round, note->author);
    record_text(record, arena_format(&record->arena, "A%lld", (long long)number));
    record_text(record, record_role(record, note->role));
    record_text(record, note->organisation_type);
}

/* Where the documentation says who answers, all of it may be told. */
static bool tells(const struct record *record, const struct weighed_note *weighed, enum trait trait) {
    enum authorship authorship = weighed->note->round->authorship;
    bool is_signed = authorship == AUTHORSHIP_NAMED || authorship == AUTHORSHIP_ORGANISATION;
    return (is_signed && !record_is_research(record)) || weighed->told[trait];
}

static void put_sight(struct record *record, const struct weighed_note *weighed) {
    const struct note *note = weighed->note;
    if (note->sight == VISIBILITY_ABSENT || !tells(record, weighed, TRAIT_SIGHT)) {
        record_nothings(record, 2);
    } else {
        record_text(record, enumeration_text(&enumeration_visibility, note->sight));
        record_flag(record, note->after_reveal);
    }
}

/* Of an anonymous note nothing is known of what it was written with but paper, which few may have used, and
 * everybody knows who. */
static void put_means(struct record *record, const struct weighed_note *weighed) {
    const struct note *note = weighed->note;
    bool is_known = note->round->authorship != AUTHORSHIP_ANONYMOUS;
    if (is_known && tells(record, weighed, TRAIT_MEANS)) {
        record_text(record, note->entered        ? STR("paper")
                            : note->shared_phone ? STR("shared_phone")
                                                 : STR("phone"));
    } else {
        record_nothing(record);
    }
    if (note->language != LANGUAGE_ABSENT && tells(record, weighed, TRAIT_LANGUAGE)) {
        record_text(record, enumeration_text(&enumeration_language, note->language));
    } else {
        record_nothing(record);
    }
}

static void put_traits(struct record *record, const struct weighed_note *weighed) {
    put_sight(record, weighed);
    if (tells(record, weighed, TRAIT_EDITS)) {
        record_count(record, weighed->note->edits);
    } else {
        record_nothing(record);
    }
    put_means(record, weighed);
}

static void put_note(struct record *record, const struct weighed_note *weighed) {
    const struct note *note = weighed->note;
    record_id(record, note->id);
    record_id(record, note->round->id);
    record_id(record, note->round->session);
    record_text(record, note->text);
    record_count(record, note->group_size);
    record_text(record, table_of(record, note));
    record_flag(record, note->late);
    if (record_is_research(record)) {
        record_nothings(record, 3);
        put_pseudonym(record, note);
        record_nothings(record, 2);
    } else {
        record_flag(record, note_is_visible_to_all(note));
        put_mark(record, note);
        record_nothings(record, 3);
        put_paper(record, note);
    }
    put_group(record, note);
    put_traits(record, weighed);
    record_end_row(record);
}

/* All that are on record are weighed together, whichever of them this record has. */
static size_t choose_notes(struct record *record, const struct round *round, struct weighed_note **chosen) {
    size_t all, count = 0, kept = 0;
    const struct note *const *notes = process_notes(record->process, round, &all);
    struct weighed_note *weighed = arena_allocate_array(&record->arena, all, sizeof *weighed);
    for (size_t i = 0; i < all; i++) {
        if (note_is_on_record(notes[i])) {
            weighed[count++] = (struct weighed_note){.note = notes[i]};
        }
    }
    crowds_weigh(weighed, count, &record->arena);
    for (size_t i = 0; i < count; i++) {
        if (record_has_note(record, weighed[i].note)) {
            weighed[kept++] = weighed[i];
        }
    }
    *chosen = weighed;
    return kept;
}

static void put_round(struct record *record, const struct round *round) {
    struct weighed_note *chosen;
    size_t count = choose_notes(record, round, &chosen);
    if (count > 1) {
        qsort(chosen, count, sizeof *chosen, record_is_research(record) ? by_id : by_turn);
    }
    for (size_t i = 0; i < count && !record->stopped; i++) {
        put_note(record, &chosen[i]);
    }
}

static void fill(struct record *record) {
    size_t count;
    const struct round *const *rounds = process_rounds(record->process, &count);
    for (size_t i = 0; i < count && !record->stopped; i++) {
        if (rounds[i]->form == ROUND_FORM_NOTES && record_has_round(record, rounds[i])) {
            put_round(record, rounds[i]);
            arena_reset(&record->arena);
        }
    }
}

const struct table notes_table = {"notes", columns, COUNT_OF(columns), "one note", "en lapp", fill};
