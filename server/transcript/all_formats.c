/* All formats at once: a zip with CSV's files, and the file of each other format beside them. Those are made
 * one after the other in files without a name, so that none is made twice, and none is whole in memory where
 * the options name a folder. */
#include <stdio.h>
#include <unistd.h>

#include "base/nameless.h"
#include "transcript/csv.h"
#include "transcript/file_sink.h"
#include "transcript/format.h"

static enum status copy_file(void *context, struct sink *sink) {
    return file_into_sink(*(const int *)context, sink);
}

static enum status write_file(const struct transcript_format *format, struct record *record,
                              const struct transcript_options *options, int file) {
    struct transcript_options of_format = *options;
    struct file_sink sink;
    of_format.format = str_of(format->name);
    file_sink_init(&sink, file);
    enum status status = format->write(record, &of_format, &sink.sink);
    if (status == STATUS_OK && !file_sink_flush(&sink)) {
        status = STATUS_IO;
    }
    file_sink_finish(&sink);
    return status;
}

static enum status add_format(const struct transcript_format *format, struct record *record,
                              const struct transcript_options *options, struct bundle *bundle) {
    char name[64];
    int file = nameless_open(options->folder);
    if (file < 0) {
        return STATUS_IO;
    }
    snprintf(name, sizeof name, "record.%s", format->ending);
    enum status status = write_file(format, record, options, file);
    if (status == STATUS_OK) {
        status = bundle_add(bundle, name, copy_file, &file);
    }
    close(file);
    return status;
}

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    struct bundle bundle;
    bundle_init(&bundle, sink);
    enum status status = csv_add_files(record, options, &bundle);
    for (size_t i = 0; format_at(i) && status == STATUS_OK; i++) {
        if (format_at(i) != &csv_format && format_at(i) != &all_format) {
            status = add_format(format_at(i), record, options, &bundle);
        }
    }
    if (status == STATUS_OK) {
        status = bundle_end(&bundle);
    }
    bundle_finish(&bundle);
    return status;
}

const struct transcript_format all_format = {"bundle", "application/zip", "bundle.zip", str_is_empty,
                                             write_all};
