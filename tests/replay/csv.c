#include "csv.h"

#include <stdio.h>

#include "base/memory.h"

struct reader {
    struct csv *csv;
    char separator;
    bool quotes;
    char *at, *end;
    size_t cell_count, cell_capacity;
};

static enum status read_file(const char *path, struct buffer *text) {
    FILE *file = fopen(path, "rb");
    if (file == NULL)
        return STATUS_NOT_FOUND;
    size_t got;
    do {
        enum { STEP = 65536 };
        got = fread(buffer_reserve(text, STEP), 1, STEP, file);
        text->size += got;
    } while (got > 0);
    enum status status = ferror(file) ? STATUS_IO : STATUS_OK;
    fclose(file);
    return status;
}

static void add_cell(struct reader *reader, struct str cell) {
    reader->csv->cells =
        memory_grow(reader->csv->cells, &reader->cell_capacity, reader->cell_count + 1, sizeof(struct str));
    reader->csv->cells[reader->cell_count++] = cell;
}

/* Writes the cell's text over its quoted form, which is never shorter. */
static enum status read_quoted(struct reader *reader, struct str *cell) {
    char *start = reader->at, *write = reader->at;
    for (reader->at++; reader->at < reader->end; reader->at++) {
        if (*reader->at == '"') {
            if (reader->at + 1 == reader->end || reader->at[1] != '"') {
                reader->at++;
                *cell = (struct str){start, (size_t)(write - start)};
                return STATUS_OK;
            }
            reader->at++;
        }
        *write++ = *reader->at;
    }
    return STATUS_INVALID;
}

static bool at_line_end(const struct reader *reader) {
    return *reader->at == '\n' ||
           (*reader->at == '\r' && reader->at + 1 < reader->end && reader->at[1] == '\n');
}

static struct str read_bare(struct reader *reader) {
    char *start = reader->at;
    while (reader->at < reader->end && *reader->at != reader->separator && !at_line_end(reader))
        reader->at++;
    return (struct str){start, (size_t)(reader->at - start)};
}

static enum status read_row(struct reader *reader, size_t *cells) {
    for (*cells = 1;; ++*cells) {
        struct str cell = {"", 0};
        enum status status = STATUS_OK;
        if (reader->quotes && reader->at < reader->end && *reader->at == '"')
            status = read_quoted(reader, &cell);
        else
            cell = read_bare(reader);
        if (status != STATUS_OK)
            return status;
        add_cell(reader, cell);
        if (reader->at == reader->end || *reader->at != reader->separator)
            break;
        reader->at++;
    }
    if (reader->at < reader->end && *reader->at == '\r')
        reader->at++;
    if (reader->at < reader->end && *reader->at++ != '\n')
        return STATUS_INVALID; /* something behind a closing quote */
    return STATUS_OK;
}

static enum status read_rows(struct reader *reader) {
    struct csv *csv = reader->csv;
    enum status status = STATUS_OK;
    for (size_t row = 0; reader->at < reader->end && status == STATUS_OK; row++) {
        size_t cells;
        status = read_row(reader, &cells);
        if (row == 0)
            csv->columns = cells;
        else
            csv->rows++;
        if (cells > csv->columns)
            status = STATUS_INVALID;
        for (; cells < csv->columns; cells++)
            add_cell(reader, (struct str){0});
    }
    return status;
}

enum status csv_read(const char *path, enum csv_form form, struct csv *csv) {
    *csv = (struct csv){0};
    buffer_init(&csv->text);
    enum status status = read_file(path, &csv->text);
    if (status != STATUS_OK)
        return status;
    struct reader reader = {.csv = csv,
                            .separator = form == CSV_TAB ? '\t' : ',',
                            .quotes = form == CSV_COMMA,
                            .at = csv->text.data,
                            .end = csv->text.data + csv->text.size};
    if (csv->text.size == 0)
        return STATUS_INVALID;
    if (str_starts_with(buffer_str(&csv->text), STR("\xef\xbb\xbf")))
        reader.at += 3;
    return read_rows(&reader);
}

void csv_finish(struct csv *csv) {
    memory_free(csv->cells);
    buffer_finish(&csv->text);
    *csv = (struct csv){0};
}

bool csv_column(const struct csv *csv, const char *name, size_t *column) {
    for (size_t i = 0; i < csv->columns; i++) {
        if (str_equal(csv->cells[i], str_of(name))) {
            *column = i;
            return true;
        }
    }
    return false;
}

struct str csv_name(const struct csv *csv, size_t column) {
    return csv->cells[column];
}

struct str csv_cell(const struct csv *csv, size_t row, size_t column) {
    return csv->cells[(row + 1) * csv->columns + column];
}
