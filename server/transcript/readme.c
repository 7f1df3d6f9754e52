#include "transcript/readme.h"

#include "base/clock.h"
#include "transcript/about.h"
#include "transcript/format.h"

struct texts {
    const char *made_how, *two_records, *documentation, *research, *is_documentation, *is_research, *both;
    const char *cite, *cited_documentation, *cited_research, *fetched;
    const char *made, *version, *one_session, *one_study;
    const char *files, *others, *columns, *times_utc, *times_local;
};

static const struct texts english = {
    .made_how = "How it came about: in meetings led with Samskap, where participants answered questions, "
                "voted and took "
                "a stand on phones or computers of their own. Whoever led could enter answers for those who "
                "had none, and "
                "count raised hands. The server put this together from what happened in it.",
    .two_records = "Of the same meetings there are two records:",
    .documentation =
        "- Documentation: what the screens showed, all that each round's promise allows. Removed and "
        "hidden notes are not in it, nor are superseded texts.",
    .research =
        "- Research material: the contributions whose authors consent to research, without names. Where "
        "there are tables, the one called totals says how many are withheld: included + withheld = the "
        "documentation's number. Authors have "
        "labels (A1, A2 ...) that hold within one round (or rounds that were counted together) of this file "
        "only.",
    .is_documentation = "This is the documentation.",
    .is_research = "This is the research material.",
    .both = "Who has both can see which notes stand in both, and with that the name behind a label in a "
            "round with "
            "names. Give them to different people where that matters.",
    .cite = "How to cite it:",
    .cited_documentation = "[documentation]",
    .cited_research = "[research material]",
    .fetched = "retrieved",
    .made = "Made",
    .version = "Version of the tables",
    .one_session = "One session of the process only",
    .one_study = "For one study: what people said yes to its having (table studies has its texts)",
    .files = "dictionary.csv has the meanings below as a table; datapackage.json tells programs what the "
             "files are "
             "(Frictionless Data Package); sha256sum -c SHA256SUMS says whether a file was changed.",
    .others =
        "record.* are the same record in other formats: for spreadsheets, databases, word processors and "
        "programs of qualitative analysis.",
    .columns = "Tables and columns. An empty cell: nothing was said, or it is withheld.",
    .times_utc = "Times are ISO 8601 in UTC.",
    .times_local = "Times are the process's local time. A text that could be taken for a formula has an "
                   "apostrophe in front.",
};

static const struct texts swedish = {
    .made_how = "Så kom materialet till: i möten som leddes med Samskap, där deltagarna svarade på frågor, "
                "röstade och tog "
                "ställning på egna telefoner eller datorer. Den som ledde kunde skriva in svar åt den som "
                "ingen hade, och "
                "räkna uppräckta händer. Servern har ställt samman det ur det som hände i den.",
    .two_records = "Av samma möten finns två material:",
    .documentation =
        "- Dokumentation: det som skärmarna visade, allt som varje moments löfte tillåter. Borttagna "
        "och dolda lappar är inte med, inte heller ändrade texters tidigare lydelser.",
    .research =
        "- Forskningsmaterial: bidrag vars författare samtycker till forskning, utan namn. Där det finns "
        "tabeller säger den som heter totals hur många som inte är med: included + withheld = antalet i "
        "dokumentationen. Författarnas "
        "beteckningar (A1, A2 ...) gäller inom ett moment (eller moment som räknas ihop) i den här filen och "
        "ingen annanstans.",
    .is_documentation = "Det här är dokumentationen.",
    .is_research = "Det här är forskningsmaterialet.",
    .both = "Den som har båda kan se vilka lappar som står i båda, och därmed namnet bakom en beteckning i "
            "ett moment "
            "med namn. Ge dem till olika personer där det spelar roll.",
    .cite = "Så anger du källan:",
    .cited_documentation = "[dokumentation]",
    .cited_research = "[forskningsmaterial]",
    .fetched = "hämtat",
    .made = "Skapad",
    .version = "Tabellernas version",
    .one_session = "Bara ett av processens tillfällen",
    .one_study = "För en studie: det som man sagt ja till att den får använda (tabellen studies har dess "
                 "texter)",
    .files =
        "dictionary.csv har förklaringarna nedan som tabell; datapackage.json säger program vad filerna är "
        "(Frictionless Data Package); sha256sum -c SHA256SUMS säger om någon fil har ändrats.",
    .others =
        "record.* är samma material i andra format: för kalkylark, databaser, ordbehandlare och program för "
        "textanalys.",
    .columns = "Tabeller och kolumner. En tom cell: inget angavs, eller så visas det inte.",
    .times_utc = "Tider är i UTC, enligt ISO 8601.",
    .times_local =
        "Tider är processens lokala tid. En text som kunde tas för en formel har en apostrof framför sig.",
};

