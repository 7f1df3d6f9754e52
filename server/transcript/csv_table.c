#include "transcript/csv_table.h"

#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"

enum { FULL = 32 * 1024 };

static const struct csv_profile profiles[] = {
    {"data", "", ',', "\n", false},
    {"excel-sv", "\xef\xbb\xbf", ';', "\r\n", true},
};

struct writer {
    const struct record *record;
    const struct csv_profile *profile;
    struct zone_clock *clock;
    struct sink *sink;
    struct buffer buffer;
};

const struct csv_profile *csv_find_profile(struct str name) {
    for (size_t i = 0; i < COUNT_OF(profiles); i++) {
        if (str_equal(name, str_of(profiles[i].name))) {
            return &profiles[i];
        }
    }
    return str_is_empty(name) ? &profiles[0] : NULL;
}

const char *csv_flag_text(const struct csv_profile *profile, bool flag) {
    if (profile->spreadsheet) {
        return flag ? "ja" : "nej";
    }
    return flag ? "true" : "false";
}

static bool flush(struct writer *writer, size_t unless_smaller) {
    if (writer->buffer.size < unless_smaller || writer->buffer.size == 0) {
        return true;
    }
    bool taken = writer->sink->write(writer->sink, writer->buffer.data, writer->buffer.size);
    buffer_clear(&writer->buffer);
    return taken;
}

/* A spreadsheet takes what begins so for a formula, also when it came from the phone of a stranger. Some take
 * the full-width signs so too. */
static bool is_formula(struct str text) {
    static const char *const wide[] = {"＝", "＋", "－", "＠"};
    for (size_t i = 0; i < COUNT_OF(wide); i++) {
        size_t size = strlen(wide[i]);
        if (text.size >= size && memcmp(text.data, wide[i], size) == 0) {
            return true;
        }
    }
    return text.size > 0 && memchr("=+-@\t\r\n", text.data[0], 7) != NULL;
}

static bool needs_quotes(const struct writer *writer, struct str text) {
    for (size_t i = 0; i < text.size; i++) {
        char c = text.data[i];
        if (c == '"' || c == '\n' || c == '\r' || c == writer->profile->separator) {
            return true;
        }
    }
    return false;
}

static void write_text(struct writer *writer, struct str text) {
    struct buffer *buffer = &writer->buffer;
    bool quotes = needs_quotes(writer, text);
    if (quotes) {
        buffer_append_byte(buffer, '"');
    }
    if (writer->profile->spreadsheet && is_formula(text)) {
        buffer_append_byte(buffer, '\'');
    }
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == '"') {
            buffer_append_byte(buffer, '"');
        }
        buffer_append_byte(buffer, text.data[i]);
    }
    if (quotes) {
        buffer_append_byte(buffer, '"');
    }
}

static void write_time(struct writer *writer, int64_t at) {
    if (writer->profile->spreadsheet) {
        char text[ZONE_TIME_LENGTH + 1];
        zone_clock_format(writer->clock, at, text);
        buffer_append_str(&writer->buffer, str_of(text));
    } else {
        char text[CLOCK_TEXT_LENGTH + 1];
        clock_format(at, text);
        buffer_append_str(&writer->buffer, str_of(text));
    }
}

static void write_cell(struct writer *writer, const struct cell *cell) {
    char text[ID_TEXT_LENGTH + 1];
    switch (cell->kind) {
    case CELL_ABSENT:
        break;
    case CELL_TEXT:
        write_text(writer, cell->text);
        break;
    case CELL_ID:
        id_format(cell->id, text);
        buffer_append_str(&writer->buffer, str_of(text));
        break;
    case CELL_COUNT:
        buffer_format(&writer->buffer, "%lld", (long long)cell->number);
        break;
    case CELL_TIME:
        write_time(writer, cell->number);
        break;
    case CELL_FLAG:
        buffer_append_str(&writer->buffer, str_of(csv_flag_text(writer->profile, cell->number != 0)));
        break;
    }
}

static void write_line_end(struct writer *writer) {
    buffer_append_str(&writer->buffer, str_of(writer->profile->line_end));
}

static bool write_row(void *context, const struct table *table, const struct cell *cells) {
    struct writer *writer = context;
    bool first = true;
    for (size_t i = 0; i < table->column_count; i++) {
        if (record_has_column(writer->record, &table->columns[i])) {
            if (!first) {
                buffer_append_byte(&writer->buffer, writer->profile->separator);
            }
            write_cell(writer, &cells[i]);
            first = false;
        }
    }
    write_line_end(writer);
    return flush(writer, FULL);
}

static bool write_headings(struct writer *writer, const struct table *table) {
    struct cell cells[TABLE_COLUMNS];
    for (size_t i = 0; i < table->column_count; i++) {
        cells[i] = (struct cell){.kind = CELL_TEXT, .text = str_of(table->columns[i].name)};
    }
    buffer_append_str(&writer->buffer, str_of(writer->profile->begin));
    return write_row(writer, table, cells);
}

enum status csv_write_table(struct record *record, const struct table *table,
                            const struct csv_profile *profile, struct zone_clock *clock, struct sink *sink) {
    struct writer writer = {.record = record, .profile = profile, .clock = clock, .sink = sink};
    buffer_init(&writer.buffer);
    bool taken =
        write_headings(&writer, table) && record_walk(record, table, write_row, &writer) && flush(&writer, 0);
    buffer_finish(&writer.buffer);
    return taken ? STATUS_OK : STATUS_IO;
}
