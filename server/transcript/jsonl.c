/* JSON Lines: a header, then one object a line for each row. Described in schema/transcript.md. */
#include <string.h>

#include "base/buffer.h"
#include "base/clock.h"
#include "protocol/json_write.h"
#include "transcript/about.h"
#include "transcript/format.h"

enum { FULL = 32 * 1024 };

struct writer {
    const struct record *record;
    struct sink *sink;
    struct buffer buffer;
};

static bool flush(struct writer *writer, size_t unless_smaller) {
    if (writer->buffer.size < unless_smaller || writer->buffer.size == 0) {
        return true;
    }
    bool taken = writer->sink->write(writer->sink, writer->buffer.data, writer->buffer.size);
    buffer_clear(&writer->buffer);
    return taken;
}

static void write_time(struct buffer *buffer, int64_t at) {
    char text[CLOCK_TEXT_LENGTH + 1];
    clock_format(at, text);
    json_write_text(buffer, str_of(text));
}

static void write_cell(struct buffer *buffer, const struct cell *cell) {
    switch (cell->kind) {
    case CELL_ABSENT:
        buffer_append_str(buffer, STR("null"));
        break;
    case CELL_TEXT:
        json_write_text(buffer, cell->text);
        break;
    case CELL_ID:
        json_write_id(buffer, cell->id);
        break;
    case CELL_COUNT:
        json_write_integer(buffer, cell->number);
        break;
    case CELL_TIME:
        write_time(buffer, cell->number);
        break;
    case CELL_FLAG:
        buffer_append_str(buffer, cell->number ? STR("true") : STR("false"));
        break;
    }
}

static bool write_row(void *context, const struct table *table, const struct cell *cells) {
    struct writer *writer = context;
    struct buffer *buffer = &writer->buffer;
    buffer_append_str(buffer, STR("{\"table\":"));
    json_write_text(buffer, str_of(table->name));
    for (size_t i = 0; i < table->column_count; i++) {
        if (record_has_column(writer->record, &table->columns[i])) {
            json_write_name(buffer, str_of(table->columns[i].name));
            write_cell(buffer, &cells[i]);
        }
    }
    buffer_append_str(buffer, STR("}\n"));
    return flush(writer, FULL);
}

static void write_fact(void *context, const char *key, struct str value) {
    struct buffer *buffer = &((struct writer *)context)->buffer;
    json_write_name(buffer, str_of(key));
    if (strcmp(key, "version") == 0) {
        buffer_append_str(buffer, value);
    } else {
        json_write_text(buffer, value);
    }
}

static void write_header(struct writer *writer, const struct transcript_options *options) {
    buffer_append_byte(&writer->buffer, '{');
    record_facts(writer->record, options, write_fact, writer);
    buffer_append_str(&writer->buffer, STR("}\n"));
}

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    struct writer writer = {.record = record, .sink = sink};
    buffer_init(&writer.buffer);
    write_header(&writer, options);
    bool taken = true;
    for (size_t i = 0; record_tables[i] && taken; i++) {
        taken = record_walk(record, record_tables[i], write_row, &writer);
    }
    taken = taken && flush(&writer, 0);
    buffer_finish(&writer.buffer);
    return taken ? STATUS_OK : STATUS_IO;
}

const struct transcript_format jsonl_format = {"jsonl", "application/x-ndjson", "jsonl", str_is_empty,
                                               write_all};
