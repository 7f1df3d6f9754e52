#include "transcript/dictionary.h"

#include "transcript/about.h"

static const struct column columns[] = {
    {"table", CELL_TEXT, BOTH_VIEWS, "the table", "tabellen"},
    {"column", CELL_TEXT, BOTH_VIEWS, "the column; empty: what a row of the table is",
     "kolumnen; tomt: vad en rad i tabellen är"},
    {"kind", CELL_TEXT, BOTH_VIEWS, "text, id, number, time or flag (true or false)",
     "text, id, number (tal), time (tid) eller flag (ja eller nej)"},
    {"english", CELL_TEXT, BOTH_VIEWS, "what it means, in English", "vad det betyder, på engelska"},
    {"swedish", CELL_TEXT, BOTH_VIEWS, "what it means, in Swedish", "vad det betyder, på svenska"},
    {"views", CELL_TEXT, BOTH_VIEWS,
     "both, or the only record that has the column: documentation or research",
     "both (båda), eller det enda material som har kolumnen: documentation (dokumentation) eller research "
     "(forskningsmaterial)"},
};

static struct str views_text(enum column_views views) {
    static const char *const names[] = {
        [BOTH_VIEWS] = "both", [DOCUMENTATION_ONLY] = "documentation", [RESEARCH_ONLY] = "research"};
    return str_of(names[views]);
}

static void put(struct record *record, const struct table *table, const struct column *column) {
    record_text(record, str_of(table->name));
    record_text(record, column ? str_of(column->name) : (struct str){0});
    record_text(record, column ? str_of(cell_kind_text(column->kind)) : (struct str){0});
    record_text(record, str_of(column ? column->english : table->english));
    record_text(record, str_of(column ? column->swedish : table->swedish));
    record_text(record, column ? views_text(column->views) : (struct str){0});
    record_end_row(record);
}

static void put_table(struct record *record, const struct table *table) {
    put(record, table, NULL);
    for (size_t i = 0; i < table->column_count && !record->stopped; i++) {
        if (record_has_column(record, &table->columns[i])) {
            put(record, table, &table->columns[i]);
        }
    }
}

static void fill(struct record *record) {
    for (size_t i = 0; record_tables[i] && !record->stopped; i++) {
        if (record_has_table(record, record_tables[i])) {
            put_table(record, record_tables[i]);
        }
    }
}

const struct table dictionary_table = {"dictionary",
                                       columns,
                                       COUNT_OF(columns),
                                       "what a table, or one of its columns, means",
                                       "vad en tabell, eller en av dess kolumner, betyder",
                                       fill};