/* On one line, whatever lines it was written on. */
static void append_line(struct str text, struct buffer *buffer) {
    for (size_t i = 0; i < text.size; i++) {
        buffer_append_byte(buffer, text.data[i] == '\n' ? ' ' : text.data[i]);
    }
}

/* A study's material is its organisation's; else the record is theirs who arrange the process. */
static struct str author_of(const struct record *record) {
    const struct profile *profile = process_profile(record->process);
    const struct study *study = process_study(record->process, record->study);
    if (study) {
        return study->organisation;
    }
    return profile ? profile->organisers : (struct str){0};
}

static void append_part(const char *before, struct str title, struct buffer *buffer) {
    buffer_append_str(buffer, str_of(before));
    append_line(title, buffer);
    buffer_append_byte(buffer, ' ');
}

/* Who (year). What [kind]. Samskap, retrieved then. Where nobody is known to have arranged it, the year
 * stands behind what it is. */
static void write_citation(const struct record *record, const char *at, const struct texts *texts,
                           const char *line_end, struct buffer *buffer) {
    const struct profile *profile = process_profile(record->process);
    const struct study *study = process_study(record->process, record->study);
    const struct session *session = process_session(record->process, record->session);
    struct str author = author_of(record);
    buffer_format(buffer, "%s%s  ", texts->cite, line_end);
    if (!str_is_empty(author)) {
        append_line(author, buffer);
        buffer_format(buffer, " (%.4s). ", at);
    }
    if (profile) {
        append_part("", profile->title, buffer);
    }
    if (session) {
        append_part("– ", session->title, buffer);
    }
    if (study) {
        append_part("– ", study->title, buffer);
    }
    buffer_append_str(
        buffer, str_of(record_is_research(record) ? texts->cited_research : texts->cited_documentation));
    if (str_is_empty(author)) {
        buffer_format(buffer, " (%.4s)", at);
    }
    buffer_format(buffer, ". Samskap, %s %.10s.%s", texts->fetched, at, line_end);
}

static void write_views(const struct record *record, const struct texts *texts, const char *line_end,
                        struct buffer *buffer) {
    buffer_format(buffer, "%s%s", texts->two_records, line_end);
    buffer_format(buffer, "%s%s%s%s", texts->documentation, line_end, texts->research, line_end);
    buffer_format(buffer, "%s %s%s",
                  record_is_research(record) ? texts->is_research : texts->is_documentation, texts->both,
                  line_end);
}

void readme_write_head(const struct record *record, const struct transcript_options *options,
                       enum language language, const char *line_end, struct buffer *buffer) {
    const struct texts *texts = language == LANGUAGE_SV ? &swedish : &english;
    const struct profile *profile = process_profile(record->process);
    const struct session *session = process_session(record->process, record->session);
    char at[CLOCK_TEXT_LENGTH + 1];
    clock_format(options->at, at);
    if (profile) {
        append_line(profile->title, buffer);
        buffer_format(buffer, "%s%s", line_end, line_end);
    }
    buffer_format(buffer, "%s%s%s", texts->made_how, line_end, line_end);
    write_views(record, texts, line_end, buffer);
    if (session) {
        buffer_format(buffer, "%s%s: ", line_end, texts->one_session);
        append_line(session->title, buffer);
        buffer_format(buffer, ".%s", line_end);
    }
    const struct study *study = process_study(record->process, record->study);
    if (study) {
        buffer_format(buffer, "%s%s: ", line_end, texts->one_study);
        append_line(study->title, buffer);
        buffer_format(buffer, ".%s", line_end);
    }
    buffer_append_str(buffer, str_of(line_end));
    write_citation(record, at, texts, line_end, buffer);
    buffer_format(buffer, "%s%s: %s%s%s: %d%s", line_end, texts->made, at, line_end, texts->version,
                  TRANSCRIPT_VERSION, line_end);
}

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

void readme_write(const struct record *record, const struct transcript_options *options,
                  const struct csv_profile *profile, struct buffer *buffer) {
    const char *line_end = profile->line_end;
    bool in_swedish = record_language(record) == LANGUAGE_SV;
    const struct texts *texts = in_swedish ? &swedish : &english;
    readme_write_head(record, options, record_language(record), line_end, buffer);
    buffer_format(buffer, "%s%s%s", line_end, texts->files, line_end);
    if (str_equal(options->format, str_of(all_format.name))) {
        buffer_format(buffer, "%s%s", texts->others, line_end);
    }
    buffer_append_str(buffer, str_of(line_end));
    buffer_format(buffer, "%s %s%s", texts->columns,
                  profile->spreadsheet ? texts->times_local : texts->times_utc, line_end);
    for (size_t i = 0; record_tables[i]; i++) {
        if (record_has_table(record, record_tables[i])) {
            write_table(record, record_tables[i], in_swedish, line_end, buffer);
        }
    }
}
