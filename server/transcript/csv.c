/* CSV (RFC 4180): a zip with one file a table and a README.txt that says what each column means. A zip's
 * entry is told its size before it is written, so each table is walked twice: once to count, once to write.
 * That way no table is ever whole in memory, and old spreadsheets read the zip. */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "transcript/format.h"
#include "transcript/pictures.h"
#include "transcript/readme.h"
#include "transcript/zip.h"
#include "transcript/zone_time.h"

enum { FULL = 32 * 1024 };

struct csv_profile {
    const char *name;
    const char *begin; /* of each file: a byte order mark, or nothing */
    char separator;
    const char *line_end;
    bool spreadsheet; /* times by the wall's clock, ja and nej, and no cell is a formula */
};

static const struct csv_profile profiles[] = {
    {"data", "", ',', "\n", false},
    {"excel-sv", "\xef\xbb\xbf", ';', "\r\n", true},
};

struct writer {
    struct record *record;
    const struct csv_profile *profile;
    struct zone_clock *clock;
    struct zip *zip; /* NULL: only counts */
    int64_t size;
    struct buffer buffer;
};

static const struct csv_profile *find_profile(struct str name) {
    for (size_t i = 0; i < COUNT_OF(profiles); i++) {
        if (str_equal(name, str_of(profiles[i].name))) {
            return &profiles[i];
        }
    }
    return str_is_empty(name) ? &profiles[0] : NULL;
}

static bool has_profile(struct str name) {
    return find_profile(name) != NULL;
}

static bool flush(struct writer *writer, size_t unless_smaller) {
    if (writer->buffer.size < unless_smaller) {
        return true;
    }
    writer->size += (int64_t)writer->buffer.size;
    bool taken =
        !writer->zip || zip_write(writer->zip, writer->buffer.data, writer->buffer.size) == STATUS_OK;
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

static struct str flag_text(const struct writer *writer, bool flag) {
    if (writer->profile->spreadsheet) {
        return flag ? STR("ja") : STR("nej");
    }
    return flag ? STR("true") : STR("false");
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
        buffer_append_str(&writer->buffer, flag_text(writer, cell->number != 0));
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

static bool write_table(struct writer *writer, const struct table *table, struct zip *zip) {
    writer->zip = zip;
    writer->size = 0;
    return write_headings(writer, table) && record_walk(writer->record, table, write_row, writer) &&
           flush(writer, 0);
}

static enum status add_table(struct writer *writer, const struct table *table, struct zip *zip) {
    char name[64];
    snprintf(name, sizeof name, "%s.csv", table->name);
    write_table(writer, table, NULL);
    enum status status = zip_begin(zip, name, writer->size);
    if (status != STATUS_OK) {
        return status;
    }
    return write_table(writer, table, zip) ? STATUS_OK : STATUS_IO;
}

static enum status add_readme(struct writer *writer, const struct transcript_options *options,
                              struct zip *zip) {
    struct buffer text;
    buffer_init(&text);
    buffer_append_str(&text, str_of(writer->profile->begin));
    readme_write(writer->record, options, writer->profile->spreadsheet ? LANGUAGE_SV : LANGUAGE_EN,
                 writer->profile->line_end, &text);
    enum status status = zip_begin(zip, "README.txt", (int64_t)text.size);
    if (status == STATUS_OK) {
        status = zip_write(zip, text.data, text.size);
    }
    buffer_finish(&text);
    return status;
}

static enum status add_picture(const struct picture *picture, size_t n,
                               const struct transcript_options *options, struct zip *zip) {
    char name[PICTURE_FILE_NAME], path[sizeof "pictures/" + PICTURE_FILE_NAME];
    struct buffer bytes;
    buffer_init(&bytes);
    record_name_picture(picture, n, name);
    snprintf(path, sizeof path, "pictures/%s", name);
    enum status status = options->read_blob(options->context, picture->blob, &bytes);
    if (status == STATUS_OK) {
        status = zip_begin(zip, path, (int64_t)bytes.size);
        status = status == STATUS_OK ? zip_write(zip, bytes.data, bytes.size) : status;
    } else if (status == STATUS_NOT_FOUND) { /* erased meanwhile */
        status = STATUS_OK;
    }
    buffer_finish(&bytes);
    return status;
}

static enum status add_pictures(struct record *record, const struct transcript_options *options,
                                struct zip *zip) {
    enum status status = STATUS_OK;
    size_t count;
    if (record_is_research(record) || !options->read_blob) {
        return STATUS_OK;
    }
    const struct picture *const *pictures = record_pictures(record, &count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        status = add_picture(pictures[i], i, options, zip);
    }
    return status;
}

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    const struct profile *process_settings = process_profile(record->process);
    struct writer writer = {.record = record, .profile = find_profile(options->profile)};
    writer.clock = zone_clock_create(process_settings ? process_settings->zone : STR("UTC"));
    buffer_init(&writer.buffer);
    struct zip *zip = zip_create(sink);
    enum status status = add_readme(&writer, options, zip);
    for (size_t i = 0; record_tables[i] && status == STATUS_OK; i++) {
        if (record_has_table(writer.record, record_tables[i])) {
            status = add_table(&writer, record_tables[i], zip);
        }
    }
    if (status == STATUS_OK) {
        status = add_pictures(record, options, zip);
    }
    if (status == STATUS_OK) {
        status = zip_end(zip);
    }
    zip_destroy(zip);
    buffer_finish(&writer.buffer);
    zone_clock_destroy(writer.clock);
    return status;
}

const struct transcript_format csv_format = {"csv", "application/zip", "zip", has_profile, write_all};
