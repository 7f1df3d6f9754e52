#include "transcript/readme.h"

#include "base/clock.h"
#include "transcript/format.h"

struct texts {
    const char *documentation, *research, *made, *version, *one_session, *columns;
};

static const struct texts english = {
    "Documentation: what the screens showed, all that each round's promise allows. Removed and hidden notes "
    "are not "
    "in it, nor are superseded texts.",
    "Research material: the contributions whose authors consent to research. Table totals says how many are "
    "withheld: included + withheld = the documentation's number. Authors have labels that hold within one "
    "round "
    "(or rounds that were counted together) of this file only.",
    "Made",
    "Version of the tables",
    "One session of the process only.",
    "Tables and columns. Times are ISO 8601 in UTC; an empty cell: nothing was said, or it is withheld.",
};

static const struct texts swedish = {
    "Dokumentation: det som skärmarna visade, allt som varje moments löfte tillåter. Borttagna och dolda "
    "lappar är "
    "inte med, inte heller ändrade texters tidigare lydelser.",
    "Forskningsmaterial: bidrag vars författare samtycker till forskning. Tabellen totals säger hur många "
    "som inte "
    "är med: included + withheld = antalet i dokumentationen. Författarnas beteckningar gäller inom ett "
    "moment "
    "(eller moment som räknas ihop) i den här filen och ingen annanstans.",
    "Skapad",
    "Tabellernas version",
    "Bara ett av processens tillfällen.",
    "Tabeller och kolumner. Tider är processens lokala tid; en tom cell: inget angavs, eller så visas det "
    "inte. En "
    "text som kunde tas för en formel har en apostrof framför sig.",
};

static void write_table(const struct record *record, const struct table *table, bool in_swedish,
                        const char *line_end, struct buffer *buffer) {
    buffer_format(buffer, "%s%s.csv: %s%s", line_end, table->name,
                  in_swedish ? table->swedish : table->english, line_end);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (record_has_column(record, column)) {
            buffer_format(buffer, "  %s: %s%s", column->name, in_swedish ? column->swedish : column->english,
                          line_end);
        }
    }
}

void readme_write_head(const struct record *record, const struct transcript_options *options,
                       enum language language, const char *line_end, struct buffer *buffer) {
    const struct texts *texts = language == LANGUAGE_SV ? &swedish : &english;
    const struct profile *profile = process_profile(record->process);
    char at[CLOCK_TEXT_LENGTH + 1];
    clock_format(options->at, at);
    if (profile) {
        buffer_append_str(buffer, profile->title);
        buffer_format(buffer, "%s%s", line_end, line_end);
    }
    buffer_format(buffer, "%s%s", record_is_research(record) ? texts->research : texts->documentation,
                  line_end);
    if (!id_is_none(options->session)) {
        buffer_format(buffer, "%s%s", texts->one_session, line_end);
    }
    buffer_format(buffer, "%s: %s%s%s: %d%s", texts->made, at, line_end, texts->version, TRANSCRIPT_VERSION,
                  line_end);
}

void readme_write(const struct record *record, const struct transcript_options *options,
                  enum language language, const char *line_end, struct buffer *buffer) {
    bool in_swedish = language == LANGUAGE_SV;
    readme_write_head(record, options, language, line_end, buffer);
    buffer_format(buffer, "%s%s%s", line_end, (in_swedish ? &swedish : &english)->columns, line_end);
    for (size_t i = 0; record_tables[i]; i++) {
        if (record_has_table(record, record_tables[i])) {
            write_table(record, record_tables[i], in_swedish, line_end, buffer);
        }
    }
}
