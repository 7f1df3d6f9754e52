#include "transcript/transcript.h"

#include "transcript/format.h"

static const struct transcript_format *const formats[] = {&jsonl_format,  &csv_format,  &xlsx_format,
                                                          &sqlite_format, &docx_format, &qdpx_format,
                                                          &qdc_format,    &all_format};

const struct transcript_format *format_at(size_t index) {
    return index < COUNT_OF(formats) ? formats[index] : NULL;
}

static const struct transcript_format *find_format(struct str name) {
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        if (str_equal(name, str_of(formats[i]->name))) {
            return formats[i];
        }
    }
    return NULL;
}

struct str transcript_formats(struct arena *arena) {
    struct str names = str_of(formats[0]->name);
    for (size_t i = 1; i < COUNT_OF(formats); i++) {
        names = arena_format(arena, "%s, %s", names.data, formats[i]->name);
    }
    return names;
}

enum status transcript_write(const struct process *process, const struct transcript_options *options,
                             struct sink *sink) {
    const struct transcript_format *format = find_format(options->format);
    if (!format || !format->has_profile(options->profile) ||
        (options->view != RECORD_VIEW_DOCUMENTATION && options->view != RECORD_VIEW_RESEARCH)) {
        return STATUS_INVALID;
    }
    if (!id_is_none(options->session) && !process_session(process, options->session)) {
        return STATUS_NOT_FOUND;
    }
    const struct study *study = process_study(process, options->study);
    if (!id_is_none(options->study) && options->view != RECORD_VIEW_RESEARCH) {
        return STATUS_INVALID;
    }
    if (!id_is_none(options->study) && (!study || study->removed)) {
        return STATUS_NOT_FOUND;
    }
    struct record record;
    record_init(&record, process, options->view, options->session);
    record.study = options->study;
    enum status status = format->write(&record, options, sink);
    record_finish(&record);
    return status;
}

bool transcript_has_profile(struct str format, struct str profile) {
    const struct transcript_format *found = find_format(format);
    return found && found->has_profile(profile);
}

bool transcript_format(struct str name, const char **media_type, const char **ending) {
    const struct transcript_format *format = find_format(name);
    *media_type = format ? format->media_type : NULL;
    *ending = format ? format->ending : NULL;
    return format != NULL;
}
