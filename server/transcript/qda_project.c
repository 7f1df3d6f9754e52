/* project.qde of a REFI-QDA project. Importers want what the schema allows in this order alone, no list
 * without anything in it, and a date and a user wherever there may be one. In no round do dates say when
 * somebody wrote: they are of the round's opening. */
#include "transcript/qda_project.h"

#include <stdio.h>

#include "base/random.h"
#include "transcript/about.h"
#include "transcript/qda_variables.h"
#include "transcript/readme.h"

static struct id user(void) {
    return qda_own_guid("user");
}

static void write_made(struct xml *xml, int64_t at) {
    char text[CLOCK_TEXT_LENGTH + 1];
    qda_write_guid(xml, "creatingUser", user());
    xml_attribute(xml, "creationDateTime", qda_format_time(at, text));
}

static void write_changed(struct xml *xml, int64_t at) {
    char text[CLOCK_TEXT_LENGTH + 1];
    qda_write_guid(xml, "modifyingUser", user());
    xml_attribute(xml, "modifiedDateTime", qda_format_time(at, text));
}

/* ---- cases ---- */

static void write_case(struct xml *xml, const struct qda *qda, const struct qda_case *person) {
    xml_begin(xml, "Case");
    qda_write_guid(xml, "guid", person->guid);
    xml_attribute(xml, "name", person->name);
    qda_write_ref(xml, "CodeRef", person->guid);
    qda_write_case_values(xml, qda, person);
    xml_end(xml);
}

static void write_cases(struct xml *xml, const struct qda *qda) {
    if (qda->cases.count == 0) {
        return;
    }
    xml_begin(xml, "Cases");
    for (size_t i = 0; i < qda->cases.count; i++) {
        write_case(xml, qda, &qda->cases.at[i]);
    }
    xml_end(xml);
}

/* ---- sources ---- */

struct selecting {
    struct qda_reader reader;
    struct xml *xml;
    struct qda *qda;
    const struct qda_source *source;
    struct arena arena;
};

static void write_coding(struct selecting *selecting, const struct qda_entry *entry, struct id code) {
    struct xml *xml = selecting->xml;
    xml_begin(xml, "Coding");
    qda_write_guid(xml, "guid", id_of_name(entry->id, code.bytes, sizeof code.bytes));
    write_made(xml, selecting->source->round->opened);
    qda_write_ref(xml, "CodeRef", code);
    xml_end(xml);
}

static void write_selection(struct qda_reader *reader, const struct qda_entry *entry, int64_t start,
                            int64_t end) {
    struct selecting *selecting = (struct selecting *)(void *)reader;
    struct xml *xml = selecting->xml;
    struct id *codes;
    xml_begin(xml, "PlainTextSelection");
    qda_write_guid(xml, "guid", entry->id);
    if (!str_is_empty(entry->label) || !str_is_empty(entry->organisation)) {
        xml_attribute(xml, "name", str_is_empty(entry->label) ? entry->organisation : entry->label);
    }
    xml_number(xml, "startPosition", start);
    xml_number(xml, "endPosition", end);
    write_made(xml, selecting->source->round->opened);
    size_t count = qda_codes_of(selecting->qda, selecting->source->round, entry, &selecting->arena, &codes);
    for (size_t i = 0; i < count; i++) {
        write_coding(selecting, entry, codes[i]);
    }
    qda_write_note_refs(xml, selecting->qda, entry->id);
    xml_end(xml);
    arena_reset(&selecting->arena);
}

static void write_about_source(struct xml *xml, const struct qda *qda, const struct qda_source *source,
                               struct arena *arena) {
    struct str text = source->round->helper;
    if (source->withheld > 0) {
        text = arena_format(arena, "%.*s%s%s %lld", STR_ARGS(text), str_is_empty(text) ? "" : "\n\n",
                            qda->texts->withheld, (long long)source->withheld);
    }
    qda_write_description(xml, text);
}

static void write_path(struct xml *xml, struct id guid) {
    char text[ID_TEXT_LENGTH + 1], path[sizeof "internal://.txt" + ID_TEXT_LENGTH];
    id_format(guid, text);
    snprintf(path, sizeof path, "internal://%s.txt", text);
    xml_attribute(xml, "plainTextPath", str_of(path));
}

