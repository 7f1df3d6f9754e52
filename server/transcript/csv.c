/* CSV: a zip with one file a table, and what explains them: README.txt to read, dictionary.csv and
 * datapackage.json for programs, SHA256SUMS over all of it. A zip's entry is told its size before it is
 * written, so each table is walked twice: once to count, once to write. That way no table is ever whole in
 * memory, and old spreadsheets read the zip. */
#include "transcript/csv.h"

#include <stdio.h>

#include "base/buffer.h"
#include "transcript/csv_table.h"
#include "transcript/datapackage.h"
#include "transcript/dictionary.h"
#include "transcript/format.h"
#include "transcript/pictures.h"
#include "transcript/readme.h"

struct writer {
    struct record *record;
    const struct transcript_options *options;
    const struct csv_profile *profile;
    struct zone_clock *clock;
    const struct table *table; /* in hand */
    struct bundle *bundle;
};

static bool has_profile(struct str name) {
    return csv_find_profile(name) != NULL;
}

static enum status write_table(void *context, struct sink *sink) {
    struct writer *writer = context;
    return csv_write_table(writer->record, writer->table, writer->profile, writer->clock, sink);
}

static enum status add_table(struct writer *writer, const struct table *table) {
    char name[64];
    snprintf(name, sizeof name, "%s.csv", table->name);
    writer->table = table;
    return bundle_add(writer->bundle, name, write_table, writer);
}

static enum status add_readme(struct writer *writer) {
    struct buffer text;
    buffer_init(&text);
    buffer_append_str(&text, str_of(writer->profile->begin));
    readme_write(writer->record, writer->options, writer->profile, &text);
    enum status status = bundle_add_text(writer->bundle, "README.txt", buffer_str(&text));
    buffer_finish(&text);
    return status;
}

static enum status add_datapackage(struct writer *writer) {
    struct buffer text;
    buffer_init(&text);
    datapackage_write(writer->record, writer->options, writer->profile, &text);
    enum status status = bundle_add_text(writer->bundle, "datapackage.json", buffer_str(&text));
    buffer_finish(&text);
    return status;
}

static enum status add_tables(struct writer *writer) {
    enum status status = STATUS_OK;
    for (size_t i = 0; record_tables[i] && status == STATUS_OK; i++) {
        if (record_has_table(writer->record, record_tables[i])) {
            status = add_table(writer, record_tables[i]);
        }
    }
    return status;
}

static enum status add_picture(struct writer *writer, const struct picture *picture, size_t n) {
    char name[PICTURE_FILE_NAME], path[sizeof "pictures/" + PICTURE_FILE_NAME];
    struct buffer bytes;
    buffer_init(&bytes);
    record_name_picture(picture, n, name);
    snprintf(path, sizeof path, "pictures/%s", name);
    enum status status = writer->options->read_blob(writer->options->context, picture->blob, &bytes);
    if (status == STATUS_OK) {
        status = bundle_add_text(writer->bundle, path, buffer_str(&bytes));
    } else if (status == STATUS_NOT_FOUND) { /* erased meanwhile */
        status = STATUS_OK;
    }
    buffer_finish(&bytes);
    return status;
}

static enum status add_pictures(struct writer *writer) {
    enum status status = STATUS_OK;
    size_t count;
    if (record_is_research(writer->record) || !writer->options->read_blob) {
        return STATUS_OK;
    }
    const struct picture *const *pictures = record_pictures(writer->record, &count);
    for (size_t i = 0; i < count && status == STATUS_OK; i++) {
        status = add_picture(writer, pictures[i], i);
    }
    return status;
}

enum status csv_add_files(struct record *record, const struct transcript_options *options,
                          struct bundle *bundle) {
    const struct profile *process_settings = process_profile(record->process);
    struct writer writer = {.record = record,
                            .options = options,
                            .profile = csv_find_profile(options->profile),
                            .bundle = bundle};
    writer.clock = zone_clock_create(process_settings ? process_settings->zone : STR("UTC"));
    enum status status = add_readme(&writer);
    status = status == STATUS_OK ? add_table(&writer, &dictionary_table) : status;
    status = status == STATUS_OK ? add_datapackage(&writer) : status;
    status = status == STATUS_OK ? add_tables(&writer) : status;
    status = status == STATUS_OK ? add_pictures(&writer) : status;
    zone_clock_destroy(writer.clock);
    return status;
}

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    struct bundle bundle;
    bundle_init(&bundle, sink);
    enum status status = csv_add_files(record, options, &bundle);
    if (status == STATUS_OK) {
        status = bundle_end(&bundle);
    }
    bundle_finish(&bundle);
    return status;
}

const struct transcript_format csv_format = {"csv", "application/zip", "zip", has_profile, write_all};
