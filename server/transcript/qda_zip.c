/* A REFI-QDA project (qdpx): a zip with project.qde, and a text of each source and note under its id. */
#include <stdio.h>

#include "transcript/format.h"
#include "transcript/qda_project.h"
#include "transcript/zip.h"

/* "since-2026-02-12": only rounds that opened on that day or later. */
static bool has_profile(struct str name) {
    static const char shape[] = "since-dddd-dd-dd";
    for (size_t i = 0; i < name.size; i++) {
        bool is_digit = name.data[i] >= '0' && name.data[i] <= '9';
        if (i >= sizeof shape - 1 || (shape[i] == 'd' ? !is_digit : name.data[i] != shape[i])) {
            return false;
        }
    }
    return name.size == 0 || name.size == sizeof shape - 1;
}

static enum status write_project(void *context, struct sink *sink) {
    return qda_write_project(context, sink);
}

/* ---- the texts ---- */

struct text {
    struct qda_reader reader;
    struct qda *qda;
    const struct qda_source *source;
    const struct qda_note *note;
    struct sink *sink;
    bool lost;
};

static void write_piece(struct qda_reader *reader, struct str piece) {
    struct text *text = (struct text *)(void *)reader;
    text->lost = text->lost || !text->sink->write(text->sink, piece.data, piece.size);
}

static enum status write_source(void *context, struct sink *sink) {
    struct text *text = context;
    text->sink = sink;
    qda_read_source(text->qda, text->source, &text->reader);
    return text->lost ? STATUS_IO : STATUS_OK;
}

static enum status write_note(void *context, struct sink *sink) {
    struct text *text = context;
    text->sink = sink;
    qda_read_note(text->note, &text->reader);
    return text->lost ? STATUS_IO : STATUS_OK;
}

static enum status add_text(struct zip *zip, struct id guid,
                            enum status (*write)(void *context, struct sink *sink), struct text *text) {
    char id[ID_TEXT_LENGTH + 1], name[sizeof "sources/.txt" + ID_TEXT_LENGTH];
    id_format(guid, id);
    snprintf(name, sizeof name, "sources/%s.txt", id);
    return zip_add(zip, name, write, text);
}

static enum status add_texts(struct qda *qda, struct zip *zip) {
    enum status status = STATUS_OK;
    for (size_t i = 0; i < qda->sources.count && status == STATUS_OK; i++) {
        struct text text = {.reader = {.piece = write_piece}, .qda = qda, .source = &qda->sources.at[i]};
        status = add_text(zip, text.source->guid, write_source, &text);
    }
    for (size_t i = 0; i < qda->notes.count && status == STATUS_OK; i++) {
        struct text text = {.reader = {.piece = write_piece}, .qda = qda, .note = &qda->notes.at[i]};
        status = add_text(zip, text.note->guid, write_note, &text);
    }
    return status;
}

static enum status write_all(struct record *record, const struct transcript_options *options,
                             struct sink *sink) {
    struct qda qda;
    qda_init(&qda, record, options, false);
    struct zip *zip = zip_create(sink);
    enum status status = zip_add(zip, "project.qde", write_project, &qda);
    if (status == STATUS_OK) {
        status = add_texts(&qda, zip);
    }
    if (status == STATUS_OK) {
        status = zip_end(zip);
    }
    zip_destroy(zip);
    qda_finish(&qda);
    return status;
}

const struct transcript_format qdpx_format = {"qdpx", "application/zip", "qdpx", has_profile, write_all};