static void write_source(struct xml *xml, struct qda *qda, const struct qda_source *source) {
    struct selecting selecting = {
        .reader = {.entry = write_selection}, .xml = xml, .qda = qda, .source = source};
    arena_init(&selecting.arena);
    xml_begin(xml, "TextSource");
    qda_write_guid(xml, "guid", source->guid);
    xml_attribute(xml, "name", source->name);
    write_path(xml, source->guid);
    write_made(xml, source->round->opened);
    write_changed(xml, source->round->opened);
    write_about_source(xml, qda, source, &selecting.arena);
    qda_read_source(qda, source, &selecting.reader);
    qda_write_note_refs(xml, qda, source->round->item);
    qda_write_source_values(xml, qda, source);
    xml_end(xml);
    arena_finish(&selecting.arena);
}

static void write_sources(struct xml *xml, struct qda *qda) {
    if (qda->sources.count == 0) {
        return;
    }
    xml_begin(xml, "Sources");
    for (size_t i = 0; i < qda->sources.count; i++) {
        write_source(xml, qda, &qda->sources.at[i]);
    }
    xml_end(xml);
}

/* ---- notes ---- */

static void write_notes(struct xml *xml, const struct qda *qda) {
    if (qda->notes.count == 0) {
        return;
    }
    xml_begin(xml, "Notes");
    for (size_t i = 0; i < qda->notes.count; i++) {
        const struct qda_note *note = &qda->notes.at[i];
        xml_begin(xml, "Note");
        qda_write_guid(xml, "guid", note->guid);
        xml_attribute(xml, "name", note->name);
        write_path(xml, note->guid);
        write_made(xml, note->at);
        write_changed(xml, note->at);
        xml_end(xml);
    }
    xml_end(xml);
}

/* ---- the whole ---- */

static void write_head(struct xml *xml, const struct qda *qda) {
    const struct profile *profile = process_profile(qda->record->process);
    struct str title = profile ? profile->title : (struct str){0};
    char at[CLOCK_TEXT_LENGTH + 1];
    xml_attribute(xml, "xmlns", STR("urn:QDA-XML:project:1.0"));
    xml_attribute(xml, "name", str_is_empty(title) ? str_of(qda->texts->untitled) : title);
    xml_attribute(xml, "origin", STR(QDA_ORIGIN));
    qda_write_guid(xml, "creatingUserGUID", user());
    xml_attribute(xml, "creationDateTime", qda_format_time(qda->options->at, at));
    qda_write_guid(xml, "modifyingUserGUID", user());
    xml_attribute(xml, "modifiedDateTime", qda_format_time(qda->options->at, at));
    xml_begin(xml, "Users");
    xml_begin(xml, "User");
    qda_write_guid(xml, "guid", user());
    xml_attribute(xml, "name", STR(QDA_ORIGIN));
    xml_end(xml);
    xml_end(xml);
}

static void write_about(struct xml *xml, const struct qda *qda) {
    struct buffer text;
    buffer_init(&text);
    readme_write_head(qda->record, qda->options, record_language(qda->record), "\n", &text);
    if (!str_is_absent(qda->since)) {
        buffer_format(&text, "\n%s %.*s.\n", qda->texts->since, STR_ARGS(qda->since));
    }
    qda_write_description(xml, buffer_str(&text));
    buffer_finish(&text);
}

enum status qda_write_project(struct qda *qda, struct sink *sink) {
    struct xml *xml = xml_create(sink);
    xml_begin(xml, "Project");
    write_head(xml, qda);
    if (qda->codes.count > 0) {
        xml_begin(xml, "CodeBook");
        qda_write_codes(xml, qda, true);
        xml_end(xml);
    }
    qda_write_variables(xml, qda);
    write_cases(xml, qda);
    write_sources(xml, qda);
    write_notes(xml, qda);
    qda_write_sets(xml, qda, true);
    write_about(xml, qda);
    xml_end(xml);
    enum status status = xml_finish(xml);
    xml_destroy(xml);
    return status;
}
