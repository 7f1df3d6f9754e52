/* A resource a table, in the order of the files, with the dialect of the profile and a field for each column
 * that stands in the record's view. Licences and sources are left out: the server does not know them. */
#include "transcript/datapackage.h"

#include "base/clock.h"
#include "protocol/json_write.h"
#include "transcript/about.h"
#include "transcript/dictionary.h"

static void write_member(struct buffer *buffer, const char *name, struct str text) {
    json_write_name(buffer, str_of(name));
    json_write_text(buffer, text);
}

static void write_flag_texts(struct buffer *buffer, const char *name, const char *text) {
    json_write_name(buffer, str_of(name));
    buffer_append_byte(buffer, '[');
    json_write_text(buffer, str_of(text));
    buffer_append_byte(buffer, ']');
}

static void write_type(struct buffer *buffer, enum cell_kind kind, const struct csv_profile *profile) {
    static const char *const types[] = {[CELL_TEXT] = "string",
                                        [CELL_ID] = "string",
                                        [CELL_COUNT] = "integer",
                                        [CELL_TIME] = "datetime",
                                        [CELL_FLAG] = "boolean"};
    write_member(buffer, "type", str_of(types[kind]));
    if (kind == CELL_ID) {
        write_member(buffer, "format", STR("uuid"));
    } else if (kind == CELL_TIME) { /* as strptime reads it */
        write_member(buffer, "format",
                     profile->spreadsheet ? STR("%Y-%m-%d %H:%M:%S") : STR("%Y-%m-%dT%H:%M:%S.%fZ"));
    } else if (kind == CELL_FLAG) {
        write_flag_texts(buffer, "trueValues", csv_flag_text(profile, true));
        write_flag_texts(buffer, "falseValues", csv_flag_text(profile, false));
    }
}

static void write_schema(const struct record *record, const struct table *table,
                         const struct csv_profile *profile, bool in_swedish, struct buffer *buffer) {
    bool first = true;
    buffer_append_str(buffer, STR("{\"fields\":["));
    for (size_t i = 0; i < table->column_count; i++) {
        const struct column *column = &table->columns[i];
        if (record_has_column(record, column)) {
            buffer_append_str(buffer, first ? STR("{") : STR(",{"));
            write_member(buffer, "name", str_of(column->name));
            write_type(buffer, column->kind, profile);
            write_member(buffer, "description", str_of(in_swedish ? column->swedish : column->english));
            buffer_append_byte(buffer, '}');
            first = false;
        }
    }
    buffer_append_str(buffer, STR("],\"missingValues\":[\"\"]}"));
}

static void write_dialect(const struct csv_profile *profile, struct buffer *buffer) {
    buffer_append_byte(buffer, '{');
    write_member(buffer, "delimiter", (struct str){&profile->separator, 1});
    write_member(buffer, "lineTerminator", str_of(profile->line_end));
    write_member(buffer, "quoteChar", STR("\""));
    buffer_append_str(buffer, STR(",\"doubleQuote\":true,\"skipInitialSpace\":false,\"header\":true}"));
}

static void write_resource(const struct record *record, const struct table *table,
                           const struct csv_profile *profile, struct buffer *buffer) {
    bool in_swedish = record_language(record) == LANGUAGE_SV;
    buffer_append_byte(buffer, '{');
    write_member(buffer, "name", str_of(table->name));
    json_write_name(buffer, STR("path"));
    buffer_format(buffer, "\"%s.csv\"", table->name);
    write_member(buffer, "profile", STR("tabular-data-resource"));
    write_member(buffer, "description", str_of(in_swedish ? table->swedish : table->english));
    write_member(buffer, "format", STR("csv"));
    write_member(buffer, "mediatype", STR("text/csv"));
    write_member(buffer, "encoding", STR("utf-8"));
    json_write_name(buffer, STR("dialect"));
    write_dialect(profile, buffer);
    json_write_name(buffer, STR("schema"));
    write_schema(record, table, profile, in_swedish, buffer);
    buffer_append_byte(buffer, '}');
}

static void write_about(const struct record *record, const struct transcript_options *options,
                        struct buffer *buffer) {
    const struct profile *settings = process_profile(record->process);
    const struct study *study = process_study(record->process, record->study);
    char at[CLOCK_TEXT_LENGTH + 1];
    clock_format(options->at, at);
    write_member(buffer, "profile", STR("tabular-data-package"));
    write_member(buffer, "name",
                 record_is_research(record) ? STR("samskap-research") : STR("samskap-documentation"));
    if (settings) {
        write_member(buffer, "title", settings->title);
    }
    if (study) {
        write_member(buffer, "description", study->title);
    }
    write_member(buffer, "created", str_of(at));
}

void datapackage_write(const struct record *record, const struct transcript_options *options,
                       const struct csv_profile *profile, struct buffer *buffer) {
    buffer_append_byte(buffer, '{');
    write_about(record, options, buffer);
    json_write_name(buffer, STR("resources"));
    buffer_append_byte(buffer, '[');
    write_resource(record, &dictionary_table, profile, buffer);
    for (size_t i = 0; record_tables[i]; i++) {
        if (record_has_table(record, record_tables[i])) {
            buffer_append_byte(buffer, ',');
            write_resource(record, record_tables[i], profile, buffer);
        }
    }
    buffer_append_str(buffer, STR("]}\n"));
}
