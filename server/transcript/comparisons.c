/* Words or themes side by side, as screens tell them. Research material has the same of the consenting notes
 * only, with small figures withheld anew. */
#include "protocol/comparison_view.h"
#include "records/shapes.h"
#include "transcript/themes.h"
#include "transcript/words.h"

static const struct column columns[] = {
    {"comparison", CELL_ID, BOTH_VIEWS, "the comparison's id", "jämförelsens id"},
    {"title", CELL_TEXT, BOTH_VIEWS, "its title", "dess rubrik"},
    {"shown", CELL_FLAG, BOTH_VIEWS, "whether participants and displays see it",
     "om deltagare och storbild ser den"},
    {"list", CELL_ID, BOTH_VIEWS, "the list whose words are compared", "ordlistan vars ord jämförs"},
    {"board", CELL_ID, BOTH_VIEWS, "or the board whose themes are", "eller väggen vars teman jämförs"},
    {"by", CELL_TEXT, BOTH_VIEWS, "role, level, organisation_type or session",
     "role (roll), level (nivå), organisation_type (slag av organisation) eller session (tillfälle)"},
    {"row", CELL_TEXT, BOTH_VIEWS, "the word or theme; empty: how many of the column wrote anything",
     "ordet eller temat; tomt: hur många i kolumnen som skrev något"},
    {"theme", CELL_ID, BOTH_VIEWS, "the theme's id", "temats id"},
    {"column", CELL_TEXT, BOTH_VIEWS, "which role, level, kind of organisation or session; empty: all others",
     "vilken roll, nivå, slag av organisation eller tillfälle; tomt: alla andra"},
    {"persons", CELL_COUNT, BOTH_VIEWS,
     "how many persons of the column wrote it; empty where that is withheld: fewer than five, or it would "
     "give "
     "such a figure away",
     "hur många personer i kolumnen som skrev det; tomt där det inte visas: färre än fem, eller så skulle "
     "det "
     "röja en sådan siffra"},
    {"per_round", CELL_FLAG, BOTH_VIEWS,
     "true: a sum over rounds that do not know their authors apart, not persons",
     "ja: en summa över moment som inte räknas ihop, inte personer"},
};

static struct str name_of(const struct record *record, enum comparison_by by,
                          const struct comparison_column *column) {
    const struct profile *profile = process_profile(record->process);
    if (by == COMPARISON_BY_ROLE) {
        return record_role(record, column->id);
    }
    if (by == COMPARISON_BY_LEVEL) {
        return record_name_of(profile->levels, profile->levels_count, column->id);
    }
    const struct session *session = process_session(record->process, column->id);
    return session ? session->title : column->type;
}

static void put_cell(struct record *record, const struct comparison *comparison,
                     const struct entity_comparison *body, const struct comparison_row *row, size_t column) {
    int64_t persons = row ? row->cells[column] : body->columns[column].persons;
    record_id(record, comparison->id);
    record_text(record, comparison->title);
    record_flag(record, comparison->shown);
    record_id(record, comparison->list);
    record_id(record, comparison->board);
    record_text(record, enumeration_text(&enumeration_comparison_by, comparison->by));
    record_text(record, row ? row->label : (struct str){0});
    record_id(record, row ? row->theme : (struct id){0});
    record_said(record, name_of(record, comparison->by, &body->columns[column]));
    if (persons == COMPARISON_WITHHELD) {
        record_nothing(record);
    } else {
        record_count(record, persons);
    }
    record_flag(record, body->per_round);
    record_end_row(record);
}

static void put_row(struct record *record, const struct comparison *comparison,
                    const struct entity_comparison *body, const struct comparison_row *row) {
    for (size_t column = 0; column < body->columns_count && !record->stopped; column++) {
        put_cell(record, comparison, body, row, column);
    }
}

/* False: it is not the record's. */
static bool count(struct record *record, const struct comparison *comparison,
                  struct entity_comparison *body) {
    const struct process *process = record->process;
    *body = (struct entity_comparison){.by = comparison->by};
    if (!id_is_none(comparison->board)) {
        const struct board *board = process_board(process, comparison->board);
        if (!record_has_board(record, board)) {
            return false;
        }
        struct research research = record_research(record);
        comparison_view_of_board(process, board, &research, &record->arena, body);
        return true;
    }
    const struct word_list *list = process_word_list(process, comparison->list);
    struct words_view words;
    if (!record_has_list(record, list)) {
        return false;
    }
    record_count_words(record, list, false, &record->arena, &words);
    comparison_view_of_words(process, &words, &record->arena, body);
    return true;
}

static void fill(struct record *record) {
    size_t comparison_count;
    const struct comparison *const *all = process_comparisons(record->process, &comparison_count);
    for (size_t i = 0; i < comparison_count && !record->stopped; i++) {
        struct entity_comparison body;
        if (all[i]->removed || all[i]->state != COMPARISON_STATE_TOLD || !count(record, all[i], &body)) {
            continue;
        }
        put_row(record, all[i], &body, NULL);
        for (size_t row = 0; row < body.rows_count && !record->stopped; row++) {
            put_row(record, all[i], &body, &body.rows[row]);
        }
        arena_reset(&record->arena);
    }
}

const struct table comparisons_table = {"comparisons",
                                        columns,
                                        COUNT_OF(columns),
                                        "how many of one column wrote one word, or in one theme",
                                        "hur många i en kolumn som skrev ett ord, eller i ett tema",
                                        fill};
